import { type Decimal, multiplyDecimals, subtractDecimals, ZERO } from "./decimal.ts";

/** How far short of its target a figure may fall and still be "just short", its edge included. */
export type Tolerance = { readonly kind: "absolute" | "percent"; readonly amount: Decimal };

const HUNDREDTH: Decimal = { digits: 1, scale: 2 };

/** The tolerance at a target as shown, in the KPI's unit of measure: an amount, or a percentage of |target|. */
export function toleranceAt(tolerance: Tolerance | null, target: Decimal): Decimal {
  if (tolerance === null) return ZERO;
  if (tolerance.kind === "absolute") return tolerance.amount;
  const size = target.digits < 0 ? subtractDecimals(ZERO, target) : target;
  return multiplyDecimals(multiplyDecimals(tolerance.amount, size), HUNDREDTH);
}
