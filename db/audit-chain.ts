import { createHash, createHmac } from "node:crypto";
import type { Row } from "./record-tables.ts";

/** What stands before the first event. */
export const BEFORE_FIRST = "0".repeat(64);

/** The end of the chain: enough to find out later that events after it were cut off or rewritten. */
export type ChainHead = { readonly seq: number; readonly hash: string };
export type SignedHead = ChainHead & { readonly signature: string };

export type UnhashedEvent = Omit<Row<"audit_event">, "hash">;

type Columns = Readonly<Record<string, unknown>>;

/**
 * One text for each row: JSON with the columns in alphabetical order and without those that are null, so that a column
 * added by a later version changes the text of no older row. `recorded_to` is left out: it is set later, and checked
 * against the row's successor. The rows have the same columns.
 */
export function canonicalRows(rows: readonly Columns[]): string[] {
  const columns = Object.keys(rows[0] ?? {}).filter((column) => column !== "recorded_to");
  columns.sort();
  return rows.map((row) => {
    const recorded: Record<string, unknown> = {};
    for (const column of columns) if (row[column] !== null) recorded[column] = row[column];
    return JSON.stringify(recorded);
  });
}

function canonicalRow(row: Columns): string {
  return canonicalRows([row])[0] ?? "";
}

/** HMAC-SHA-256 over the canonical event, which holds its sequence and the hash of the event before it. */
export function hashOfEvent(auditKey: string, event: UnhashedEvent): string {
  const { seq, at, actor, command, entity, entity_code, unit_code, before, after, reason } = event;
  const { digest, rows, previous_hash } = event;
  const signed = { seq, at, actor, command, entity, entity_code, unit_code, before, after, reason };
  return hmac(auditKey, canonicalRow({ ...signed, digest, rows, previous_hash }));
}

/** The head as it goes into backups and exports: only the holder of the key can have written it. */
export function signHead(auditKey: string, { seq, hash }: ChainHead): SignedHead {
  return { seq, hash, signature: hmac(auditKey, `plumbline chain head ${seq} ${hash}`) };
}

export function isSignedBy(auditKey: string, head: SignedHead): boolean {
  return signHead(auditKey, head).signature === head.signature;
}

function hmac(auditKey: string, text: string): string {
  return createHmac("sha256", auditKey).update(text).digest("hex");
}

/** Digest over the rows of one event: table by table in alphabetical order, within each by id. */
export class RowDigest {
  readonly #hash = createHash("sha256");
  readonly #counts: Record<string, number> = {};
  #pending: string[] = [];

  /** Adds the canonical text of a row. */
  add(table: string, text: string): void {
    if (this.#counts[table] === undefined) this.#pending.push(table);
    this.#counts[table] = (this.#counts[table] ?? 0) + 1;
    this.#pending.push(text);
    if (this.#pending.length > 2000) this.#flush();
  }

  /** The digest, and the number of rows by table as canonical JSON. */
  finish(): { digest: string; rows: string } {
    this.#flush();
    return { digest: this.#hash.digest("hex"), rows: canonicalRow(this.#counts) };
  }

  #flush(): void {
    if (this.#pending.length > 0) this.#hash.update(`${this.#pending.join("\n")}\n`);
    this.#pending = [];
  }
}
