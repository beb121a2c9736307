import { type Coverage, reachesMinimum } from "./coverage.ts";
import { addDecimals, compareDecimals, type Decimal, subtractDecimals } from "./decimal.ts";
import { type Figure, shownValue } from "./figure.ts";
import type { Direction } from "./kpi-definition.ts";
import { roundHalfAway } from "./rational.ts";
import type { StatusKind } from "./status-kind.ts";
import { fitsDirection, type Target } from "./target.ts";
import { type Tolerance, toleranceAt } from "./tolerance.ts";

/** Everything a status depends on, of one period or of a window of them. */
export type Judged = {
  readonly figure: Figure;
  readonly coverage: Coverage;
  readonly target: Target | null;
  /** Whether any period of the cell has ended. */
  readonly ended: boolean;
  /** Whether the target is for a whole of which the figure sums only a part. */
  readonly partOfWhole: boolean;
};

/** How a KPI is judged. */
export type JudgingRules = {
  readonly direction: Direction;
  readonly decimals: number;
  readonly tolerance: Tolerance | null;
  /** The organisation's minimum coverage, in percent. */
  readonly minimumCoverage: Decimal;
};

/** The status of a figure, judged on figures as shown: the first of the eight that holds. */
export function statusOf(judged: Judged, rules: JudgingRules): StatusKind {
  const { figure, coverage, target } = judged;
  if (coverage.due === 0 && !(figure.kind === "not_applicable" && judged.ended)) return "not_due";
  if (figure.kind === "missing") return "missing";
  const shown = shownValue(figure, rules.decimals);
  if (shown === null) return "no_value";
  if (judged.partOfWhole || !reachesMinimum(coverage, rules.minimumCoverage)) return "incomplete";
  if (target === null || rules.direction === "neutral" || !fitsDirection(target, rules.direction)) return "no_target";
  return attainment(shown, target, rules);
}

/** On target, short within tolerance, or off: how a value as shown stands against a target as shown. */
function attainment(shown: Decimal, target: Target, rules: JudgingRules): "on" | "near" | "off" {
  const { direction, decimals, tolerance } = rules;
  if (target.kind === "band") {
    const low = roundHalfAway(target.low, decimals);
    const high = roundHalfAway(target.high, decimals);
    return worse(atLeast(shown, low, tolerance), atMost(shown, high, tolerance));
  }
  const goal = roundHalfAway(target.value, decimals);
  return direction === "lower" ? atMost(shown, goal, tolerance) : atLeast(shown, goal, tolerance);
}

function atLeast(shown: Decimal, goal: Decimal, tolerance: Tolerance | null): "on" | "near" | "off" {
  if (compareDecimals(shown, goal) >= 0) return "on";
  if (tolerance === null) return "off";
  return compareDecimals(shown, subtractDecimals(goal, toleranceAt(tolerance, goal))) >= 0 ? "near" : "off";
}

function atMost(shown: Decimal, goal: Decimal, tolerance: Tolerance | null): "on" | "near" | "off" {
  if (compareDecimals(shown, goal) <= 0) return "on";
  if (tolerance === null) return "off";
  return compareDecimals(shown, addDecimals(goal, toleranceAt(tolerance, goal))) <= 0 ? "near" : "off";
}

function worse(a: "on" | "near" | "off", b: "on" | "near" | "off"): "on" | "near" | "off" {
  if (a === "off" || b === "off") return "off";
  return a === "near" || b === "near" ? "near" : "on";
}
