import { z } from "zod";
import { asOfSchema, codeSchema, monthSchema } from "../../shared/contracts/primitives.ts";
import { decimalNumber } from "../../shared/domain/decimal.ts";
import type { KpiDefinition } from "../../shared/domain/kpi-definition.ts";
import { apiRoute } from "./api-route.ts";
import { nextCursorSchema, pageOf, pageQuery } from "./pages.ts";
import { scopeOf } from "./scope.ts";

const definitionSchema = z.object({
  version: z.number().int(),
  /** Null for the first, which is valid always. */
  from: monthSchema.nullable(),
  name: z.string(),
  description: z.string().nullable(),
  unitOfMeasure: z.string(),
  decimals: z.number().int(),
  direction: z.string(),
  input: z.string(),
  multiplier: z.number().nullable(),
  orgRule: z.string(),
  timeRule: z.string(),
  frequency: z.string(),
  numeratorLabel: z.string().nullable(),
  denominatorLabel: z.string().nullable(),
  expression: z.string().nullable(),
  minimum: z.number().nullable(),
  maximum: z.number().nullable(),
});

export const kpisRoute = apiRoute({
  name: "GET /api/v1/kpis",
  summary: "KPIs with all versions of their definitions; `kpi` for one.",
  query: z.object({ kpi: codeSchema.optional(), asOf: asOfSchema.optional(), ...pageQuery }),
  answers: {
    200: z.object({
      kpis: z.array(z.object({ kpi: codeSchema, timing: z.string(), definitions: z.array(definitionSchema) })),
      nextCursor: nextCursorSchema,
    }),
  },
  handle: async ({ actor, query }) => {
    const { readings } = await scopeOf(actor, query);
    const all = (await readings.kpis.list()).filter(({ code }) => query.kpi === undefined || code === query.kpi);
    const { rows, nextCursor } = pageOf(all, query, ({ code }) => code);
    const definitions = await readings.kpis.definitionsOf(rows.map(({ id }) => id));
    const kpis = rows.map(({ id, code, timing }) => ({
      ...{ kpi: code, timing },
      definitions: (definitions.get(id) ?? []).map(definitionRow),
    }));
    return { status: 200, body: { kpis, nextCursor } };
  },
});

function definitionRow(definition: KpiDefinition): z.infer<typeof definitionSchema> {
  const { version, validFrom, name, description, unitOfMeasure, decimals, direction, input } = definition;
  const { orgRule, timeRule, frequency, numeratorLabel, denominatorLabel, expression, minimum, maximum } = definition;
  return {
    ...{ version, from: validFrom.startsWith("0000") ? null : validFrom, name, description, unitOfMeasure, decimals },
    ...{ direction, input, multiplier: decimalNumber(definition.multiplier), orgRule, timeRule, frequency },
    ...{ numeratorLabel, denominatorLabel, expression, minimum, maximum },
  };
}
