import {
  addDecimals,
  compareDecimals,
  type Decimal,
  decimalOfDigits,
  decimalOfText,
  decimalText,
  exactPowerOfTen,
  isZero,
  multiplyDecimals,
  negateDecimal,
  ONE,
  productOfDigits,
  ZERO,
} from "./decimal.ts";
import { divideHalfAway, nearestDouble } from "./quotient.ts";

/** An exact fraction of two decimals; `denom` is positive. Not reduced: compare with `compareRationals`. */
export type Rational = { readonly numer: Decimal; readonly denom: Decimal };

export const NOTHING: Rational = { numer: ZERO, denom: ONE };

/** `numer / denom`, or null where `denom` is 0: there is no such value. */
export function rational(numer: Decimal, denom: Decimal): Rational | null {
  if (isZero(denom)) return null;
  return denom.digits > 0 ? { numer, denom } : { numer: negateDecimal(numer), denom: negateDecimal(denom) };
}

export function rationalOf(value: Decimal): Rational {
  return { numer: value, denom: ONE };
}

export function addRationals(a: Rational, b: Rational): Rational {
  if (isSame(a.denom, b.denom)) return { numer: addDecimals(a.numer, b.numer), denom: a.denom };
  return {
    numer: addDecimals(multiplyDecimals(a.numer, b.denom), multiplyDecimals(b.numer, a.denom)),
    denom: multiplyDecimals(a.denom, b.denom),
  };
}

export function subtractRationals(a: Rational, b: Rational): Rational {
  return addRationals(a, negateRational(b));
}

export function negateRational(value: Rational): Rational {
  return { numer: negateDecimal(value.numer), denom: value.denom };
}

export function multiplyRationals(a: Rational, b: Rational): Rational {
  return { numer: multiplyDecimals(a.numer, b.numer), denom: multiplyDecimals(a.denom, b.denom) };
}

/** `value x factor`, the denominator left as it is. */
export function scaleRational(value: Rational, factor: Decimal): Rational {
  return { numer: multiplyDecimals(value.numer, factor), denom: value.denom };
}

export function divideRationals(a: Rational, b: Rational): Rational | null {
  return rational(multiplyDecimals(a.numer, b.denom), multiplyDecimals(a.denom, b.numer));
}

/** Negative, 0 or positive as `a` is smaller than, equal to or greater than `b`. */
export function compareRationals(a: Rational, b: Rational): number {
  if (isSame(a.denom, b.denom)) return compareDecimals(a.numer, b.numer);
  return compareDecimals(multiplyDecimals(a.numer, b.denom), multiplyDecimals(b.numer, a.denom));
}

export function smaller(a: Rational, b: Rational): Rational {
  return compareRationals(a, b) <= 0 ? a : b;
}

export function greater(a: Rational, b: Rational): Rational {
  return compareRationals(a, b) >= 0 ? a : b;
}

/** The nearest double, correctly rounded; null beyond the range of doubles. Never NaN, Infinity or -0. */
export function rationalNumber(value: Rational): number | null {
  const { numer, denom } = integersOf(value);
  if (typeof numer === "number" && typeof denom === "number") return numer / denom;
  return nearestDouble(BigInt(numer), BigInt(denom));
}

/**
 * The figure as shown: rounded half away from zero to `decimals` (0 to 6) digits behind the point, exactly.
 * In doubles where all intermediate integers are safe: the floor of a quotient of safe integers is then exact,
 * because such a quotient lies further from a whole number than half a unit in its last place.
 */
export function roundHalfAway(value: Rational, decimals: number): Decimal {
  const { numer, denom } = integersOf(value);
  const top = productOfDigits(numer, exactPowerOfTen(decimals) ?? 10n ** BigInt(decimals));
  if (typeof top === "number" && typeof denom === "number") {
    const dividend = 2 * Math.abs(top) + denom;
    if (Number.isSafeInteger(dividend) && Number.isSafeInteger(2 * denom)) {
      const rounded = Math.floor(dividend / (2 * denom));
      return { digits: top < 0 ? 0 - rounded : rounded, scale: decimals };
    }
  }
  return decimalOfDigits(divideHalfAway(BigInt(top), BigInt(denom)), decimals);
}

/**
 * The one form in which a value is stored: a decimal over a whole number that shares no divisor with it nor with 10,
 * so that equal values have equal texts.
 */
function canonical(value: Rational): Rational {
  if (value.denom.digits === 1 && value.denom.scale === 0) return value;
  const { numer, denom } = integersOf(value);
  const divisor = greatestCommonDivisor(BigInt(numer), BigInt(denom));
  let top = BigInt(numer) / divisor;
  let bottom = BigInt(denom) / divisor;
  let scale = 0;
  for (const [factor, partner] of [
    [10n, 1n],
    [5n, 2n],
    [2n, 5n],
  ] as const) {
    for (; bottom % factor === 0n; scale += 1) {
      bottom /= factor;
      top *= partner;
    }
  }
  return { numer: decimalOfDigits(top, scale), denom: decimalOfDigits(bottom, 0) };
}

/** "95.5" for a decimal, "25/3" where none is exact; equal values have equal texts. */
export function rationalText(value: Rational): string {
  const { numer, denom } = canonical(value);
  return denom.digits === 1 ? decimalText(numer) : `${decimalText(numer)}/${decimalText(denom)}`;
}

/** The inverse of `rationalText`; null where the text is none. */
export function rationalOfText(text: string): Rational | null {
  const slash = text.indexOf("/");
  const numer = decimalOfText(slash < 0 ? text : text.slice(0, slash));
  if (numer === null) return null;
  if (slash < 0) return rationalOf(numer);
  const denom = decimalOfText(text.slice(slash + 1));
  return denom === null ? null : rational(numer, denom);
}

/** Both parts as whole numbers with the same quotient. */
function integersOf(value: Rational): { numer: number | bigint; denom: number | bigint } {
  const { numer, denom } = value;
  const by = denom.scale - numer.scale;
  if (by === 0) return { numer: numer.digits, denom: denom.digits };
  const power = powerOfTen(Math.abs(by));
  return by > 0
    ? { numer: productOfDigits(numer.digits, power), denom: denom.digits }
    : { numer: numer.digits, denom: productOfDigits(denom.digits, power) };
}

function powerOfTen(exponent: number): number | bigint {
  return exponent <= 15 ? (exactPowerOfTen(exponent) ?? 1) : 10n ** BigInt(exponent);
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

function isSame(a: Decimal, b: Decimal): boolean {
  return a.digits === b.digits && a.scale === b.scale;
}
