import { withGuard } from "./formula-guard.ts";

export type OutCell = string | number | null;
export type OutRows = Iterable<readonly OutCell[]> | AsyncIterable<readonly OutCell[]>;

const BYTE_ORDER_MARK = "\ufeff";
const PIECE_LENGTH = 64 * 1024;
/** "1.234" could be 1234 to a reader with decimal commas; "1.2340" is the same number and could not. */
const AMBIGUOUS = /^-?[1-9]\d{0,2}\.\d{3}$/;

/**
 * CSV as spreadsheets and our own import take it (RFC 4180, UTF-8 with mark): piece by piece, numbers exact and never to be
 * read two ways, texts that begin like a formula guarded (see `formula-guard.ts`).
 */
export async function* csvPieces(header: readonly string[], rows: OutRows): AsyncGenerator<string> {
  let piece = BYTE_ORDER_MARK + csvLine(header);
  for await (const row of rows) {
    piece += csvLine(row);
    if (piece.length < PIECE_LENGTH) continue;
    yield piece;
    piece = "";
  }
  yield piece;
}

function csvLine(cells: readonly OutCell[]): string {
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
