import type { Direction } from "../kpi-definition.ts";
import type { TargetInForce } from "./assurance.ts";
import { changeOfLevel } from "./dependence.ts";
import { type Meaning, meaningOf } from "./naming.ts";
import { at, isPresent, preciseMean } from "./numerics.ts";
import type { SegmentJudgement } from "./segment-judgement.ts";
import { hasDirection, type Polarity, polarityOf, type SignalRule } from "./signal-rules.ts";

/** A stretch of months that ends with the judged one and that one rule has found. */
export type SignalRun = {
  rule: "shift" | "trend" | "two_in_three" | "four_in_five";
  /** Index in the segment of its first row: "since". */
  from: number;
  /** Months from the first to the judged one. */
  length: number;
  /** Index in the segment at which the new level most likely began: "changed in". */
  changedAt: number;
};

/** The signal of one row: its polarity by the rule that names it, and the run it belongs to, if any. */
export type NewestSignal = { polarity: Polarity; run: SignalRun | null };

/** What the row at `index` shows, or null for usual variation. */
export function signalAt(judgement: SegmentJudgement, index: number): NewestSignal | null {
  const rules = judgement.isFirm ? at(judgement.rows, index).filter(hasDirection) : [];
  const first = rules[0];
  if (first === undefined) return null;
  const inDirection = rules.filter((rule) => polarityOf(rule) === polarityOf(first));
  return { polarity: polarityOfFigure(first, judgement), run: runAt(judgement, index, inDirection) };
}

/** Whether the figure itself is high or low: on a chart of what lies between events, a high point is a low figure. */
export function polarityOfFigure(rule: SignalRule, { isInverse }: Pick<SegmentJudgement, "isInverse">): Polarity {
  const polarity = polarityOf(rule);
  if (!isInverse) return polarity;
  return polarity > 0 ? -1 : 1;
}

/** The run of the strongest kind: a shift says more of a level than a trend, a trend more than two months in three. */
function runAt(judgement: SegmentJudgement, index: number, rules: readonly SignalRule[]): SignalRun | null {
  const shift = rules.find((rule) => rule.startsWith("shift"));
  if (shift !== undefined)
    return runFrom(judgement, { rule: "shift", from: stretchStart(judgement, index, shift), index });
  const trend = rules.find((rule) => rule.startsWith("trend"));
  if (trend !== undefined)
    return runFrom(judgement, { rule: "trend", from: stretchStart(judgement, index, trend), index });
  const pair = rules.find((rule) => rule.startsWith("two_in_three"));
  if (pair !== undefined) {
    const from = [index - 2, index - 1].find((i) => judgement.rows[i]?.includes(pair)) ?? index;
    return runFrom(judgement, { rule: "two_in_three", from, index });
  }
  const four = rules.find((rule) => rule.startsWith("four_in_five"));
  if (four === undefined) return null;
  const from = [4, 3, 2, 1].map((back) => index - back).find((i) => judgement.rows[i]?.includes(four)) ?? index;
  return runFrom(judgement, { rule: "four_in_five", from, index });
}

function stretchStart({ rows }: SegmentJudgement, index: number, rule: SignalRule): number {
  let from = index;
  while (rows[from - 1]?.includes(rule)) from -= 1;
  return from;
}

function runFrom(
  { values }: SegmentJudgement,
  { rule, from, index }: { rule: SignalRun["rule"]; from: number; index: number },
): SignalRun {
  return { rule, from, length: index - from + 1, changedAt: changePoint(values.slice(0, index + 1), from) };
}

/**
 * Where the level most likely changed: the split of least squares among the months from two before the run to its last,
 * over the stretch since the run before. The run can begin by chance before the change, or a little after it.
 */
function changePoint(values: readonly number[], runStart: number): number {
  const places = [...values.keys()].filter((i) => isPresent(at(values, i)));
  const present = places.map((i) => at(values, i));
  const start = places.findIndex((place) => place >= runStart);
  const split = changeOfLevel(present, { from: Math.max(1, start - 2), to: present.length - 2 });
  return split === null ? runStart : at(places, split);
}

type MeaningInput = { judgement: SegmentJudgement; index: number; direction: Direction; target: TargetInForce | null };

/**
 * What a signal means for the KPI. For a band the side alone says nothing: a level farther outside the band than the
 * mean of the chart is a concern, a nearer one an improvement, and a move within it neither.
 */
export function meaningOfSignal(signal: NewestSignal, { judgement, index, direction, target }: MeaningInput): Meaning {
  if (direction !== "band" || target === null || !("low" in target)) return meaningOf(direction, signal.polarity);
  const run = judgement.values.slice(signal.run?.from ?? index, index + 1).filter(isPresent);
  const now = distanceFromBand(preciseMean(run), target);
  const usual = distanceFromBand(judgement.limits.mean, target);
  if (now === usual) return "neutral";
  return now < usual ? "improvement" : "concern";
}

function distanceFromBand(level: number, { low, high }: { low: number; high: number }): number {
  return Math.max(0, low - level, level - high);
}
