import { nearestDouble } from "./quotient.ts";

/**
 * An exact decimal: `digits` x 10^-`scale`. `digits` is a number while it is a safe integer and a bigint beyond,
 * so that everyday sums cost what doubles cost and large ones stay exact. Never -0. Trailing zeros may stand in
 * `digits`; the text form has none.
 */
export type Decimal = { readonly digits: number | bigint; readonly scale: number };

export const ZERO: Decimal = { digits: 0, scale: 0 };
export const ONE: Decimal = { digits: 1, scale: 0 };

/** An entered number has at most this many significant digits: a double gives every such decimal back exactly. */
const MAX_SIGNIFICANT_DIGITS = 15;
/** An entered number is smaller than this ... */
const ENTERED_LIMIT = 1e15;
/** ... and its last digit stands no further than this behind the point. */
const MAX_ENTERED_SCALE = 30;

const POWERS = Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));
const [MINUS, POINT, NOUGHT] = [45, 46, 48];
const PLAIN = /^-?\d+(?:\.\d+)?$/;
const WITH_EXPONENT = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/;

export function integer(value: number): Decimal {
  return { digits: value, scale: 0 };
}

export function decimalOfDigits(digits: bigint, scale: number): Decimal {
  return { digits: shrink(digits), scale };
}

/** 10^exponent for 0 to 22, where doubles hold it exactly; null beyond. */
export function exactPowerOfTen(exponent: number): number | null {
  return POWERS[exponent] ?? null;
}

/**
 * The decimal that a finite double stands for: its shortest representation. Up to 15 significant digits this is
 * the number as entered, because no two such decimals share a double.
 */
export function decimalOfNumber(value: number): Decimal {
  if (Number.isSafeInteger(value)) return { digits: value + 0, scale: 0 };
  for (let scale = 1; scale <= 9; scale += 1) {
    const power = POWERS[scale] ?? 1;
    const digits = Math.round(value * power);
    if (Math.abs(digits) < ENTERED_LIMIT && digits / power === value) return { digits, scale };
  }
  const decimal = parseDecimal(String(value));
  if (decimal === null) throw new RangeError(`not a finite number: ${value}`);
  return decimal;
}

/** The decimal in a stored text (plain notation, as `decimalText` writes it); null where it is none. */
export function decimalOfText(text: string): Decimal | null {
  if (text.length <= 15) return shortDecimal(text);
  if (!PLAIN.test(text)) return null;
  const point = text.indexOf(".");
  const scale = point < 0 ? 0 : text.length - point - 1;
  return { digits: shrink(BigInt(text.replace(".", ""))), scale };
}

/** Digit by digit, several times faster than a pattern: a page of figures reads thousands of these. */
function shortDecimal(text: string): Decimal | null {
  const last = text.length - 1;
  const negative = text.charCodeAt(0) === MINUS;
  const first = negative ? 1 : 0;
  let digits = 0;
  let point = -1;
  for (let at = first; at <= last; at += 1) {
    const digit = text.charCodeAt(at) - NOUGHT;
    if (digit >= 0 && digit <= 9) digits = digits * 10 + digit;
    else if (digit === POINT - NOUGHT && point < 0 && at > first && at < last) point = at;
    else return null;
  }
  if (last < first) return null;
  return { digits: negative ? 0 - digits : digits, scale: point < 0 ? 0 : last - point };
}

/** As `decimalOfText`, and takes an exponent, a leading plus sign and a bare point (".5", "1.") too. */
export function parseDecimal(text: string): Decimal | null {
  const [, sign, whole = "", part = "", exponent = "0"] = WITH_EXPONENT.exec(text) ?? [];
  if (sign === undefined || whole + part === "") return null;
  const digits = BigInt(whole + part) * (sign === "-" ? -1n : 1n);
  const scale = part.length - Number(exponent);
  return scale >= 0 ? { digits: shrink(digits), scale } : { digits: shrink(digits * 10n ** BigInt(-scale)), scale: 0 };
}

/** Plain notation, canonical: no exponent, no trailing zeros behind the point, no -0. */
export function decimalText(value: Decimal): string {
  if (value.scale === 0) return String(value.digits);
  const negative = value.digits < 0;
  const digits = String(value.digits)
    .slice(negative ? 1 : 0)
    .padStart(value.scale + 1, "0");
  const point = digits.length - value.scale;
  const fraction = digits.slice(point).replace(/0+$/, "");
  const text = fraction === "" ? digits.slice(0, point) : `${digits.slice(0, point)}.${fraction}`;
  return negative ? `-${text}` : text;
}

/** The nearest double; null beyond the range of doubles. */
export function decimalNumber(value: Decimal): number | null {
  const power = POWERS[value.scale];
  if (typeof value.digits === "number" && power !== undefined) return value.digits / power;
  return nearestDouble(BigInt(value.digits), 10n ** BigInt(value.scale));
}

export function addDecimals(a: Decimal, b: Decimal): Decimal {
  if (a.scale < b.scale) return sumOfDigits(rescaled(a, b.scale), b.digits, b.scale);
  return sumOfDigits(a.digits, a.scale === b.scale ? b.digits : rescaled(b, a.scale), a.scale);
}

export function subtractDecimals(a: Decimal, b: Decimal): Decimal {
  return addDecimals(a, negateDecimal(b));
}

export function negateDecimal(value: Decimal): Decimal {
  const { digits, scale } = value;
  return { digits: typeof digits === "number" ? 0 - digits : -digits, scale };
}

export function multiplyDecimals(a: Decimal, b: Decimal): Decimal {
  return { digits: productOfDigits(a.digits, b.digits), scale: a.scale + b.scale };
}

/** Negative, 0 or positive as `a` is smaller than, equal to or greater than `b`. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const scale = Math.max(a.scale, b.scale);
  const left = rescaled(a, scale);
  const right = rescaled(b, scale);
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

export function isZero(value: Decimal): boolean {
  return value.digits === 0;
}

/** The digits of `value` at a scale that is at least its own. */
function rescaled(value: Decimal, scale: number): number | bigint {
  const by = scale - value.scale;
  if (by === 0) return value.digits;
  const power = POWERS[by];
  return productOfDigits(value.digits, power !== undefined && Number.isSafeInteger(power) ? power : 10n ** BigInt(by));
}

export function productOfDigits(a: number | bigint, b: number | bigint): number | bigint {
  if (typeof a === "number" && typeof b === "number") {
    const product = a * b;
    if (Number.isSafeInteger(product)) return product + 0;
  }
  return shrink(BigInt(a) * BigInt(b));
}

function sumOfDigits(a: number | bigint, b: number | bigint, scale: number): Decimal {
  if (typeof a === "number" && typeof b === "number") {
    const sum = a + b;
    if (Number.isSafeInteger(sum)) return { digits: sum, scale };
  }
  return { digits: shrink(BigInt(a) + BigInt(b)), scale };
}

function shrink(digits: bigint): number | bigint {
  const small = Number(digits);
  return Number.isSafeInteger(small) ? small : digits;
}

/** Significant digits of a decimal, zeros at either end left out; 0 has one. */
export function significantDigits(value: Decimal): number {
  const text = decimalText(value);
  const digits = text.includes(".") ? text : text.replace(/0+$/, "");
  return Math.max(1, digits.replace(/[-.]/g, "").replace(/^0+/, "").length);
}

/** Whether the product takes this decimal as entered: it will come back digit for digit. */
export function isEnterable(value: Decimal): boolean {
  const text = decimalText(value);
  const point = text.indexOf(".");
  const scale = point < 0 ? 0 : text.length - point - 1;
  const size = decimalNumber(value);
  return (
    size !== null &&
    Math.abs(size) < ENTERED_LIMIT &&
    scale <= MAX_ENTERED_SCALE &&
    significantDigits(value) <= MAX_SIGNIFICANT_DIGITS
  );
}
