import { SEASON } from "./ets.ts";
import { nelderMead } from "./nelder-mead.ts";
import { at, plainMean } from "./numerics.ts";

/** Additive Holt-Winters as R's `HoltWinters` runs it: it starts in the second year and uses the new level for the season. */
export type HoltWintersParameters = { alpha: number; beta: number; gamma: number };

/** Level and slope before the first smoothed month, and the effects of its twelve calendar places, oldest first. */
export type HoltWintersStart = { level: number; slope: number; season: readonly number[] };

export type HoltWintersRun = {
  sse: number;
  level: number;
  slope: number;
  /** Effects of the twelve months to come, the next one first. */
  season: number[];
};

/** l = a (x - s) + (1 - a)(l + b); b = be (l - l_old) + (1 - be) b; s = g (x - l) + (1 - g) s, from month 13 on. */
export function runHoltWinters(
  values: readonly number[],
  { alpha, beta, gamma }: HoltWintersParameters,
  start: HoltWintersStart,
): HoltWintersRun {
  let { level, slope } = start;
  let sse = 0;
  const season = [...start.season];
  for (let t = SEASON; t < values.length; t++) {
    const x = at(values, t);
    const effect = at(season, 0);
    const before = level;
    sse += (x - (level + slope + effect)) ** 2;
    level = alpha * (x - effect) + (1 - alpha) * (level + slope);
    slope = beta * (level - before) + (1 - beta) * slope;
    season.shift();
    season.push(gamma * (x - level) + (1 - gamma) * effect);
  }
  return { sse, level, slope, season };
}

export function holtWintersForecast({ level, slope, season }: HoltWintersRun, months: number): number[] {
  return Array.from({ length: months }, (_, i) => level + (i + 1) * slope + at(season, i % SEASON));
}

/** R's start values: a straight line through the centred yearly means of the first two years, and their effects. */
export function holtWintersStart(values: readonly number[]): HoltWintersStart {
  const { trend, figure } = decompose(values.slice(0, 2 * SEASON));
  const known = trend.filter((x) => !Number.isNaN(x));
  const middle = (known.length + 1) / 2;
  const mean = plainMean(known);
  const products = known.reduce((sum, x, i) => sum + (i + 1 - middle) * (x - mean), 0);
  const slope = products / known.reduce((sum, _, i) => sum + (i + 1 - middle) ** 2, 0);
  return { level: mean - slope * middle, slope, season: figure };
}

/** The parameters of least squared one-step errors, within 0 and 1. */
export function fitHoltWinters(values: readonly number[]): HoltWintersRun & { parameters: HoltWintersParameters } {
  const start = holtWintersStart(values);
  const parametersAt = ([alpha = 0, beta = 0, gamma = 0]: readonly number[]) => ({ alpha, beta, gamma });
  const cost = (point: readonly number[]) =>
    point.some((x) => x < 0 || x > 1)
      ? Number.POSITIVE_INFINITY
      : runHoltWinters(values, parametersAt(point), start).sse;
  const options = { step: 0.15, evaluations: 600, tolerance: 1e-10 };
  const starts = [0.05, 0.3, 0.7].flatMap((alpha) => [0.02, 0.3, 0.8].map((beta) => [alpha, beta, 0.2]));
  const best = starts.map((point) => nelderMead(cost, point, options)).reduce((a, b) => (b.value < a.value ? b : a));
  const parameters = parametersAt(best.point);
  return { ...runHoltWinters(values, parameters, start), parameters };
}

/** Classical additive decomposition: centred twelve-month means (ends halved), and the mean effect of each place. */
export function decompose(values: readonly number[]): { trend: number[]; figure: number[] } {
  const half = SEASON / 2;
  const trend = values.map((_, i) => {
    if (i < half || i + half >= values.length) return Number.NaN;
    const inner = values.slice(i - half + 1, i + half).reduce((sum, x) => sum + x, 0);
    return (inner + (at(values, i - half) + at(values, i + half)) / 2) / SEASON;
  });
  const effects = Array.from({ length: SEASON }, (_, place) => {
    const known = values.map((x, i) => x - at(trend, i)).filter((x, i) => i % SEASON === place && !Number.isNaN(x));
    return known.reduce((sum, x) => sum + x, 0) / known.length;
  });
  const mean = effects.reduce((sum, x) => sum + x, 0) / SEASON;
  return { trend, figure: effects.map((x) => x - mean) };
}
