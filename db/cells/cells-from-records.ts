import type { Month } from "../../shared/domain/month.ts";
import type { Reading } from "../writing.ts";
import { CellMap } from "./cell-map.ts";
import { climb } from "./climb.ts";
import type { KpiRules } from "./kpi-rules.ts";
import { type FactTable, readFacts } from "./month-facts.ts";
import type { UnitKey, UnitTrees } from "./unit-trees.ts";

export type CellsScope = {
  readonly rules: KpiRules;
  /** Read when they are first needed. */
  readonly trees: () => Promise<UnitTrees>;
  readonly units: readonly UnitKey[];
  readonly kpis: readonly number[];
  /** In order of time. */
  readonly months: readonly Month[];
};

/** Computes the cells of these units from what the records say of everything below them. */
export async function cellsFromRecords(reading: Reading, scope: CellsScope): Promise<CellMap> {
  const { rules, units, kpis, months } = scope;
  const cells = new CellMap();
  const trees = await scope.trees();
  const facts = await factsBelow(reading, scope);
  for (const month of months) {
    const order = trees.climbTo(month, units);
    for (const kpi of kpis) {
      const ofMonth = rules.of(kpi, month);
      if (ofMonth === null || !rules.isPeriod(kpi, month)) continue;
      const tree = trees.of(month);
      const made = climb(order, { tree, rules: ofMonth, facts: facts.of(kpi, month), keptCell: () => undefined });
      for (const unit of units) {
        const cell = made.get(unit) ?? null;
        if (cell !== null) cells.set({ kpi, month }, unit, cell);
      }
    }
  }
  return cells;
}

/** What was said in the units and below them. */
export async function factsBelow(reading: Reading, scope: CellsScope): Promise<FactTable> {
  const { rules, kpis, months } = scope;
  const trees = await scope.trees();
  const below = new Set<UnitKey>();
  let largest = 0;
  for (const month of months) {
    for (const unit of trees.climbTo(month, scope.units)) below.add(unit);
    largest = Math.max(largest, trees.upward(month).length);
  }
  return readFacts(reading, rules, { kpis, months, units: below.size >= largest ? null : [...below] });
}
