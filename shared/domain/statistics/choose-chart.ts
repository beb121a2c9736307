import { type AnalysisChart, type AskedChart, type ChartChoice, needsDenominators } from "./chart-kind.ts";
import { usualValue } from "./mostly-constant.ts";
import { compensatedSum, isPresent, plainMean, quantile, sumOfSquares } from "./numerics.ts";
import { exposureIntervals } from "./rare-events.ts";
import type { RatioParts } from "./ratio-chart.ts";

/** A chart of single values is fit for a ratio whose denominators all lie this near their mean. */
const EVEN_WITHIN = 0.25;
/** Fewer values than this are read by runs about their median, the limits being trial limits. */
const FEWEST_FOR_LIMITS = 13;
/** Fewest closed intervals between events for a chart of them. */
export const FEWEST_INTERVALS = 8;
/** Both must be passed: the first is moved by one far month, the second only by the shape of the whole. */
const VERY_SKEWED = { moment: 1.5, octile: 0.5 };

/** The newest segment of a series: NaN where a row has no value that counts, or no parts. */
export type ChartFacts = { values: readonly number[]; parts: readonly RatioParts[]; multiplier: number };

/**
 * The chart that is drawn and judged (STATISTICS 6 and 7). `auto` takes runs about the median for fewer than 13 months,
 * intervals for rare events, single values (XmR) where denominators are even or there are none, p-prime or u-prime where
 * they are not, and runs where the values are very skewed. A chart that the rows cannot give is replaced, and said so.
 */
export function chooseChart(asked: AskedChart, facts: ChartFacts): ChartChoice {
  if (asked === "auto") return automaticChart(facts);
  if (needsDenominators(asked) && !hasParts(facts)) return { ...automaticChart(facts), reason: "no_denominators" };
  if (asked === "g" && !areCounts(facts)) return { ...automaticChart(facts), reason: "no_counts" };
  return { chart: asked, reason: "chosen" };
}

/** The charts that can be chosen for such rows, the plainest first. */
export function possibleCharts(rows: { hasParts: boolean; areCounts: boolean }): AnalysisChart[] {
  return [
    "xmr",
    ...(rows.hasParts ? (["p-prime", "u-prime", "p", "u"] as const) : []),
    ...(rows.hasParts || rows.areCounts ? (["g"] as const) : []),
    "run",
  ];
}

function automaticChart(facts: ChartFacts): ChartChoice {
  const present = facts.values.filter(isPresent);
  if (present.length < FEWEST_FOR_LIMITS) return { chart: "run", reason: "few_months" };
  if (isRare(facts)) return { chart: "g", reason: "rare_events" };
  if (usualValue(present) !== null) return { chart: "xmr", reason: "hardly_varies" };
  if (hasParts(facts)) {
    if (areEven(facts)) return { chart: "xmr", reason: "even_denominators" };
    return { chart: isProportion(facts) ? "p-prime" : "u-prime", reason: "uneven_denominators" };
  }
  return isVerySkewed(present) ? { chart: "run", reason: "very_skewed" } : { chart: "xmr", reason: "single_values" };
}

/** Every value that counts has a numerator and a denominator. */
function hasParts({ values, parts }: ChartFacts): boolean {
  let some = false;
  for (const [i, x] of values.entries()) {
    if (!isPresent(x)) continue;
    some = true;
    const part = parts[i];
    if (part === undefined || !(part.denominator > 0) || !(part.numerator >= 0)) return false;
  }
  return some;
}

function countedParts({ values, parts }: ChartFacts): RatioParts[] {
  return parts.filter((_, i) => isPresent(values[i] ?? Number.NaN));
}

function areEven(facts: ChartFacts): boolean {
  const denominators = countedParts(facts).map(({ denominator }) => denominator);
  const mean = compensatedSum(denominators) / denominators.length;
  return denominators.every((denominator) => Math.abs(denominator - mean) <= EVEN_WITHIN * mean);
}

/** A share of a whole: parts never exceed it, and it is told in parts of 1 or of 100. */
function isProportion(facts: ChartFacts): boolean {
  const { multiplier } = facts;
  return (
    (multiplier === 1 || multiplier === 100) &&
    countedParts(facts).every(({ numerator, denominator }) => numerator <= denominator)
  );
}

/** Whole events: numerators where there are parts, else the values themselves. */
function areCounts(facts: ChartFacts): boolean {
  const counts = countsOf(facts);
  return counts.length > 0 && counts.every((count) => Number.isInteger(count) && count >= 0);
}

function countsOf(facts: ChartFacts): number[] {
  return hasParts(facts)
    ? countedParts(facts).map(({ numerator }) => numerator)
    : facts.values.filter((x) => isPresent(x));
}

/** Fewer than one event a month on average, and events enough to measure the time between them. */
function isRare(facts: ChartFacts): boolean {
  const counts = countsOf(facts);
  let total = 0;
  for (const count of counts) {
    if (!Number.isInteger(count) || count < 0) return false;
    total += count;
  }
  if (total === 0 || total >= counts.length) return false;
  return exposureIntervals(facts.values, facts.parts).closed.length >= FEWEST_INTERVALS;
}

function isVerySkewed(values: readonly number[]): boolean {
  const mean = plainMean(values);
  const variance = sumOfSquares(values, mean) / values.length;
  const third = values.reduce((sum, x) => sum + (x - mean) ** 3, 0) / values.length;
  if (!(Math.abs(third) > VERY_SKEWED.moment * variance ** 1.5)) return false;
  const [low, middle, high] = [quantile(values, 1 / 8), quantile(values, 0.5), quantile(values, 7 / 8)];
  return Math.abs(high + low - 2 * middle) > VERY_SKEWED.octile * (high - low);
}
