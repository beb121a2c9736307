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
  const known = columns.map(
    (_, index) => types?.[index] ?? (rows.some((row) => typeof row[index] === "string") ? "text" : "figure"),
  );
  return unnested(columns, known);
}

function unnested(columns: readonly string[], types: readonly ArrayType[]): string {
  const arrays = types.map((type, index) => `$${index + 1}::${POSTGRES_ARRAYS[type]}`);
  return `unnest(${arrays.join(", ")}) as given (${columns.map(quoted).join(", ")})`;
}

/** A column of rows to be added: one value for each. */
export type Column = { readonly name: string; readonly values: readonly unknown[] };

/** Adds rows. */
export async function insertMany<S>(
  db: Kysely<S>,
  { engine, table }: { engine: Engine; table: string },
  columns: readonly Column[],
): Promise<void> {
  await insert(db, { engine, table, tail: "" }, columns);
}

/** Adds rows, each in the place of the one with the same key. */
export async function upsertMany<S>(
  db: Kysely<S>,
  { engine, table, key }: { engine: Engine; table: string; key: readonly string[] },
  { columns, rows }: ManyRows,
): Promise<void> {
  const changing = columns.filter((column) => !key.includes(column)).map(quoted);
  const changes = changing.map((column) => `${column} = excluded.${column}`).join(", ");
  const onConflict = changes === "" ? "do nothing" : `do update set ${changes}`;
  const tail = ` on conflict (${key.map(quoted).join(", ")}) ${onConflict}`;
  const given = columns.map((name, at) => ({ name, values: rows.map((row) => row[at] ?? null) }));
  await insert(db, { engine, table, tail }, given);
}

/**
 * So many rows go into one statement of SQLite. Starting and ending a statement costs as much as inserting a row: with
 * 64 at a time a revision takes half of the time.
 */
const AT_ONCE = 64;

async function insert<S>(
  db: Kysely<S>,
  { engine, table, tail }: { engine: Engine; table: string; tail: string },
  columns: readonly Column[],
): Promise<void> {
  const count = columns[0]?.values.length ?? 0;
  if (count === 0) return;
  const names = columns.map(({ name }) => quoted(name)).join(", ");
  const head = `insert into ${quoted(table)} (${names})`;
  if (engine === "postgres") {
    const parameters = columns.map(({ values }) => values);
    const types = columns.map(({ values }) => (values.some((value) => typeof value === "string") ? "text" : "figure"));
    const text = `${head} select ${names} from ${unnested(
      columns.map(({ name }) => name),
      types,
    )}${tail}`;
    await db.executeQuery({ ...compiled(db, text), parameters });
    return;
  }
  const together = count - (count % AT_ONCE);
  if (together > 0) {
    const one = `(${columns.map(({ values }) => literal(values) ?? "?").join(", ")})`;
    const moving = columns.filter(({ values }) => literal(values) === null);
    const batch: unknown[][] = [];
    for (let at = 0; at < together; at += AT_ONCE) batch.push(rowsOf(moving, at, at + AT_ONCE));
    await runBatch(db, `${head} values ${Array(AT_ONCE).fill(one).join(", ")}${tail}`, batch);
  }
  const rest: unknown[][] = [];
  for (let at = together; at < count; at += 1) rest.push(rowsOf(columns, at, at + 1));
  await runBatch(db, `${head} values (${columns.map(() => "?").join(", ")})${tail}`, rest);
}

function rowsOf(columns: readonly Column[], from: number, to: number): unknown[] {
  const row: unknown[] = [];
  for (let at = from; at < to; at += 1) for (const { values } of columns) row.push(values[at]);
  return row;
}

/**
 * The one value of all rows as it can stand in a statement without a doubt: nothing, a whole number, a plain word. Null
 * for any other column.
 */
function literal(values: readonly unknown[]): string | null {
  const [first] = values;
  const text = literalOf(first);
  return text !== null && values.every((value) => value === first) ? text : null;
}

function literalOf(value: unknown): string | null {
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
