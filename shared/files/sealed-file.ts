import { canonicalJson } from "../domain/canonical-json.ts";
import type { SealedFormat } from "./sealed-format.ts";
import { payloadIn } from "./sealed-payload.ts";

/**
 * How an exported file says what it is: its last line names the snapshot (or the review whose minutes it is), the hash of its payload, and the
 * seal, which is the SHA-256 of every byte of the file before it. Written in the file's own kind of comment, so that the
 * programs which open it pay no heed. Works in browsers and in Node, from the file alone.
 */
export type SealedAs = {
  /** A snapshot unless told. */
  readonly of?: "minutes";
  /** Of a snapshot its number, of minutes the code of their review. */
  readonly id: string;
  readonly sha256: string;
};

/** What stands behind the seal, by the kind of file. */
const CLOSING: Readonly<Record<SealedFormat, string>> = {
  pdf: "\n",
  pptx: "\n",
  xlsx: "\n",
  csv: "\r\n",
  json: '"}\n',
  html: " -->\n",
};

const SEAL_LENGTH = 64;

/** The text before the seal itself. */
export function sealHead({ of, id, sha256 }: SealedAs): string {
  return `plumbline-${of ?? "snapshot"} ${id} ${sha256} seal `;
}

export function sealClosing(format: SealedFormat): string {
  return CLOSING[format];
}

/** Bytes of head, seal and closing together: what a ZIP archive must announce as the length of its comment. */
export function sealLength(as: SealedAs, format: SealedFormat): number {
  return sealHead(as).length + SEAL_LENGTH + CLOSING[format].length;
}

export type FileVerdict =
  | ({ readonly kind: "original"; readonly format: SealedFormat } & SealedAs)
  /** `part`: what does not answer to its hash. */
  | { readonly kind: "altered"; readonly part: "file" | "payload"; readonly expected: string; readonly found: string }
  | { readonly kind: "no-snapshot" };

const NO_SNAPSHOT = { kind: "no-snapshot" } as const;
const TAIL = /plumbline-(snapshot|minutes) ([\w.-]{1,64}) ([0-9a-f]{64}) seal ([0-9a-f]{64})(\n| -->\n|"\}\n|\r\n)$/;
const LONGEST_TAIL = 256;

/** Whether an exported file is as it was written: every byte against its seal, the payload against the snapshot's hash. */
export async function verifyFile(bytes: Uint8Array): Promise<FileVerdict> {
  const tail = latin1(bytes.subarray(Math.max(0, bytes.length - LONGEST_TAIL)));
  const match = TAIL.exec(tail);
  if (match === null) return NO_SNAPSHOT;
  const [, of = "", id = "", sha256 = "", seal = "", closing = ""] = match;
  const found = await sha256Of(bytes.subarray(0, bytes.length - closing.length - SEAL_LENGTH));
  if (found !== seal) return { kind: "altered", part: "file", expected: seal, found };
  const payload = await payloadIn(bytes).catch(() => null);
  if (payload === null || CLOSING[payload.format] !== closing) return NO_SNAPSHOT;
  if (payload.json !== null) {
    const hash = await sha256Of(new TextEncoder().encode(canonicalJson(JSON.parse(payload.json))));
    if (hash !== sha256) return { kind: "altered", part: "payload", expected: sha256, found: hash };
  }
  const original = { kind: "original", format: payload.format, id, sha256 } as const;
  return of === "minutes" ? { ...original, of } : original;
}

/** Lower-case hexadecimal SHA-256. */
export async function sha256Of(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new Uint8Array(bytes));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function latin1(bytes: Uint8Array): string {
  return new TextDecoder("latin1").decode(bytes);
}
