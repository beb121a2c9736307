import { parse } from "csv-parse/sync";
import type { Direction } from "../../shared/domain/kpi-definition.ts";
import { type Month, parseMonth } from "../../shared/domain/month.ts";
import type { SeriesRow } from "../../shared/domain/statistics/series.ts";

/** A row of a file, with what only some statistics need. */
export type FileRow = SeriesRow & { numerator: number | null; denominator: number | null };

/** One unit and measure of a file, its rows by period. */
export type FileSeries = {
  unit: string;
  measure: string;
  direction: Direction;
  /** Digits behind the point of the values as written, at most 6. */
  decimals: number;
  rows: FileRow[];
};

/** A fault of the file; `row` as a spreadsheet shows it, the header being row 1. */
export type FileFault = { row: number; column: string; message: string };

export type SeriesFile = { kind: "series"; series: FileSeries[] } | { kind: "refused"; faults: FileFault[] };

const MOST_FAULTS = 1000;
const NUMBER_COLUMNS = ["value", "numerator", "denominator", "target", "low", "high"] as const;
const KNOWN_DIRECTIONS: Readonly<Record<string, Direction>> = {
  increase: "higher",
  higher: "higher",
  decrease: "lower",
  lower: "lower",
  neutral: "neutral",
  band: "band",
};

type Cells = Record<string, string>;

/**
 * Reads a CSV of series: comma, semicolon or tab, UTF-8 or UTF-16 with a mark, decimal point, or decimal comma in a file
 * that holds no decimal point. Columns that statistics do not use are passed over. All faults are reported, not just the first.
 */
export function readSeriesFile(bytes: Uint8Array): SeriesFile {
  const text = decoded(bytes);
  const header = text.slice(0, text.search(/[\r\n]|$/));
  const delimiter = [";", "\t", ","].find((mark) => header.includes(mark)) ?? ",";
  let records: Cells[];
  try {
    records = parse(text, {
      delimiter,
      columns: (names: string[]) => names.map((name) => name.trim().toLowerCase()),
      skip_empty_lines: true,
      relax_column_count: true,
      trim: true,
    });
  } catch (error) {
    return refused({ row: 1, column: "", message: `The file is not a table of text: ${(error as Error).message}.` });
  }
  const missing = ["unit", "period", "value", "direction"].filter((name) => !(name in (records[0] ?? {})));
  if (records.length === 0) return refused({ row: 1, column: "", message: "The file has no rows below its header." });
  if (!("measure" in (records[0] ?? {})) && !("kpi" in (records[0] ?? {}))) missing.push("measure");
  if (missing.length > 0) {
    return refused(...missing.map((column) => ({ row: 1, column, message: `The column ${column} is missing.` })));
  }
  return assembled(records);
}

function refused(...faults: FileFault[]): SeriesFile {
  return { kind: "refused", faults };
}

function decoded(bytes: Uint8Array): string {
  const isLittle = bytes[0] === 0xff && bytes[1] === 0xfe;
  const isBig = bytes[0] === 0xfe && bytes[1] === 0xff;
  if (isLittle) return new TextDecoder("utf-16le").decode(bytes);
  return new TextDecoder(isBig ? "utf-16be" : "utf-8").decode(bytes);
}

type Gathered = { series: FileSeries; periods: Map<Month, number> };

function assembled(records: readonly Cells[]): SeriesFile {
  const faults: FileFault[] = [];
  const all = new Map<string, Gathered>();
  const mark = decimalMark(records);
  records.forEach((cells, i) => {
    const fault = (column: string, message: string) => faults.push({ row: i + 2, column, message });
    const row = rowOf(cells, mark, fault);
    const direction = KNOWN_DIRECTIONS[(cells["direction"] ?? "").toLowerCase()];
    if (direction === undefined) {
      fault("direction", `"${cells["direction"] ?? ""}" is no direction; use increase, decrease, neutral or band.`);
    }
    if (row === null || direction === undefined) return;
    const unit = cells["unit"] ?? "";
    const measure = cells["measure"] ?? cells["kpi"] ?? "";
    const key = JSON.stringify([unit, measure]);
    const gathered: Gathered = all.get(key) ?? {
      series: { unit, measure, direction, decimals: 0, rows: [] },
      periods: new Map(),
    };
    all.set(key, gathered);
    const before = gathered.periods.get(row.period);
    if (before !== undefined) fault("period", `${row.period} stands already in row ${before}.`);
    if (gathered.series.direction !== direction)
      fault("direction", "The direction differs from earlier rows of the series.");
    gathered.periods.set(row.period, i + 2);
    gathered.series.decimals = Math.max(gathered.series.decimals, decimalsOf(cells["value"] ?? ""));
    gathered.series.rows.push(row);
  });
  if (faults.length > 0) return refused(...faults.slice(0, MOST_FAULTS));
  return { kind: "series", series: [...all.values()].map(({ series }) => inOrder(series)) };
}

/** Rows by period; a blank target carries on the one before it. */
function inOrder(series: FileSeries): FileSeries {
  const rows = [...series.rows].sort((a, b) => (a.period < b.period ? -1 : 1));
  for (const [i, row] of rows.entries()) {
    const before = rows[i - 1];
    if (before === undefined) continue;
    row.target ??= before.target ?? null;
    row.low ??= before.low ?? null;
    row.high ??= before.high ?? null;
  }
  return { ...series, rows };
}

function rowOf(cells: Cells, mark: "." | ",", fault: (column: string, message: string) => void): FileRow | null {
  const period = parseMonth(cells["period"] ?? "");
  if (period === null) {
    fault("period", `"${cells["period"] ?? ""}" is no month; write it as 2026-04.`);
    return null;
  }
  const numbers = Object.fromEntries(
    NUMBER_COLUMNS.map((column) => [column, numberOf(cells[column] ?? "", { column, mark, fault })]),
  ) as Record<(typeof NUMBER_COLUMNS)[number], number | null>;
  const { numerator, denominator } = numbers;
  const ratio = numerator === null || denominator === null || denominator === 0 ? null : numerator / denominator;
  return { period, ...numbers, value: numbers.value ?? ratio };
}

const PLAIN_NUMBER = /^-?\d+(?:[.,]\d+)?(?:[eE][+-]?\d{1,3})?$/;

function numberOf(
  text: string,
  { column, mark, fault }: { column: string; mark: "." | ","; fault: (column: string, message: string) => void },
): number | null {
  if (text === "" || text.toLowerCase() === "n/a") return null;
  const other = mark === "." ? "," : ".";
  const number = PLAIN_NUMBER.test(text) && !text.includes(other) ? Number(text.replace(",", ".")) : Number.NaN;
  if (!Number.isFinite(number)) {
    fault(column, `"${text}" is not a number.`);
    return null;
  }
  return number + 0;
}

/** A comma is the decimal mark only where no number of the file holds a point. */
function decimalMark(records: readonly Cells[]): "." | "," {
  const texts = records.flatMap((cells) => NUMBER_COLUMNS.map((column) => cells[column] ?? ""));
  return texts.some((text) => text.includes(",")) && !texts.some((text) => text.includes(".")) ? "," : ".";
}

function decimalsOf(text: string): number {
  return Math.min(6, /[.,](\d+)/.exec(text)?.[1]?.length ?? 0);
}
