import { describe, expect, test } from "vitest";
import { FINDING_CODES, firstFindings, MOST_FINDINGS } from "../../../shared/domain/imports/finding.ts";
import { parseRows } from "../../../shared/domain/imports/rows.ts";
import type { Cell } from "../../../shared/domain/imports/table.ts";
import type { DecimalSetting } from "../../../shared/domain/number-recognition.ts";
import { issueOfFinding } from "../../../shared/text/import.ts";
import { headerOf, messages, tableOf, told } from "../../support/import-world.ts";

const RESULTS = headerOf("results");
const results = (rows: Cell[][], decimal: DecimalSetting = "auto", header = RESULTS) =>
  parseRows("results", tableOf(header, rows), decimal);

describe("the heading", () => {
  test("stands in any order and case", () => {
    const { rows, errors } = results([["5", "B-1", "K-1", "2026-10"]], "auto", ["VALUE", " Unit ", "kpi", "Period"]);
    expect(errors.count).toBe(0);
    expect(rows).toMatchObject([
      { row: 2, unit: "B-1", kpi: "K-1", period: "2026-10", value: 5, numerator: null, comment: null },
    ]);
  });

  test("is told every unknown, missing and doubled column by name", () => {
    const { errors } = results([["1", "2", "3", "2026-10"]], "auto", ["unit", "Colour", "unit", "period"]);
    expect(told(errors)).toEqual(["1 Colour unknown-column", "1 unit duplicate-column", "1 kpi missing-column"]);
    expect(messages(firstFindings(errors))[0]).toBe(
      'There is no column "Colour" in a file of results. Remove it or name it as one of: unit, kpi, period, value, numerator, denominator, comment.',
    );
  });
});

describe("cells", () => {
  test("n/a is not applicable, an empty cell is nothing, zero is zero", () => {
    const { rows } = results([
      ["B", "K", "2026-10", "n/a"],
      ["B", "K", "2026-09", ""],
      ["B", "K", "2026-08", "0"],
    ]);
    expect(rows.map(({ value }) => value)).toEqual(["not_applicable", null, 0]);
  });

  test("typed cells of a spreadsheet are taken as they are", () => {
    const date = { kind: "date", date: "2026-10-01" } as const;
    const { rows, errors } = results([
      [101, "K", date, 1.234],
      ["B", "K", "2026-09", { kind: "percent", value: 94.2 }],
    ]);
    expect(errors.count).toBe(0);
    expect(rows).toMatchObject([
      { unit: "101", period: "2026-10", value: 1.234, percents: [] },
      { value: 94.2, percents: ["value"] },
    ]);
  });

  test("every fault is told with row, column and what to do", () => {
    const { errors } = results([
      ["B 1", "K", "2026-13", "12x"],
      ["", "K", "10/2026", { kind: "fault", shown: "#REF!" }],
      ["B", "-K", "2026-10", "5", "n/a", "1e999", "x".repeat(5000)],
      ["B", "K", "1066-10", { kind: "truth", value: true }, "", "", "a\u0001b"],
    ]);
    expect(told(errors)).toEqual([
      "2 unit code-form",
      "2 period not-a-month",
      "2 value not-a-number",
      "3 unit required",
      "3 period not-a-month",
      "3 value cell-fault",
      "4 kpi code-form",
      "4 numerator not-a-number",
      "4 denominator not-a-number",
      "4 comment too-long",
      "5 period not-a-month",
      "5 value not-a-number",
      "5 comment control-character",
    ]);
    expect(messages(firstFindings(errors))[2]).toBe(
      'value "12x" is not a number. Write digits only; leave the cell empty for nothing to say, n/a for not applicable.',
    );
  });

  test("faulty rows stay in, so that what else is wrong with them is told too", () => {
    const { rows } = results([["B", "K", "2026-10", "12x"]]);
    expect(rows).toMatchObject([{ unit: "B", kpi: "K", value: null, faulty: ["value"] }]);
  });
});

describe("cells of other kinds", () => {
  test("words, whole numbers, years, days and e-mail addresses", () => {
    const header = ["email", "name", "role", "unit", "from", "to"];
    const people = parseRows(
      "people",
      tableOf(header, [
        ["A@Example.org", "Approver", "Quality-Manager", "", "2026-02", "2026-02"],
        ["x@y", "", "boss", "", "2026-02-30", ""],
      ]),
      "auto",
    );
    expect(people.rows[0]).toMatchObject({
      email: "a@example.org",
      role: "quality-manager",
      from: "2026-02-01",
      to: "2026-02-28",
    });
    expect(told(people.errors)).toEqual([
      "3 email not-an-email",
      "3 name required",
      "3 role unknown-word",
      "3 from not-a-date",
    ]);
    const themes = parseRows(
      "themes",
      tableOf(headerOf("themes"), [
        ["T", "Name", "S", "2026", "2029"],
        ["U", "Name", "S", "2026.5", "1066"],
      ]),
      "auto",
    );
    expect(themes.rows[0]).toMatchObject({ fromYear: 2026, toYear: 2029, longTermGoal: null });
    expect(told(themes.errors)).toEqual(["3 from_year not-a-whole-number", "3 to_year out-of-range"]);
    const targets = parseRows(
      "targets",
      tableOf(headerOf("targets"), [
        ["K", "B", 2026, 5],
        ["K", "B", "2026-10", 5],
        ["K", "B", "26", 5],
      ]),
      "auto",
    );
    expect(targets.rows.map(({ period }) => period)).toEqual([
      { kind: "year", year: 2026 },
      { kind: "month", month: "2026-10" },
      null,
    ]);
    expect(told(targets.errors)).toEqual(["4 period not-a-period"]);
  });
});

describe("the decimal mark of a file", () => {
  const file = (...values: string[]) =>
    values.map((value, i) => ["B", "K", `2026-${String(i + 1).padStart(2, "0")}`, value]);
  const valuesOf = (parsed: ReturnType<typeof results>) => parsed.rows.map(({ value }) => value);

  test("is what its numbers allow together", () => {
    expect(valuesOf(results(file("1.234", "94,2")))).toEqual([1234, 94.2]);
    expect(valuesOf(results(file("1.234", "94.2")))).toEqual([1.234, 94.2]);
    expect(valuesOf(results(file("1.234", "5"), "comma"))).toEqual([1234, 5]);
  });

  test("is never guessed: an ambiguous number without a witness is asked about", () => {
    const { errors, rows } = results(file("1.234", "5"));
    expect(told(errors)).toEqual(["2 value ambiguous-number"]);
    expect(rows[0]?.value).toBeNull();
    expect(messages(firstFindings(errors))).toEqual([
      'value "1.234" can be read as 1.234 or as 1234. Declare a decimal point or a decimal comma for the file.',
    ]);
  });

  test("cannot be two: both witnesses are named", () => {
    const { errors } = results(file("94.2", "1.234", "94,2"));
    expect(told(errors)).toEqual([
      "2 value mixed-decimal-marks",
      "3 value ambiguous-number",
      "4 value mixed-decimal-marks",
    ]);
  });
});

describe("a report", () => {
  test("names a doubled row by the earlier one", () => {
    const { errors } = results([
      ["B", "K", "2026-10", "1"],
      ["B", "K", "2026-09", "1"],
      ["B", "K", "2026-10", "2"],
    ]);
    expect(told(errors)).toEqual(["4  duplicate-row"]);
    expect(messages(firstFindings(errors))).toEqual(["Row 2 has the same unit, kpi, period. Keep one of the two."]);
  });

  test("names the first thousand of any number of errors, and counts all", () => {
    const { errors } = results(Array.from({ length: 3_000 }, () => ["", "K", "2026-10", "1"]));
    expect(errors.count).toBe(3_000);
    expect(firstFindings(errors)).toHaveLength(MOST_FINDINGS);
  });

  test.each(FINDING_CODES)("%s says what is wrong and what to do", (code) => {
    const { message } = issueOfFinding({ row: 1, column: "value", code, details: {} });
    expect(message.split(/[.;:] /).length).toBeGreaterThan(1);
    expect(message).toMatch(/\.$/);
    expect(message).not.toMatch(/[{}!]|undefined|null|NaN/);
  });
});
