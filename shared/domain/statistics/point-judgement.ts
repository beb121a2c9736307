import { at, isPresent } from "./numerics.ts";
import { markPatterns, type PatternMarks } from "./pattern-rules.ts";
import type { RuleSet } from "./rule-set.ts";
import {
  type Marks,
  markShifts,
  markTrends,
  markTwoInThree,
  markTwoOfThree,
  sidesOf,
  type TrendMarks,
} from "./runs.ts";
import type { SignalRule } from "./signal-rules.ts";
import type { XmrLimits } from "./xmr-limits.ts";

/** The rules that one row meets, in order of priority: the first names the point, none is usual variation. */
export type RowSignals = readonly SignalRule[];

export type PointRules = Pick<
  RuleSet,
  "trendLength" | "shiftLength" | "twoInThreeCountsOutside" | "thirdLiesAnywhere" | "nextStepNamesTrend" | "patterns"
>;

const NOTHING: RowSignals = [];

type JudgedBy = {
  limits: XmrLimits;
  rules: PointRules;
  /** The sides that runs are counted by, those of the centre unless given. */
  sides?: Marks;
  /** What rises and falls in a trend, the values unless given. */
  course?: readonly number[];
};

/**
 * All signals of a segment's rows (STATISTICS 2): outside, trend, two in three, shift, in this priority, then the
 * patterns of the textbook sets.
 * Where there are no limits the rules that need none still speak.
 */
export function judgeRows(
  values: readonly number[],
  { limits, rules, sides = sidesOf(values, limits.mean), course = values }: JudgedBy,
): RowSignals[] {
  const far = values.map(
    (x) =>
      (x > limits.nearUpper || x < limits.nearLower) && (rules.twoInThreeCountsOutside || outsideSign(x, limits) === 0),
  );
  const trends = markTrends(course, rules.trendLength);
  const twoInThree = rules.thirdLiesAnywhere ? markTwoOfThree(sides, far) : markTwoInThree(sides, far);
  const shifts = markShifts(sides, rules.shiftLength);
  const patterns = rules.patterns === null ? null : markPatterns(values, limits, rules.patterns);
  return values.map((x, i) => {
    if (!isPresent(x)) return NOTHING;
    const met = [
      ...signedRule(outsideSign(x, limits), "above_limit", "below_limit"),
      ...trendsOf(i, trends, rules.nextStepNamesTrend),
      ...signedRule(at(twoInThree, i), "two_in_three_above", "two_in_three_below"),
      ...signedRule(at(shifts, i), "shift_above", "shift_below"),
      ...(patterns === null ? NOTHING : patternsOf(i, patterns)),
    ];
    return met.length === 0 ? NOTHING : met;
  });
}

function patternsOf(i: number, patterns: PatternMarks): RowSignals {
  const met = [...signedRule(at(patterns.fourInFive, i), "four_in_five_above", "four_in_five_below")];
  if (at(patterns.hugging, i)) met.push("hugging");
  if (at(patterns.alternating, i)) met.push("alternating");
  if (at(patterns.bothSides, i)) met.push("both_sides");
  return met;
}

function signedRule(sign: number, high: SignalRule, low: SignalRule): RowSignals {
  if (sign === 0) return NOTHING;
  return [sign > 0 ? high : low];
}

/**
 * A turning point is in both trends; the one that its next step names comes first. The anchor names a last member of a
 * rise by that step even where no fall begins there; the product names it by the trend it belongs to.
 */
function trendsOf(i: number, { rising, falling, direction }: TrendMarks, nextStepNames: boolean): SignalRule[] {
  const step = at(direction, i);
  const trends: SignalRule[] = [];
  if (at(rising, i) !== 0 || (nextStepNames && step > 0)) trends.push("trend_increasing");
  if (at(falling, i) !== 0 || (nextStepNames && step < 0)) trends.push("trend_decreasing");
  return step < 0 ? trends.reverse() : trends;
}

function outsideSign(x: number, limits: XmrLimits): number {
  if (x > limits.upper) return 1;
  return x < limits.lower ? -1 : 0;
}
