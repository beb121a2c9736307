import { type Cell, cellOfUnit, targetOf } from "../../shared/domain/cell.ts";
import { cellOfText } from "../../shared/domain/cell-text.ts";
import type { Month } from "../../shared/domain/month.ts";
import type { PeriodCell } from "../../shared/domain/time-rule.ts";
import { keptOr, type Reading } from "../writing.ts";
import { CellMap } from "./cell-map.ts";
import { type CellsScope, cellsFromRecords } from "./cells-from-records.ts";
import { type InheritedTargets, readInheritedTargets } from "./inherited-targets.ts";
import { readKeptMonths } from "./kept-months.ts";
import { readKeptYears } from "./kept-years.ts";
import type { KpiRules } from "./kpi-rules.ts";
import { readTrees, type UnitTrees } from "./unit-trees.ts";
import { weighUnreported } from "./weigh-unreported.ts";

export type CellsQuestion = {
  readonly units: readonly number[];
  readonly kpis: readonly number[];
  /** In order of time. */
  readonly months: readonly Month[];
  /** Of them the first whose cells matter for their targets only: where nothing is kept from it on, nothing is computed. */
  readonly targetsFrom?: Month | undefined;
};

/** The cells of some units, KPIs and months, with the target in force for each. */
export type CellsAnswer = {
  /**
   * The periods of a KPI at a unit in order of time; months in which the KPI is not reported are left out. A derived
   * KPI's cells hold its explicit targets only.
   */
  periodsOf(kpi: number, unit: number): PeriodCell[];
};

const TREES = { name: "cells.trees", standsIn: ["unit_edge"] } as const;

/**
 * The one way to every figure. As of now it reads the kept cells, and computes those that are not kept; as of any other
 * moment it computes all of them, from the records of that moment and by the same functions.
 */
export async function readCells(reading: Reading, question: CellsQuestion, rules: KpiRules): Promise<CellsAnswer> {
  const units = question.units.map(String);
  const scope: CellsScope = {
    ...question,
    units,
    rules,
    trees: once(() => keptOr(reading, TREES, () => readTrees(reading))),
  };
  const cells = await (reading.moment === "now"
    ? keptCells(reading, scope, question.targetsFrom)
    : cellsFromRecords(reading, scope));
  await weighUnreported(reading, scope, cells);
  const inherited = await readInheritedTargets(reading, scope, cells);
  return { periodsOf: (kpi, unit) => periodsOf(scope, { cells, inherited }, { kpi, unit: String(unit) }) };
}

function periodsOf(
  { rules, months }: CellsScope,
  { cells, inherited }: { cells: CellMap; inherited: InheritedTargets },
  { kpi, unit }: { kpi: number; unit: string },
): PeriodCell[] {
  const periods: PeriodCell[] = [];
  for (const month of months) {
    const ofMonth = rules.of(kpi, month);
    if (ofMonth === null || !rules.isPeriod(kpi, month)) continue;
    const cell = cells.get(kpi, month, unit);
    const above = cell === undefined || ofMonth.input === "derived" ? null : inherited.of(kpi, month, unit);
    const whole: Cell = cell ?? cellOfUnit({ own: null, children: [], explicit: null }, ofMonth);
    periods.push({ month, cell: whole, rules: ofMonth, target: targetOf(whole, above, ofMonth) });
  }
  return periods;
}

async function keptCells(reading: Reading, scope: CellsScope, targetsFrom: Month | undefined): Promise<CellMap> {
  const cells = await readKeptCells(reading, scope);
  // Every target is kept with its month, but those of derived KPIs, of which nothing is.
  const isAsked = (kpi: number, month: Month) =>
    targetsFrom === undefined || month < targetsFrom || scope.rules.of(kpi, month)?.input === "derived";
  const lacking = scope.kpis.flatMap((kpi) =>
    scope.months
      .filter((month) => isAsked(kpi, month) && !isWhole(scope, cells, { kpi, month }))
      .map((month) => ({ kpi, month })),
  );
  const [earliest] = scope.months;
  if (lacking.length === 0 || earliest === undefined) return cells;
  const kpis = [...new Set(lacking.map(({ kpi }) => kpi))];
  const kept = new Set((await readKeptMonths(reading, { kpis, first: earliest })).map(pairText));
  const absent = lacking.filter((pair) => !kept.has(pairText(pair)));
  if (absent.length === 0) return cells;
  const computed = await cellsFromRecords(reading, {
    ...scope,
    kpis: kpis.filter((kpi) => absent.some((pair) => pair.kpi === kpi)),
    months: scope.months.filter((month) => absent.some((pair) => pair.month === month)),
  });
  for (const { kpi, month } of absent) {
    for (const unit of scope.units) {
      const cell = computed.get(kpi, month, unit);
      if (cell !== undefined) cells.set({ kpi, month }, unit, cell);
    }
  }
  return cells;
}

async function readKeptCells(reading: Reading, scope: CellsScope): Promise<CellMap> {
  const { rules, kpis, months, units } = scope;
  const kept = await readKeptYears(reading, scope);
  const cells = new CellMap();
  for (const kpi of kpis) {
    for (const month of months) {
      const ofMonth = rules.of(kpi, month);
      if (ofMonth === null) continue;
      for (const unit of units) {
        const text = kept.textOf({ kpi, month }, unit);
        if (text !== "") cells.set({ kpi, month }, unit, cellOfText(text, ofMonth));
      }
    }
  }
  return cells;
}

/** Whether every unit has a kept cell, or none is reported in this month. */
function isWhole({ rules, units }: CellsScope, cells: CellMap, { kpi, month }: { kpi: number; month: Month }): boolean {
  return !rules.isPeriod(kpi, month) || units.every((unit) => cells.get(kpi, month, unit) !== undefined);
}

function pairText({ kpi, month }: { kpi: number; month: Month }): string {
  return `${kpi} ${month}`;
}

function once(read: () => Promise<UnitTrees>): () => Promise<UnitTrees> {
  let trees: Promise<UnitTrees> | null = null;
  return () => {
    trees ??= read();
    return trees;
  };
}
