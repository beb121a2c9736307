import { SEASON } from "./ets.ts";
import { at, isPresent, plainMean, sumOfSquares } from "./numerics.ts";

/**
 * Beyond this a series is called seasonal (rule of the forecast package, Hyndman). Two years of noise pass it in one
 * series of five, because each calendar month stands there only twice; so less than three years must pass more.
 */
const SEASONAL_FROM = { threeYears: 0.64, less: 0.8 };
/** Fewer months say nothing of a season. */
const FEWEST_MONTHS = 24;
const THREE_YEARS = 36;

export type Season = {
  /** max(0, 1 - var(R) / var(S + R)): 0 for no season, 1 for nothing but one. */
  strength: number;
  isSeasonal: boolean;
  /** Months with a value that it was estimated from. */
  months: number;
  /** Values without their season, null where there was none; same order as given. */
  adjusted: (number | null)[];
};

/**
 * Seasonal strength of monthly values by classical decomposition: a centred mean of twelve months as trend (carried on
 * straight at both ends), the mean departure of each calendar month as season, the rest as remainder. A hole is bridged
 * for the decomposition only. Null for fewer than two years.
 */
export function seasonOf(values: readonly (number | null)[]): Season | null {
  const months = values.filter((x) => x !== null).length;
  if (months < FEWEST_MONTHS || values.length < FEWEST_MONTHS) return null;
  const known = values.map((x) => x ?? Number.NaN);
  const trend = trendOf(bridged(known));
  const departures = known.map((x, i) => x - at(trend, i));
  const means = Array.from({ length: SEASON }, (_, place) =>
    plainMean(departures.filter((x, i) => i % SEASON === place && isPresent(x))),
  );
  if (!means.every(isPresent)) return null;
  const centre = plainMean(means);
  const effects = means.map((mean) => mean - centre);
  const present = departures.flatMap((x, i) => (isPresent(x) ? [{ x, effect: at(effects, i % SEASON) }] : []));
  const remainder = varianceOf(present.map(({ x, effect }) => x - effect));
  const whole = varianceOf(present.map(({ x }) => x));
  const strength = whole > 0 ? Math.max(0, 1 - remainder / whole) : 0;
  return {
    strength,
    isSeasonal: strength > (months < THREE_YEARS ? SEASONAL_FROM.less : SEASONAL_FROM.threeYears),
    months,
    adjusted: values.map((x, i) => (x === null ? null : x - at(effects, i % SEASON))),
  };
}

function varianceOf(values: readonly number[]): number {
  return sumOfSquares(values, plainMean(values)) / values.length;
}

/** Holes bridged by a straight line, ends by their neighbour. */
function bridged(values: readonly number[]): number[] {
  const places = [...values.keys()].filter((i) => isPresent(at(values, i)));
  return values.map((x, i) => {
    if (isPresent(x)) return x;
    const after = places.find((place) => place > i);
    const before = places.findLast((place) => place < i);
    if (before === undefined || after === undefined) return at(values, before ?? after ?? 0);
    return at(values, before) + ((i - before) / (after - before)) * (at(values, after) - at(values, before));
  });
}

function trendOf(values: readonly number[]): number[] {
  const half = SEASON / 2;
  const middle: number[] = [];
  for (let i = half; i < values.length - half; i++) {
    const inner = values.slice(i - half + 1, i + half).reduce((sum, x) => sum + x, 0);
    middle.push((inner + (at(values, i - half) + at(values, i + half)) / 2) / SEASON);
  }
  const [first, last] = [at(middle, 0), at(middle, middle.length - 1)];
  const slope = middle.length > 1 ? (last - first) / (middle.length - 1) : 0;
  const before = Array.from({ length: half }, (_, i) => first - slope * (half - i));
  const after = Array.from({ length: values.length - middle.length - half }, (_, i) => last + slope * (i + 1));
  return [...before, ...middle, ...after];
}
