import { withGuard } from "./formula-guard.ts";

export type OutCell = string | number | null;

/** So that spreadsheets take the file as UTF-8. */
export const BYTE_ORDER_MARK = "\ufeff";

/** "1.234" could be 1234 to a reader with decimal commas; "1.2340" is the same number and could not. */
const AMBIGUOUS = /^-?[1-9]\d{0,2}\.\d{3}$/;

/** A small table as one CSV file. */
export function csvText(rows: readonly (readonly OutCell[])[]): string {
  return BYTE_ORDER_MARK + rows.map(csvLine).join("");
}

/** One row as spreadsheets and our own import take it (RFC 4180): numbers exact, texts that begin like a formula guarded. */
export function csvLine(cells: readonly OutCell[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

function csvCell(cell: OutCell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return csvNumber(cell);
  const text = withGuard(cell);
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A number as it is read again, and never another way. */
export function csvNumber(value: number): string {
  const text = String(value);
  return AMBIGUOUS.test(text) ? `${text}0` : text;
}
