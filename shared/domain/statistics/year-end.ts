import type { Direction, TimeRule } from "../kpi-definition.ts";
import { type HistoryKind, type PathSource, pathSource } from "./forecast-paths.ts";
import { at, isPresent, median, quantile } from "./numerics.ts";
import { type Random, seededRandom } from "./seeded-random.ts";

/** One month up to the last known one, oldest first, without gaps; null where there is no value. */
export type KnownMonth = { value: number | null; denominator?: number | null };

/** A target of one month of the year: a value, or the edges of a band. Null where there is none. */
export type MonthTarget = { value: number } | { low: number; high: number } | null;

export type YearEndInput = {
  direction: Direction;
  timeRule: TimeRule;
  /** All months to the last known one; the newest `knownInYear` of them belong to the year. */
  history: readonly KnownMonth[];
  knownInYear: number;
  monthsInYear: number;
  /** Targets of the year's months, or fewer where none is set. */
  targets: readonly MonthTarget[];
  /** Values that a month cannot pass. */
  bounds?: { minimum: number | null; maximum: number | null };
  seed: number;
  paths?: number;
};

export type YearEnd = {
  median: number;
  low80: number;
  high80: number;
  low95: number;
  high95: number;
  /** The year's target by the time rule; null where a month has none, or for a band. */
  target: number | null;
  /** (k + 1/2) / (n + 1) of n paths; exactly 0 or 1 once the known months have settled it. Null without a target. */
  probability: number | null;
  method: string;
  history: HistoryKind;
  months: number;
};

const PATHS = 2000;

type Months = { values: number[]; denominators: number[] };

/**
 * The year's figure by its time rule, from what is known and joint paths of what is not. Null where fewer than six months
 * are known and some are still to come. The same input and seed give the same answer.
 */
export function forecastYearEnd(input: YearEndInput): YearEnd | null {
  const { history, knownInYear, monthsInYear, paths = PATHS } = input;
  const known = history.slice(history.length - knownInYear);
  const open = monthsInYear - knownInYear;
  const random = seededRandom(input.seed);
  const source = pathSource(
    history.map(({ value }) => value ?? Number.NaN),
    open,
  );
  if (open > 0 && source.makers.length === 0) return null;
  const count = open === 0 ? 1 : paths;
  const denominators = denominatorPaths(history, open, random);
  const simulated = Array.from({ length: count }, (_, i) => {
    const future = open === 0 ? [] : bounded(pathOf(source, i, random), input.bounds);
    return {
      values: [...known.map(({ value }) => value ?? Number.NaN), ...future],
      denominators: [...known.map(({ denominator }) => denominator ?? Number.NaN), ...denominators()],
    };
  });
  return summary(input, simulated, { source, open });
}

function pathOf({ makers }: PathSource, i: number, random: Random): number[] {
  return at(makers, i % makers.length)(random);
}

function bounded(path: number[], bounds: YearEndInput["bounds"]): number[] {
  const minimum = bounds?.minimum ?? Number.NEGATIVE_INFINITY;
  const maximum = bounds?.maximum ?? Number.POSITIVE_INFINITY;
  return path.map((x) => Math.min(maximum, Math.max(minimum, x)));
}

/** Denominators of the open months: those of a year ago, grown by one year's change drawn for the whole path. */
function denominatorPaths(history: readonly KnownMonth[], open: number, random: Random): () => number[] {
  const known = history.map(({ denominator }) => denominator ?? Number.NaN);
  if (!known.some(isPresent)) return () => new Array<number>(open).fill(Number.NaN);
  const usual = median(known.slice(-12).filter(isPresent));
  const growth = known
    .slice(12)
    .map((x, i) => x / at(known, i))
    .filter((x) => Number.isFinite(x) && x > 0)
    .slice(-24);
  const yearAgo = Array.from({ length: open }, (_, i) => known[known.length - 12 + i] ?? Number.NaN);
  return () => {
    const factor = growth.length === 0 ? 1 : at(growth, Math.floor(random() * growth.length));
    return yearAgo.map((x) => (isPresent(x) && x > 0 ? x * factor : usual));
  };
}

/** The figure of a year by its time rule; NaN where no month has a value. Months without a value are left out. */
export function yearFigure({ values, denominators }: Months, rule: TimeRule): number {
  const present = values.filter(isPresent);
  if (present.length === 0) return Number.NaN;
  const sum = present.reduce((total, x) => total + x, 0);
  switch (rule) {
    case "sum":
      return sum;
    case "mean":
      return sum / present.length;
    case "min":
      return Math.min(...present);
    case "max":
      return Math.max(...present);
    case "last":
      return at(values, values.length - 1);
    case "ratio":
    case "cumulative_ratio":
      return weighted(values, denominators, rule);
  }
}

/**
 * Values weigh by their denominators: sum(n) / sum(d), or sum(n) / mean(d) where they build up over the year. Taken as
 * departures from the first value, so that equal months give that value exactly.
 */
function weighted(values: readonly number[], denominators: readonly number[], rule: TimeRule): number {
  const origin = values.find((x, i) => isPresent(x * at(denominators, i))) ?? Number.NaN;
  let departures = 0;
  let weights = 0;
  let months = 0;
  values.forEach((x, i) => {
    const d = at(denominators, i);
    if (!isPresent(x * d)) return;
    departures += (x - origin) * d;
    weights += d;
    months += 1;
  });
  return (origin + departures / weights) * (rule === "cumulative_ratio" ? months : 1);
}

function summary(
  input: YearEndInput,
  simulated: readonly Months[],
  { source, open }: { source: PathSource; open: number },
): YearEnd {
  const { timeRule, targets, monthsInYear } = input;
  const figures = simulated.map((months) => yearFigure(months, timeRule));
  const targetAt = (pick: (target: NonNullable<MonthTarget>) => number) =>
    simulated.map(({ denominators }) =>
      yearFigure({ values: targets.map((t) => (t === null ? Number.NaN : pick(t))), denominators }, timeRule),
    );
  const hasTargets = targets.length === monthsInYear && targets.every((target) => target !== null);
  const isBand = targets.some((target) => target !== null && "low" in target);
  const low = hasTargets ? targetAt((t) => ("low" in t ? t.low : t.value)) : null;
  const high = hasTargets ? targetAt((t) => ("low" in t ? t.high : t.value)) : null;
  return {
    median: median(figures),
    low80: quantile(figures, 0.1),
    high80: quantile(figures, 0.9),
    low95: quantile(figures, 0.025),
    high95: quantile(figures, 0.975),
    target: low === null || isBand ? null : median(low),
    probability: low === null || high === null ? null : chance(input, figures, { low, high, open }),
    method: open === 0 ? "all months known" : source.method,
    history: source.history,
    months: input.history.filter(({ value }) => value !== null).length,
  };
}

type Aims = { low: readonly number[]; high: readonly number[]; open: number };

function chance(input: YearEndInput, figures: readonly number[], { low, high, open }: Aims): number | null {
  const { direction } = input;
  if (direction === "neutral") return null;
  const meets = (figure: number, i: number) => isMet(figure, { low: at(low, i), high: at(high, i) }, direction);
  if (open === 0) return meets(at(figures, 0), 0) ? 1 : 0;
  const settled = settledBy(input, { low, high });
  if (settled !== null) return settled;
  const reached = figures.filter(meets).length;
  return (reached + 0.5) / (figures.length + 1);
}

function isMet(figure: number, { low, high }: { low: number; high: number }, direction: Direction): boolean {
  if (direction === "band") return figure >= low && figure <= high;
  return direction === "lower" ? figure <= high : figure >= low;
}

/** 0 or 1 where even the best, or the worst, that the open months can hold changes nothing; null while it is open. */
function settledBy(
  input: YearEndInput,
  { low, high }: { low: readonly number[]; high: readonly number[] },
): 0 | 1 | null {
  const { direction, timeRule, history, knownInYear, monthsInYear, bounds } = input;
  if (timeRule === "ratio" || timeRule === "cumulative_ratio" || timeRule === "last") return null;
  const known = history.slice(history.length - knownInYear).map(({ value }) => value ?? Number.NaN);
  const withOpen = (x: number) => {
    const values = [...known, ...new Array<number>(monthsInYear - knownInYear).fill(x)];
    return yearFigure({ values, denominators: [] }, timeRule);
  };
  const least = withOpen(bounds?.minimum ?? Number.NEGATIVE_INFINITY);
  const most = withOpen(bounds?.maximum ?? Number.POSITIVE_INFINITY);
  const aim = { low: at(low, 0), high: at(high, 0) };
  if (direction === "band") {
    if (least > aim.high || most < aim.low) return 0;
    return least >= aim.low && most <= aim.high ? 1 : null;
  }
  const [best, worst] = direction === "lower" ? [least, most] : [most, least];
  if (!isMet(best, aim, direction)) return 0;
  return isMet(worst, aim, direction) ? 1 : null;
}
