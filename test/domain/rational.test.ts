import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decimalOfNumber, decimalOfText, decimalText, ZERO } from "../../shared/domain/decimal.ts";
import { nearestDouble } from "../../shared/domain/quotient.ts";
import {
  addRationals,
  compareRationals,
  divideRationals,
  multiplyRationals,
  type Rational,
  rational,
  rationalNumber,
  rationalOfText,
  rationalText,
  roundHalfAway,
  subtractRationals,
} from "../../shared/domain/rational.ts";
import {
  add,
  CASES,
  compare,
  divide,
  enteredText,
  multiply,
  PATIENCE,
  type Q,
  q,
  qOfDouble,
  qOfRational,
  qOfText,
  roundedHalfAway,
  subtract,
} from "./exact-oracle.ts";

const nonZeroText = enteredText.filter((text) => text !== "0");
const fraction = fc.tuple(enteredText, nonZeroText).map(([numer, denom]): { value: Rational; exact: Q } => ({
  value: fractionOf(numer, denom),
  exact: divide(qOfText(numer), qOfText(denom)),
}));

function fractionOf(numer: string, denom: string): Rational {
  return rational(decimalOfText(numer) ?? ZERO, decimalOfText(denom) ?? ZERO) ?? expect.fail("no fraction");
}

/** The doubles next to a positive or negative double, both ways. */
function neighbours(value: number): number[] {
  const view = new DataView(new ArrayBuffer(8));
  return [1n, -1n].map((step) => {
    view.setFloat64(0, value);
    view.setBigInt64(0, view.getBigInt64(0) + step);
    return view.getFloat64(0);
  });
}

const distance = (a: Q, b: Q): Q => {
  const difference = subtract(a, b);
  return difference.n < 0n ? q(-difference.n, difference.d) : difference;
};

test(
  "the four operations and comparison are exact",
  () => {
    fc.assert(
      fc.property(fraction, fraction, (a, b) => {
        expect(qOfRational(addRationals(a.value, b.value))).toEqual(add(a.exact, b.exact));
        expect(qOfRational(subtractRationals(a.value, b.value))).toEqual(subtract(a.exact, b.exact));
        expect(qOfRational(multiplyRationals(a.value, b.value))).toEqual(multiply(a.exact, b.exact));
        const quotient = divideRationals(a.value, b.value);
        expect(quotient === null).toBe(b.exact.n === 0n);
        if (quotient !== null) expect(qOfRational(quotient)).toEqual(divide(a.exact, b.exact));
        expect(compareRationals(a.value, b.value)).toBe(compare(a.exact, b.exact));
      }),
      CASES,
    );
  },
  PATIENCE,
);

test(
  "the double shown is the nearest one, and never NaN, Infinity or -0",
  () => {
    fc.assert(
      fc.property(fraction, ({ value, exact }) => {
        const double = rationalNumber(value) ?? expect.fail("out of range");
        expect(Number.isFinite(double)).toBe(true);
        expect(Object.is(double, -0)).toBe(false);
        const own = distance(qOfDouble(double), exact);
        for (const other of double === 0 ? [] : neighbours(double)) {
          expect(compare(own, distance(qOfDouble(other), exact))).toBeLessThanOrEqual(0);
        }
      }),
      CASES,
    );
  },
  PATIENCE,
);

test("a quotient right beside the middle of two doubles goes to the nearer one", () => {
  const beside = fc.record({
    mantissa: fc.bigInt({ min: 2n ** 52n, max: 2n ** 53n - 1n }),
    side: fc.constantFrom(-1n, 1n),
    fine: fc.bigInt({ min: 10n ** 20n, max: 10n ** 40n }),
    isNegative: fc.boolean(),
  });
  fc.assert(
    fc.property(beside, ({ mantissa, side, fine, isNegative }) => {
      const sign = isNegative ? -1n : 1n;
      const middle = (2n * mantissa + 1n) * fine;
      const double = nearestDouble(sign * (middle + side), fine);
      expect(double).toBe(Number(sign * 2n * (side > 0n ? mantissa + 1n : mantissa)));
    }),
    CASES,
  );
});

describe("a figure as shown", () => {
  test(
    "is rounded half away from zero, exactly",
    () => {
      fc.assert(
        fc.property(fraction, fc.nat(6), ({ value, exact }, decimals) => {
          const shown = roundHalfAway(value, decimals);
          expect(shown.scale).toBe(decimals);
          expect(BigInt(shown.digits)).toBe(roundedHalfAway(exact, decimals));
          expect(Object.is(shown.digits, -0)).toBe(false);
        }),
        CASES,
      );
    },
    PATIENCE,
  );

  test(
    "is exact on ties and right beside them",
    () => {
      const near = fc.record({
        half: fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
        decimals: fc.nat(6),
        off: fc.constantFrom(-1n, 0n, 1n),
        fine: fc.constantFrom(3n, 7n, 1_000_003n, 10n ** 15n),
      });
      fc.assert(
        fc.property(near, ({ half, decimals, off, fine }) => {
          const exact = add(q(2n * half + 1n, 2n * 10n ** BigInt(decimals)), q(off, fine * 10n ** BigInt(decimals)));
          const value =
            rational({ digits: exact.n, scale: 0 }, { digits: exact.d, scale: 0 }) ?? expect.fail("no value");
          expect(BigInt(roundHalfAway(value, decimals).digits)).toBe(roundedHalfAway(exact, decimals));
        }),
        CASES,
      );
    },
    PATIENCE,
  );

  test.each([
    ["1.005", "1", 2, "1.01"],
    ["2.5", "1", 0, "3"],
    ["-2.5", "1", 0, "-3"],
    ["94.95", "1", 1, "95"],
    ["94.949999999999", "1", 1, "94.9"],
    ["-0.04", "1", 1, "0"],
    ["9100", "110", 1, "82.7"],
    ["1", "3", 6, "0.333333"],
  ] as const)("%s / %s to %i decimals reads %s", (...[numer, denom, decimals, shown]) => {
    expect(decimalText(roundHalfAway(fractionOf(numer, denom), decimals))).toBe(shown);
  });
});

test(
  "equal values have one stored text, and it reads back as the same value",
  () => {
    fc.assert(
      fc.property(fraction, nonZeroText, ({ value, exact }, factor) => {
        const stretched = multiplyRationals(value, fractionOf(factor, factor));
        expect(rationalText(stretched)).toBe(rationalText(value));
        const read = rationalOfText(rationalText(value)) ?? expect.fail("unread");
        expect(qOfRational(read)).toEqual(exact);
      }),
      CASES,
    );
  },
  PATIENCE,
);

test.each([
  ["100", "12", "25/3"],
  ["191", "2", "95.5"],
  ["1146", "12", "95.5"],
  ["1", "30", "0.1/3"],
  ["0", "7", "0"],
])("%s / %s is stored as %s", (numer, denom, text) => {
  expect(rationalText(fractionOf(numer, denom))).toBe(text);
});

test("a value beyond the range of doubles has none, rather than Infinity", () => {
  const huge = { numer: { digits: 10n ** 400n, scale: 0 }, denom: decimalOfNumber(3) };
  expect(rationalNumber(huge)).toBeNull();
  expect(rationalNumber({ numer: { digits: 1, scale: 0 }, denom: { digits: 10n ** 400n, scale: 0 } })).toBe(0);
});
