import type { ImportedTable } from "../../shared/contracts/imports.ts";
import { type Column, IMPORT_COLUMNS, type ImportKind } from "../../shared/domain/imports/columns.ts";
import type { Cell, Table } from "../../shared/domain/imports/table.ts";
import { csvNumber } from "../../shared/files/csv-line.ts";

/** Rows of a file that are answered to be looked at; of a larger one only the report is. */
export const MOST_ROWS_SHOWN = 2_000;

/** The table as texts that would be read again as they were. */
export function shownTable(kind: ImportKind, { header, columns, rowNumbers }: Table): ImportedTable {
  const known: readonly Column[] = IMPORT_COLUMNS[kind];
  const months = header.map((heading) => {
    const type = known.find(({ name }) => name === heading.toLowerCase())?.type;
    return type === "month" || type === "period";
  });
  const cellsOf = (at: number) =>
    columns.map((column, i) => shownCell(column[at] ?? "", { asMonth: months[i] === true }));
  return { header, rows: rowNumbers.map((row, at) => ({ row, cells: cellsOf(at) })) };
}

function shownCell(cell: Cell, { asMonth }: { asMonth: boolean }): string {
  if (typeof cell === "string") return cell;
  if (typeof cell === "number") return csvNumber(cell);
  if (cell.kind === "date") return asMonth ? cell.date.slice(0, 7) : cell.date;
  if (cell.kind === "percent") return `${csvNumber(cell.value)} %`;
  return cell.kind === "truth" ? String(cell.value) : cell.shown;
}
