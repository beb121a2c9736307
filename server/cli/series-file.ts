import type { Table } from "../../shared/domain/imports/table.ts";
import type { Direction } from "../../shared/domain/kpi-definition.ts";
import { type Month, parseMonth } from "../../shared/domain/month.ts";
import { EVENT_DATE, eventSeries } from "./event-series.ts";
import type { FileRow, FileSeries, SeriesFault, SeriesFile } from "./file-series.ts";

const MOST_FAULTS = 1000;
const NUMBER_COLUMNS = ["value", "numerator", "denominator", "target", "low", "high"] as const;
const DIRECTIONS: Readonly<Record<string, Direction>> = {
  increase: "higher",
  higher: "higher",
  decrease: "lower",
  lower: "lower",
  neutral: "neutral",
  band: "band",
};

type DecimalMark = "." | ",";
type RowReader = {
  text: (column: string) => string;
  fault: (column: string, message: string) => void;
  row: number;
  mark: DecimalMark;
};

/**
 * The series of a table with the columns unit, measure or kpi, period, value and direction. A comma is the decimal mark
 * in a file whose numbers hold no point. A file with the column event_date holds single events instead. Columns that statistics do not use are passed over. Every fault is reported.
 */
export function seriesOfTable(table: Table): SeriesFile {
  const columns = new Map(table.header.map((name, i) => [name.trim().toLowerCase(), table.columns[i] ?? []]));
  if (columns.has(EVENT_DATE)) {
    const textAt = (column: string, i: number) => textOf(columns.get(column)?.[i]);
    return eventSeries({ table, textAt, directionOf: (text) => DIRECTIONS[text.toLowerCase()] });
  }
  const absent = ["unit", "period", "value", "direction"].filter((name) => !columns.has(name));
  if (!columns.has("measure") && !columns.has("kpi")) absent.push("measure");
  if (absent.length > 0) return { kind: "refused", faults: absent.map((column) => missingColumn(column, table)) };
  const mark = decimalMark(columns);
  const faults: SeriesFault[] = [];
  const series = new GatheredSeries();
  table.rowNumbers.forEach((row, i) => {
    series.take({
      text: (column) => textOf(columns.get(column)?.[i]),
      fault: (column, message) => faults.push({ row, column, message }),
      row,
      mark,
    });
  });
  return faults.length > 0 ? { kind: "refused", faults: faults.slice(0, MOST_FAULTS) } : series.finish();
}

function missingColumn(column: string, { headerRow }: Table): SeriesFault {
  return { row: headerRow, column, message: `The column ${column} is missing.` };
}

/** Rows by unit and measure, in the order of their first appearance. */
class GatheredSeries {
  readonly #all = new Map<string, { series: FileSeries; rowOf: Map<Month, number> }>();

  take(reader: RowReader): void {
    const { text, fault } = reader;
    const direction = DIRECTIONS[text("direction").toLowerCase()];
    if (direction === undefined) {
      fault("direction", `"${text("direction")}" is no direction; use increase, decrease, neutral or band.`);
    }
    const row = rowOf(reader);
    if (row === null || direction === undefined) return;
    const { series, rowOf: known } = this.#seriesOf(reader, direction);
    const earlier = known.get(row.period);
    if (earlier !== undefined) fault("period", `${row.period} stands already in row ${earlier}.`);
    if (series.direction !== direction) fault("direction", "The direction differs from earlier rows of the series.");
    known.set(row.period, reader.row);
    series.decimals = Math.max(series.decimals, decimalsOf(text("value")));
    series.rows.push(row);
  }

  #seriesOf({ text }: RowReader, direction: Direction): { series: FileSeries; rowOf: Map<Month, number> } {
    const unit = text("unit");
    const measure = text("measure") || text("kpi");
    const key = JSON.stringify([unit, measure]);
    const known = this.#all.get(key);
    if (known !== undefined) return known;
    const made = { series: { unit, measure, direction, decimals: 0, rows: [] }, rowOf: new Map<Month, number>() };
    this.#all.set(key, made);
    return made;
  }

  finish(): SeriesFile {
    return { kind: "series", series: [...this.#all.values()].map(({ series }) => inOrder(series)) };
  }
}

/** Rows by period; a blank target carries on the one before it. */
function inOrder(series: FileSeries): FileSeries {
  const rows = series.rows.toSorted((a, b) => (a.period < b.period ? -1 : 1));
  for (const [i, row] of rows.entries()) {
    const before = rows[i - 1];
    if (before === undefined) continue;
    row.target ??= before.target ?? null;
    row.low ??= before.low ?? null;
    row.high ??= before.high ?? null;
  }
  return { ...series, rows };
}

function rowOf(reader: RowReader): FileRow | null {
  const period = parseMonth(reader.text("period"));
  const [value, numerator, denominator, target, low, high] = NUMBER_COLUMNS.map((column) => numberOf(reader, column));
  if (period === null) {
    reader.fault("period", `"${reader.text("period")}" is no month; write it as 2026-04.`);
    return null;
  }
  const numbers = { numerator: numerator ?? null, denominator: denominator ?? null };
  return {
    period,
    ...numbers,
    value: value ?? ratioOf(numbers),
    target: target ?? null,
    low: low ?? null,
    high: high ?? null,
  };
}

function ratioOf({ numerator, denominator }: { numerator: number | null; denominator: number | null }): number | null {
  return numerator === null || denominator === null || denominator === 0 ? null : numerator / denominator;
}

const PLAIN_NUMBER = /^-?\d+(?:[.,]\d+)?(?:[eE][+-]?\d{1,3})?$/;

function numberOf({ text, mark, fault }: RowReader, column: string): number | null {
  const written = text(column);
  if (written === "" || written.toLowerCase() === "n/a") return null;
  const other = mark === "." ? "," : ".";
  const isPlain = PLAIN_NUMBER.test(written) && !written.includes(other);
  const number = isPlain ? Number(written.replace(",", ".")) : Number.NaN;
  if (Number.isFinite(number)) return number + 0;
  fault(column, `"${written}" is not a number.`);
  return null;
}

/** A comma is the decimal mark only where no number of the file holds a point. */
function decimalMark(columns: ReadonlyMap<string, Table["columns"][number]>): DecimalMark {
  const texts = NUMBER_COLUMNS.flatMap((name) => (columns.get(name) ?? []).map(textOf));
  return texts.some((text) => text.includes(",")) && !texts.some((text) => text.includes(".")) ? "," : ".";
}

function textOf(cell: Table["columns"][number][number] | undefined): string {
  return cell === undefined ? "" : String(cell).trim();
}

function decimalsOf(text: string): number {
  return Math.min(6, /[.,](\d+)/.exec(text)?.[1]?.length ?? 0);
}
