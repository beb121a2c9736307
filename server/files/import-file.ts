import { type ColumnType, IMPORT_COLUMNS, type ImportKind } from "../../shared/domain/imports/columns.ts";
import { csvPieces, type OutRows } from "./write-csv.ts";
import { type ColumnKind, xlsxBytes } from "./write-xlsx.ts";

/** The files in which rows leave in the columns of an import, so that they can come back. */
export const IMPORT_FILE_TYPES = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;
export type ImportFileEnding = keyof typeof IMPORT_FILE_TYPES;

const KINDS: Partial<Record<ColumnType, ColumnKind>> = {
  month: "month",
  period: "month",
  date: "date",
  integer: "number",
  number: "number",
  figure: "number",
};

/** Rows of a kind, their cells in the order of its columns, as the bytes of a file. */
export function importFile(
  kind: ImportKind,
  { ending, rows }: { readonly ending: ImportFileEnding; readonly rows: OutRows },
): AsyncIterable<string | Buffer> {
  const columns = IMPORT_COLUMNS[kind].map(({ name, type }) => ({ heading: name, kind: KINDS[type] ?? "text" }));
  if (ending === "xlsx") return xlsxBytes({ name: kind, columns, rows });
  return csvPieces(
    columns.map(({ heading }) => heading),
    rows,
  );
}
