import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decimalOfNumber } from "../../shared/domain/decimal.ts";
import { linearTargets, shareOfYear, targetsByLastYear } from "../../shared/domain/phasing.ts";
import { rationalOf } from "../../shared/domain/rational.ts";
import { targetOfRecord } from "../../shared/domain/target.ts";
import { CASES, multiply, q, qOfRational, qOfText, total } from "./exact-oracle.ts";

const exact = (value: number) => rationalOf(decimalOfNumber(value));

test("a year's target is shared out for sums and cumulative ratios, and repeated for the others", () => {
  expect([shareOfYear("sum", 12), shareOfYear("cumulative_ratio", 4), shareOfYear("mean", 12)]).toEqual([12, 4, 1]);
});

test("equal shares of any year's target add up to it exactly", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1_000_000, max: 1_000_000 }),
      fc.nat(3),
      fc.constantFrom(2, 4, 12),
      (digits, scale, share) => {
        const value = digits / 10 ** scale;
        const target = targetOfRecord({ value, low: null, high: null, share });
        const part = target?.kind === "value" ? qOfRational(target.value) : expect.fail("no target");
        expect(multiply(part, q(share))).toEqual(q(BigInt(digits), 10n ** BigInt(scale)));
      },
    ),
    CASES,
  );
});

describe("phasing", () => {
  test("linear reaches the target in the last period", () => {
    expect(linearTargets({ baseline: 2, target: 1.4, periods: 4, decimals: 2 })).toEqual([1.85, 1.7, 1.55, 1.4]);
    expect(linearTargets({ baseline: 0, target: 1, periods: 3, decimals: 1 })).toEqual([0.3, 0.7, 1]);
  });

  test("by last year's profile of a sum adds up to the year's target, also as rounded", () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 9_999 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(amounts, fc.integer({ min: 0, max: 100_000 }), fc.nat(3), (lastYear, target, decimals) => {
        const targets = targetsByLastYear({
          target,
          lastYear: lastYear.map(exact),
          whole: null,
          timeRule: "sum",
          decimals,
        });
        const texts = (targets ?? expect.fail("no profile")).map((each) => each.toFixed(decimals));
        expect(total(texts.map(qOfText))).toEqual(q(target));
      }),
      CASES,
    );
  });

  test("by last year's profile of another rule raises every period alike", () => {
    const year = {
      target: 44,
      lastYear: [exact(30), exact(50)],
      whole: exact(40),
      timeRule: "mean",
      decimals: 1,
    } as const;
    expect(targetsByLastYear(year)).toEqual([33, 55]);
  });

  test("is refused where last year gives no profile", () => {
    const year = { target: 44, whole: null, timeRule: "sum", decimals: 1 } as const;
    expect(targetsByLastYear({ ...year, lastYear: [exact(30), null] })).toBeNull();
    expect(targetsByLastYear({ ...year, lastYear: [exact(0)] })).toBeNull();
  });
});
