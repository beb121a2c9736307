import { createHash, createHmac } from "node:crypto";
import type { Column } from "./many-rows.ts";
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
 * against the row's successor.
 */
export function canonicalTexts(columns: readonly Column[]): string[] {
  const texts: string[] = columns[0]?.values.map(() => "") ?? [];
  const named = columns.filter(({ name }) => name !== "recorded_to").toSorted((a, b) => (a.name < b.name ? -1 : 1));
  for (const { name, values } of named) addValues(texts, `,${JSON.stringify(name)}:`, values);
  return texts.map((text) => `{${text.slice(1)}}`);
}

function addValues(texts: string[], name: string, values: readonly unknown[]): void {
  let last: unknown = null;
  let told = "";
  for (const [at, value] of values.entries()) {
    // What stands in one row often stands in the next, too.
    if (value !== last) {
      told = value === null ? "" : name + JSON.stringify(value);
      last = value;
    }
    texts[at] += told;
  }
}

/** The same of rows as they are read; they have the same columns. */
export function canonicalRows(rows: readonly Columns[]): string[] {
  const names = Object.keys(rows[0] ?? {});
  return rows.length === 0 || names.length === 0
    ? rows.map(() => "{}")
    : canonicalTexts(names.map((name) => ({ name, values: rows.map((row) => row[name]) })));
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

/**
 * Digest over the rows of one event: of each table the SHA-256 over the canonical texts of its rows by id, and over
 * these, table by table in alphabetical order, the digest. So rows are digested as they are written, in whatever order
 * a command turns to its tables, and none is read back.
 */
export class RowDigest {
  readonly #tables = new Map<string, TableDigest>();

  /** Adds canonical texts of rows, each after those of smaller ids. */
  add(table: string, texts: readonly string[]): void {
    const digest = this.#tables.get(table) ?? new TableDigest();
    this.#tables.set(table, digest);
    digest.add(texts);
  }

  /** The digest, and the number of rows by table as canonical JSON. */
  finish(): { digest: string; rows: string } {
    const tables = [...this.#tables].sort(([a], [b]) => (a < b ? -1 : 1));
    const whole = createHash("sha256");
    for (const [table, digest] of tables) whole.update(`${table} ${digest.finish()}\n`);
    const rows = canonicalRow(Object.fromEntries(tables.map(([table, { count }]) => [table, count])));
    return { digest: whole.digest("hex"), rows };
  }
}

class TableDigest {
  count = 0;
  readonly #hash = createHash("sha256");

  add(texts: readonly string[]): void {
    this.count += texts.length;
    for (let at = 0; at < texts.length; at += TEXTS) this.#hash.update(`${texts.slice(at, at + TEXTS).join("\n")}\n`);
  }

  finish(): string {
    return this.#hash.digest("hex");
  }
}

/** So many texts are hashed at a time. */
const TEXTS = 2000;
