import { addDecimals, type Decimal, ZERO } from "./decimal.ts";
import type { OrgRule } from "./kpi-definition.ts";
import {
  addRationals,
  divideRationals,
  greater,
  type Rational,
  rationalOf,
  scaleRational,
  smaller,
} from "./rational.ts";
import { amountsOf, type Target, targetOfAmounts } from "./target.ts";

/**
 * The targets of a cell's parts, aggregated by the org rule and the weights of results, in a form that merges:
 * parts that have a target, and "open" parts that would take the nearest ancestor's. Keeping the two apart makes a
 * kept cell independent of what is set above it.
 */
export type PartTargets = {
  /**
   * `ratio` and `mean`: sums of target x weight; `sum`: sums of targets; `min` and `max`: the extreme target. One
   * amount, or two for a band; none where no part has a target.
   */
  readonly amounts: readonly Rational[];
  readonly weight: Decimal;
  readonly openParts: number;
  readonly openWeight: Decimal;
};

export const NO_PARTS: PartTargets = { amounts: [], weight: ZERO, openParts: 0, openWeight: ZERO };

/** A part without a target of its own. */
export function openPart(weight: Decimal): PartTargets {
  return { amounts: [], weight: ZERO, openParts: 1, openWeight: weight };
}

/** A part with an explicit target. */
export function targetedPart(target: Target, weight: Decimal, rule: OrgRule): PartTargets {
  const amounts = amountsOf(target);
  return {
    amounts: isWeighted(rule) ? amounts.map((amount) => scaleRational(amount, weight)) : amounts,
    weight,
    openParts: 0,
    openWeight: ZERO,
  };
}

export function mergeParts(parts: readonly PartTargets[], rule: OrgRule): PartTargets {
  let { amounts, weight, openParts, openWeight } = NO_PARTS;
  for (const part of parts) {
    amounts = mergedAmounts(amounts, part.amounts, rule);
    weight = addDecimals(weight, part.weight);
    openParts += part.openParts;
    openWeight = addDecimals(openWeight, part.openWeight);
  }
  return { amounts, weight, openParts, openWeight };
}

/**
 * The target that the parts make together, open parts taking `inherited`. Null where an open part finds none, and
 * where the parts have no weight at all.
 */
export function targetOfParts(parts: PartTargets, inherited: Target | null, rule: OrgRule): Target | null {
  const { amounts, weight, openParts, openWeight } = parts;
  if (openParts > 0 && inherited === null) return null;
  const rest = openParts > 0 && inherited !== null ? targetedPart(inherited, openWeight, rule).amounts : [];
  const whole = mergedAmounts(amounts, rest, rule);
  if (!isWeighted(rule)) return targetOfAmounts(whole);
  const total = rationalOf(addDecimals(weight, openWeight));
  const means = whole.map((amount) => divideRationals(amount, total));
  return targetOfAmounts(means.filter((mean) => mean !== null));
}

function isWeighted(rule: OrgRule): boolean {
  return rule === "ratio" || rule === "mean";
}

function mergedAmounts(a: readonly Rational[], b: readonly Rational[], rule: OrgRule): readonly Rational[] {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  return a.map((amount, at) => {
    const other = b[at];
    if (other === undefined) return amount;
    if (rule === "min") return smaller(amount, other);
    return rule === "max" ? greater(amount, other) : addRationals(amount, other);
  });
}
