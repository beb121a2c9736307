import { describe, expect, test } from "vitest";
import {
  type NumberFault,
  readMachineNumber,
  readNumber,
  recogniseDecimalMark,
} from "../../shared/domain/number-recognition.ts";

const auto = (text: string) => readNumber(text, { decimal: "auto" });
const value = (number: number, percent = false) => ({ kind: "number", value: number, percent });
const fault = (reason: NumberFault) => ({ kind: "not-a-number", reason });

const ONE_NUMBER: [string, number][] = [
  ["94.2", 94.2],
  ["94,2", 94.2],
  ["11,11", 11.11],
  ["1,234,567", 1234567],
  ["1.234.567", 1234567],
  ["1.234,5", 1234.5],
  ["1,234.5", 1234.5],
  ["1 234 567,8", 1234567.8],
  ["1\u00a0234\u00a0567,8", 1234567.8],
  ["1\u202f234\u202f567,8", 1234567.8],
  ["1’234’567.8", 1234567.8],
  ["1'234'567.8", 1234567.8],
  ["12,34,567.89", 1234567.89],
  ["1,00,000", 100000],
  ["\u22121 234 567,8", -1234567.8],
  ["–3,5", -3.5],
  ["- 3.5", -3.5],
  ["+3.5", 3.5],
  ["0.123", 0.123],
  ["0,123", 0.123],
  ["1234,567", 1234.567],
  ["1234.567", 1234.567],
  ["12.3456", 12.3456],
  [".5", 0.5],
  [",5", 0.5],
  ["-0", 0],
  ["0,000", 0],
  ["007", 7],
  ["  42  ", 42],
  ["\u0661\u066c\u0662\u0663\u0664\u066b\u0665", 1234.5],
  ["\u061c-\u0669\u0664\u066b\u0662", -94.2],
  ["\u200e\u2212\u06f9\u06f4\u066b\u06f2", -94.2],
  ["９４．２", 94.2],
  ["-１，２３４．５", -1234.5],
  ["१२,३४,५६७.८", 1234567.8],
  ["1.5E+3", 1500],
  ["1,5e3", 1500],
  ["1.234e2", 123.4],
  ["1E-7", 1e-7],
  ["999999999999999", 999999999999999],
  ["123456789.012345", 123456789.012345],
  ["0.000000000000001", 1e-15],
  ["123456789012.3450000", 123456789012.345],
];

describe("texts that say one number", () => {
  test.each(ONE_NUMBER)("%j", (text, number) => expect(auto(text)).toEqual(value(number)));

  test.each<[string, number]>([
    ["94.2%", 94.2],
    ["94,2 %", 94.2],
    ["94,2\u00a0%", 94.2],
    ["%94,2", 94.2],
    ["-%94,2", -94.2],
    ["٩٤٫٢٪\u061c", 94.2],
    ["-5 %", -5],
  ])("%j, with a percent sign that is told", (text, number) => expect(auto(text)).toEqual(value(number, true)));

  test("minus zero is zero", () => expect(Object.is((auto("-0,0") as { value: number }).value, 0)).toBe(true));
});

describe("texts that say two numbers are asked about", () => {
  test.each<[string, number, number]>([
    ["1.234", 1.234, 1234],
    ["1,234", 1234, 1.234],
    ["-12,345", -12345, -12.345],
    ["100.000", 100, 100000],
    ["１．２３４", 1.234, 1234],
    ["1.234 ", 1.234, 1234],
  ])("%j", (text, point, comma) =>
    expect(auto(text)).toEqual({ kind: "ambiguous", readings: [point, comma], percent: false }),
  );

  test("a declared mark settles them", () => {
    expect(readNumber("1.234", { decimal: "point" })).toEqual(value(1.234));
    expect(readNumber("1.234", { decimal: "comma" })).toEqual(value(1234));
  });

  test("the usual range settles them when just one reading lies inside", () => {
    expect(readNumber("1.234", { decimal: "auto", usual: { low: 1, high: 2 } })).toEqual(value(1.234));
    expect(readNumber("1.234", { decimal: "auto", usual: { low: 900, high: 1500 } })).toEqual(value(1234));
    expect(readNumber("1.234", { decimal: "auto", usual: { low: 1, high: 5000 } }).kind).toBe("ambiguous");
    expect(readNumber("1.234", { decimal: "auto", usual: { low: 50, high: 60 } }).kind).toBe("ambiguous");
  });

  test("the usual range never changes a text that says one number", () =>
    expect(readNumber("11,11", { decimal: "auto", usual: { low: 1000, high: 2000 } })).toEqual(value(11.11)));
});

const NO_NUMBERS: [string, NumberFault][] = [
  ["abc", "no-number"],
  ["12 apples", "no-number"],
  ["€ 12", "no-number"],
  ["0x1F", "no-number"],
  ["NaN", "no-number"],
  ["Infinity", "no-number"],
  ["=1+1", "no-number"],
  ["#REF!", "no-number"],
  ["1/2", "no-number"],
  ["2026-10", "no-number"],
  ["3-5", "no-number"],
  ["5-", "no-number"],
  ["--5", "no-number"],
  ["5%%", "no-number"],
  ["12\t345", "no-number"],
  ["12\n345", "no-number"],
  ["1\u200b234", "no-number"],
  ["\u202e123", "no-number"],
  ["1,2,3", "grouping"],
  ["1.2.3", "grouping"],
  ["12,34,56", "grouping"],
  ["1,2345,6789", "grouping"],
  ["1234,567,890", "grouping"],
  ["0,123,456", "grouping"],
  ["1 234'567", "grouping"],
  ["1,234.567,8", "grouping"],
  ["1 23", "grouping"],
  ["(5)", "parentheses"],
  ["(1,234.5)", "parentheses"],
  ["-", "dash"],
  ["–", "dash"],
  ["94.", "unfinished"],
  ["94,", "unfinished"],
  ["1٢", "mixed-digits"],
  ["1e999", "too-large"],
  ["1000000000000000", "too-large"],
  ["1,000,000,000,000,000", "too-large"],
  ["0.1234567890123456", "too-many-digits"],
  ["12345678901234.56", "too-many-digits"],
  ["1e-400", "too-small"],
];

describe("texts that say no number", () => {
  test.each(NO_NUMBERS)("%j: %s", (text, reason) => expect(auto(text)).toEqual(fault(reason)));

  test("a number with the other mark than the declared one is told so, never stripped", () => {
    expect(readNumber("94,2", { decimal: "point" })).toEqual(fault("other-mark"));
    expect(readNumber("11,11", { decimal: "point" })).toEqual(fault("other-mark"));
    expect(readNumber("1.234,5", { decimal: "point" })).toEqual(fault("other-mark"));
    expect(readNumber("94.2", { decimal: "comma" })).toEqual(fault("other-mark"));
    expect(readNumber("1.5e3", { decimal: "comma" })).toEqual(fault("other-mark"));
  });

  test("nothing said and not applicable are neither numbers nor faults", () => {
    for (const text of ["", " ", "\u00a0", "\t"]) expect(auto(text)).toEqual({ kind: "blank" });
    for (const text of ["n/a", "N/A", " n/a "]) expect(auto(text)).toEqual({ kind: "not_applicable" });
  });

  test("a text of any length answers at once", () => {
    for (const text of [
      "1".repeat(100_000),
      "1,".repeat(50_000),
      " ".repeat(100_000),
      "1 ".repeat(50_000),
      "(".repeat(9e4),
    ])
      expect(["not-a-number", "blank"]).toContain(auto(text).kind);
  });
});

describe("the decimal mark of a file", () => {
  test.each<[string[], object]>([
    [["1", "2 000", ""], { kind: "needless" }],
    [["1.234", "94,2"], { kind: "settled", decimal: "comma" }],
    [["1.234", "1.234,5"], { kind: "settled", decimal: "comma" }],
    [["1.234", "1.234.567"], { kind: "settled", decimal: "comma" }],
    [["1,234", "0.5"], { kind: "settled", decimal: "point" }],
    [["n/a", "1.234", "7"], { kind: "undecided", first: 1 }],
    [["94.2", "7", "94,2"], { kind: "contradictory", point: 0, comma: 2 }],
    [["abc", "94,2"], { kind: "settled", decimal: "comma" }],
  ])("%j", (texts, mark) => expect(recogniseDecimalMark(texts)).toEqual(mark));
});

describe("numeric cells of a spreadsheet", () => {
  test.each<[string, number | null]>([
    ["94.2", 94.2],
    ["1.1000000000000001", 1.1],
    ["0.30000000000000004", 0.3],
    ["1E-3", 0.001],
    ["-0", 0],
    ["1E+15", null],
    ["1e999", null],
    ["94,2", null],
    ["", null],
    ["0x10", null],
  ])("%j", (text, number) => expect(readMachineNumber(text)).toBe(number));
});
