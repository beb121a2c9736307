import { varianceOfMean } from "./dependence.ts";
import { at, isPresent, plainMean, sumOfSquares } from "./numerics.ts";
import type { RowSignals } from "./point-judgement.ts";

/**
 * A run is believed where its mean lies this many standard errors from the mean of the other months. Long runs ask for
 * more: among many months there are more ways to find one. Both were chosen by simulation (test/bench).
 */
const BELIEVED_FROM = { upToSevenMonths: 2.65, longer: 3.1 };

/**
 * Limits that are fixed after fewer months than they judge are less well known: they ask for somewhat more before they
 * speak. Chosen by simulation so that limits fixed at 24 of 36 months cry wolf no more often than those from all.
 */
const WITH_FIXED_LIMITS = { run: 1.06, reach: 1.08, dependence: 0.05 };

/** How far limits are widened for months that resemble their neighbours, and for limits that were fixed earlier. */
export function wideningFor(dependence: number, isFixed: boolean): number {
  if (!isFixed) return dependence === 0 ? 1 : 1 / Math.sqrt(1 - dependence);
  const careful = dependence === 0 ? 0 : dependence + WITH_FIXED_LIMITS.dependence;
  return WITH_FIXED_LIMITS.reach / Math.sqrt(1 - careful);
}

type GuardedSegment = {
  values: readonly number[];
  rows: readonly RowSignals[];
  dependence: number;
  /** Rows that the limits were made of: 0 up to here. */
  baselineLength: number;
};

/**
 * Takes the shift from the rows of every run that is not large enough for its length: mean of the run against mean of
 * the other baseline months, in standard errors of their pooled spread that know the dependence of neighbours.
 * A chance run of five months hugs the centre; a true shift of one and a half sigma does not.
 */
export function withoutWeakRuns(segment: GuardedSegment): RowSignals[] {
  const kept = [...segment.rows];
  let from = 0;
  while (from < kept.length) {
    const rule = segment.rows[from]?.find((met) => met === "shift_above" || met === "shift_below");
    let to = from + 1;
    if (rule !== undefined) {
      while (segment.rows[to]?.includes(rule)) to += 1;
      if (!isBelieved(segment, from, to)) {
        for (let i = from; i < to; i++) kept[i] = at(kept, i).filter((met) => met !== rule);
      }
    }
    from = to;
  }
  return kept;
}

function isBelieved({ values, dependence, baselineLength }: GuardedSegment, from: number, to: number): boolean {
  const run = values.slice(from, to);
  const others = values.filter((x, i) => i < baselineLength && (i < from || i >= to) && isPresent(x));
  if (others.length < 2) return false;
  const runMean = plainMean(run);
  const otherMean = plainMean(others);
  const residual = sumOfSquares(run, runMean) + sumOfSquares(others, otherMean);
  const sigma = Math.sqrt(residual / (run.length + others.length - 2));
  const variance = varianceOfMean(run.length, dependence) + varianceOfMean(others.length, dependence);
  const distance = Math.abs(runMean - otherMean);
  const care = baselineLength < values.length ? WITH_FIXED_LIMITS.run : 1;
  const errors = care * (run.length > 7 ? BELIEVED_FROM.longer : BELIEVED_FROM.upToSevenMonths);
  return distance > 0 && distance >= errors * sigma * Math.sqrt(variance);
}
