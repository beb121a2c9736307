import { dependenceOf, varianceOfMean } from "./dependence.ts";
import { SEASON } from "./ets.ts";
import { at, isPresent, plainMean, sumOfSquares } from "./numerics.ts";
import { seasonalEffects } from "./seasonal-effects.ts";
import { studentsT } from "./students-t.ts";

/** How far a level moved at a known month, with the range of 95 %. */
export type StepEstimate = {
  readonly before: number;
  readonly after: number;
  readonly change: number;
  readonly low: number;
  readonly high: number;
  /** Whether the yearly pattern of the months before was taken out. */
  readonly season: boolean;
  /** How much a month resembles the one before, as far as the range was widened for it. */
  readonly dependence: number;
  /** Whether the months before already rose or fell, so that the change is measured from where they were heading. */
  readonly drift: boolean;
};

/** Share of the spread that the season must explain before one speaks of it. */
const NOTABLE_SEASON = 0.1;
/** A drift of the months before counts from this many of its standard errors on. */
const DRIFT_FROM = 1.8;
/** Fewest months before in which a drift is looked for. */
const DRIFT_NEEDS = 12;

/**
 * The step between the values before index `split` and those from it on (interrupted time series; holes are NaN).
 *
 * - Two full years before: their calendar months' effects, drawn towards zero by what chance alone would make of them,
 *   are taken out of all months; what they cost in certainty is added to the error.
 * - With one year before, calendar months are compared with themselves: see `withinCalendarMonths`.
 * - The error of a difference of two means is sigma sqrt(V(n1) + V(n2)), V being the variance of a mean of neighbours that
 *   resemble each other (`varianceOfMean`); degrees of freedom shrink with the same resemblance.
 * - Where the months before already drift, a straight line through all months stands beside the step, so that what would
 *   have come anyway is no effect.
 */
export function stepEstimate(values: readonly number[], split: number): StepEstimate {
  const yearly = split < 2 * SEASON ? withinCalendarMonths(values, split) : null;
  if (yearly !== null) return yearly;
  const { adjusted, years, season } = withoutSeason(values, split);
  const before = adjusted.slice(0, split).filter(isPresent);
  const after = adjusted.slice(split).filter(isPresent);
  const dependence = dependenceOf(adjusted);
  const noise = { dependence, years };
  if (isDrifting(adjusted.slice(0, split), dependence))
    return { ...alongside(adjusted, split, noise), season, dependence, drift: true };
  const [first, second] = [plainMean(before), plainMean(after)];
  const residual = sumOfSquares(before, first) + sumOfSquares(after, second);
  const sigma = Math.sqrt(residual / (before.length + after.length - 2));
  const variance = varianceOfMean(before.length, dependence) + varianceOfMean(after.length, dependence) * cost(years);
  const reach = studentsT(degreesOf(before.length + after.length - 2, dependence)) * sigma * Math.sqrt(variance);
  const change = second - first;
  const levels = { before: first, after: second, change, low: change - reach, high: change + reach };
  return { ...levels, season, dependence, drift: false };
}

/** Effects that were estimated from some years are themselves uncertain by a year's noise over those years. */
const cost = (years: number) => (years === 0 ? 1 : 1 + 1 / years);

function degreesOf(count: number, dependence: number): number {
  return Math.max(3, (count * (1 - dependence)) / (1 + dependence));
}

type Adjusted = { readonly adjusted: readonly number[]; readonly years: number; readonly season: boolean };

/** Values without the yearly pattern of the months before the split; as they are where those have holes or are too few. */
function withoutSeason(values: readonly number[], split: number): Adjusted {
  const before = values.slice(0, split);
  const plain = { adjusted: values, years: 0, season: false };
  if (split < 2 * SEASON || !before.every(isPresent)) return plain;
  const effects = seasonalEffects(before);
  const spread = sumOfSquares(before, plainMean(before)) / before.length;
  const explained = sumOfSquares(effects, 0) / SEASON;
  if (explained <= 0) return plain;
  const adjusted = values.map((x, i) => x - at(effects, (((i - split) % SEASON) + SEASON) % SEASON));
  return { adjusted, years: Math.min(4, split / SEASON), season: explained > NOTABLE_SEASON * spread };
}

/** So many times more than the rest must a season explain, for each of its eleven degrees of freedom, before it is believed. */
const SEASON_FROM = 2.5;

/**
 * The step with each calendar month compared with itself, by least squares on {month, step}: for a year of history and
 * more, where a season shows on both sides. Null where there is too little of it, or no season.
 */
function withinCalendarMonths(values: readonly number[], split: number): StepEstimate | null {
  const groups = Array.from({ length: SEASON }, (_, place) =>
    values.flatMap((y, t) => (isPresent(y) && t % SEASON === place ? [{ t, y, step: t < split ? 0 : 1 }] : [])),
  );
  const count = groups.reduce((sum, group) => sum + group.length, 0);
  if (split < SEASON || count < 2 * SEASON) return null;
  let [weight, products] = [0, 0];
  for (const group of groups) {
    const share = plainMean(group.map(({ step }) => step));
    for (const { y, step } of group) {
      weight += (step - share) ** 2;
      products += (step - share) * y;
    }
  }
  if (weight < FEWEST_COMPARED) return null;
  const change = products / weight;
  const effects = groups.map((group) => plainMean(group.map(({ y, step }) => y - change * step)));
  const centre = plainMean(effects);
  const adjusted = values.map((y, t) => y - (at(effects, t % SEASON) - centre));
  const residual = sumOfSquares(withoutStep(adjusted, split, change).filter(isPresent), centre);
  const degrees = count - SEASON - 1;
  const plain = withoutStep(values, split, null).filter(isPresent);
  const explained = (sumOfSquares(plain, 0) - residual) / (SEASON - 1);
  if (explained < SEASON_FROM * (residual / degrees)) return null;
  const dependence = dependenceOf(adjusted);
  const variance = (residual / degrees / weight) * ((1 + dependence) / (1 - dependence));
  const reach = studentsT(degreesOf(degrees, dependence)) * Math.sqrt(variance);
  const after = plainMean(adjusted.slice(split).filter(isPresent));
  const levels = { before: after - change, after, change, low: change - reach, high: change + reach };
  return { ...levels, season: true, dependence, drift: false };
}

/** Months that are compared with their own kind weigh at least as much as these together. */
const FEWEST_COMPARED = 2;

/** Values with the step taken out; of an unknown step, each side's own mean. */
function withoutStep(values: readonly number[], split: number, change: number | null): number[] {
  const [before, after] = [values.slice(0, split), values.slice(split)];
  if (change !== null) return [...before, ...after.map((y) => y - change)];
  const centred = (side: readonly number[]) => {
    const mean = plainMean(side.filter(isPresent));
    return side.map((y) => y - mean);
  };
  return [...centred(before), ...centred(after)];
}

/** Whether the months before rise or fall more steeply than chance makes them. */
function isDrifting(before: readonly number[], dependence: number): boolean {
  const points = before.flatMap((y, t) => (isPresent(y) ? [{ t, y }] : []));
  const n = points.length;
  if (n < DRIFT_NEEDS) return false;
  const meanT = plainMean(points.map(({ t }) => t));
  const meanY = plainMean(points.map(({ y }) => y));
  const squares = points.reduce((sum, { t }) => sum + (t - meanT) ** 2, 0);
  const slope = points.reduce((sum, { t, y }) => sum + (t - meanT) * (y - meanY), 0) / squares;
  const residual = points.reduce((sum, { t, y }) => sum + (y - meanY - slope * (t - meanT)) ** 2, 0);
  const error = Math.sqrt((residual / (n - 2) / squares) * ((1 + dependence) / (1 - dependence)));
  return Math.abs(slope) > DRIFT_FROM * error;
}

type Noise = { readonly dependence: number; readonly years: number };

/**
 * The step beside one straight line through all months, by least squares on {1, t, step}: the step's part that is not
 * explained by 1 and t carries both the estimate and its error (Frisch and Waugh 1933).
 */
function alongside(values: readonly number[], split: number, { dependence, years }: Noise) {
  const points = values.flatMap((y, t) => (isPresent(y) ? [{ t, y, step: t < split ? 0 : 1 }] : []));
  const n = points.length;
  const meanT = plainMean(points.map(({ t }) => t));
  const squares = points.reduce((sum, { t }) => sum + (t - meanT) ** 2, 0);
  const apartFrom = (column: readonly number[]) => {
    const mean = plainMean(column);
    const slope = points.reduce((sum, { t }, i) => sum + (t - meanT) * (at(column, i) - mean), 0) / squares;
    return column.map((x, i) => x - mean - slope * (at(points, i).t - meanT));
  };
  const steps = apartFrom(points.map(({ step }) => step));
  const rest = apartFrom(points.map(({ y }) => y));
  const weight = sumOfSquares(steps, 0);
  const change = steps.reduce((sum, s, i) => sum + s * at(rest, i), 0) / weight;
  const residual = rest.reduce((sum, r, i) => sum + (r - change * at(steps, i)) ** 2, 0);
  const degrees = Math.max(1, n - 3);
  const inflation = ((1 + dependence) / (1 - dependence)) * cost(years);
  const reach = studentsT(degreesOf(degrees, dependence)) * Math.sqrt((residual / degrees / weight) * inflation);
  const after = plainMean(points.filter(({ step }) => step === 1).map(({ y }) => y));
  return { before: after - change, after, change, low: change - reach, high: change + reach };
}
