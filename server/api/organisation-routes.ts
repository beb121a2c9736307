import { z } from "zod";
import { asOfSchema, codeSchema } from "../../shared/contracts/primitives.ts";
import { apiRoute } from "./api-route.ts";
import { nextCursorSchema, pageOf, pageQuery } from "./pages.ts";
import { covers, scopeOf } from "./scope.ts";

const unitRowSchema = z.object({
  code: codeSchema,
  name: z.string(),
  kind: z.string(),
  /** Null for the root, and for a unit that is not in the tree then. */
  parent: codeSchema.nullable(),
});

export const unitsRoute = apiRoute({
  name: "GET /api/v1/units",
  summary: "Units that the key may read, with their parents in the tree of the day; `unit` for one and all below it.",
  query: z.object({ unit: codeSchema.optional(), asOf: asOfSchema.optional(), ...pageQuery }),
  answers: { 200: z.object({ units: z.array(unitRowSchema), nextCursor: nextCursorSchema }) },
  handle: async ({ actor, query }) => {
    const scope = await scopeOf(actor, query);
    const all = (await scope.readings.organisation.units()).filter(({ code }) => covers(scope, code));
    const { rows, nextCursor } = pageOf(all, query, ({ code }) => code);
    const units = rows.map(({ code, name, kind }) => ({
      ...{ code, name, kind },
      parent: scope.tree.parentOf.get(code) ?? null,
    }));
    return { status: 200, body: { units, nextCursor } };
  },
});
