import type { Table } from "../../shared/domain/imports/table.ts";
import { FileRefused } from "./file-refused.ts";
import { FILE_LIMITS, type FileLimits } from "./limits.ts";
import { readCsv } from "./read-csv.ts";
import { readXlsx } from "./read-xlsx.ts";
import type { RowsRead } from "./table-builder.ts";

export interface TableReading {
  /** In a workbook the sheet of this name is read, else its first one. */
  sheet?: string | undefined;
  limits?: Partial<FileLimits> | undefined;
  progress?: RowsRead | undefined;
}

const ZIP = [0x50, 0x4b];
/** Compound files: workbooks of before 2007, and workbooks with a password. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];
const OTHER_KINDS = [[0x25, 0x50, 0x44, 0x46], [0x7b, 0x5c, 0x72, 0x74, 0x66], [0x3c], [0x1f, 0x8b]];

/**
 * The table in a CSV or XLSX file, told by its first bytes and never by a name. Throws `FileRefused` for everything it does
 * not take. Hostile files are bounded by the limits, but only a worker bounds their time and memory: run it in one.
 */
export async function readTable(bytes: Uint8Array, reading: TableReading = {}): Promise<Table> {
  const limits = { ...FILE_LIMITS, ...reading.limits };
  if (bytes.length === 0) throw new FileRefused("file-empty");
  if (begins(bytes, COMPOUND)) throw new FileRefused("workbook-old-or-protected");
  if (begins(bytes, ZIP)) return readXlsx(bytes, { limits, sheet: reading.sheet, progress: reading.progress });
  if (OTHER_KINDS.some((kind) => begins(bytes, kind))) throw new FileRefused("file-kind-unknown");
  return readCsv(bytes, limits, reading.progress);
}

function begins(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, i) => bytes[i] === byte);
}
