import { type ColumnMetadata, type Kysely, sql } from "kysely";
import { AppError } from "../shared/domain/failures.ts";
import { loose } from "./loose.ts";
import type { Schema } from "./schema.ts";

/** Parameters of one statement of PostgreSQL, with room to spare. */
const MOST_PARAMETERS = 30_000;
const PAGE = 2_000;

type Row = Record<string, unknown>;
type Copied = { readonly tables: number; readonly rows: number };

/**
 * Copies every row of a SQLite database into an empty, migrated PostgreSQL database, ids and hashes as they are, in one
 * transaction: all of it or nothing. Both must hold the sign-in library's tables already.
 */
export async function copyDatabase(from: Kysely<Schema>, to: Kysely<Schema>): Promise<Copied> {
  const source = (await from.introspection.getTables()).filter(({ isView }) => !isView).map(({ name }) => name);
  const target = new Map((await to.introspection.getTables()).map(({ name, columns }) => [name, columns]));
  const missing = source.find((table) => !target.has(table));
  if (missing !== undefined) throw new AppError("newer-database", { migrations: [missing] });
  const tables = await parentsFirst(from, source);
  return to.transaction().execute(async (trx) => {
    let rows = 0;
    for (const table of tables) {
      const columns = target.get(table) ?? [];
      await refuseFilled(trx, table);
      rows += await copyTable({ from, to: trx, table, columns });
      await goOnCounting(trx, table, columns);
    }
    return { tables: tables.length, rows };
  });
}

async function refuseFilled(to: Kysely<Schema>, table: string): Promise<void> {
  const held = await loose(to).selectFrom(table).select(sql<number>`1`.as("one")).limit(1).execute();
  if (held.length > 0) throw new AppError("folder-not-empty");
}

/** A table after all that it refers to. */
async function parentsFirst(from: Kysely<Schema>, tables: readonly string[]): Promise<string[]> {
  const ordered = new Set<string>();
  const visit = async (table: string) => {
    if (ordered.has(table)) return;
    const { rows } = await sql<{ table: string }>`pragma foreign_key_list(${sql.ref(table)})`.execute(from);
    for (const { table: parent } of rows) if (parent !== table) await visit(parent);
    ordered.add(table);
  };
  for (const table of tables) await visit(table);
  return [...ordered];
}

type Copying = {
  readonly from: Kysely<Schema>;
  readonly to: Kysely<Schema>;
  readonly table: string;
  readonly columns: readonly ColumnMetadata[];
};

async function copyTable({ from, to, table, columns }: Copying): Promise<number> {
  const key = await keyOf(from, table);
  const atOnce = Math.max(1, Math.floor(MOST_PARAMETERS / Math.max(1, columns.length)));
  let copied = 0;
  for (let last: Row | undefined; ; ) {
    const page: Row[] = await pageAfter(from, { table, key, last });
    const rows = page.map((row) => inTypesOf(row, columns));
    for (let at = 0; at < rows.length; at += atOnce) {
      await loose(to)
        .insertInto(table)
        .values(rows.slice(at, at + atOnce))
        .execute();
    }
    copied += page.length;
    if (page.length < PAGE) return copied;
    last = page.at(-1);
  }
}

/** The columns by which the rows of a table are told apart, in their order. */
async function keyOf(from: Kysely<Schema>, table: string): Promise<string[]> {
  const { rows } = await sql<{ name: string; pk: number }>`pragma table_info(${sql.ref(table)})`.execute(from);
  const key = rows.filter(({ pk }) => pk > 0).toSorted((a, b) => a.pk - b.pk);
  return key.map(({ name }) => name);
}

type Paging = { readonly table: string; readonly key: readonly string[]; readonly last: Row | undefined };

async function pageAfter(from: Kysely<Schema>, { table, key, last }: Paging): Promise<Row[]> {
  const columns = sql.join(key.map((name) => sql.ref(name)));
  const after =
    last === undefined ? sql`` : sql`where (${columns}) > (${sql.join(key.map((name) => sql.val(last[name])))})`;
  const { rows } = await sql<Row>`
    select * from ${sql.table(table)} ${after} order by ${columns} limit ${PAGE}
  `.execute(from);
  return rows;
}

/** The sign-in library keeps truth values and instants in types of their own on PostgreSQL. */
function inTypesOf(row: Row, columns: readonly ColumnMetadata[]): Row {
  const typed: Row = { ...row };
  for (const { name, dataType } of columns) {
    const value = row[name];
    if (value === null || value === undefined) continue;
    if (dataType === "bool") typed[name] = Number(value) === 1;
    else if (dataType.startsWith("timestamp")) typed[name] = new Date(value as string | number);
  }
  return typed;
}

/** Numbers that the database gives go on after the last one that was copied. */
async function goOnCounting(to: Kysely<Schema>, table: string, columns: readonly ColumnMetadata[]): Promise<void> {
  for (const { name, isAutoIncrementing } of columns) {
    if (!isAutoIncrementing) continue;
    await sql`
      select setval(pg_get_serial_sequence(${table}, ${name}), max(${sql.ref(name)})) from ${sql.table(table)}
      having max(${sql.ref(name)}) is not null
    `.execute(to);
  }
}
