import type { OutCell } from "../../shared/files/csv-line.ts";
import type { OutRows } from "./write-csv.ts";
import { workbookParts } from "./xlsx-parts.ts";
import { type ZipPart, zipBytes } from "./zip-writer.ts";

/** `month` takes "2026-10" and `date` "2026-10-05": both become real dates. Numbers are written exactly; a text in any column stays a text. */
export type ColumnKind = "text" | "number" | "month" | "date";

export interface SheetColumn {
  heading: string;
  kind: ColumnKind;
  /** In characters. */
  width?: number;
}

export interface Sheet {
  name: string;
  columns: readonly SheetColumn[];
  rows: OutRows;
}

const PIECE_LENGTH = 128 * 1024;
const MOST_ROWS = 1_048_576;
const DAY_MS = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);
const STYLE: Readonly<Record<ColumnKind, number>> = { number: 0, text: 1, month: 2, date: 3 };
const HEADING_STYLE = 4;

/** One sheet as XLSX bytes, row by row in constant memory. Texts are typed as text (and quoted), so that none is ever a formula. */
export function xlsxBytes(sheet: Sheet): AsyncGenerator<Buffer> {
  const parts: ZipPart[] = workbookParts(sheet.name).map(({ name, xml }) => ({ name, pieces: [xml] }));
  return zipBytes([...parts, { name: "xl/worksheets/sheet1.xml", pieces: sheetPieces(sheet) }]);
}

async function* sheetPieces({ columns, rows }: Sheet): AsyncGenerator<string> {
  const widths = columns.map(
    ({ width = 14 }, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`,
  );
  const headings = columns.map(({ heading }, i) => textCell(`${columnName(i)}1`, heading, HEADING_STYLE));
  let piece =
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0">' +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${widths.join("")}</cols><sheetData><row r="1">${headings.join("")}</row>`;
  const names = columns.map((_, i) => columnName(i));
  let number = 1;
  for await (const row of rows) {
    number += 1;
    if (number > MOST_ROWS) throw new RangeError("a sheet has at most 1,048,576 rows");
    piece += `<row r="${number}">${row.map((value, i) => cell(names[i] + String(number), value, columns[i]?.kind)).join("")}</row>`;
    if (piece.length < PIECE_LENGTH) continue;
    yield piece;
    piece = "";
  }
  yield `${piece}</sheetData></worksheet>`;
}

function cell(reference: string, value: OutCell, kind: ColumnKind = "text"): string {
  if (value === null) return "";
  if (typeof value === "number") return `<c r="${reference}"><v>${value}</v></c>`;
  const serial = kind === "month" || kind === "date" ? serialOf(value) : null;
  if (serial !== null) return `<c r="${reference}" s="${STYLE[kind]}"><v>${serial}</v></c>`;
  return value === "" ? "" : textCell(reference, value, STYLE.text);
}

export function textCell(reference: string, text: string, style: number): string {
  const space = /^\s|\s$|[\n\t]/.test(text) ? ' xml:space="preserve"' : "";
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t${space}>${escapedText(text)}</t></is></c>`;
}

const SERIALS = new Map<string, number | null>();
const MOST_SERIALS = 10_000;

/** Days since the spreadsheet epoch of a month or a date, else null. Kept, because a sheet says the same few months in every row. */
export function serialOf(text: string): number | null {
  const known = SERIALS.get(text);
  if (known !== undefined) return known;
  if (SERIALS.size >= MOST_SERIALS) SERIALS.clear();
  const serial = computedSerial(text);
  SERIALS.set(text, serial);
  return serial;
}

function computedSerial(text: string): number | null {
  if (!/^\d{4}-\d\d(?:-\d\d)?$/.test(text)) return null;
  const serial = (Date.parse(text.length === 7 ? `${text}-01` : text) - EPOCH) / DAY_MS;
  return serial > 60 ? serial : null;
}

export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

/** What XML cannot hold is written as `_xHHHH_` (ECMA-376 part 1, 22.9.2.19), and so is a text that looks like it. */
export function escapedText(text: string): string {
  if (/^[ !-%'-;=?-^`a-z{-~]*$/i.test(text)) return text;
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(/[^\t\n\u0020-\ufffc]/g, (c) => `_x${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
