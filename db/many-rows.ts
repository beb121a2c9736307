import { type CompiledQuery, type Kysely, sql } from "kysely";
import type { Engine } from "./dialect-differences.ts";

/**
 * Statements for many rows at a time: arrays on PostgreSQL; on SQLite one prepared statement that its thread runs again
 * and again, inserting many rows at once where there are many.
 */
export type ArrayType = "integer" | "instant" | "figure" | "text";

const POSTGRES_ARRAYS: Readonly<Record<ArrayType, string>> = {
  integer: "integer[]",
  instant: "bigint[]",
  figure: "double precision[]",
  text: "text[]",
};

/** Rows of values for one statement. */
export type ManyRows = {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
  /** Where the values are compared with columns; else doubles, which hold every number stored, and text. */
  readonly types?: readonly ArrayType[];
};

type Rows = readonly (readonly unknown[])[];

/** A compiled statement that SQLite runs once for each of `batch`, answering the rows of all. */
export type BatchQuery = CompiledQuery & { readonly batch: Rows };

export function isBatch(query: CompiledQuery): query is BatchQuery {
  return "batch" in query;
}

type Statement = { readonly sqlite: string; readonly postgres: string; readonly engine: Engine };

/** Runs `text`, in which `?` or `given.<column>` stand for each row's values, for all rows. */
async function runForAll<S, Row>(db: Kysely<S>, statement: Statement, many: ManyRows): Promise<Row[]> {
  if (many.rows.length === 0) return [];
  if (statement.engine === "sqlite") return runBatch<S, Row>(db, statement.sqlite, many.rows);
  const arrays = many.columns.map((_, index) => many.rows.map((row) => row[index] ?? null));
  const query: CompiledQuery = { ...compiled<S, Row>(db, statement.postgres), parameters: arrays };
  return (await db.executeQuery<Row>(query)).rows;
}

async function runBatch<S, Row>(db: Kysely<S>, text: string, batch: Rows): Promise<Row[]> {
  if (batch.length === 0) return [];
  const query: BatchQuery = { ...compiled<S, Row>(db, text), batch };
  return (await db.executeQuery<Row>(query)).rows;
}

function compiled<S, Row>(db: Kysely<S>, text: string): CompiledQuery<Row> {
  return sql.raw<Row>(text).compile(db);
}

function given({ columns, rows, types }: ManyRows): string {
  const arrays = columns.map((_, index) => {
    const type = types?.[index] ?? (rows.some((row) => typeof row[index] === "string") ? "text" : "figure");
    return `$${index + 1}::${POSTGRES_ARRAYS[type]}`;
  });
  return `unnest(${arrays.join(", ")}) as given (${columns.map(quoted).join(", ")})`;
}

/** Adds rows. */
export async function insertMany<S>(
  db: Kysely<S>,
  { engine, table }: { engine: Engine; table: string },
  many: ManyRows,
): Promise<void> {
  await insert(db, { engine, table, tail: "" }, many);
}

/** Adds rows, each in the place of the one with the same key. */
export async function upsertMany<S>(
  db: Kysely<S>,
  { engine, table, key }: { engine: Engine; table: string; key: readonly string[] },
  many: ManyRows,
): Promise<void> {
  const changing = many.columns.filter((column) => !key.includes(column)).map(quoted);
  const changes = changing.map((column) => `${column} = excluded.${column}`).join(", ");
  const onConflict = changes === "" ? "do nothing" : `do update set ${changes}`;
  await insert(db, { engine, table, tail: ` on conflict (${key.map(quoted).join(", ")}) ${onConflict}` }, many);
}

/**
 * So many rows go into one statement of SQLite. Starting and ending a statement costs as much as inserting a row: with
 * 64 at a time a revision takes half of the time.
 */
const AT_ONCE = 64;

async function insert<S>(
  db: Kysely<S>,
  { engine, table, tail }: { engine: Engine; table: string; tail: string },
  many: ManyRows,
): Promise<void> {
  const { rows } = many;
  const columns = many.columns.map(quoted).join(", ");
  const head = `insert into ${quoted(table)} (${columns})`;
  const marks = `(${many.columns.map(() => "?").join(", ")})`;
  const together = engine === "sqlite" ? rows.length - (rows.length % AT_ONCE) : 0;
  if (together > 0) {
    const { fixed, moving } = constants(many);
    const one = `(${fixed.map((text) => text ?? "?").join(", ")})`;
    const batch: unknown[][] = [];
    for (let at = 0; at < together; at += AT_ONCE) batch.push(flat(rows, at, moving));
    await runBatch(db, `${head} values ${Array(AT_ONCE).fill(one).join(", ")}${tail}`, batch);
  }
  const rest: ManyRows = together === 0 ? many : { ...many, rows: rows.slice(together) };
  const sqlite = `${head} values ${marks}${tail}`;
  const postgres = `${head} select ${columns} from ${given(rest)}${tail}`;
  await runForAll(db, { sqlite, postgres, engine }, rest);
}

function flat(rows: Rows, from: number, columns: readonly number[]): unknown[] {
  const values: unknown[] = [];
  for (let at = from; at < from + AT_ONCE; at += 1) {
    const row = rows[at] ?? [];
    for (const column of columns) values.push(row[column]);
  }
  return values;
}

/** What is the same in all rows stands in the statement: the text of each such column, and the places of the others. */
function constants({ columns, rows }: ManyRows): { fixed: (string | null)[]; moving: number[] } {
  const [first = []] = rows;
  const fixed = columns.map((_, at) => {
    const text = literal(first[at]);
    return text !== null && rows.every((row) => row[at] === first[at]) ? text : null;
  });
  return { fixed, moving: columns.flatMap((_, at) => (fixed[at] === null ? [at] : [])) };
}

/** A value as it can stand in a statement without a doubt: nothing, a whole number, a plain word. */
function literal(value: unknown): string | null {
  if (value === null) return "null";
  if (typeof value === "number") return Number.isSafeInteger(value) ? String(value) : null;
  return typeof value === "string" && /^[a-z_]{1,40}$/.test(value) ? `'${value}'` : null;
}

/** Deletes the rows that hold the given values in the given columns. */
export async function deleteMany<S>(
  db: Kysely<S>,
  from: { engine: Engine; table: string },
  many: ManyRows,
): Promise<void> {
  const table = quoted(from.table);
  const sqlite = `delete from ${table} where ${many.columns.map((column) => `${quoted(column)} = ?`).join(" and ")}`;
  const pairs = many.columns.map((column) => `${table}.${quoted(column)} = given.${quoted(column)}`);
  const postgres = `delete from ${table} using ${given(many)} where ${pairs.join(" and ")}`;
  await runForAll(db, { sqlite, postgres, engine: from.engine }, many);
}

/** The rows of `table` that hold the given values in the given columns and meet `condition`. */
export function selectMany<S, Row>(
  db: Kysely<S>,
  from: { engine: Engine; table: string; condition: string },
  many: ManyRows,
): Promise<Row[]> {
  const table = quoted(from.table);
  const marks = many.columns.map((column) => `${quoted(column)} = ?`).join(" and ");
  const joins = many.columns.map((column) => `${table}.${quoted(column)} = given.${quoted(column)}`).join(" and ");
  const sqlite = `select * from ${table} where ${marks} and ${from.condition}`;
  const postgres = `select ${table}.* from ${given(many)} join ${table} on ${joins} where ${from.condition}`;
  return runForAll<S, Row>(db, { sqlite, postgres, engine: from.engine }, many);
}

/** Sets `recorded_to` of the rows with these ids. */
export async function closeMany<S>(
  db: Kysely<S>,
  from: { engine: Engine; table: string; at: number },
  ids: readonly number[],
): Promise<void> {
  const table = quoted(from.table);
  const update = `update ${table} set "recorded_to" = ${Math.trunc(from.at)}`;
  const many: ManyRows = { columns: ["id"], types: ["integer"], rows: ids.map((id) => [id]) };
  const sqlite = `${update} where "id" = ?`;
  const postgres = `${update} from ${given(many)} where ${table}."id" = given."id"`;
  await runForAll(db, { sqlite, postgres, engine: from.engine }, many);
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
