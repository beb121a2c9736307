/**
 * The double nearest to `numer / denom` (ties to even), correctly rounded whatever the size of either.
 * `denom` is not 0. A quotient beyond the range of doubles gives null, never Infinity; 0 is never -0.
 *
 * The quotient is taken to at least 64 bits with a sticky last bit, so that converting it to a double rounds
 * once, and rightly (Goldberg, What Every Computer Scientist Should Know About Floating-Point Arithmetic, 1991).
 */
export function nearestDouble(numer: bigint, denom: bigint): number | null {
  if (numer === 0n) return 0;
  const negative = numer < 0n !== denom < 0n;
  const top = numer < 0n ? -numer : numer;
  const bottom = denom < 0n ? -denom : denom;
  const shift = Math.max(0, bitLength(bottom) - bitLength(top) + 66);
  const scaled = top << BigInt(shift);
  const whole = scaled / bottom;
  const sticky = whole * bottom === scaled ? whole : whole | 1n;
  const magnitude = scaleByPowerOfTwo(Number(sticky), -shift);
  if (!Number.isFinite(magnitude)) return null;
  if (magnitude === 0) return 0;
  return negative ? -magnitude : magnitude;
}

function bitLength(value: bigint): number {
  const hex = value.toString(16);
  return hex.length * 4;
}

/** In two steps, because 2^exponent alone may be out of range where the product is not. */
function scaleByPowerOfTwo(value: number, exponent: number): number {
  const half = Math.trunc(exponent / 2);
  return value * 2 ** half * 2 ** (exponent - half);
}

/** `dividend / divisor` to the nearest integer, halves away from zero, exactly. `divisor` is positive. */
export function divideHalfAway(dividend: bigint, divisor: bigint): bigint {
  const magnitude = dividend < 0n ? -dividend : dividend;
  const rounded = (2n * magnitude + divisor) / (2n * divisor);
  return dividend < 0n ? -rounded : rounded;
}
