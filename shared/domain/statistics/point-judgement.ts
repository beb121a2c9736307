import { at, isPresent } from "./numerics.ts";
import type { RuleSet } from "./rule-set.ts";
import { type Marks, markShifts, markTrends, markTwoInThree, sidesOf, type TrendMarks } from "./runs.ts";
import type { SignalRule } from "./signal-rules.ts";
import type { XmrLimits } from "./xmr-limits.ts";

/** The rules that one row meets, in order of priority: the first names the point, none is usual variation. */
export type RowSignals = readonly SignalRule[];

export type PointRules = Pick<
  RuleSet,
  "trendLength" | "shiftLength" | "twoInThreeCountsOutside" | "nextStepNamesTrend"
>;

const NOTHING: RowSignals = [];

/**
 * All signals of a segment's rows (STATISTICS 2): outside, trend, two in three, shift, in this priority.
 * `sides` are the sides that runs are counted by, those of the mean unless given.
 * Where there are no limits the rules that need none still speak.
 */
export function judgeRows(
  values: readonly number[],
  { limits, rules, sides = sidesOf(values, limits.mean) }: { limits: XmrLimits; rules: PointRules; sides?: Marks },
): RowSignals[] {
  const far = values.map(
    (x) =>
      (x > limits.nearUpper || x < limits.nearLower) && (rules.twoInThreeCountsOutside || outsideSign(x, limits) === 0),
  );
  const trends = markTrends(values, rules.trendLength);
  const twoInThree = markTwoInThree(sides, far);
  const shifts = markShifts(sides, rules.shiftLength);
  return values.map((x, i) => {
    if (!isPresent(x)) return NOTHING;
    const met = [
      ...signedRule(outsideSign(x, limits), "above_limit", "below_limit"),
      ...trendsOf(i, trends, rules.nextStepNamesTrend),
      ...signedRule(at(twoInThree, i), "two_in_three_above", "two_in_three_below"),
      ...signedRule(at(shifts, i), "shift_above", "shift_below"),
    ];
    return met.length === 0 ? NOTHING : met;
  });
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
