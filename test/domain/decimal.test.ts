import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDecimals,
  compareDecimals,
  decimalNumber,
  decimalOfNumber,
  decimalOfText,
  decimalText,
  isEnterable,
  multiplyDecimals,
  negateDecimal,
  parseDecimal,
  significantDigits,
  subtractDecimals,
  ZERO,
} from "../../shared/domain/decimal.ts";
import { add, CASES, compare, enteredText, multiply, PATIENCE, qOfDecimal, qOfText, total } from "./exact-oracle.ts";

const stored = (text: string) => decimalOfText(text) ?? expect.fail(`not a decimal: ${text}`);

describe("a number of up to 15 significant digits", () => {
  test(
    "comes back exactly as entered, through a double and through text",
    () => {
      fc.assert(
        fc.property(enteredText, (text) => {
          expect(decimalText(decimalOfNumber(Number(text)))).toBe(text);
          expect(decimalText(stored(text))).toBe(text);
          expect(decimalNumber(stored(text))).toBe(Number(text));
        }),
        CASES,
      );
    },
    PATIENCE,
  );

  test.each([
    ["0.1", "0.1"],
    ["1e-7", "0.0000001"],
    ["123456789012345", "123456789012345"],
    ["0.000000000000000123456789012345", "0.000000000000000123456789012345"],
    ["-0", "0"],
    ["+.5", "0.5"],
    ["1.", "1"],
    ["1.500", "1.5"],
    ["12e3", "12000"],
  ])("%s reads as %s", (entered, text) => {
    const value = parseDecimal(entered) ?? expect.fail("unread");
    expect(decimalText(value)).toBe(text);
    expect(isEnterable(value)).toBe(true);
    expect(decimalText(decimalOfNumber(Number(entered)))).toBe(text);
  });

  test.each(["1234567890123456", "0.1234567890123456", "1000000000000000", "1e-31", "0.30000000000000001"])(
    "%s is not taken: it would not come back",
    (entered) => {
      expect(isEnterable(parseDecimal(entered) ?? ZERO)).toBe(false);
    },
  );

  test.each(["", ".", "-", "1,5", "0x10", "1e", "Infinity", "NaN", " 1", "1 "])("%j is no number", (text) => {
    expect(parseDecimal(text)).toBeNull();
    expect(decimalOfText(text)).toBeNull();
  });
});

describe("sums", () => {
  test(
    "are exact, whatever the order",
    () => {
      fc.assert(
        fc.property(
          fc.array(enteredText, { minLength: 1, maxLength: 40 }),
          fc.infiniteStream(fc.nat()),
          (texts, order) => {
            const shuffled = texts.map((text) => ({ text, at: order.next().value ?? 0 })).sort((a, b) => a.at - b.at);
            const sum = texts.map(stored).reduce(addDecimals);
            const other = shuffled.map(({ text }) => stored(text)).reduce(addDecimals);
            expect(decimalText(sum)).toBe(decimalText(other));
            expect(compare(qOfDecimal(sum), total(texts.map(qOfText)))).toBe(0);
            expect(qOfDecimal(stored(decimalText(sum)))).toEqual(qOfDecimal(sum));
          },
        ),
        CASES,
      );
    },
    PATIENCE,
  );

  test("of ten times 0.1 are 1, where doubles give 0.9999999999999999", () => {
    const tenth = decimalOfNumber(0.1);
    const sum = Array.from({ length: 10 }, () => tenth).reduce(addDecimals);
    expect(decimalText(sum)).toBe("1");
    expect(0.1 + 0.1 + 0.1 + 0.1 + 0.1 + 0.1 + 0.1 + 0.1 + 0.1 + 0.1).not.toBe(1);
  });

  test("stay exact beyond the safe integers", () => {
    const large = decimalOfNumber(999_999_999_999_999);
    const sum = Array.from({ length: 480 }, () => large).reduce(addDecimals);
    expect(decimalText(addDecimals(sum, decimalOfNumber(0.001)))).toBe("479999999999999520.001");
  });
});

test(
  "products, differences and comparisons are exact, and 0 is never -0",
  () => {
    fc.assert(
      fc.property(enteredText, enteredText, (left, right) => {
        const [a, b] = [stored(left), stored(right)];
        expect(qOfDecimal(multiplyDecimals(a, b))).toEqual(multiply(qOfText(left), qOfText(right)));
        expect(add(qOfDecimal(subtractDecimals(a, b)), qOfText(right))).toEqual(qOfText(left));
        expect(compareDecimals(a, b)).toBe(compare(qOfText(left), qOfText(right)));
        for (const value of [
          multiplyDecimals(a, b),
          subtractDecimals(a, a),
          negateDecimal(a),
          multiplyDecimals(ZERO, a),
        ]) {
          expect(Object.is(value.digits, -0)).toBe(false);
          expect(Object.is(decimalNumber(value), -0)).toBe(false);
          expect(decimalText(value)).not.toBe("-0");
        }
      }),
      CASES,
    );
  },
  PATIENCE,
);

test("significant digits leave out the zeros at either end", () => {
  const count = (text: string) => significantDigits(stored(text));
  expect(["0", "7", "0.050", "120", "1.20", "100.5"].map(count)).toEqual([1, 1, 1, 2, 2, 4]);
});
