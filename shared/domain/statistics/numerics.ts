/**
 * Sums and order statistics for the charts. Absent values travel as NaN inside `statistics/` (every comparison with one
 * is false, so a hole breaks runs and ranges by itself); they enter and leave as null.
 */

/** The element at `index`, which the caller knows to exist. */
export function at<T>(list: ArrayLike<T>, index: number): T {
  const value = list[index];
  if (value === undefined) throw new RangeError(`no element ${index} in a list of ${list.length}`);
  return value;
}

export function isPresent(value: number): boolean {
  return !Number.isNaN(value);
}

/** Sum with Neumaier's compensation: the rounding error of each addition is carried along and added at the end. */
export function compensatedSum(values: readonly number[]): number {
  return compensatedSumOf(values, 0);
}

/** Sum of the differences from `origin`, compensated. */
function compensatedSumOf(values: readonly number[], origin: number): number {
  let sum = 0;
  let lost = 0;
  for (const value of values) {
    const x = value - origin;
    const next = sum + x;
    lost += Math.abs(sum) >= Math.abs(x) ? sum - next + x : x - next + sum;
    sum = next;
  }
  return sum + lost;
}

/** Arithmetic mean refined by a second pass over the residuals, as R does it; NaN for no values. */
export function preciseMean(values: readonly number[]): number {
  const n = values.length;
  if (n === 0) return Number.NaN;
  const first = compensatedSumOf(values, 0) / n;
  return first + compensatedSumOf(values, first) / n;
}

/** Mean good enough to be compared with a spread; NaN for no values. */
export function plainMean(values: readonly number[]): number {
  const origin = values[0] ?? Number.NaN;
  let sum = 0;
  for (const x of values) sum += x - origin;
  return origin + sum / values.length;
}

export function sumOfSquares(values: readonly number[], centre: number): number {
  let sum = 0;
  for (const x of values) sum += (x - centre) ** 2;
  return sum;
}

/** Quantile by linear interpolation between order statistics (type 7 of Hyndman and Fan 1996); NaN for no values. */
export function quantile(values: readonly number[], share: number): number {
  if (values.length === 0) return Number.NaN;
  return sortedQuantile(
    [...values].sort((a, b) => a - b),
    share,
  );
}

/** The same of values in ascending order. */
export function sortedQuantile(sorted: ArrayLike<number>, share: number): number {
  if (sorted.length === 0) return Number.NaN;
  const position = share * (sorted.length - 1);
  const below = Math.floor(position);
  const low = at(sorted, below);
  const high = at(sorted, Math.min(below + 1, sorted.length - 1));
  return low + (position - below) * (high - low);
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Lag-1 autocorrelation over the pairs of neighbours that both exist; NaN for fewer than three values or none varying. */
export function lagOneAutocorrelation(values: readonly number[]): number {
  const present = values.filter(isPresent);
  if (present.length < 3) return Number.NaN;
  const mean = plainMean(present);
  const spread = sumOfSquares(present, mean);
  let products = 0;
  let before = Number.NaN;
  for (const x of values) {
    const deviation = x - mean;
    if (isPresent(deviation * before)) products += deviation * before;
    before = deviation;
  }
  return spread > 0 ? products / spread : Number.NaN;
}

export function numberOrNull(value: number): number | null {
  return Number.isFinite(value) ? value + 0 : null;
}

/**
 * Share of a normal distribution below `z`, good to 1e-7 (complementary error function by Chebyshev fit, as in
 * Numerical Recipes section 6.2).
 */
export function normalShareBelow(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.5 * x);
  const tail = t * Math.exp(-x * x - 1.26551223 + CHEBYSHEV.reduceRight((sum, c) => t * (c + sum), 0));
  return z > 0 ? 1 - tail / 2 : tail / 2;
}

/** The z below which this share of a normal distribution lies (Newton's steps on the function above, from a logistic start). */
export function inverseNormal(share: number): number {
  if (!(share > 0 && share < 1)) return Number.NaN;
  if (share > 0.5) return -inverseNormal(1 - share);
  let z = -Math.sqrt(Math.max(0, -2 * Math.log(2 * share))) || 0;
  for (let step = 0; step < 40; step++) {
    const off = Math.log(normalShareBelow(z) / share);
    const slope = Math.exp(-z * z * 0.5) / (Math.sqrt(2 * Math.PI) * normalShareBelow(z));
    z -= off / slope;
    if (Math.abs(off) < 1e-9) break;
  }
  return z;
}

const CHEBYSHEV = [
  1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223, 0.17087277,
];
