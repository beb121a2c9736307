import { isUtf8 } from "node:buffer";
import type { Table } from "../../shared/domain/imports/table.ts";
import { withoutGuard } from "../../shared/files/formula-guard.ts";
import { eachRecord } from "./csv-records.ts";
import { FileRefused } from "./file-refused.ts";
import type { FileLimits } from "./limits.ts";
import { type RowsRead, TableBuilder } from "./table-builder.ts";

const SEPARATORS = [",", ";", "\t"] as const;
const HEADER_LENGTH = 64 * 1024;
const APOSTROPHE = 0x27;

/** Reads UTF-8 (with or without mark) or UTF-16 (with mark), separated by comma, semicolon or tab: what the header uses. */
export function readCsv(bytes: Uint8Array, limits: FileLimits, progress?: RowsRead): Table {
  if (bytes.length > limits.csvBytes) throw new FileRefused("file-too-large");
  const text = textOf(bytes);
  const table = new TableBuilder(limits, progress);
  const last = { row: 0, width: 0 };
  let width = 0;
  eachRecord({ text, separator: separatorOf(text) }, (row, fields) => {
    for (let i = 0; i < fields.length; i += 1) {
      const field = fields[i] ?? "";
      if (field.charCodeAt(0) === APOSTROPHE) fields[i] = withoutGuard(field);
    }
    table.add(row, fields);
    width ||= fields.length > 1 || fields[0] !== "" ? fields.length : 0;
    last.row = row;
    last.width = fields.length;
  });
  if (last.width < width && !/[\r\n]$/.test(text)) throw new FileRefused("file-cut-off", last.row);
  return table.finish();
}

function textOf(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = fromUtf16(buffer) ?? fromUtf8(startsWith(buffer, [0xef, 0xbb, 0xbf]) ? buffer.subarray(3) : buffer);
  if (text === "") throw new FileRefused("file-empty");
  return text;
}

function fromUtf8(buffer: Buffer): string {
  if (buffer.includes(0)) throw new FileRefused("text-binary");
  if (!isUtf8(buffer)) throw new FileRefused("text-not-utf8");
  return buffer.toString("utf8");
}

function fromUtf16(buffer: Buffer): string | null {
  const little = startsWith(buffer, [0xff, 0xfe]);
  if (!little && !startsWith(buffer, [0xfe, 0xff])) return null;
  const text = decodedUtf16(buffer, little ? "utf-16le" : "utf-16be");
  if (text.includes("\0")) throw new FileRefused("text-binary");
  return text;
}

function decodedUtf16(buffer: Buffer, encoding: "utf-16le" | "utf-16be"): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(buffer);
  } catch (error) {
    throw new FileRefused("text-not-utf8", 1, { cause: error });
  }
}

function startsWith(buffer: Buffer, signature: readonly number[]): boolean {
  return signature.every((byte, i) => buffer[i] === byte);
}

/** The separator that stands most often in the header outside quotes; a header of one column takes any. */
function separatorOf(text: string): string {
  const start = text.slice(0, HEADER_LENGTH).trimStart();
  const line = (/^(?:"[^"]*"|[^"\r\n])*/.exec(start)?.[0] ?? "").replace(/"[^"]*"/g, "");
  const counted = SEPARATORS.map((separator) => ({ separator, count: line.split(separator).length - 1 }));
  counted.sort((a, b) => b.count - a.count);
  const [most, next] = counted;
  if (most === undefined || (most.count > 0 && most.count === next?.count)) throw new FileRefused("separator-unclear");
  return most.separator;
}
