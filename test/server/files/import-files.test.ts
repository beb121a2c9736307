import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readTable } from "../../../server/files/read-table.ts";
import { csvPieces } from "../../../server/files/write-csv.ts";
import { xlsxBytes } from "../../../server/files/write-xlsx.ts";
import { importReportSchema } from "../../../shared/contracts/imports.ts";
import { checkResults } from "../../../shared/domain/imports/check-results.ts";
import { firstFindings } from "../../../shared/domain/imports/finding.ts";
import { parseRows } from "../../../shared/domain/imports/rows.ts";
import type { OutCell } from "../../../shared/files/csv-line.ts";
import { issueOfFinding } from "../../../shared/text/import.ts";
import { ALL_YEAR, aKpi, aReference, HUNDRED, headerOf } from "../../support/import-world.ts";

const HEADER = headerOf("results");
const KINDS = ["text", "text", "month", "number", "number", "number", "text"] as const;

async function csvOf(rows: readonly (readonly OutCell[])[]): Promise<Uint8Array> {
  let text = "";
  for await (const piece of csvPieces(HEADER, rows)) text += piece;
  return Buffer.from(text);
}

async function xlsxOf(rows: readonly (readonly OutCell[])[]): Promise<Uint8Array> {
  const columns = HEADER.map((heading, i) => ({ heading, kind: KINDS[i] ?? "text" }));
  const pieces: Buffer[] = [];
  for await (const piece of xlsxBytes({ name: "results", columns, rows })) pieces.push(piece);
  return Buffer.concat(pieces);
}

describe("exported results come back with no question", () => {
  const number = fc
    .tuple(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.nat(8))
    .map(([digits, scale]) => Number(`${digits}e-${scale}`));
  const comment = fc
    .string({ unit: "grapheme", minLength: 1, maxLength: 20 })
    .filter((text) => text.trim() !== "" && !/(?![\t\n])\p{Cc}/u.test(text) && text.isWellFormed());
  const row = fc.tuple(fc.oneof(number, fc.constant("n/a")), fc.option(number), fc.option(number), fc.option(comment));

  test.each([
    ["CSV", csvOf],
    ["XLSX", xlsxOf],
  ] as const)("%s, whatever the numbers and comments", async (_kind, write) => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 6 }), async (cells) => {
        const rows = cells.map((rest, i): OutCell[] => [`B-${i}`, "K.1", "2026-10", ...rest]);
        const { rows: read, errors } = parseRows(
          "results",
          await readTable(await write(rows), { sheet: "results" }),
          "auto",
        );
        expect(firstFindings(errors)).toEqual([]);
        const [value, numerator, denominator, text] = [3, 4, 5, 6].map((i) => rows.map((one) => one[i] ?? null));
        expect(read.map((one) => (one.value === "not_applicable" ? "n/a" : one.value))).toEqual(
          value?.map((one) => (one === null ? null : plus(one))),
        );
        expect(read.map((one) => one.numerator)).toEqual(numerator?.map(plus));
        expect(read.map((one) => one.denominator)).toEqual(denominator?.map(plus));
        expect(read.map((one) => one.comment)).toEqual(text);
      }),
      { numRuns: 300 },
    );
  });

  const plus = (value: OutCell) => (typeof value === "number" ? value + 0 : value);
});

const PLANTED = `Unit;KPI;period;value;numerator;denominator;comment
N1;V;2026-05;94,2;;;fine
N1;V;2026-13;1;;;
N1;V;2026-06;12x;;;
N9;V;2026-06;1;;;
N1;X;2026-06;1;;;
N2;R;2026-06;;1;2;
N1;V;2026-12;1;;;
N1;Q;2026-05;1;;;
N1;V;2026-02;1;;;
N1;V;2026-01;1;;;
N1;D;2026-06;1;;;
N1;V;2026-07;100,1;;;
N1;R;2026-07;83,3;46;120;
N1;R;2026-08;;46;;
N1;V;2026-08;1;2;;
N1;V;2026-05;3;;;
N 1;V;2026-09;1;;;
;V;2026-09;1;;;
N1;R;2026-09;n/a;1;2;
N1;Q;2026-09;5 %;;;
N1;V;2026-09;;;;late again
`;

describe("a bad file", () => {
  const ratio = { input: "ratio", multiplier: HUNDRED, orgRule: "ratio", timeRule: "ratio" } as const;
  const reference = aReference({
    kpis: {
      V: aKpi({ minimum: 0, maximum: 100 }),
      R: aKpi(ratio),
      Q: aKpi({ frequency: "quarter", unitOfMeasure: "days" }),
      D: aKpi({ input: "derived", expression: "[V]" }),
    },
    terms: { V: { N1: ALL_YEAR, N2: ALL_YEAR }, R: { N1: ALL_YEAR }, Q: { N1: ALL_YEAR } },
    locked: ["2026-01"],
    closed: ["2026-02"],
  });

  test("of 20 planted faults is refused with all 20 named, each by row, column and sentence", async () => {
    const { rows, errors } = parseRows("results", await readTable(Buffer.from(PLANTED)), "auto");
    const found = firstFindings(errors, checkResults(rows, reference).errors).map(issueOfFinding);
    const report = { outcome: "refused", rows: rows.length, stored: 0, unchanged: 0, errors: found, warnings: [] };
    expect(importReportSchema.parse(report).errors.map(({ row, column, code }) => `${row} ${column} ${code}`)).toEqual([
      "3 period not-a-month",
      "4 value not-a-number",
      "5 unit unknown-unit",
      "6 kpi unknown-kpi",
      "7 kpi not-assigned",
      "8 period future-month",
      "9 period not-a-period-end",
      "10 period month-closed",
      "11 period month-locked",
      "12 kpi derived-not-entered",
      "13 value beyond-limits",
      "14 value numerator-and-value-disagree",
      "15 denominator ratio-needs-parts",
      "16 numerator parts-need-ratio",
      "17  duplicate-row",
      "18 unit code-form",
      "19 unit required",
      "20 value not-applicable-with-number",
      "21 value percent-unexpected",
      "22 comment comment-without-figure",
    ]);
    expect(found.find(({ row }) => row === 14)?.message).toBe(
      "The value is 83.3, but numerator and denominator give 38.3333333333333. Correct one of them, or leave the value empty.",
    );
  });
});
