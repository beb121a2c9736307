import { addDecimals, type Decimal, decimalNumber, decimalOfNumber, integer, subtractDecimals } from "./decimal.ts";
import type { TimeRule } from "./kpi-definition.ts";
import {
  addRationals,
  divideRationals,
  multiplyRationals,
  NOTHING,
  type Rational,
  rational,
  rationalOf,
  roundHalfAway,
  scaleRational,
} from "./rational.ts";

/**
 * Whether the periods' targets are parts that make the year's together (each an equal share) rather than each of the
 * year's size.
 */
function isSharedOut(timeRule: TimeRule): boolean {
  return timeRule === "sum" || timeRule === "cumulative_ratio";
}

/** The `share` of each period's target record where a whole fiscal year's target is given. */
export function shareOfYear(timeRule: TimeRule, periodsPerYear: number): number {
  return isSharedOut(timeRule) ? periodsPerYear : 1;
}

/**
 * A straight way from the baseline (where the year begins) to the target (reached in the last period), rounded half
 * away from zero to `decimals`.
 */
export function linearTargets(way: {
  readonly baseline: number;
  readonly target: number;
  readonly periods: number;
  readonly decimals: number;
}): number[] {
  const baseline = decimalOfNumber(way.baseline);
  const rise = subtractDecimals(decimalOfNumber(way.target), baseline);
  return Array.from({ length: way.periods }, (_, at) => {
    const step = rational(integer(at + 1), integer(way.periods)) ?? NOTHING;
    return asNumber(roundHalfAway(addRationals(rationalOf(baseline), scaleRational(step, rise)), way.decimals));
  });
}

/**
 * Targets with last year's profile. For rules that share a year out, last year's periods scaled so that they add up
 * to the year's target exactly, also as rounded; for the others, each period raised by the same factor as the whole.
 * Null where last year gives no profile (a period without a value, or a whole of 0).
 */
export function targetsByLastYear(year: {
  readonly target: number;
  readonly lastYear: readonly (Rational | null)[];
  /** Last year's figure by the time rule. */
  readonly whole: Rational | null;
  readonly timeRule: TimeRule;
  readonly decimals: number;
}): number[] | null {
  const profile = year.lastYear.filter((value) => value !== null);
  if (profile.length < year.lastYear.length) return null;
  const target = rationalOf(decimalOfNumber(year.target));
  const isShared = isSharedOut(year.timeRule);
  const whole = isShared ? profile.reduce(addRationals, NOTHING) : year.whole;
  const factor = whole === null ? null : divideRationals(target, whole);
  if (factor === null) return null;
  const exact = profile.map((value) => multiplyRationals(value, factor));
  if (!isShared) return exact.map((value) => asNumber(roundHalfAway(value, year.decimals)));
  return roundedTogether(exact, year.decimals).map(asNumber);
}

/** Rounds parts so that their running sums are the rounded running sums: what is lost in one is found in the next. */
function roundedTogether(parts: readonly Rational[], decimals: number): Decimal[] {
  let running = NOTHING;
  let given: Decimal = integer(0);
  return parts.map((part) => {
    running = addRationals(running, part);
    const next = subtractDecimals(roundHalfAway(running, decimals), given);
    given = addDecimals(given, next);
    return next;
  });
}

function asNumber(value: Decimal): number {
  return decimalNumber(value) ?? 0;
}
