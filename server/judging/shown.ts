import { compareDecimals, type Decimal, subtractDecimals, ZERO } from "../../shared/domain/decimal.ts";
import { type Figure, shownValue } from "../../shared/domain/figure.ts";
import { roundHalfAway } from "../../shared/domain/rational.ts";
import { type Target, targetView } from "../../shared/domain/target.ts";
import { type NumberStyle, targetText } from "../../shared/text/figure-text.ts";
import { shownDifference } from "../../shared/text/number-format.ts";

export type ShownTarget = { value: number | null; low: number | null; high: number | null; label: string };
export type ShownVariance = { difference: number; shown: string; favourable: boolean | null };

export function shownTarget(target: Target | null, style: NumberStyle): ShownTarget | null {
  return target === null ? null : { ...targetView(target), label: targetText(target, style) };
}

/** Value minus target, both as shown; to the nearer edge of a band, 0 inside it. Null where either is missing. */
export function shownVariance(figure: Figure, target: Target | null, style: NumberStyle): ShownVariance | null {
  const value = shownValue(figure, style.decimals);
  if (value === null || target === null) return null;
  const difference = differenceOf(value, target, style.decimals);
  return {
    difference: Number(difference.digits) / 10 ** difference.scale,
    shown: shownDifference(difference, style.decimals, style.locale),
    favourable: isFavourable(difference, style.direction),
  };
}

function differenceOf(value: Decimal, target: Target, decimals: number): Decimal {
  if (target.kind === "value") return subtractDecimals(value, roundHalfAway(target.value, decimals));
  const low = roundHalfAway(target.low, decimals);
  const high = roundHalfAway(target.high, decimals);
  if (compareDecimals(value, low) < 0) return subtractDecimals(value, low);
  return compareDecimals(value, high) > 0 ? subtractDecimals(value, high) : ZERO;
}

function isFavourable(difference: Decimal, direction: NumberStyle["direction"]): boolean | null {
  const sign = compareDecimals(difference, ZERO);
  if (direction === "neutral") return null;
  if (direction === "band") return sign === 0;
  return direction === "lower" ? sign <= 0 : sign >= 0;
}
