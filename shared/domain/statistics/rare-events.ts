import { at, inverseNormal, isPresent, normalShareBelow, plainMean } from "./numerics.ts";
import type { RatioParts } from "./ratio-chart.ts";

/** A stretch of months that ends with one in which something happened; exposure in the denominator's unit, else months. */
export type ExposureInterval = {
  /** Index of the first month after the event before. */
  from: number;
  /** Index of the month of the event; of an open interval the newest month. */
  to: number;
  exposure: number;
};

export type ExposureIntervals = {
  closed: ExposureInterval[];
  /** What has passed since the last event, without another so far; null straight after one. */
  open: ExposureInterval | null;
};

/**
 * Exposure between months with an event. What lies before the first event says nothing of an interval, and a month that
 * is not known breaks the one it lies in.
 */
export function exposureIntervals(values: readonly number[], parts: readonly RatioParts[]): ExposureIntervals {
  const closed: ExposureInterval[] = [];
  let running: { from: number; exposure: number } | null = null;
  values.forEach((value, i) => {
    if (!isPresent(value)) {
      running = null;
      return;
    }
    const denominator = parts[i]?.denominator ?? Number.NaN;
    const exposure: number = (running?.exposure ?? 0) + (denominator > 0 ? denominator : 1);
    if (value <= 0) {
      running = running === null ? null : { from: running.from, exposure };
      return;
    }
    if (running !== null) closed.push({ from: running.from, to: i, exposure });
    running = { from: i + 1, exposure: 0 };
  });
  // assigned inside the callback, which the compiler does not follow
  const left = running as { from: number; exposure: number } | null;
  const isOpen = left !== null && left.from < values.length;
  return { closed, open: isOpen ? { from: left.from, to: values.length - 1, exposure: left.exposure } : null };
}

/** Probability limits of the exposure between events, as on a chart of geometric counts (g chart). */
export type IntervalScale = {
  /** Normal score of an exposure: 0 at the median, above 3 where chance gives so long a one in 0.135 % only. */
  scoreOf: (exposure: number) => number;
  exposureAt: (score: number) => number;
  mean: number;
};

/**
 * Events are known by the month, so the exposure is geometric in months: the rate comes from the mean exposure between
 * events and a month's own, rate = -ln(1 - month / mean) / month; the tail is taken at the middle of its step (mid-p).
 * Limits by probability, because three standard deviations of so skewed a distribution cry wolf in 2 % of the events.
 */
export function intervalScale(exposures: readonly number[], month: number): IntervalScale {
  const mean = plainMean(exposures);
  const rate = -Math.log(1 - Math.min(0.999, month / mean)) / month;
  const middle = (1 + Math.exp(rate * month)) / 2;
  const least = normalShareBelow(-FARTHEST);
  return {
    scoreOf: (exposure) => {
      const longer = Math.min(1 - least, Math.max(least, middle * Math.exp(-rate * exposure)));
      return -inverseNormal(longer);
    },
    exposureAt: (score) => Math.max(0, Math.log(middle / normalShareBelow(-score)) / rate),
    mean,
  };
}

/** No score lies beyond this: an interval ten times the mean is far enough. */
const FARTHEST = 6;

/** The exposure of an ordinary month. */
export function monthlyExposure(values: readonly number[], parts: readonly RatioParts[]): number {
  const known = [...values.keys()].filter((i) => isPresent(at(values, i)));
  return plainMean(known.map((i) => ((parts[i]?.denominator ?? 0) > 0 ? (parts[i]?.denominator ?? 1) : 1)));
}
