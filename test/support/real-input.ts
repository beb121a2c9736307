import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import type { ImportKind } from "../../shared/domain/imports/columns.ts";

/** Import files of an organisation, as CSV text; to be imported in this order. */
export type ImportFiles = Record<Exclude<ImportKind, "people">, string>;

/** One line of the published data: a month of a measure at a unit. Empty texts are missing. */
export interface Published {
  unit: string;
  period: string;
  measure: string;
  value: string;
  numerator: string;
  denominator: string;
  target: string;
  direction: "increase" | "decrease" | "neutral";
}

interface Series {
  unit: string;
  measure: string;
  first: string;
  last: string;
}

const DIRECTION = { increase: "higher", decrease: "lower", neutral: "neutral" } as const;

export const AE_FISCAL_YEAR_START = 4;
export const AE_ROOT = "ENGLAND";
export const MTA_ROOT = "MTA";

/**
 * English A&E departments (data/ae.csv): each organisation a unit under one parent, the shares seen within four hours as
 * ratios of people, attendances as a sum. Codes are those of the file. The target is the root's, by fiscal year (from April).
 */
export function aeFiles(csv: string): ImportFiles {
  const rows = publishedRows(csv);
  const measures = [...new Map(rows.map((row) => [row.measure, row])).values()];
  const judged = measures.filter(({ target }) => target !== "");
  return {
    units: table(
      ["code", "name", "kind", "parent"],
      [
        [AE_ROOT, "A&E departments of England", "group", ""],
        ...unitsOf(rows).map((unit) => [unit, `A&E ${unit}`, "branch", AE_ROOT]),
      ],
    ),
    themes: themeFile("Care in time", ["2016", "2019"]),
    kpis: table(
      [...KPI_HEADER, "multiplier", "minimum", "maximum", "numerator_label", "denominator_label"],
      measures.map(({ measure, direction, denominator }) => {
        const isRatio = denominator !== "";
        const rules = isRatio
          ? ["%", "1", DIRECTION[direction], "ratio", "ratio", "ratio"]
          : ["people", "0", DIRECTION[direction], "value", "sum", "sum"];
        const parts = isRatio ? ["100", "0", "100", "seen within 4 hours", "attendances"] : ["", "0", "", "", ""];
        return [measure, measure.replaceAll("_", " "), "T-1", ...rules, ...parts];
      }),
    ),
    assignments: assignmentFile(rows, { unitCode: (name) => name, kpiCode: (name) => name }),
    targets: table(
      ["kpi", "unit", "period", "value"],
      judged.flatMap(({ measure, target }) => ["2017", "2018", "2019"].map((year) => [measure, AE_ROOT, year, target])),
    ),
    results: resultFile(rows, { unitCode: (name) => name, kpiCode: (name) => name }),
  };
}

/**
 * New York MTA (data/mta.csv): agencies as units, measures as KPIs, codes made from their names. Published are values
 * without their parts, so that nothing is rolled up over agencies; targets are monthly.
 */
export function mtaFiles(csv: string): ImportFiles {
  const rows = publishedRows(csv);
  const measures = [...new Map(rows.map((row) => [row.measure, row])).values()];
  const codes = { unitCode: codeOf, kpiCode: codeOf };
  return {
    units: table(
      ["code", "name", "kind", "parent"],
      [
        [MTA_ROOT, "Metropolitan Transportation Authority", "group", ""],
        ...unitsOf(rows).map((unit) => [codeOf(unit), unit, "branch", MTA_ROOT]),
      ],
    ),
    themes: themeFile("Service people can rely on", ["2008", "2018"]),
    kpis: table(
      KPI_HEADER,
      measures.map(({ measure, direction }) => [
        codeOf(measure),
        measure,
        "T-1",
        "as published",
        "2",
        DIRECTION[direction],
        "value",
        "none",
        "mean",
      ]),
    ),
    assignments: assignmentFile(rows, codes),
    targets: table(
      ["kpi", "unit", "period", "value"],
      rows
        .filter(({ target }) => target !== "")
        .map((row) => [codeOf(row.measure), codeOf(row.unit), row.period, row.target]),
    ),
    results: resultFile(rows, codes),
  };
}

const KPI_HEADER = [
  "code",
  "name",
  "theme",
  "unit_of_measure",
  "decimals",
  "direction",
  "input",
  "org_rule",
  "time_rule",
];

interface Codes {
  unitCode: (name: string) => string;
  kpiCode: (name: string) => string;
}

/** "OTP (Terminal) - F Line" is `OTP-Terminal-F-Line`. */
export function codeOf(name: string): string {
  return name
    .replaceAll("%", "Share")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

export function publishedRows(csv: string): Published[] {
  return parse(csv, { columns: true, bom: true }) as Published[];
}

function unitsOf(rows: readonly Published[]): string[] {
  return [...new Set(rows.map(({ unit }) => unit))].sort();
}

function seriesOf(rows: readonly Published[]): Series[] {
  const series = new Map<string, Series>();
  for (const { unit, measure, period } of rows) {
    const key = `${unit}\n${measure}`;
    const known = series.get(key) ?? { unit, measure, first: period, last: period };
    if (period < known.first) known.first = period;
    if (period > known.last) known.last = period;
    series.set(key, known);
  }
  return [...series.values()];
}

function themeFile(name: string, [from, to]: [string, string]): string {
  return table(
    ["code", "name", "strategy", "from_year", "to_year"],
    [["T-1", name, `Strategy ${from}-${to}`, from, to]],
  );
}

/** A unit reports a measure from its first published month to its last. */
function assignmentFile(rows: readonly Published[], { unitCode, kpiCode }: Codes): string {
  const lines = seriesOf(rows).map(({ unit, measure, first, last }) => [kpiCode(measure), unitCode(unit), first, last]);
  return table(["kpi", "unit", "from", "to"], lines);
}

function resultFile(rows: readonly Published[], { unitCode, kpiCode }: Codes): string {
  const lines = rows.map((row) => [
    unitCode(row.unit),
    kpiCode(row.measure),
    row.period,
    row.value,
    row.numerator,
    row.denominator,
  ]);
  return table(["unit", "kpi", "period", "value", "numerator", "denominator"], lines);
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return stringify([header, ...rows]);
}
