import { at, compensatedSum, isPresent } from "./numerics.ts";
import { D2, screenedMean } from "./xmr-limits.ts";

/** Charts of a ratio that know its denominators. The primed ones measure the spread, the plain ones assume it. */
export const RATIO_CHARTS = ["p", "p-prime", "u", "u-prime", "i-prime"] as const;

export type RatioChartKind = (typeof RATIO_CHARTS)[number];

/** A month's parts; NaN where there are none. A denominator of 0 gives no point. */
export type RatioParts = { numerator: number; denominator: number };

export type RatioOptions = {
  /** Rows that the centre and the spread are taken from; all unless fewer are given. */
  baseline?: number;
  /** Drop moving ranges of 3.267 averages or more, once. */
  screening?: boolean;
};

/** All in parts of 1 (a percentage is 100 times that); NaN where there is no point or no limit. */
export type RatioChart = {
  centre: number;
  values: number[];
  /** Standard deviation expected of each point. */
  sigma: number[];
  lower: number[];
  upper: number[];
  /** Measured spread over the assumed one (Laney's sigma Z); 1 for the plain charts. NaN for i-prime. */
  overdispersion: number;
};

/**
 * Limits of three standard deviations about sum(numerators) / sum(denominators), never the mean of the ratios.
 * p: sqrt(c (1 - c) / n), clipped to 0 and 1; u: sqrt(c / n), clipped at 0 (Shewhart).
 * p-prime and u-prime: the same times the mean moving range of the z-scores over 1.128 (Laney 2002); it may be below 1.
 * i-prime: sqrt(1 / n) times sqrt(pi / 2) mean |y(i) - y(i-1)| / sqrt(1 / n(i) + 1 / n(i-1)), unclipped (Taylor).
 */
export function ratioChart(kind: RatioChartKind, rows: readonly RatioParts[], options: RatioOptions = {}): RatioChart {
  const { baseline = rows.length, screening = false } = options;
  const counted = rows.slice(0, baseline).filter(({ denominator }) => denominator > 0);
  const centre =
    compensatedSum(counted.map(({ numerator }) => numerator)) / compensatedSum(counted.map((row) => row.denominator));
  const values = rows.map(({ numerator, denominator }) => (denominator > 0 ? numerator / denominator : Number.NaN));
  const assumed = rows.map((row) => assumedSigma(kind, centre, row.denominator));
  const scores = values.map((y, i) => (y - centre) / at(assumed, i));
  const spread = spreadOf(kind, {
    rows,
    scores: scores.slice(0, baseline),
    values: values.slice(0, baseline),
    screening,
  });
  const sigma = assumed.map((sd) => sd * spread);
  return {
    centre,
    values,
    sigma,
    lower: sigma.map((sd) => clippedLow(kind, centre - 3 * sd)),
    upper: sigma.map((sd) => (kind.startsWith("p") ? Math.min(1, centre + 3 * sd) : centre + 3 * sd)),
    overdispersion: kind === "i-prime" ? Number.NaN : spread,
  };
}

function assumedSigma(kind: RatioChartKind, centre: number, denominator: number): number {
  if (!(denominator > 0)) return Number.NaN;
  if (kind === "i-prime") return Math.sqrt(1 / denominator);
  return Math.sqrt((kind.startsWith("p") ? centre * (1 - centre) : centre) / denominator);
}

function clippedLow(kind: RatioChartKind, limit: number): number {
  return kind === "i-prime" ? limit : Math.max(0, limit);
}

type Spread = { rows: readonly RatioParts[]; scores: readonly number[]; values: readonly number[]; screening: boolean };

function spreadOf(kind: RatioChartKind, { rows, scores, values, screening }: Spread): number {
  if (kind === "p" || kind === "u") return 1;
  const ranges: number[] = [];
  for (let i = 1; i < scores.length; i++) {
    const range = kind === "i-prime" ? weighedRange(values, rows, i) : Math.abs(at(scores, i) - at(scores, i - 1)) / D2;
    if (isPresent(range)) ranges.push(range);
  }
  return screenedMean(ranges, screening);
}

function weighedRange(values: readonly number[], rows: readonly RatioParts[], i: number): number {
  const step = Math.abs(at(values, i) - at(values, i - 1));
  const exposure = 1 / at(rows, i).denominator + 1 / at(rows, i - 1).denominator;
  return Math.sqrt(Math.PI / 2) * (step / Math.sqrt(exposure));
}

/** Whether a point lies beyond its own limits; false where it has none. */
export function isOutside(chart: RatioChart, i: number): boolean {
  const value = at(chart.values, i);
  return value > at(chart.upper, i) || value < at(chart.lower, i);
}
