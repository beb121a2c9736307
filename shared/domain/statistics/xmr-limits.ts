import { compensatedSum, isPresent, preciseMean } from "./numerics.ts";

/** 3 / d2 for ranges of two, rounded as the NHS charts have it (STATISTICS 1.5). */
const LIMIT_FACTOR = 2.66;
/** d2 for ranges of two: mean moving range over process sigma. */
export const D2 = 1.128;
/** D4 for ranges of two: a moving range not below this many average ranges is screened out once. */
const SCREENING_FACTOR = 3.267;

/**
 * Limits of one segment. `lower` and `upper` are NaN where there are none; `near` limits lie at two thirds.
 * `averageRange` is what they were made of.
 */
export type XmrLimits = {
  mean: number;
  averageRange: number;
  lower: number;
  upper: number;
  nearLower: number;
  nearUpper: number;
};

export type RangeOptions = {
  /** Drop moving ranges of 3.267 averages or more, once. */
  screening: boolean;
  /** What to do where every range is zero, or the screening leaves only zeros: nothing, as the anchor, or the product rule. */
  whenConstant: "no-limits" | "use-what-varies";
};

/**
 * Average moving range of neighbouring rows; a row without a value forms none. NaN where no range is left.
 * With `use-what-varies` a mostly constant series keeps its unscreened average, and a constant one has 0.
 */
export function averageMovingRange(values: readonly number[], options: RangeOptions): number {
  const ranges: number[] = [];
  for (let i = 1; i < values.length; i++) {
    const range = Math.abs((values[i] ?? Number.NaN) - (values[i - 1] ?? Number.NaN));
    if (isPresent(range)) ranges.push(range);
  }
  const screened = screenedMean(ranges, options.screening);
  if (options.whenConstant === "no-limits" || screened > 0) return screened;
  return screenedMean(ranges, false);
}

/** Mean of moving ranges, those of 3.267 means or more left out once where asked; NaN where none is left. */
export function screenedMean(ranges: readonly number[], screening: boolean): number {
  if (ranges.length === 0) return Number.NaN;
  const all = compensatedSum(ranges) / ranges.length;
  if (!screening) return all;
  const kept = ranges.filter((range) => range < SCREENING_FACTOR * all);
  return kept.length === 0 ? Number.NaN : compensatedSum(kept) / kept.length;
}

/** Mean and limits from the baseline values (NaN where a row has none): mean -/+ 2.66 average moving ranges. Never clipped. */
export function xmrLimits(baseline: readonly number[], options: RangeOptions): XmrLimits {
  return limitsAround(preciseMean(baseline.filter(isPresent)), averageMovingRange(baseline, options));
}

/** Limits this far from the centre, as if moving ranges had given them. */
export function limitsOfReach(mean: number, reach: number): XmrLimits {
  const near = (2 * reach) / 3;
  return {
    mean,
    averageRange: reach / LIMIT_FACTOR,
    lower: mean - reach,
    upper: mean + reach,
    nearLower: mean - near,
    nearUpper: mean + near,
  };
}

export function limitsAround(mean: number, averageRange: number): XmrLimits {
  const reach = LIMIT_FACTOR * averageRange;
  const near = ((2 * LIMIT_FACTOR) / 3) * averageRange;
  return {
    mean,
    averageRange,
    lower: mean - reach,
    upper: mean + reach,
    nearLower: mean - near,
    nearUpper: mean + near,
  };
}
