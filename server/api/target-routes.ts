import { z } from "zod";
import type { Readings } from "../../db/store.ts";
import { asOfSchema, codeSchema, monthSchema } from "../../shared/contracts/primitives.ts";
import { ALWAYS, type Month } from "../../shared/domain/month.ts";
import { apiRoute } from "./api-route.ts";
import { cursorOf, nextCursorSchema, pageQuery, placeIn } from "./pages.ts";
import { namesOf, scopeOf } from "./scope.ts";

const targetSchema = z.object({
  unit: codeSchema,
  kpi: codeSchema,
  period: monthSchema,
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  stretch: z.number().nullable(),
  benchmark: z.number().nullable(),
  reason: z.string().nullable(),
  revision: z.number().int(),
});

/** What rows of units, KPIs and periods can be narrowed by. */
export const rowsQuery = z.object({
  unit: codeSchema.optional(),
  kpi: codeSchema.optional(),
  from: monthSchema.optional(),
  to: monthSchema.optional(),
  asOf: asOfSchema.optional(),
  ...pageQuery,
});

export const END_OF_TIME = "9999-12" as Month;
const placeSchema = z.tuple([z.number().int(), z.number().int(), monthSchema]);
type Place = z.infer<typeof placeSchema>;

export const targetsRoute = apiRoute({
  name: "GET /api/v1/targets",
  summary: "Explicit targets of the units that the key may read; inherited and aggregated ones stand with the figures.",
  query: rowsQuery,
  answers: { 200: z.object({ targets: z.array(targetSchema), nextCursor: nextCursorSchema }) },
  handle: async ({ actor, query }) => {
    const scope = await scopeOf(actor, query);
    const names = await namesOf(scope, query.kpi);
    const found = await targetsAfter(scope.readings, placeIn(query.cursor, placeSchema), {
      kpis: [...names.kpis.keys()].sort((a, b) => a - b),
      units: [...names.units.keys()],
      ...{ from: query.from ?? ALWAYS, to: query.to ?? END_OF_TIME, limit: query.limit + 1 },
    });
    const shown = found.slice(0, query.limit);
    const last = shown.at(-1);
    const targets = shown.map(({ kpi, unit, month, value, low, high, stretch, benchmark, reason, n }) => ({
      ...{ unit: names.units.get(unit) ?? "", kpi: names.kpis.get(kpi) ?? "", period: month },
      ...{ value, low, high, stretch, benchmark, reason, revision: n },
    }));
    const isMore = found.length > query.limit && last !== undefined;
    const nextCursor = isMore ? cursorOf([last.kpi, last.unit, last.month] satisfies Place) : null;
    return { status: 200, body: { targets, nextCursor } };
  },
});

type Wanted = {
  readonly kpis: readonly number[];
  readonly units: readonly number[];
  readonly from: Month;
  readonly to: Month;
  readonly limit: number;
};

/** Targets beyond a place in the order of KPIs, units and months, read KPI by KPI until the page is full. */
async function targetsAfter(readings: Readings, after: Place | null, { kpis, limit, ...wanted }: Wanted) {
  const found: Awaited<ReturnType<Readings["kpis"]["targetsOf"]>> = [];
  for (const kpi of kpis) {
    if (after !== null && kpi < after[0]) continue;
    if (found.length >= limit) break;
    const all = await readings.kpis.targetsOf({ ...wanted, kpis: [kpi] });
    found.push(...all.filter((row) => after === null || kpi > after[0] || isBeyond([row.unit, row.month], after)));
  }
  return found.slice(0, limit);
}

function isBeyond([unit, month]: readonly [number, Month], [, afterUnit, afterMonth]: Place): boolean {
  return unit > afterUnit || (unit === afterUnit && month > afterMonth);
}
