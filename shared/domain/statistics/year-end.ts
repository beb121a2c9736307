import type { Direction, TimeRule } from "../kpi-definition.ts";
import type { HistoryKind } from "./forecast-paths.ts";
import { at, sortedQuantile } from "./numerics.ts";
import { type Aims, isReached, type MonthTarget, type Standing, settledBy, shareReached } from "./year-chance.ts";
import {
  type Bounds,
  type KnownMonth,
  openMonths,
  type SimulatedYear,
  simulateYear,
  type YearSlot,
} from "./year-course.ts";
import { yearFigure } from "./year-figure.ts";

export type YearEndInput = {
  direction: Direction;
  timeRule: TimeRule;
  /** All months to the last known one; the newest `knownInYear` of them belong to the year. */
  history: readonly KnownMonth[];
  knownInYear: number;
  monthsInYear: number;
  /** Targets of the year's months, or fewer where none is set. */
  targets: readonly MonthTarget[];
  bounds?: Bounds;
  seed: number;
  paths?: number;
};

export type YearEnd = Spread & {
  /** The year's target by the time rule; null where a month has none, or for a band. */
  target: number | null;
  /** (k + 1/2) / (n + 1) of n paths; exactly 0 or 1 once the known months have settled it. Null without a target. */
  probability: number | null;
  method: string;
  history: HistoryKind;
  months: number;
};

/** Where simulated figures lie. */
export type Spread = { median: number; low80: number; high80: number; low95: number; high95: number };

/**
 * The year's figure by its time rule, from what is known and joint paths of what is not. Null where fewer than six months
 * are known and some are still to come. The same input and seed give the same answer.
 */
export function forecastYearEnd(input: YearEndInput): YearEnd | null {
  const { direction, timeRule, history, targets, bounds = { minimum: null, maximum: null } } = input;
  const slots = slotsOf(input);
  const year = simulateYear({ ...input, bounds, slots, monthly: true });
  if (year === null) return null;
  const aims = targets.length === input.monthsInYear ? aimsOf(year, targets, timeRule) : null;
  const isBand = targets.some((target) => target !== null && "low" in target);
  const standing = { direction, timeRule, slots, bounds, decimals: null };
  const figures = year.paths.map((months) => yearFigure(months, timeRule));
  return {
    ...spreadOf(figures),
    target: aims === null || isBand ? null : spreadOf(aims.low).median,
    probability: aims === null ? null : chanceOf(standing, figures, aims),
    method: openMonths({ slots }) === 0 ? "all months known" : year.source.method,
    history: year.source.history,
    months: history.filter(({ value }) => value !== null).length,
  };
}

function slotsOf({ history, knownInYear, monthsInYear }: YearEndInput): YearSlot[] {
  const known = history.slice(history.length - knownInYear).map((month) => ({ kind: "known" as const, ...month }));
  const open = Array.from({ length: monthsInYear - knownInYear }, (_, i) => ({ kind: "open" as const, ahead: i + 1 }));
  return [...known, ...open];
}

export function spreadOf(figures: readonly number[]): Spread {
  const sorted = Float64Array.from(figures).sort();
  const share = (p: number) => sortedQuantile(sorted, p);
  return { median: share(0.5), low80: share(0.1), high80: share(0.9), low95: share(0.025), high95: share(0.975) };
}

/** The year's targets by the time rule, weighed path by path; null where a month has none. */
export function aimsOf({ paths }: SimulatedYear, targets: readonly MonthTarget[], timeRule: TimeRule): Aims | null {
  const set = targets.filter((target) => target !== null);
  if (set.length < targets.length || set.length === 0) return null;
  const low = set.map((target) => ("low" in target ? target.low : target.value));
  const isBand = set.some((target) => "low" in target);
  const lows = overPaths(paths, low, timeRule);
  if (!isBand) return { low: lows, high: lows };
  const high = set.map((target) => ("low" in target ? target.high : target.value));
  return { low: lows, high: overPaths(paths, high, timeRule) };
}

/** A target by the time rule on each path; where no weight can move it, it is worked out once. */
function overPaths(paths: SimulatedYear["paths"], values: readonly number[], timeRule: TimeRule): number[] {
  const over = ({ denominators }: SimulatedYear["paths"][number]) => yearFigure({ values, denominators }, timeRule);
  const isWeighed = timeRule === "ratio" || timeRule === "cumulative_ratio";
  const isFlat = values.every((value) => value === values[0]);
  if (isWeighed && !isFlat) return paths.map(over);
  return new Array<number>(paths.length).fill(over(at(paths, 0)));
}

/** The chance that the year's figure reaches its target; null where no side is better. */
export function chanceOf(standing: Standing, figures: readonly number[], aims: Aims): number | null {
  if (standing.direction === "neutral") return null;
  const first = { low: at(aims.low, 0), high: at(aims.high, 0) };
  if (openMonths(standing) === 0) return isReached(at(figures, 0), first, standing) ? 1 : 0;
  return settledBy(standing, first) ?? shareReached(figures, aims, standing);
}
