import { crc32, createInflateRaw } from "node:zlib";
import { FileRefused } from "./file-refused.ts";
import type { FileLimits } from "./limits.ts";

const END_RECORD = 0x06054b50;
const DIRECTORY_RECORD = 0x02014b50;
const LOCAL_RECORD = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const ZIP64 = 0xffffffff;
const ENCRYPTED = 0x1;
const STORED = 0;
const DEFLATED = 8;

export interface ZipEntry {
  name: string;
  method: number;
  crc: number;
  packed: number;
  size: number;
  offset: number;
}

/** A ZIP archive in memory. Only its directory is believed, and what a part inflates to is held against it. */
export interface ZipArchive {
  view: DataView;
  entries: ReadonlyMap<string, ZipEntry>;
  limits: FileLimits;
}

export function openZip(bytes: Uint8Array, limits: FileLimits): ZipArchive {
  if (bytes.length > limits.xlsxBytes) throw new FileRefused("file-too-large");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  const count = view.getUint16(end + 10, true);
  if (count > limits.workbookEntries) throw new FileRefused("workbook-swollen");
  const entries = new Map<string, ZipEntry>();
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== DIRECTORY_RECORD)
      throw new FileRefused("workbook-broken");
    const nameLength = view.getUint16(at + 28, true);
    const entry = entryAt(view, at, nameLength);
    if (entries.has(entry.name)) throw new FileRefused("workbook-broken");
    entries.set(entry.name, entry);
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return { view, entries, limits };
}

function endOfDirectory(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) === END_RECORD) return at;
  }
  throw new FileRefused("workbook-broken");
}

function entryAt(view: DataView, at: number, nameLength: number): ZipEntry {
  if (at + 46 + nameLength > view.byteLength) throw new FileRefused("workbook-broken");
  if ((view.getUint16(at + 8, true) & ENCRYPTED) !== 0) throw new FileRefused("workbook-old-or-protected");
  const name = Buffer.from(view.buffer, view.byteOffset + at + 46, nameLength).toString("utf8");
  const [packed, size, offset] = [
    view.getUint32(at + 20, true),
    view.getUint32(at + 24, true),
    view.getUint32(at + 42, true),
  ];
  if ([packed, size, offset].includes(ZIP64)) throw new FileRefused("workbook-swollen");
  return { name, method: view.getUint16(at + 10, true), crc: view.getUint32(at + 16, true), packed, size, offset };
}

/** The part's bytes, piece by piece, and only as far as its declared size, `most` and the ratio allow; its checksum must hold. */
export async function* partPieces(zip: ZipArchive, entry: ZipEntry, most: number): AsyncGenerator<Buffer> {
  const { ratio, ratioFrom } = zip.limits;
  if (entry.size > most || (entry.size > ratioFrom && entry.size > entry.packed * ratio)) {
    throw new FileRefused("workbook-swollen");
  }
  let size = 0;
  let crc = 0;
  for await (const piece of unpacked(packedBytes(zip, entry), entry.method)) {
    size += piece.length;
    if (size > entry.size) throw new FileRefused("workbook-swollen");
    crc = crc32(piece, crc);
    yield piece;
  }
  if (size !== entry.size || crc !== entry.crc) throw new FileRefused("workbook-broken");
}

function packedBytes({ view }: ZipArchive, entry: ZipEntry): Buffer {
  const { offset, packed } = entry;
  if (offset + 30 > view.byteLength || view.getUint32(offset, true) !== LOCAL_RECORD)
    throw new FileRefused("workbook-broken");
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packed > view.byteLength) throw new FileRefused("workbook-broken");
  return Buffer.from(view.buffer, view.byteOffset + start, packed);
}

async function* unpacked(packed: Buffer, method: number): AsyncGenerator<Buffer> {
  if (method === STORED) {
    yield packed;
    return;
  }
  if (method !== DEFLATED) throw new FileRefused("workbook-broken");
  const inflater = createInflateRaw({ chunkSize: 256 * 1024 });
  inflater.end(packed);
  try {
    yield* inflater as AsyncIterable<Buffer>;
  } catch (error) {
    throw new FileRefused("workbook-broken", 1, { cause: error });
  }
}
