import { performance } from "node:perf_hooks";
import type { DateText } from "../../shared/domain/calendar.ts";
import { type Cell, cellOfUnit, targetOf } from "../../shared/domain/cell.ts";
import { cellOfText, cellText } from "../../shared/domain/cell-text.ts";
import {
  addDecimals,
  type Decimal,
  decimalOfNumber,
  decimalText,
  integer,
  ONE,
  ZERO,
} from "../../shared/domain/decimal.ts";
import { type Fact, figureView, valueFact } from "../../shared/domain/figure.ts";
import { type JudgingContext, judgePeriod } from "../../shared/domain/judgement.ts";
import type { FigureRules, OrgRule } from "../../shared/domain/kpi-definition.ts";
import { type Month, monthRange } from "../../shared/domain/month.ts";
import { rationalOf } from "../../shared/domain/rational.ts";
import type { Target } from "../../shared/domain/target.ts";
import type { PeriodCell } from "../../shared/domain/time-rule.ts";
import { median, publish } from "../support/bench-report.ts";

/**
 * What exactness costs: 480,000 facts through four levels, and a thousand kept rows read and judged, beside the same
 * sums in plain doubles. Medians of five rounds, run in turn. `node test/bench/arithmetic.ts`
 */
const UNITS = 200;
const KPIS = 40;
const MONTHS = 60;
const ROUNDS = 5;
/** Short work is timed over so many repetitions. */
const REPEATS = 50;

type Kpi = { readonly rules: FigureRules; readonly isRatio: boolean };

const RULES: readonly OrgRule[] = ["ratio", "sum", "mean", "ratio"];
const kpis: readonly Kpi[] = Array.from({ length: KPIS }, (_, at) => {
  const orgRule = RULES[at % RULES.length] ?? "sum";
  const isRatio = orgRule === "ratio";
  const rules: FigureRules = {
    input: isRatio ? "ratio" : "value",
    multiplier: isRatio ? integer(100) : ONE,
    decimals: 1,
    direction: "higher",
    orgRule,
    timeRule: orgRule === "mean" || orgRule === "ratio" ? orgRule : "sum",
  };
  return { rules, isRatio };
});

/** A deterministic stream of whole numbers below `limit`. */
function numbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % limit;
  };
}

type Entry = { readonly numer: number; readonly denom: number };

function entriesOf(): Entry[] {
  const next = numbers(7);
  return Array.from({ length: UNITS * KPIS * MONTHS }, (_, at) => {
    const denom = 100 + next(5_000);
    return kpis[at % KPIS]?.isRatio ? { numer: next(denom), denom } : { numer: next(1_000_000) / 100, denom: 1 };
  });
}

function factOf(entry: Entry, isRatio: boolean): Fact {
  return isRatio
    ? { kind: "number", numer: decimalOfNumber(entry.numer), denom: decimalOfNumber(entry.denom) }
    : valueFact(decimalOfNumber(entry.numer));
}

/** Branches under areas of ten, areas under countries of five, countries under the group. */
function rollUp(entries: readonly Entry[], target: Target): Cell[] {
  const tops: Cell[] = [];
  for (let at = 0; at < KPIS * MONTHS; at += 1) {
    const kpi = kpis[at % KPIS];
    if (kpi === undefined) continue;
    let level: Cell[] = [];
    for (let unit = 0; unit < UNITS; unit += 1) {
      const entry = entries[unit * KPIS * MONTHS + at];
      if (entry === undefined) continue;
      level.push(cellOfUnit({ own: factOf(entry, kpi.isRatio), children: [], explicit: target }, kpi.rules));
    }
    for (const width of [10, 5, 4]) level = parents(level, width, kpi.rules);
    tops.push(...level);
  }
  return tops;
}

function parents(cells: readonly Cell[], width: number, rules: FigureRules): Cell[] {
  return Array.from({ length: Math.ceil(cells.length / width) }, (_, at) =>
    cellOfUnit({ own: null, children: cells.slice(at * width, (at + 1) * width), explicit: null }, rules),
  );
}

/** The same walk in doubles, sums only: what it would cost to be inexact. */
function rollUpInDoubles(entries: readonly Entry[]): number {
  let check = 0;
  for (let at = 0; at < KPIS * MONTHS; at += 1) {
    let level = Array.from(
      { length: UNITS },
      (_, unit) => entries[unit * KPIS * MONTHS + at] ?? { numer: 0, denom: 1 },
    );
    for (const width of [10, 5, 4]) {
      level = Array.from({ length: Math.ceil(level.length / width) }, (_, group) =>
        level
          .slice(group * width, (group + 1) * width)
          .reduce((a, b) => ({ numer: a.numer + b.numer, denom: a.denom + b.denom })),
      );
    }
    check += level[0]?.numer ?? 0;
  }
  return check;
}

function packed(cells: readonly Cell[]): string[] {
  return cells.flatMap((cell, at) => {
    const kpi = kpis[at % KPIS];
    return kpi === undefined ? [] : [cellText(cell, kpi.rules)];
  });
}

const months = monthRange("2021-01" as Month, "2025-12" as Month);

const CONTEXT: JudgingContext = {
  tolerance: { kind: "absolute", amount: ONE },
  minimumCoverage: integer(90),
  due: { today: "2027-01-15" as DateText, entryDueDay: 10 },
};

function judgeRows(rows: readonly string[]): number {
  let on = 0;
  rows.forEach((row, at) => {
    const rules = kpis[at % KPIS]?.rules;
    if (rules === undefined) return;
    const cell = cellOfText(row, rules);
    const period: PeriodCell = {
      month: months[at % MONTHS] ?? ("2021-01" as Month),
      cell,
      rules,
      target: targetOf(cell, null, rules),
    };
    const { figure, status } = judgePeriod(period, CONTEXT);
    if (figureView(figure).value !== null && status === "on") on += 1;
  });
  return on;
}

/** Of sums of 200 doubles, how many change when added the other way round; and of exact sums. */
function orderDependent(entries: readonly Entry[]): { groups: number; doubles: number; exact: number } {
  const values = entries.filter((entry) => entry.denom === 1).slice(0, 100_000);
  const found = { groups: 0, doubles: 0, exact: 0 };
  for (let at = 0; at + UNITS <= values.length; at += UNITS) {
    const group = values.slice(at, at + UNITS).map(({ numer }) => numer);
    const reversed = group.toReversed();
    const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
    const exactSum = (list: readonly number[]) => list.map(decimalOfNumber).reduce<Decimal>(addDecimals, ZERO);
    found.groups += 1;
    if (sum(group) !== sum(reversed)) found.doubles += 1;
    if (decimalText(exactSum(group)) !== decimalText(exactSum(reversed))) found.exact += 1;
  }
  return found;
}

function repeatedly(work: () => unknown): void {
  for (let time = 0; time < REPEATS; time += 1) work();
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function main(): void {
  const entries = entriesOf();
  const target: Target = { kind: "value", value: rationalOf(integer(50)) };
  const tops = rollUp(entries, target);
  const rows = packed(tops.slice(0, 1_000));
  for (let warm = 0; warm < 20; warm += 1) judgeRows(rows);
  const times = { exact: [] as number[], doubles: [] as number[], judged: [] as number[], packed: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    times.exact.push(timed(() => rollUp(entries, target)));
    times.doubles.push(timed(() => rollUpInDoubles(entries)));
    times.judged.push(timed(() => repeatedly(() => judgeRows(rows))) / REPEATS);
    times.packed.push(timed(() => packed(tops)));
  }
  const { groups, doubles, exact } = orderDependent(entries);
  publish("arithmetic", [
    { what: `${entries.length} facts with targets rolled up through 4 levels`, value: median(times.exact), unit: "ms" },
    { what: "the same sums in doubles, without targets and counts", value: median(times.doubles), unit: "ms" },
    { what: `${rows.length} kept texts to figure, target and status`, value: median(times.judged), unit: "ms" },
    { what: `${tops.length} cells to their kept text`, value: median(times.packed), unit: "ms" },
    { what: `of ${groups} sums of ${UNITS} doubles, changed by the order`, value: doubles, unit: "sums" },
    { what: `of ${groups} exact sums, changed by the order`, value: exact, unit: "sums", atMost: 0 },
  ]);
}

main();
