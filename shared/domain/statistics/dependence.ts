import { at, isPresent, lagOneAutocorrelation, plainMean, sumOfSquares } from "./numerics.ts";

/** Below this the months are taken as independent: chance alone gives as much in a stable series of three years. */
const DEPENDENCE_FROM = 0.28;
/** Added to what is taken as dependence, so that an estimate from few months errs on the careful side. */
const CARE = 0.1;
const STRONGEST = 0.8;
/** Fewest months on either side of a change of level that is taken out before neighbours are compared. */
const FEWEST_ON_A_SIDE = 3;

/**
 * How much a month resembles the one before, 0 (independent) to 0.8, as a first-order autocorrelation.
 * A change of level and a straight drift make neighbours alike too, so the better fitting of the two is taken out first;
 * the bias that this brings in short series, measured by simulation, is given back: E(r) = phi - (3.7 + 7.2 phi) / n.
 */
export function dependenceOf(values: readonly number[]): number {
  const n = values.filter(isPresent).length;
  const r = lagOneAutocorrelation(withoutLevelOrDrift(values));
  if (!isPresent(r)) return 0;
  const estimate = (r + 3.7 / n) / Math.max(0.5, 1 - 7.2 / n);
  return estimate < DEPENDENCE_FROM ? 0 : Math.min(STRONGEST, estimate + CARE);
}

/** Residuals about the better of two fits: two levels that change once, or one straight line. Holes stay holes. */
function withoutLevelOrDrift(values: readonly number[]): readonly number[] {
  const places: number[] = [];
  const present: number[] = [];
  values.forEach((x, i) => {
    if (!isPresent(x)) return;
    places.push(i);
    present.push(x);
  });
  const level = levelResiduals(present);
  const drift = driftResiduals(present, places);
  const better = sumOfSquares(drift, 0) < sumOfSquares(level, 0) ? drift : level;
  if (present.length === values.length) return better;
  const residuals = values.map(() => Number.NaN);
  places.forEach((place, i) => {
    residuals[place] = at(better, i);
  });
  return residuals;
}

function levelResiduals(values: readonly number[]): number[] {
  const split = changeOfLevel(values, { from: FEWEST_ON_A_SIDE, to: values.length - FEWEST_ON_A_SIDE });
  const before = plainMean(values.slice(0, split ?? values.length));
  const after = split === null ? before : plainMean(values.slice(split));
  return values.map((x, i) => x - (split === null || i < split ? before : after));
}

/**
 * The index at which a new level most likely begins (least squares), among the indices `from` to `to`, both included;
 * null where there is none or nothing changes.
 */
export function changeOfLevel(values: readonly number[], { from, to }: { from: number; to: number }): number | null {
  const origin = values[0] ?? 0;
  const total = values.reduce((sum, x) => sum + (x - origin), 0);
  let before = 0;
  let best: number | null = null;
  let largest = 0;
  for (let i = 1; i <= to && i < values.length; i++) {
    before += at(values, i - 1) - origin;
    if (i < from) continue;
    const step = before / i - (total - before) / (values.length - i);
    const gain = (step * step * i * (values.length - i)) / values.length;
    if (gain > largest) {
      largest = gain;
      best = i;
    }
  }
  return best;
}

function driftResiduals(values: readonly number[], places: readonly number[]): number[] {
  const meanX = plainMean(values);
  const meanT = plainMean(places);
  let products = 0;
  for (let i = 0; i < values.length; i++) products += (at(values, i) - meanX) * (at(places, i) - meanT);
  const squares = sumOfSquares(places, meanT);
  const slope = squares > 0 ? products / squares : 0;
  return values.map((x, i) => x - meanX - slope * (at(places, i) - meanT));
}

/**
 * Variance of a mean of `count` neighbouring months, relative to that of one month, where each resembles the one before
 * by `dependence`: (1 + 2 sum (1 - j / count) phi^j) / count.
 */
export function varianceOfMean(count: number, dependence: number): number {
  if (dependence === 0) return 1 / count;
  const phi = dependence;
  // sum of (1 - j / n) phi^j over j = 1 .. n - 1, in closed form
  const whole = (phi * (1 - phi ** (count - 1))) / (1 - phi);
  const weighted = (phi * (1 - count * phi ** (count - 1) + (count - 1) * phi ** count)) / (1 - phi) ** 2 / count;
  return (1 + 2 * (whole - weighted)) / count;
}
