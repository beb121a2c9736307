import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { reachesMinimum, smallerCoverage } from "../../shared/domain/coverage.ts";
import { type Decimal, decimalOfNumber, decimalText } from "../../shared/domain/decimal.ts";
import { type Figure, MISSING, NOT_APPLICABLE } from "../../shared/domain/figure.ts";
import { rational, rationalOf } from "../../shared/domain/rational.ts";
import { type Judged, type JudgingRules, statusOf } from "../../shared/domain/status.ts";
import { toleranceAt } from "../../shared/domain/tolerance.ts";
import {
  add,
  CASES,
  compare,
  enteredText,
  multiply,
  PATIENCE,
  type Q,
  q,
  qOfText,
  roundedHalfAway,
  subtract,
} from "./exact-oracle.ts";
import { decimal, targetOfTexts } from "./org-worlds.ts";

const RULES: JudgingRules = { direction: "higher", decimals: 1, tolerance: null, minimumCoverage: decimalOfNumber(90) };
const number = (text: string): Figure => ({
  kind: "number",
  exact: rationalOf(decimal(text)),
  numer: null,
  denom: null,
});
const NO_VALUE: Figure = { kind: "number", exact: null, numer: decimal("0"), denom: decimal("0") };

function judged(named: Partial<Judged>): Judged {
  return {
    figure: number("95"),
    coverage: { reported: 10, due: 10 },
    target: targetOfTexts(["95"]),
    ended: true,
    partOfWhole: false,
    ...named,
  };
}

describe("the eight statuses, the first that holds", () => {
  test.each([
    ["not_due", judged({ figure: MISSING, coverage: { reported: 0, due: 0 }, target: null })],
    ["not_due", judged({ figure: NOT_APPLICABLE, coverage: { reported: 0, due: 0 }, ended: false })],
    ["missing", judged({ figure: MISSING, coverage: { reported: 0, due: 10 }, target: null })],
    ["no_value", judged({ figure: NO_VALUE, coverage: { reported: 1, due: 10 }, target: null })],
    ["no_value", judged({ figure: NOT_APPLICABLE, coverage: { reported: 0, due: 0 } })],
    ["incomplete", judged({ coverage: { reported: 89, due: 100 }, target: null })],
    ["incomplete", judged({ coverage: { reported: 99, due: 100 }, partOfWhole: true })],
    ["no_target", judged({ target: null })],
    ["no_target", judged({ target: targetOfTexts(["1", "2"]) })],
    ["on", judged({ coverage: { reported: 90, due: 100 } })],
    ["off", judged({ figure: number("94.9") })],
  ] as const)("%s", (status, given) => {
    expect(statusOf(given, RULES)).toBe(status);
  });

  test("near is short of target, within tolerance, its edge included", () => {
    const rules: JudgingRules = { ...RULES, tolerance: { kind: "absolute", amount: decimal("0.5") } };
    expect(statusOf(judged({ figure: number("94.5") }), rules)).toBe("near");
    expect(statusOf(judged({ figure: number("94.44") }), rules)).toBe("off");
  });

  test("a neutral KPI is never judged", () => {
    expect(statusOf(judged({}), { ...RULES, direction: "neutral" })).toBe("no_target");
  });
});

describe("status is judged on figures as shown", () => {
  test.each([
    ["94.95", "95", "on"],
    ["94.949", "95", "off"],
    ["95", "95.04", "on"],
    ["95", "95.05", "off"],
  ])("%s against at least %s is %s", (value, target, status) => {
    expect(statusOf(judged({ figure: number(value), target: targetOfTexts([target]) }), RULES)).toBe(status);
  });

  test("branches of 1/10 and 90/100 read 82.7 % and meet a target of 82.7", () => {
    const exact = rational(decimal("9100"), decimal("110"));
    const figure: Figure = { kind: "number", exact, numer: decimal("91"), denom: decimal("110") };
    expect(statusOf(judged({ figure, target: targetOfTexts(["82.7"]) }), RULES)).toBe("on");
    expect(statusOf(judged({ figure, target: targetOfTexts(["82.8"]) }), RULES)).toBe("off");
  });
});

/** Rule 4.8 for a target, from its text: whole numbers of the last place as shown; edges exact. */
function expectedStatus(value: Q, amounts: readonly Q[], rules: JudgingRules): string {
  const shown = (amount: Q) => q(roundedHalfAway(amount, rules.decimals), 10n ** BigInt(rules.decimals));
  const size = (amount: Q) => (amount.n < 0n ? q(-amount.n, amount.d) : amount);
  const tolerance = (goal: Q) => {
    if (rules.tolerance === null) return q(0);
    const amount = qOfText(decimalText(rules.tolerance.amount));
    return rules.tolerance.kind === "absolute" ? amount : multiply(multiply(amount, size(goal)), q(1, 100));
  };
  const least = rules.direction === "lower" ? null : shown(amounts[0] ?? q(0));
  const most = rules.direction === "higher" ? null : shown(amounts.at(-1) ?? q(0));
  const seen = shown(value);
  const isOn = (least === null || compare(seen, least) >= 0) && (most === null || compare(seen, most) <= 0);
  const isNear =
    (least === null || compare(seen, subtract(least, tolerance(least))) >= 0) &&
    (most === null || compare(seen, add(most, tolerance(most))) <= 0);
  if (isOn) return "on";
  return isNear ? "near" : "off";
}

test(
  "on, near and off are exact in every direction, with every tolerance",
  () => {
    const close = fc.integer({ min: -400, max: 400 }).map((digits) => String(digits / 100));
    const amount = fc.oneof(close, enteredText);
    const cases = fc.record({
      value: amount,
      amounts: fc.tuple(amount, amount),
      direction: fc.constantFrom("higher", "lower", "band"),
      decimals: fc.nat(6),
      tolerance: fc.oneof(
        fc.constant(null),
        fc.record({
          kind: fc.constantFrom("absolute", "percent"),
          amount: fc.integer({ min: 0, max: 300 }).map((tenths): Decimal => ({ digits: tenths, scale: 1 })),
        }),
      ),
    });
    fc.assert(
      fc.property(cases, ({ value, amounts, direction, decimals, tolerance }) => {
        const rules: JudgingRules = { ...RULES, direction, decimals, tolerance };
        const texts = direction === "band" ? amounts : amounts.slice(0, 1);
        const status = statusOf(judged({ figure: number(value), target: targetOfTexts(texts) }), rules);
        expect(status).toBe(expectedStatus(qOfText(value), texts.map(qOfText), rules));
      }),
      CASES,
    );
  },
  PATIENCE,
);

test("coverage reaches its minimum exactly or not at all", () => {
  const counts = fc.nat(5_000).chain((due) => fc.record({ reported: fc.nat(due), due: fc.constant(due) }));
  fc.assert(
    fc.property(counts, fc.integer({ min: 0, max: 1_000 }), ({ reported, due }, tenths) => {
      const reaches = reachesMinimum({ reported, due }, { digits: tenths, scale: 1 });
      expect(reaches).toBe(due === 0 || reported * 1_000 >= tenths * due);
    }),
    CASES,
  );
});

test("the smaller coverage is the smaller share, and nothing due is smallest", () => {
  expect(smallerCoverage({ reported: 9, due: 10 }, { reported: 89, due: 100 })).toEqual({ reported: 89, due: 100 });
  expect(smallerCoverage({ reported: 0, due: 0 }, { reported: 0, due: 5 })).toEqual({ reported: 0, due: 0 });
});

test("a tolerance in percent is of the size of the target", () => {
  expect(decimalText(toleranceAt({ kind: "percent", amount: decimal("2") }, decimal("-50")))).toBe("1");
  expect(decimalText(toleranceAt(null, decimal("50")))).toBe("0");
});
