import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decimalOfNumber } from "../../shared/domain/decimal.ts";
import { type EntryHistory, entryDoubts, entryFault } from "../../shared/domain/entry-checks.ts";
import {
  type EntryContent,
  type EntryRules,
  statusOfContent,
  valueOfContent,
} from "../../shared/domain/entry-content.ts";
import { readNumber } from "../../shared/domain/number-recognition.ts";
import { rationalOf } from "../../shared/domain/rational.ts";
import { doubtText, faultText, typedNumber } from "../../shared/text/entry-text.ts";

const PERCENT: EntryRules = {
  input: "value",
  multiplier: 1,
  decimals: 1,
  direction: "higher",
  minimum: 0,
  maximum: 100,
};
const SHARE: EntryRules = { ...PERCENT, input: "ratio", multiplier: 100 };
const NO_HISTORY: EntryHistory = { usual: null, usualDenominator: null, before: [] };
const value = (number: number): EntryContent => ({ kind: "value", value: number });
const ratio = (numerator: number, denominator: number): EntryContent => ({ kind: "ratio", numerator, denominator });
const codes = (content: EntryContent, rules: EntryRules, history: Partial<EntryHistory>) =>
  entryDoubts(content, rules, { ...NO_HISTORY, ...history }).map(({ code }) => code);

describe("what blocks", () => {
  test("only the hard limits of the KPI, their edges included in what may be", () => {
    expect(entryFault(value(100), PERCENT)).toBeNull();
    expect(entryFault(value(0), PERCENT)).toBeNull();
    expect(entryFault(value(100.1), PERCENT)).toEqual({ code: "above_maximum", value: 100.1, limit: 100 });
    expect(entryFault(value(-0.1), PERCENT)).toEqual({ code: "below_minimum", value: -0.1, limit: 0 });
    expect(entryFault(ratio(33, 33), SHARE)).toBeNull();
    expect(entryFault(ratio(34, 33), SHARE)).toMatchObject({ code: "above_maximum" });
  });

  test("a denominator of 0 may be, a negative one may not, and a cell takes what its KPI asks for", () => {
    expect(entryFault(ratio(0, 0), SHARE)).toBeNull();
    expect(entryFault(ratio(1, -2), SHARE)).toEqual({ code: "negative_denominator", value: -2 });
    expect(entryFault(value(95), SHARE)).toEqual({ code: "wrong_input" });
    expect(entryFault({ kind: "missing" }, SHARE)).toBeNull();
  });

  test("its sentence names field, problem and remedy", () => {
    const fault = entryFault(value(104), PERCENT);
    expect(fault && faultText(fault, "First-time fix", "en")).toBe(
      "First-time fix: 104 is above 100, the most it can be. Correct the number.",
    );
  });
});

describe("what is asked about", () => {
  const usual = { low: 96, high: 99 };

  test("9.76 where 96 to 99 is usual: did you mean 97.6", () => {
    const [doubt] = entryDoubts(value(9.76), PERCENT, { ...NO_HISTORY, usual });
    expect(doubt).toMatchObject({ code: "ten_times", is: "lower", suggestion: value(97.6) });
    expect(doubt && doubtText(doubt, { decimals: 0, locale: "en-GB" })).toEqual({
      notice: "9.76 is ten times lower than usual (96–99).",
      correction: "97.6",
    });
    expect(doubt && doubtText(doubt, { decimals: 0, locale: "fi" }).correction).toBe("97,6");
  });

  test("a ten times slip of a ratio corrects the number that is not as usual", () => {
    const history = { usual, usualDenominator: { low: 380, high: 420 } };
    expect(entryDoubts(ratio(39, 400), SHARE, { ...NO_HISTORY, ...history })[0]).toMatchObject({
      suggestion: ratio(390, 400),
    });
    expect(entryDoubts(ratio(390, 4000), SHARE, { ...NO_HISTORY, ...history })[0]).toMatchObject({
      suggestion: ratio(390, 400),
    });
  });

  test("outside the usual range and not a slip; inside it nothing", () => {
    expect(codes(value(90), PERCENT, { usual })).toEqual(["outside_usual"]);
    expect(codes(value(97), PERCENT, { usual })).toEqual([]);
    expect(codes(value(97), PERCENT, {})).toEqual([]);
  });

  test("the same for the fourth month, but not zero again", () => {
    const before = [97, 97, 97].map(value);
    expect(codes(value(97), PERCENT, { usual, before })).toEqual(["repeat"]);
    expect(codes(value(97.1), PERCENT, { usual, before })).toEqual([]);
    expect(codes(value(97), PERCENT, { usual, before: before.slice(1) })).toEqual([]);
    expect(codes(value(0), PERCENT, { before: [0, 0, 0].map(value) })).toEqual([]);
    expect(codes(value(97), PERCENT, { before: [value(97), { kind: "missing" }, value(97)] })).toEqual([]);
  });

  test("a denominator that fell to less than half, beside what is asked about the value", () => {
    const usualDenominator = { low: 380, high: 420 };
    expect(codes(ratio(185, 189), SHARE, { usual, usualDenominator })).toEqual(["denominator_drop"]);
    expect(codes(ratio(186, 190), SHARE, { usual, usualDenominator })).toEqual([]);
  });

  test("a correction offered always lies inside the usual range and the limits", () => {
    const amount = fc.double({ min: 1e-3, max: 1e6, noNaN: true }).map((number) => Number(number.toPrecision(4)));
    fc.assert(
      fc.property(amount, amount, amount, (entered, low, width) => {
        const range = { low, high: low + width };
        for (const doubt of entryDoubts(value(entered), PERCENT, { ...NO_HISTORY, usual: range })) {
          expect(doubt.code === "ten_times" || doubt.code === "outside_usual").toBe(true);
          if (doubt.code !== "ten_times") continue;
          const suggested = valueOfContent(doubt.suggestion, PERCENT) ?? Number.NaN;
          expect(suggested >= range.low && suggested <= range.high && suggested <= 100).toBe(true);
          expect([entered * 10, entered / 10].some((moved) => Math.abs(moved - suggested) <= 1e-9 * moved)).toBe(true);
        }
      }),
      { numRuns: 10_000 },
    );
  });
});

test("the status beside a cell is the status of the figure as shown", () => {
  const goal = { target: { kind: "value", value: rationalOf(decimalOfNumber(95)) }, tolerance: null } as const;
  expect(statusOfContent(value(94.95), PERCENT, goal)).toBe("on");
  expect(statusOfContent(value(94.94), PERCENT, goal)).toBe("off");
  expect(statusOfContent(ratio(0, 0), SHARE, goal)).toBe("no_value");
  expect(statusOfContent({ kind: "missing" }, PERCENT, goal)).toBe("missing");
  expect(statusOfContent({ kind: "not_applicable", reason: "closed" }, PERCENT, goal)).toBe("no_value");
  expect(statusOfContent(value(1), PERCENT, { target: null, tolerance: null })).toBe("no_target");
});

test("a number reads back as it was typed, in every locale", () => {
  const amount = fc.double({ min: -1e9, max: 1e9, noNaN: true }).map((number) => Number(number.toPrecision(9)) + 0);
  fc.assert(
    fc.property(amount, fc.constantFrom("en-GB", "fi", "de", "de-CH"), (number, locale) => {
      if (Math.abs(number) < 1e-6) return;
      const decimal = typedNumber(0.5, locale).includes(",") ? "comma" : "point";
      expect(readNumber(typedNumber(number, locale), { decimal })).toMatchObject({ kind: "number", value: number });
    }),
    { numRuns: 2000 },
  );
});
