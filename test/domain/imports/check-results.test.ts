import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkResults } from "../../../shared/domain/imports/check-results.ts";
import { agreesWithParts } from "../../../shared/domain/imports/ratio-agreement.ts";
import type { ReferenceData } from "../../../shared/domain/imports/reference.ts";
import { ALL_YEAR, aKpi, aReference, HUNDRED, rowsOf, told } from "../../support/import-world.ts";

const ratio = { input: "ratio", multiplier: HUNDRED, orgRule: "ratio", timeRule: "ratio" } as const;
const reference = aReference({
  kpis: {
    V: aKpi({ minimum: 0, maximum: 100 }),
    R: aKpi({ ...ratio, minimum: 0, maximum: 100 }),
    Q: aKpi({ frequency: "quarter", unitOfMeasure: "days" }),
    D: aKpi({ input: "derived", expression: "[V]" }),
  },
  terms: { V: { N1: ALL_YEAR, N2: ALL_YEAR }, R: { N1: ALL_YEAR }, Q: { N1: ALL_YEAR } },
  locked: ["2026-01"],
  closed: ["2026-02"],
});
const check = (text: string, of: ReferenceData = reference) =>
  told(checkResults(rowsOf("results", `unit|kpi|period|value|numerator|denominator|comment\n${text}`), of).errors);

describe("results against what the organisation holds", () => {
  test("values, ratios with and without their value, n/a, percent signs and empty rows pass", () =>
    expect(
      check(
        "N1|V|2026-05|95 %|||late\nN1|R|2026-05||46|120|\nN1|R|2026-06|38.3|46|120|\nN1|R|2026-07||0|0|\nN1|R|2026-08|n/a|||\nN2|V|2026-05||||\nN2|V|2020-01||||",
      ),
    ).toEqual([]));

  test.each<[string, string, string[]]>([
    ["unknown things", "X|Y|2026-05|1|||", ["2 unit unknown-unit", "2 kpi unknown-kpi"]],
    ["a KPI that the unit does not report", "N2|R|2026-05||1|2|", ["2 kpi not-assigned"]],
    ["a time in which it did not", "N1|V|2025-05|1|||", ["2 kpi not-assigned"]],
    ["a month to come", "N1|V|2026-11|1|||", ["2 period future-month"]],
    ["a month inside a quarter", "N1|Q|2026-05|1|||", ["2 period not-a-period-end"]],
    [
      "a closed and a locked month",
      "N1|V|2026-02|1|||\nN1|V|2026-01|1|||",
      ["2 period month-closed", "3 period month-locked"],
    ],
    ["a derived KPI", "N1|D|2026-05|1|||", ["2 kpi derived-not-entered"]],
    ["a value beyond the limits", "N1|V|2026-05|100.1|||", ["2 value beyond-limits"]],
    ["a ratio beyond the limits", "N1|R|2026-05||130|120|", ["2 numerator beyond-limits"]],
    ["parts of a value KPI", "N1|V|2026-05||1|2|", ["2 numerator parts-need-ratio", "2 denominator parts-need-ratio"]],
    ["a ratio by its value alone", "N1|R|2026-05|38|||", ["2 numerator ratio-needs-parts"]],
    ["half a ratio", "N1|R|2026-05||46||", ["2 denominator ratio-needs-parts"]],
    ["a value that its parts deny", "N1|R|2026-05|83.3|46|120|", ["2 value numerator-and-value-disagree"]],
    ["a value over a denominator of 0", "N1|R|2026-05|0|0|0|", ["2 value value-without-denominator"]],
    ["a denominator below 0", "N1|R|2026-05||1|-2|", ["2 denominator denominator-negative"]],
    ["n/a with numbers", "N1|R|2026-05|n/a|1|2|", ["2 value not-applicable-with-number"]],
    [
      "a comment alone",
      "N1|V|2026-05||||late\nN1|R|2026-05||||late",
      ["2 comment comment-without-figure", "3 comment comment-without-figure"],
    ],
    [
      "a percent sign on days or counts",
      "N1|Q|2026-06|4 %|||\nN1|R|2026-05||4 %|100|",
      ["2 value percent-unexpected", "3 numerator percent-unexpected"],
    ],
    ["an unknown unit beside a bad number", "X|V|2026-05|1x|||", ["2 unit unknown-unit"]],
  ])("%s is refused", (...[, text, findings]) => expect(check(text)).toEqual(findings));

  test("a row that says what is stored passes in a locked month", () =>
    expect(check("N1|V|2026-01|1|||", { ...reference, isUnchanged: (row) => row === 2 })).toEqual([]));

  test("a unit that is not one's own is refused", () =>
    expect(check("N1|V|2026-05|1|||\nN2|V|2026-05|1|||", { ...reference, may: (_, unit) => unit === "N1" })).toEqual([
      "3 unit not-allowed",
    ]));
});

describe("a value beside numerator and denominator", () => {
  const parts = fc.record({ numerator: fc.nat(100_000), denominator: fc.integer({ min: 1, max: 100_000 }) });

  test("agrees when it is theirs, rounded to the KPI's decimals or finer", () => {
    fc.assert(
      fc.property(parts, fc.nat(6), fc.nat(4), ({ numerator, denominator }, decimals, finer) => {
        const scale = 10n ** BigInt(decimals + finer);
        const scaled = BigInt(numerator) * 100n * scale * 2n;
        const halfAway = (scaled + BigInt(denominator)) / (2n * BigInt(denominator));
        const value = Number(halfAway) / Number(scale);
        expect(agreesWithParts(value, { numerator, denominator }, { multiplier: HUNDRED, decimals })).toBe(true);
      }),
      { numRuns: 5_000 },
    );
  });

  test("disagrees from the next shown digit on", () => {
    fc.assert(
      fc.property(parts, fc.nat(4), fc.constantFrom(-1, 1), ({ numerator, denominator }, decimals, side) => {
        const value = (100 * numerator) / denominator + side * 0.51 * 10 ** -decimals;
        expect(agreesWithParts(value, { numerator, denominator }, { multiplier: HUNDRED, decimals })).toBe(false);
      }),
    );
  });
});
