import fc from "fast-check";
import type { Decimal } from "../../shared/domain/decimal.ts";
import type { Rational } from "../../shared/domain/rational.ts";
import { casesFor } from "../support/depth.ts";

/**
 * The independent judge of the arithmetic: plain fractions of bigints, always reduced, with no fast path and nothing
 * taken from the product. Slow and obviously right.
 */
export type Q = { readonly n: bigint; readonly d: bigint };

/** Cases of each property; ten times as many in a deep run. */
export const CASES = { numRuns: casesFor(10_000) };
/** Ten thousand cases take longer than a test usually may. */
export const PATIENCE = 120_000;

export function q(n: bigint | number, d: bigint | number = 1n): Q {
  let [top, bottom] = [BigInt(n), BigInt(d)];
  if (bottom === 0n) throw new RangeError("a denominator of 0");
  if (bottom < 0n) [top, bottom] = [-top, -bottom];
  const divisor = gcd(top < 0n ? -top : top, bottom);
  return { n: top / divisor, d: bottom / divisor };
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b);
}

export const zero = q(0);
export const add = (a: Q, b: Q): Q => q(a.n * b.d + b.n * a.d, a.d * b.d);
export const subtract = (a: Q, b: Q): Q => q(a.n * b.d - b.n * a.d, a.d * b.d);
export const multiply = (a: Q, b: Q): Q => q(a.n * b.n, a.d * b.d);
export const divide = (a: Q, b: Q): Q => q(a.n * b.d, a.d * b.n);
export const compare = (a: Q, b: Q): number => {
  const difference = a.n * b.d - b.n * a.d;
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
};
export const isSame = (a: Q, b: Q): boolean => compare(a, b) === 0;
export const total = (values: readonly Q[]): Q => values.reduce(add, zero);
export const least = (values: readonly Q[]): Q => values.reduce((a, b) => (compare(a, b) <= 0 ? a : b));
export const most = (values: readonly Q[]): Q => values.reduce((a, b) => (compare(a, b) >= 0 ? a : b));

/** The exact value of a plain decimal text. */
export function qOfText(text: string): Q {
  const [whole = "0", part = ""] = text.split(".");
  return q(BigInt(whole + part), 10n ** BigInt(part.length));
}

/** The exact value that a double holds, from its bits. */
export function qOfDouble(value: number): Q {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, value);
  const raw = bits.getBigUint64(0);
  const exponent = Number((raw >> 52n) & 0x7ffn);
  const fraction = raw & 0xfffffffffffffn;
  const mantissa = exponent === 0 ? fraction : fraction | (1n << 52n);
  const power = BigInt(Math.max(exponent, 1) - 1075);
  const signed = raw >> 63n === 1n ? -mantissa : mantissa;
  return power >= 0n ? q(signed << power) : q(signed, 1n << -power);
}

/** The product's decimal as a fraction. */
export function qOfDecimal(value: Decimal): Q {
  return q(BigInt(value.digits), 10n ** BigInt(value.scale));
}

/** The product's rational as a fraction. */
export function qOfRational(value: Rational): Q {
  return divide(qOfDecimal(value.numer), qOfDecimal(value.denom));
}

export function qOfNullable(value: Rational | null): Q | null {
  return value === null ? null : qOfRational(value);
}

/** Rounded half away from zero, as a count of units of the last of `decimals` places. */
export function roundedHalfAway(value: Q, decimals: number): bigint {
  const scaled = multiply(value, q(10n ** BigInt(decimals)));
  const size = scaled.n < 0n ? -scaled.n : scaled.n;
  const whole = size / scaled.d;
  const rest = q(size % scaled.d, scaled.d);
  const rounded = compare(rest, q(1, 2)) >= 0 ? whole + 1n : whole;
  return scaled.n < 0n ? -rounded : rounded;
}

/** Decimals as people enter them: at most 15 significant digits, often few, on either side of 0. */
export const enteredText: fc.Arbitrary<string> = fc
  .record({
    digits: fc.oneof(
      fc.bigInt({ min: 0n, max: 999n }),
      fc.bigInt({ min: 0n, max: 9_999_999n }),
      fc.bigInt({ min: 0n, max: 999_999_999_999_999n }),
    ),
    scale: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(20)),
    isNegative: fc.boolean(),
  })
  .map(({ digits, scale, isNegative }) => {
    const padded = digits.toString().padStart(scale + 1, "0");
    const point = padded.length - scale;
    const part = padded.slice(point).replace(/0+$/, "");
    const text = part === "" ? padded.slice(0, point) : `${padded.slice(0, point)}.${part}`;
    return isNegative && digits !== 0n ? `-${text}` : text;
  });
