import { constants, crc32, deflateRawSync } from "node:zlib";

const VERSION = 20;
/** Sizes and checksum follow the part; names are UTF-8. */
const FLAGS = 0x0808;
const DEFLATED = 8;
/** 1 January 1980, the earliest a ZIP can say: the same content gives the same bytes. */
const DATE = 0x0021;
const LEVEL = 3;

export interface ZipPart {
  name: string;
  /** The part's text or bytes, piece by piece; pieces of 100 kB and more pack well. */
  pieces: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;
}

interface Written {
  name: Buffer;
  crc: number;
  packed: number;
  size: number;
  offset: number;
}

/**
 * Writes a ZIP archive as it is read: memory holds one piece at a time. Archives stay below 4 GB. `commentLength` bytes
 * of comment are announced for the caller to write behind it.
 */
export async function* zipBytes(parts: Iterable<ZipPart>, commentLength = 0): AsyncGenerator<Buffer> {
  const written: Written[] = [];
  let offset = 0;
  for (const { name, pieces } of parts) {
    const part: Written = { name: Buffer.from(name), crc: 0, packed: 0, size: 0, offset };
    yield localHeader(part.name);
    for await (const piece of pieces) yield packed(part, Buffer.from(piece), constants.Z_FULL_FLUSH);
    yield packed(part, Buffer.alloc(0), constants.Z_FINISH);
    yield descriptor(part);
    offset += 30 + part.name.length + part.packed + 16;
    written.push(part);
  }
  const directory = Buffer.concat(written.map(directoryRecord));
  yield directory;
  yield endRecord({ count: written.length, length: directory.length, offset, commentLength });
}

/** Raw deflate blocks that end on a byte can stand one after another; only the last is marked as final. */
function packed(part: Written, bytes: Buffer, finishFlush: number): Buffer {
  const out = deflateRawSync(bytes, { level: LEVEL, finishFlush });
  part.crc = crc32(bytes, part.crc);
  part.size += bytes.length;
  part.packed += out.length;
  return out;
}

function localHeader(name: Buffer): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(VERSION, 4);
  header.writeUInt16LE(FLAGS, 6);
  header.writeUInt16LE(DEFLATED, 8);
  header.writeUInt16LE(DATE, 12);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name]);
}

function descriptor({ crc, packed, size }: Written): Buffer {
  const out = Buffer.alloc(16);
  out.writeUInt32LE(0x08074b50, 0);
  out.writeUInt32LE(crc, 4);
  out.writeUInt32LE(packed, 8);
  out.writeUInt32LE(size, 12);
  return out;
}

function directoryRecord({ name, crc, packed, size, offset }: Written): Buffer {
  const record = Buffer.alloc(46);
  record.writeUInt32LE(0x02014b50, 0);
  record.writeUInt16LE(VERSION, 4);
  record.writeUInt16LE(VERSION, 6);
  record.writeUInt16LE(FLAGS, 8);
  record.writeUInt16LE(DEFLATED, 10);
  record.writeUInt16LE(DATE, 14);
  record.writeUInt32LE(crc, 16);
  record.writeUInt32LE(packed, 20);
  record.writeUInt32LE(size, 24);
  record.writeUInt16LE(name.length, 28);
  record.writeUInt32LE(offset, 42);
  return Buffer.concat([record, name]);
}

type Directory = { count: number; length: number; offset: number; commentLength: number };

function endRecord({ count, length, offset, commentLength }: Directory): Buffer {
  const record = Buffer.alloc(22);
  record.writeUInt32LE(0x06054b50, 0);
  record.writeUInt16LE(count, 8);
  record.writeUInt16LE(count, 10);
  record.writeUInt32LE(length, 12);
  record.writeUInt32LE(offset, 16);
  record.writeUInt16LE(commentLength, 20);
  return record;
}
