import { type RawBuilder, sql } from "kysely";
import { type Decimal, decimalOfNumber } from "../../shared/domain/decimal.ts";
import { needsLatestDenominators } from "../../shared/domain/kept-cell.ts";
import type { Month } from "../../shared/domain/month.ts";
import { cellOfSubtree } from "../../shared/domain/roll-up.ts";
import { inForce } from "../in-force.ts";
import type { Reading } from "../writing.ts";
import type { CellMap } from "./cell-map.ts";
import { type CellsScope, factsBelow } from "./cells-from-records.ts";
import type { UnitKey } from "./unit-trees.ts";

type Awaited = { readonly kpi: number; readonly month: Month; readonly unit: UnitKey };

/**
 * Makes anew those cells in which nothing is reported and whose parts have targets: these count by the latest
 * denominators, which move with every entry of an earlier month, so that no kept cell could hold them.
 */
export async function weighUnreported(reading: Reading, scope: CellsScope, cells: CellMap): Promise<void> {
  const awaited = awaitedCells(scope, cells);
  if (awaited.length === 0) return;
  const within: CellsScope = {
    ...scope,
    kpis: [...new Set(awaited.map(({ kpi }) => kpi))],
    units: [...new Set(awaited.map(({ unit }) => unit))],
    months: scope.months.filter((month) => awaited.some((cell) => cell.month === month)),
  };
  const trees = await scope.trees();
  const facts = await factsBelow(reading, within);
  for (const month of within.months) {
    const latest = await latestDenominators(reading, within.kpis, month);
    const tree = trees.of(month);
    for (const { kpi, unit } of awaited.filter((cell) => cell.month === month)) {
      const rules = scope.rules.of(kpi, month);
      if (rules === null) continue;
      const ofMonth = { tree, rules, ...facts.of(kpi, month) };
      cells.set({ kpi, month }, unit, cellOfSubtree(ofMonth, unit, latest.get(kpi) ?? new Map()));
    }
  }
}

function awaitedCells({ rules, kpis, months, units }: CellsScope, cells: CellMap): Awaited[] {
  const awaited: Awaited[] = [];
  for (const kpi of kpis) {
    for (const month of months) {
      const ofMonth = rules.of(kpi, month);
      if (ofMonth?.orgRule !== "ratio") continue;
      for (const unit of units) {
        const cell = cells.get(kpi, month, unit);
        if (cell !== undefined && needsLatestDenominators(cell, ofMonth)) awaited.push({ kpi, month, unit });
      }
    }
  }
  return awaited;
}

/** Of each assignment the denominator of its newest report before the month. */
async function latestDenominators(
  { db, moment }: Reading,
  kpis: readonly number[],
  month: Month,
): Promise<Map<number, Map<UnitKey, Decimal>>> {
  const latest: RawBuilder<number | null> = sql`(select m.denominator from measurement as m
    where m.assignment_id = a.id and m.counts = 1 and m.kind = 'number' and m.denominator is not null
    and m.period < ${month} and ${inForce("m", moment)} order by m.period desc limit 1)`;
  const rows = await db
    .selectFrom("assignment as a")
    .select(["a.kpi_id", "a.unit_id", latest.as("denominator")])
    .where("a.kpi_id", "in", kpis)
    .execute();
  const found = new Map<number, Map<UnitKey, Decimal>>();
  for (const { kpi_id, unit_id, denominator } of rows) {
    const ofKpi = found.get(kpi_id) ?? new Map<UnitKey, Decimal>();
    found.set(kpi_id, ofKpi);
    if (denominator !== null) ofKpi.set(String(unit_id), decimalOfNumber(denominator));
  }
  return found;
}
