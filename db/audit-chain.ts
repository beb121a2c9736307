import { createHash, createHmac } from "node:crypto";
import type { Row } from "./record-tables.ts";

/** What stands before the first event. */
export const BEFORE_FIRST = "0".repeat(64);

/** The end of the chain: enough to find out later that events after it were cut off or rewritten. */
export type ChainHead = { readonly seq: number; readonly hash: string };
export type SignedHead = ChainHead & { readonly signature: string };

export type UnhashedEvent = Omit<Row<"audit_event">, "hash">;

/**
 * One text for one row: JSON with the columns in alphabetical order and without those that are null, so that a column
 * added by a later version changes the text of no older row. `recorded_to` is left out: it is set later, and checked
 * against the row's successor.
 */
export function canonicalRow(row: Readonly<Record<string, unknown>>): string {
  let text = "";
  for (const [column, name] of inOrder(row)) {
    const value = row[column];
    if (value !== null) text += `${text === "" ? "" : ","}${name}${JSON.stringify(value)}`;
  }
  return `{${text}}`;
}

type NamedColumns = readonly (readonly [column: string, name: string])[];
let newestOrder: { readonly columns: string; readonly order: NamedColumns } = { columns: "", order: [] };

/** Columns in alphabetical order with their names as JSON; kept from row to row, since rows come by tables. */
function inOrder(row: Readonly<Record<string, unknown>>): NamedColumns {
  const columns = Object.keys(row);
  const key = columns.join();
  if (newestOrder.columns !== key) {
    const recorded = columns.filter((column) => column !== "recorded_to").sort();
    newestOrder = { columns: key, order: recorded.map((column) => [column, `${JSON.stringify(column)}:`]) };
  }
  return newestOrder.order;
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

  add(table: string, row: Readonly<Record<string, unknown>>): void {
    if (this.#counts[table] === undefined) this.#pending.push(`${table}\n`);
    this.#counts[table] = (this.#counts[table] ?? 0) + 1;
    this.#pending.push(canonicalRow(row), "\n");
    if (this.#pending.length > 2000) this.#flush();
  }

  /** The digest, and the number of rows by table as canonical JSON. */
  finish(): { digest: string; rows: string } {
    this.#flush();
    return { digest: this.#hash.digest("hex"), rows: canonicalRow(this.#counts) };
  }

  #flush(): void {
    this.#hash.update(this.#pending.join(""));
    this.#pending = [];
  }
}
