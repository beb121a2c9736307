import { varianceOfMean } from "./dependence.ts";
import { at, isPresent } from "./numerics.ts";
import type { RowSignals } from "./point-judgement.ts";

/**
 * A run is believed where its mean lies this many standard errors from the mean of the other months. Long runs ask for
 * more: among many months there are more ways to find one. Both were chosen by simulation (test/bench).
 */
export const BELIEVED_FROM = { upToSevenMonths: 2.65, longer: 3.1 };

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
  for (const rule of ["shift_above", "shift_below"] as const) {
    let from = 0;
    while (from < kept.length) {
      let to = from;
      while (segment.rows[to]?.includes(rule)) to += 1;
      if (to > from && !isBelieved(segment, from, to)) {
        for (let i = from; i < to; i++) kept[i] = at(kept, i).filter((met) => met !== rule);
      }
      from = Math.max(to, from + 1);
    }
  }
  return kept;
}

function isBelieved({ values, dependence, baselineLength }: GuardedSegment, from: number, to: number): boolean {
  const run = values.slice(from, to);
  const others = values.filter((x, i) => i < baselineLength && (i < from || i >= to) && isPresent(x));
  if (others.length < 2) return false;
  const runMean = average(run);
  const otherMean = average(others);
  const residual = sumOfSquares(run, runMean) + sumOfSquares(others, otherMean);
  const sigma = Math.sqrt(residual / (run.length + others.length - 2));
  const variance = varianceOfMean(run.length, dependence) + varianceOfMean(others.length, dependence);
  const distance = Math.abs(runMean - otherMean);
  const errors = run.length > 7 ? BELIEVED_FROM.longer : BELIEVED_FROM.upToSevenMonths;
  return distance > 0 && distance >= errors * sigma * Math.sqrt(variance);
}

function average(values: readonly number[]): number {
  const origin = at(values, 0);
  return origin + values.reduce((sum, x) => sum + (x - origin), 0) / values.length;
}

function sumOfSquares(values: readonly number[], centre: number): number {
  return values.reduce((sum, x) => sum + (x - centre) ** 2, 0);
}
