/** Exact fractions for tests that check figures by arithmetic of their own; `below` is positive. */
export type Fraction = { readonly above: bigint; readonly below: bigint };

/** The number that a decimal text such as "-12.50" or "2e+05" says. */
export function fractionOf(text: string): Fraction {
  const parts = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(text);
  if (parts === null) throw new Error(`${text} is no decimal`);
  const [, sign = "", whole = "", decimals = "", exponent = "0"] = parts;
  const digits = BigInt(`${sign}${whole}${decimals}`);
  const scale = decimals.length - Number(exponent);
  return scale >= 0
    ? { above: digits, below: 10n ** BigInt(scale) }
    : { above: digits * 10n ** BigInt(-scale), below: 1n };
}

export function sumOf(parts: readonly Fraction[]): Fraction {
  return parts.reduce((a, b) => ({ above: a.above * b.below + b.above * a.below, below: a.below * b.below }), {
    above: 0n,
    below: 1n,
  });
}

/** 100 x above / below of two fractions. */
export function percentOf(numerator: Fraction, denominator: Fraction): Fraction {
  return { above: 100n * numerator.above * denominator.below, below: numerator.below * denominator.above };
}

export function meanOf(parts: readonly Fraction[]): Fraction {
  const { above, below } = sumOf(parts);
  return { above, below: below * BigInt(parts.length) };
}

/** To twenty digits behind the point: enough to tell the nearest double. */
export function numberOf({ above, below }: Fraction): number {
  const scaled = (above * 10n ** 20n) / below;
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(21, "0");
  return Number(`${scaled < 0n ? "-" : ""}${digits.slice(0, -20)}.${digits.slice(-20)}`);
}

/** Rounded half away from zero to so many digits behind the point, as a whole number of the last of them. */
export function rounded({ above, below }: Fraction, decimals: number): bigint {
  const size = above < 0n ? -above : above;
  const last = (2n * size * 10n ** BigInt(decimals) + below) / (2n * below);
  return above < 0n ? -last : last;
}
