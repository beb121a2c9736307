import { z } from "zod";
import { asOfSchema, codeSchema } from "../../shared/contracts/primitives.ts";
import { apiRoute } from "./api-route.ts";
import { nextCursorSchema, pageOf, pageQuery } from "./pages.ts";
import { covers, scopeOf } from "./scope.ts";

const objectiveSchema = z.object({
  objective: codeSchema,
  revision: z.number().int(),
  fiscalYear: z.number().int(),
  unit: codeSchema,
  theme: codeSchema,
  parent: codeSchema.nullable(),
  /** Code of a person. */
  owner: codeSchema.nullable(),
  statement: z.string(),
  state: z.enum(["draft", "proposed", "approved", "closed"]),
  plan: z.object({
    what: z.string(),
    resources: z.string(),
    who: z.string(),
    when: z.string(),
    evaluation: z.string(),
  }),
  kpis: z.array(z.object({ kpi: codeSchema, weight: z.number() })),
});

export const objectivesRoute = apiRoute({
  name: "GET /api/v1/objectives",
  summary: "Objectives of the units that the key may read, with their KPIs; `kpi` for those that one KPI measures.",
  query: z.object({
    unit: codeSchema.optional(),
    kpi: codeSchema.optional(),
    fiscalYear: z.coerce.number().int().min(1900).max(9999).optional(),
    asOf: asOfSchema.optional(),
    ...pageQuery,
  }),
  answers: { 200: z.object({ objectives: z.array(objectiveSchema), nextCursor: nextCursorSchema }) },
  handle: async ({ actor, query }) => {
    const scope = await scopeOf(actor, query);
    const links = Map.groupBy(await scope.readings.objectives.kpis(), ({ objective }) => objective);
    const all = (await scope.readings.objectives.list(query.fiscalYear ?? null)).filter(
      ({ code, unit }) =>
        covers(scope, unit) &&
        (query.kpi === undefined || (links.get(code) ?? []).some(({ kpi }) => kpi === query.kpi)),
    );
    const { rows, nextCursor } = pageOf(all, query, ({ code }) => code);
    const objectives = rows.map(({ code, version, policySentence: _, ...objective }) => ({
      ...{ objective: code, revision: version, ...objective },
      kpis: (links.get(code) ?? []).map(({ kpi, weight }) => ({ kpi, weight })),
    }));
    return { status: 200, body: { objectives, nextCursor } };
  },
});
