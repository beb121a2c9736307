import { dependenceOf } from "./dependence.ts";
import { wideningFor, withoutWeakRuns } from "./guard.ts";
import { judgeRows, type RowSignals } from "./point-judgement.ts";
import type { RuleSet } from "./rule-set.ts";
import { limitsOfReach } from "./xmr-limits.ts";

export type ScoresQuestion = {
  ruleSet: RuleSet;
  /** Scores that the limits were made of: 0 up to here. */
  baselineLength: number;
  hasLimits: boolean;
  /** What rises and falls on the chart, where that is not the score. */
  course?: readonly number[];
  /** Whether there are scores enough to tell how much one resembles the one before. */
  mayDepend?: boolean;
};

export type JudgedScores = {
  rows: RowSignals[];
  /** How far three standard deviations were widened for months that resemble their neighbours: 1 for not at all. */
  widening: number;
  dependence: number;
};

/**
 * Signals where each month has limits of its own: every rule reads how many standard deviations a month lies from the
 * centre (limits at 3, near limits at 2), so that a run, two in three and the guard mean the same whatever a month's
 * denominator. Only a trend is read from the values themselves, as it is seen on the chart.
 */
export function judgeScores(
  scores: readonly number[],
  { ruleSet, baselineLength, hasLimits, course = scores, mayDepend = true }: ScoresQuestion,
): JudgedScores {
  const dependence = ruleSet.guard && hasLimits && mayDepend ? dependenceOf(scores.slice(0, baselineLength)) : 0;
  const isFixed = ruleSet.guard && hasLimits && baselineLength < scores.length;
  const widening = wideningFor(dependence, isFixed);
  const limits = limitsOfReach(0, hasLimits ? 3 * widening : Number.NaN);
  const rows = judgeRows(scores, { limits, rules: ruleSet, course });
  return {
    rows: ruleSet.guard ? withoutWeakRuns({ values: scores, rows, dependence, baselineLength }) : rows,
    widening,
    dependence,
  };
}
