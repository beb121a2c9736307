import type { SealedFormat } from "./sealed-format.ts";

/** A file's kind and the payload it carries as JSON; null for a CSV file, which only names it. */
export type Carried = { readonly format: SealedFormat; readonly json: string | null };

/** What `payload.json` is called inside each kind of file. */
export const PAYLOAD_PART = "customXml/item1.xml";
export const PAYLOAD_ELEMENT = '<script type="application/json" id="payload">';

const MOST_BYTES = 256 * 1024 * 1024;
const ZIP_DIRECTORY = 0x02014b50;
const ZIP_LOCAL = 0x04034b50;
const ZIP_END = 0x06054b50;
const DEFLATED = 8;

/** Finds the payload inside an exported file; null where the bytes are none. Throws for what cannot be unpacked. */
export async function payloadIn(bytes: Uint8Array): Promise<Carried | null> {
  const start = text(bytes.subarray(0, 64));
  if (start.startsWith("PK")) return payloadInArchive(bytes);
  if (start.startsWith("%PDF")) return { format: "pdf", json: await payloadInPdf(bytes) };
  if (start.startsWith("{")) return { format: "json", json: between(text(bytes), '"payload":', ',"seal":"') };
  if (start.startsWith("<!doctype html>")) {
    return { format: "html", json: between(text(bytes), PAYLOAD_ELEMENT, '</script><script type="module">') };
  }
  return /^\ufeff?kpi,/.test(start) ? { format: "csv", json: null } : null;
}

/** A payload for the part of an Office file that holds data of others: packed, and written so that XML can hold it. */
async function payloadInArchive(bytes: Uint8Array): Promise<Carried | null> {
  const entries = directoryOf(bytes);
  const part = entries.get(PAYLOAD_PART);
  if (part === undefined) return null;
  const packed = /<snapshot [^>]*>([A-Za-z0-9+/=]*)<\/snapshot>/.exec(text(await partOf(bytes, part)))?.[1];
  if (packed === undefined) return null;
  const raw = Uint8Array.from(atob(packed), (sign) => sign.charCodeAt(0));
  const format = entries.has("ppt/presentation.xml") ? "pptx" : "xlsx";
  return { format, json: text(await inflated(raw, "deflate-raw")) };
}

type Part = { readonly at: number; readonly packed: number; readonly method: number };

function directoryOf(bytes: Uint8Array): Map<string, Part> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== ZIP_END) end -= 1;
  const entries = new Map<string, Part>();
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (view.getUint32(at, true) !== ZIP_DIRECTORY) throw new Error("no directory of an archive");
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as Lengths;
    entries.set(text(bytes.subarray(at + 46, at + 46 + name)), {
      at: view.getUint32(at + 42, true),
      packed: view.getUint32(at + 20, true),
      method: view.getUint16(at + 10, true),
    });
    at += 46 + name + extra + comment;
  }
  return entries;
}

type Lengths = [name: number, extra: number, comment: number];

async function partOf(bytes: Uint8Array, { at, packed, method }: Part): Promise<Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(at, true) !== ZIP_LOCAL) throw new Error("no part of an archive");
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const content = bytes.subarray(start, start + packed);
  return method === DEFLATED ? inflated(content, "deflate-raw") : content;
}

async function payloadInPdf(bytes: Uint8Array): Promise<string | null> {
  const file = new TextDecoder("latin1").decode(bytes);
  const object = file.indexOf("/Type /EmbeddedFile");
  if (object === -1) return null;
  const head = /\/Length (\d+)[\s\S]{0,400}?stream\r?\n/.exec(file.slice(object, object + 1000));
  if (head === null) return null;
  const start = object + head.index + head[0].length;
  return text(await inflated(bytes.subarray(start, start + Number(head[1])), "deflate"));
}

async function inflated(bytes: Uint8Array, format: "deflate" | "deflate-raw"): Promise<Uint8Array> {
  const stream = new Blob([new Uint8Array(bytes)]).stream().pipeThrough(new DecompressionStream(format));
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (const reader = stream.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > MOST_BYTES) throw new Error("too much to unpack");
    pieces.push(value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function between(whole: string, before: string, after: string): string | null {
  const start = whole.indexOf(before);
  const end = whole.lastIndexOf(after);
  return start === -1 || end < start ? null : whole.slice(start + before.length, end);
}

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
