import { type DecimalSetting, recogniseDecimalMark } from "../number-recognition.ts";
import { type Column, type ColumnType, camelCase, IMPORT_COLUMNS, type ImportKind } from "./columns.ts";
import { findDuplicates } from "./duplicates.ts";
import { FindingList } from "./finding.ts";
import { type CellReading, readCell } from "./read-cell.ts";
import type { ImportRow } from "./row.ts";
import type { Cell, Table } from "./table.ts";

export interface ParsedRows<Kind extends ImportKind> {
  /** Every row of the file, the faulty ones with their faulty cells empty. */
  rows: ImportRow<Kind>[];
  errors: FindingList;
}

interface Filled {
  column: Column;
  key: string;
  cells: readonly Cell[];
  /** What texts that return have been read as: codes, months and words do in every row. */
  known: Map<Cell, CellReading>;
}

const NONE: readonly string[] = [];

/**
 * Turns a table into the rows of a kind and names everything wrong in them that the file alone tells. Headings may stand in
 * any order and case; unknown ones are refused by name.
 */
export function parseRows<Kind extends ImportKind>(
  kind: Kind,
  table: Table,
  decimal: DecimalSetting,
): ParsedRows<Kind> {
  const errors = new FindingList();
  const filled = matchHeader(kind, table, errors);
  const setting = decimal === "auto" ? markOfFile(filled, table, errors) : decimal;
  for (const row of table.overlong) errors.add({ row, column: "" }, "cells-beyond-header");
  const rows = table.rowNumbers.map((row, i) => readRow({ row, i, filled, setting, errors }) as ImportRow<Kind>);
  findDuplicates(kind, rows, errors);
  return { rows, errors };
}

function matchHeader(kind: ImportKind, table: Table, errors: FindingList): Filled[] {
  const columns: readonly Column[] = IMPORT_COLUMNS[kind];
  const row = table.headerRow;
  const found = new Map<string, readonly Cell[]>();
  table.header.forEach((heading, i) => {
    const name = heading
      .trim()
      .toLowerCase()
      .replace(/[\s-]+/g, "_");
    const cells = table.columns[i] ?? [];
    if (columns.some((column) => column.name === name)) {
      if (found.has(name)) errors.add({ row, column: name }, "duplicate-column");
      found.set(name, cells);
    } else if (name !== "" || cells.some((cell) => cell !== "")) {
      const known = columns.map((column) => column.name).join(", ");
      errors.add({ row, column: heading.slice(0, 60) }, "unknown-column", { kind, known });
    }
  });
  return columns.flatMap((column) => {
    const cells = found.get(column.name);
    if (cells === undefined && column.required) errors.add({ row, column: column.name }, "missing-column", { kind });
    return { column, key: camelCase(column.name), cells: cells ?? [], known: new Map() };
  });
}

/** One decimal mark for the whole file, or each number by itself where the file tells none. */
function markOfFile(filled: readonly Filled[], table: Table, errors: FindingList): DecimalSetting {
  const numeric = filled.filter(({ column }) => column.type === "number" || column.type === "figure");
  const mark = recogniseDecimalMark(textsOf(numeric, table.rowNumbers.length));
  if (mark.kind === "settled") return mark.decimal;
  if (mark.kind === "contradictory") {
    for (const [at, other] of [
      [mark.point, mark.comma],
      [mark.comma, mark.point],
    ] as const) {
      const [place, elsewhere] = [placeOf(at, numeric, table), placeOf(other, numeric, table)];
      errors.add(place, "mixed-decimal-marks", { shown: place.shown, other: elsewhere.shown, otherRow: elsewhere.row });
    }
  }
  return "auto";
}

/** The texts in the numeric columns, row by row. */
function* textsOf(numeric: readonly Filled[], rows: number): Generator<string> {
  for (let i = 0; i < rows; i += 1) {
    for (const { cells } of numeric) {
      const cell = cells[i];
      yield typeof cell === "string" ? cell : "";
    }
  }
}

function placeOf(
  index: number,
  numeric: readonly Filled[],
  table: Table,
): { row: number; column: string; shown: string } {
  const i = Math.floor(index / numeric.length);
  const filled = numeric[index % numeric.length];
  return {
    row: table.rowNumbers[i] ?? 0,
    column: filled?.column.name ?? "",
    shown: String(filled?.cells[i] ?? "").slice(0, 60),
  };
}

const MOST_KNOWN = 8_192;
const RETURNING: ReadonlySet<ColumnType> = new Set(["code", "codes", "email", "word", "month", "period"]);

function readKnown(
  cell: Cell,
  { column, known, setting }: Pick<Filled, "column" | "known"> & { setting: DecimalSetting },
): CellReading {
  if (typeof cell !== "string" || !RETURNING.has(column.type)) return readCell(cell, column, setting);
  const earlier = known.get(cell);
  if (earlier !== undefined) return earlier;
  const reading = readCell(cell, column, setting);
  if (known.size < MOST_KNOWN) known.set(cell, reading);
  return reading;
}

interface RowReading {
  row: number;
  i: number;
  filled: readonly Filled[];
  setting: DecimalSetting;
  errors: FindingList;
}

function readRow({ row, i, filled, setting, errors }: RowReading): Record<string, unknown> {
  const out: Record<string, unknown> = { row, faulty: NONE, percents: NONE };
  for (const { column, key, cells, known } of filled) {
    const reading = readKnown(cells[i] ?? "", { column, known, setting });
    out[key] = reading.kind === "value" ? reading.value : null;
    if (reading.kind === "fault") errors.add({ row, column: column.name }, reading.code, reading.details);
    else if (reading.value === null && column.required && cells.length > 0)
      errors.add({ row, column: column.name }, "required");
    else if (reading.percent) out["percents"] = [...(out["percents"] as string[]), column.name];
    if (out[key] === null && (reading.kind === "fault" || column.required)) {
      out["faulty"] = [...(out["faulty"] as string[]), column.name];
    }
  }
  return out;
}
