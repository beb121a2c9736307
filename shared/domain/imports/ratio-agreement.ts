import { decimalNumber } from "../decimal.ts";
import type { FigureRules } from "../kpi-definition.ts";

/** A product and a quotient of doubles err by less than this share; it keeps an edge from falling to the wrong side. */
const SLACK = 4e-15;

type RatioRules = Pick<FigureRules, "multiplier" | "decimals">;

export function ratioValue(parts: { numerator: number; denominator: number }, rules: RatioRules): number | null {
  if (parts.denominator === 0) return null;
  return ((decimalNumber(rules.multiplier) ?? 1) * parts.numerator) / parts.denominator;
}

/**
 * Whether a value written beside numerator and denominator can be theirs: it differs from multiplier x numerator /
 * denominator by half a unit of the last digit shown at most, so that any rounding to the KPI's decimals or finer agrees.
 */
export function agreesWithParts(
  value: number,
  parts: { numerator: number; denominator: number },
  rules: RatioRules,
): boolean {
  const exact = ratioValue(parts, rules);
  if (exact === null) return false;
  return Math.abs(value - exact) <= 0.5 * 10 ** -rules.decimals + SLACK * Math.max(Math.abs(exact), Math.abs(value));
}

/** Whether a value keeps the KPI's hard limits, edges included. */
export function isWithinLimits(value: number, limits: { minimum: number | null; maximum: number | null }): boolean {
  const slack = SLACK * Math.abs(value);
  return !(
    (limits.minimum !== null && value < limits.minimum - slack) ||
    (limits.maximum !== null && value > limits.maximum + slack)
  );
}
