import type { Direction, TimeRule } from "../kpi-definition.ts";
import { at } from "./numerics.ts";
import type { Bounds, YearSlot } from "./year-course.ts";
import { yearFigure } from "./year-figure.ts";

/** A target of one month of the year: a value, or the edges of a band. Null where there is none. */
export type MonthTarget = { value: number } | { low: number; high: number } | null;

/** What the year's figure is compared with, path by path: one number of both kinds where there is no band. */
export type Aims = { readonly low: readonly number[]; readonly high: readonly number[] };

export type Judging = {
  readonly direction: Direction;
  /** Digits on which figure and target are compared, as statuses are; null: unrounded. */
  readonly decimals: number | null;
};

/** Whether a figure reaches its aim, both as shown. */
export function isReached(
  figure: number,
  aim: { low: number; high: number },
  { direction, decimals }: Judging,
): boolean {
  const shown = (x: number) => (decimals === null ? x : roundedAway(x, decimals));
  if (direction === "band") return shown(figure) >= shown(aim.low) && shown(figure) <= shown(aim.high);
  return direction === "lower" ? shown(figure) <= shown(aim.high) : shown(figure) >= shown(aim.low);
}

function roundedAway(x: number, decimals: number): number {
  const scale = 10 ** decimals;
  return (Math.sign(x) * Math.round(Math.abs(x) * scale)) / scale;
}

/** (k + 1/2) / (n + 1) of n paths that reach their aim: never quite 0 or 1. */
export function shareReached(figures: readonly number[], { low, high }: Aims, judging: Judging): number {
  const reached = figures.filter((figure, i) => isReached(figure, { low: at(low, i), high: at(high, i) }, judging));
  return (reached.length + 0.5) / (figures.length + 1);
}

export type Standing = Judging & {
  readonly timeRule: TimeRule;
  readonly slots: readonly YearSlot[];
  readonly bounds: Bounds;
};

/** 0 or 1 where even the best, or the worst, that the open months can hold changes nothing; null while it is open. */
export function settledBy(standing: Standing, aim: { low: number; high: number }): 0 | 1 | null {
  const { direction, timeRule, slots, bounds } = standing;
  if (timeRule === "ratio" || timeRule === "cumulative_ratio" || timeRule === "last") return null;
  const withOpen = (x: number) => {
    const values = slots.map((slot) => (slot.kind === "known" ? (slot.value ?? Number.NaN) : x));
    return yearFigure({ values, denominators: [] }, timeRule);
  };
  const least = withOpen(bounds.minimum ?? Number.NEGATIVE_INFINITY);
  const most = withOpen(bounds.maximum ?? Number.POSITIVE_INFINITY);
  const reaches = (figure: number) => isReached(figure, aim, standing);
  if (direction === "band") {
    if (!reachesBand(standing, aim, { least, most })) return 0;
    return reaches(least) && reaches(most) ? 1 : null;
  }
  const [best, worst] = direction === "lower" ? [least, most] : [most, least];
  if (!reaches(best)) return 0;
  return reaches(worst) ? 1 : null;
}

/** Whether any figure between the least and the most lies in the band. */
function reachesBand(
  { decimals }: Judging,
  aim: { low: number; high: number },
  { least, most }: { least: number; most: number },
): boolean {
  const above = isReached(least, aim, { direction: "lower", decimals });
  return above && isReached(most, aim, { direction: "higher", decimals });
}
