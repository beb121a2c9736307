import { z } from "zod";
import { annotationSchema, phaseSchema } from "../../shared/contracts/kpi-notes.ts";
import { asOfSchema, codeSchema } from "../../shared/contracts/primitives.ts";
import { AppError } from "../../shared/domain/failures.ts";
import { apiRoute } from "./api-route.ts";
import { namesOf, scopeOf } from "./scope.ts";

const atUnit = { unit: codeSchema };

export const phasesRoute = apiRoute({
  name: "GET /api/v1/kpis/:code/phases",
  summary: "Recorded process changes and annotations of a KPI at a unit and all below it, people by code.",
  query: z.object({ unit: codeSchema.optional(), asOf: asOfSchema.optional() }),
  answers: {
    200: z.object({
      kpi: codeSchema,
      phases: z.array(phaseSchema.extend(atUnit)),
      annotations: z.array(annotationSchema.extend(atUnit)),
    }),
  },
  handle: async ({ actor, query, params }) => {
    const kpi = codeSchema.parse(params["code"]);
    const scope = await scopeOf(actor, query);
    const names = await namesOf(scope, kpi);
    if (names.kpis.size === 0) throw new AppError("not-found", { what: "KPI", code: kpi });
    const { kpis, people } = scope.readings;
    const asked = { kpis: [...names.kpis.keys()], units: [...names.units.keys()] };
    const codes = await people.codes();
    const byCode = (id: number | null) => (id === null ? null : (codes.get(id) ?? null));
    const phases = (await kpis.phasesOf(asked)).map(({ unit, from, reason, by, at, n }) => ({
      ...{ unit: names.units.get(unit) ?? "", from, reason, by: byCode(by), version: n },
      recordedAt: new Date(at).toISOString(),
    }));
    const annotations = (await kpis.annotationsOf(asked)).map(({ id, unit, from, to, kind, text, by, at }) => ({
      ...{ unit: names.units.get(unit) ?? "", id, from, to, kind, text, by: byCode(by) },
      recordedAt: new Date(at).toISOString(),
    }));
    return { status: 200, body: { kpi, phases, annotations } };
  },
});
