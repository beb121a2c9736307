import type { Direction } from "../kpi-definition.ts";
import { assuranceOf, assuranceOfConstant, meetsTarget, type TargetInForce } from "./assurance.ts";
import { usualValue } from "./mostly-constant.ts";
import { signalAt } from "./newest-signal.ts";
import { at, isPresent, normalShareBelow, preciseMean } from "./numerics.ts";
import { judgeSingleValues } from "./segment-analysis.ts";
import type { SegmentJudgement, SegmentOptions } from "./segment-judgement.ts";
import type { AssuranceIcon, SeriesRow } from "./series.ts";
import { D2, limitsAround, type XmrLimits } from "./xmr-limits.ts";

export type Outlook = {
  assurance: AssuranceIcon | null;
  /** Where single months are expected while nothing changes: the limits about the level judged; null where there are none. */
  expected: { mean: number; lower: number; upper: number } | null;
  /** Chance that a single month misses the target, 0 to 1; null without a target or limits. */
  chanceOfMiss: number | null;
  /** Whether value minus target was judged, because the target kept changing. */
  onDifference: boolean;
};

type Process = {
  rows: readonly SeriesRow[];
  judgement: SegmentJudgement;
  /** Index of the newest judged row. */
  index: number;
  direction: Direction;
  options: SegmentOptions;
};

export function targetInForce(row: SeriesRow | undefined): TargetInForce | null {
  if (row === undefined) return null;
  const { target = null, low = null, high = null } = row;
  if (low !== null && high !== null) return { low, high };
  return target === null ? null : { value: target };
}

/**
 * Whether the process can meet its target (DOMAIN 7): the limits about the level since the last shift against the newest
 * target; where the target changed more than once in twelve months, value minus target against zero.
 */
export function outlookOf(process: Process): Outlook {
  const { rows, judgement, index, direction } = process;
  const limits = limitsSinceShift(judgement, index);
  const expected = isPresent(limits.upper) ? within(judgement.bounds, limits) : null;
  const target = targetInForce(rows.at(-1));
  if (target === null || direction === "neutral" || !judgement.isFirm || !hasLimits(process)) {
    return { assurance: null, expected, chanceOfMiss: null, onDifference: false };
  }
  if (changesOfTarget(rows) > 1) return { expected, onDifference: true, ...onDifference(process, target) };
  return { expected, onDifference: false, ...against(target, { judgement, limits, direction }) };
}

/** The anchor gives a verdict without limits too; the product does not. */
function hasLimits({ judgement, options }: Process): boolean {
  return !options.ruleSet.product || isPresent(judgement.limits.upper);
}

function within({ low, high }: SegmentJudgement["bounds"], { mean, lower, upper }: XmrLimits) {
  return { mean, lower: Math.max(low, lower), upper: Math.min(high, upper) };
}

/** The chart's limits, moved to the mean since the shift that the newest month belongs to; the spread is the phase's. */
function limitsSinceShift(judgement: SegmentJudgement, index: number): XmrLimits {
  const run = index < 0 ? null : (signalAt(judgement, index)?.run ?? null);
  if (run?.rule !== "shift") return judgement.limits;
  const since = judgement.values.slice(run.from, index + 1).filter(isPresent);
  return limitsAround(preciseMean(since), judgement.limits.averageRange);
}

type Chances = Pick<Outlook, "assurance" | "chanceOfMiss">;

function against(
  target: TargetInForce,
  { judgement, limits, direction }: { judgement: SegmentJudgement; limits: XmrLimits; direction: Direction },
): Chances {
  if (limits.averageRange === 0) {
    const assurance = assuranceOfConstant(limits.mean, target, direction);
    return { assurance, chanceOfMiss: assurance === "pass" ? 0 : 1 };
  }
  return {
    assurance: assuranceOf(limits, target, direction),
    chanceOfMiss: chanceOfMiss(target, { judgement, limits, direction }),
  };
}

/** By the normal curve about the level; where most months share one value, by counting. */
function chanceOfMiss(
  target: TargetInForce,
  { judgement, limits, direction }: { judgement: SegmentJudgement; limits: XmrLimits; direction: Direction },
): number {
  const present = judgement.values.filter(isPresent);
  if (usualValue(judgement.values) !== null) {
    const missed = present.filter((x) => !meetsTarget(x, target, direction)).length;
    return (missed + 0.5) / (present.length + 1);
  }
  const sigma = limits.averageRange / D2;
  const below = (edge: number) => normalShareBelow((edge - limits.mean) / sigma);
  if ("low" in target) return below(target.low) + 1 - below(target.high);
  return direction === "lower" ? 1 - below(target.value) : below(target.value);
}

/** Value minus target against zero; a band is met where both differences are on their side. */
function onDifference(process: Process, target: TargetInForce): Chances {
  if (!("low" in target)) {
    return differenceTo(process, { edge: (row) => row.target ?? null, direction: process.direction });
  }
  const low = differenceTo(process, { edge: (row) => row.low ?? null, direction: "higher" });
  const high = differenceTo(process, { edge: (row) => row.high ?? null, direction: "lower" });
  const both = [low.assurance, high.assurance];
  const chance =
    low.chanceOfMiss === null || high.chanceOfMiss === null ? null : Math.min(1, low.chanceOfMiss + high.chanceOfMiss);
  if (both.includes(null)) return { assurance: null, chanceOfMiss: null };
  if (both.includes("fail")) return { assurance: "fail", chanceOfMiss: chance };
  return { assurance: both.every((icon) => icon === "pass") ? "pass" : "inconsistent", chanceOfMiss: chance };
}

function differenceTo(
  { rows, judgement, index, options }: Process,
  { edge, direction }: { edge: (row: SeriesRow) => number | null; direction: Direction },
): Chances {
  const differences = judgement.values.map((x, i) => x - (edge(at(rows, i)) ?? Number.NaN));
  const judged = judgeSingleValues(differences, options);
  if (!judged.isFirm) return { assurance: null, chanceOfMiss: null };
  return against({ value: 0 }, { judgement: judged, limits: limitsSinceShift(judged, index), direction });
}

/** How often the target of a month differed from the month before, over the newest twelve. */
function changesOfTarget(rows: readonly SeriesRow[]): number {
  const newest = rows.slice(-13);
  const last = newest.at(-1);
  const from = newest.filter((row) => last !== undefined && row.period > yearBefore(last.period)).length;
  const start = newest.length - from;
  let changes = 0;
  for (let i = Math.max(1, start); i < newest.length; i++) {
    const before = targetInForce(newest[i - 1]);
    const now = targetInForce(newest[i]);
    if (before !== null && now !== null && !isSameTarget(before, now)) changes += 1;
  }
  return changes;
}

function yearBefore(period: string): string {
  return `${String(Number(period.slice(0, 4)) - 1).padStart(4, "0")}${period.slice(4)}`;
}

function isSameTarget(a: TargetInForce, b: TargetInForce): boolean {
  if ("low" in a) return "low" in b && a.low === b.low && a.high === b.high;
  return !("low" in b) && a.value === b.value;
}
