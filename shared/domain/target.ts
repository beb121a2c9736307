import { decimalOfNumber, integer } from "./decimal.ts";
import type { Direction } from "./kpi-definition.ts";
import { type Rational, rational, rationalNumber, rationalOf } from "./rational.ts";
import { ancestorsOf, type OrgTree } from "./tree.ts";

/** What a figure is judged by: one value, or the edges of a band. Exact, in the KPI's unit of measure. */
export type Target =
  | { readonly kind: "value"; readonly value: Rational }
  | { readonly kind: "band"; readonly low: Rational; readonly high: Rational };

/**
 * A target as it is recorded. `share` is how many equal shares the entered amount is split into: 12 where a fiscal
 * year's target was given for a sum, so that the twelve months add up to it exactly; else 1.
 * Stretch and benchmark are shown and never judged.
 */
export type TargetRecord = {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly share: number;
  readonly stretch: number | null;
  readonly benchmark: number | null;
};

export type TargetFault = "value-needed" | "band-needed" | "band-reversed" | "neutral-takes-no-band";

/** Doubles of a target, for answers and charts. */
export type TargetView = { readonly value: number | null; readonly low: number | null; readonly high: number | null };

/** Why a record can't serve as target of a KPI of this direction; null where it can. */
export function targetFault(record: TargetRecord, direction: Direction): TargetFault | null {
  const { value, low, high } = record;
  if (direction !== "band") {
    if (low !== null || high !== null) return direction === "neutral" ? "neutral-takes-no-band" : "value-needed";
    return value === null ? "value-needed" : null;
  }
  if (low === null || high === null || value !== null) return "band-needed";
  return low > high ? "band-reversed" : null;
}

/** The target of a record; null where it holds neither a value nor both edges of a band. */
export function targetOfRecord(record: Pick<TargetRecord, "value" | "low" | "high" | "share">): Target | null {
  const { value, low, high, share } = record;
  if (value !== null) return { kind: "value", value: shared(value, share) };
  if (low === null || high === null) return null;
  return { kind: "band", low: shared(low, share), high: shared(high, share) };
}

function shared(amount: number, share: number): Rational {
  const exact = decimalOfNumber(amount);
  return share === 1 ? rationalOf(exact) : (rational(exact, integer(share)) ?? rationalOf(exact));
}

/** Whether a target is of the kind that this direction is judged by. */
export function fitsDirection(target: Target, direction: Direction): boolean {
  return (target.kind === "band") === (direction === "band");
}

export function targetView(target: Target | null): TargetView {
  if (target === null) return { value: null, low: null, high: null };
  return target.kind === "value"
    ? { value: rationalNumber(target.value), low: null, high: null }
    : { value: null, low: rationalNumber(target.low), high: rationalNumber(target.high) };
}

/** The one or two amounts of a target, which all aggregate alike. */
export function amountsOf(target: Target): readonly Rational[] {
  return target.kind === "value" ? [target.value] : [target.low, target.high];
}

/** The inverse of `amountsOf`. */
export function targetOfAmounts(amounts: readonly Rational[]): Target | null {
  const [first, second] = amounts;
  if (first === undefined) return null;
  return second === undefined ? { kind: "value", value: first } : { kind: "band", low: first, high: second };
}

/** The explicit target of the nearest ancestor that has one, by the tree of the month in question. */
export function inheritedTarget(tree: OrgTree, unit: string, explicit: ReadonlyMap<string, Target>): Target | null {
  for (const ancestor of ancestorsOf(tree, unit)) {
    const target = explicit.get(ancestor);
    if (target !== undefined) return target;
  }
  return null;
}
