import type { Kysely } from "kysely";
import { canonicalTexts } from "./audit-chain.ts";
import type { Engine } from "./dialect-differences.ts";
import type { Moment } from "./in-force.ts";
import type { KeptReadings, StandsIn } from "./kept-readings.ts";
import { loose } from "./loose.ts";
import { type Column, closeMany, insertMany } from "./many-rows.ts";
import type { RecordTable, Row } from "./record-tables.ts";
import type { Schema } from "./schema.ts";

/** What a repository reads through, and the moment as of which it reads. */
export type Reading = {
  readonly db: Kysely<Schema>;
  readonly engine: Engine;
  readonly moment: Moment;
  /** Where what seldom changes is kept; of now only, and never inside a command. */
  readonly kept?: KeptReadings;
};

/** What is kept of a reading, or is read. */
export function keptOr<T>(
  { kept }: Pick<Reading, "kept">,
  { name, standsIn }: { readonly name: string; readonly standsIn: StandsIn },
  read: () => Promise<T>,
): Promise<T> {
  return kept === undefined ? read() : kept.read(name, standsIn, read);
}

/** What a repository writes records through: the inside of one command. */
export type Writing = Reading & {
  readonly moment: "now";
  /** Sequence of the command's audit event. */
  readonly event: number;
  /** The instant of everything that the command records. */
  readonly at: number;
  /** Next unused id of a table, given for `count` rows; the table counts as touched from then on. */
  takeIds(table: RecordTable, count: number): Promise<number>;
  /** Told the canonical text of every row that was written, for the command's digest. */
  written(table: RecordTable, texts: readonly string[]): void;
  /** Rows that are recorded at the command's end, where it leaves an event; each once. */
  readonly besides: Map<string, Besides>;
};

type Besides = { readonly table: "acted_for"; readonly row: Omit<Row<"acted_for">, "id" | "event"> };

/** Rows go to the database in parts of this many. */
const PART = 5000;

/** Numbers ids for record tables; remembers which tables the command touched, and from which id on. */
export class RecordIds {
  readonly #db: Kysely<Schema>;
  readonly #next = new Map<RecordTable, number>();
  readonly #first = new Map<RecordTable, number>();

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  async take(table: RecordTable, count: number): Promise<number> {
    const next = this.#next.get(table) ?? (await this.#firstOf(table));
    this.#next.set(table, next + count);
    return next;
  }

  /** Touched tables in alphabetical order with the first id that the command gave. */
  touched(): [RecordTable, number][] {
    return [...this.#first].sort(([a], [b]) => (a < b ? -1 : 1));
  }

  async #firstOf(table: RecordTable): Promise<number> {
    const newest = await loose(this.#db)
      .selectFrom(table)
      .select("id")
      .orderBy("id", "desc")
      .limit(1)
      .executeTakeFirst();
    const first = Number(newest?.["id"] ?? 0) + 1;
    this.#first.set(table, first);
    return first;
  }
}

/**
 * Adds rows to a record table and answers their ids, in the order given. The only statement that inserts a record.
 * Numbers that are not finite are refused, no zero is negative, and text is what UTF-8 can hold: so the digest over what
 * is written is the digest over what stands there.
 */
export async function insertRecords<T extends RecordTable>(
  writing: Writing,
  table: T,
  rows: readonly Omit<Row<T>, "id" | "event">[],
): Promise<number[]> {
  const [sample] = rows;
  if (sample === undefined) return [];
  const named = Object.keys(sample);
  const first = await writing.takeIds(table, rows.length);
  for (let start = 0; start < rows.length; start += PART) {
    const part = rows.slice(start, start + PART) as readonly Readonly<Record<string, unknown>>[];
    const columns: Column[] = [
      { name: "id", values: part.map((_, index) => first + start + index) },
      { name: "event", values: part.map(() => writing.event) },
      ...named.map((name) => ({ name, values: part.map((row) => storable(name, row[name])) })),
    ];
    await insertMany(writing.db, { engine: writing.engine, table }, columns);
    writing.written(table, canonicalTexts(columns));
  }
  return rows.map((_, index) => first + index);
}

/** Sets the end of versions that the command supersedes. Each row can be closed once. */
export async function closeRecords(writing: Writing, table: RecordTable, ids: readonly number[]): Promise<void> {
  const { db, engine, at } = writing;
  for (let start = 0; start < ids.length; start += PART) {
    await closeMany(db, { engine, table, at }, ids.slice(start, start + PART));
  }
}

/** A value as it is stored: never NaN, Infinity, -0 or undefined, and no half of a character. */
export function storable(column: string, value: unknown): unknown {
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new Error(`${column} is not a finite number`);
    return value === 0 ? 0 : value;
  }
  if (typeof value === "string") return value.isWellFormed() ? value : value.toWellFormed();
  if (value === undefined) throw new Error(`${column} has no value`);
  return value;
}
