import { AppError } from "../shared/domain/failures.ts";
import { type ArrayType, selectMany } from "./many-rows.ts";
import {
  type IdentityTableName,
  type KeyOf,
  type Row,
  type ValuesOf,
  VERSION_KEYS,
  type VersionTable,
} from "./record-tables.ts";
import type { Schema } from "./schema.ts";
import { closeRecords, insertRecords, type Reading, storable, type Writing } from "./writing.ts";

/** What a person says of one key. `expectedVersion` is the version they saw: 0 for none; left out: whatever there is. */
export type Saying<T extends VersionTable> = {
  readonly key: KeyOf<T>;
  readonly values: ValuesOf<T>;
  readonly expectedVersion?: number | undefined;
};

/** The version now in force of a key, and whether saying it changed anything. */
export type Said = { readonly id: number; readonly n: number; readonly changed: boolean };

type Values = Readonly<Record<string, unknown>>;
type OpenRow = Values & { readonly id: number; readonly n: number };

/** Says one version: see `sayVersions`. */
export async function sayVersion<T extends VersionTable>(writing: Writing, table: T, saying: Saying<T>): Promise<Said> {
  const [said] = await sayVersions(writing, table, [saying]);
  if (said === undefined) throw new Error("nothing was said");
  return said;
}

/**
 * Says a version of each key: the open one is closed and the next added. What is already so is left as it is. A key that
 * someone else changed since `expectedVersion` refuses the whole with both values.
 */
export async function sayVersions<T extends VersionTable>(
  writing: Writing,
  table: T,
  sayings: readonly Saying<T>[],
): Promise<Said[]> {
  const open = await openRows(writing, table, sayings);
  const closing: number[] = [];
  const adding: { readonly index: number; readonly row: Values; readonly n: number }[] = [];
  const said = sayings.map((saying, index): Said => {
    const now = open.get(keyText(table, saying.key)) ?? null;
    refuseStale(now, saying);
    if (now !== null && isSame(now, saying.values)) return { id: now.id, n: now.n, changed: false };
    if (now !== null) closing.push(now.id);
    const n = (now?.n ?? 0) + 1;
    const version = { n, recorded_from: writing.at, recorded_to: null };
    adding.push({ index, n, row: { ...version, ...saying.key, ...saying.values } });
    return { id: 0, n, changed: true };
  });
  await closeRecords(writing, table, closing);
  const ids = await insertRecords(
    writing,
    table,
    adding.map(({ row }) => row as unknown as Omit<Row<T>, "id" | "event">),
  );
  adding.forEach(({ index, n }, position) => {
    said[index] = { id: ids[position] ?? 0, n, changed: true };
  });
  return said;
}

async function openRows<T extends VersionTable>(
  { db, engine }: Writing,
  table: T,
  sayings: readonly Saying<T>[],
): Promise<Map<string, OpenRow>> {
  const types: Readonly<Record<string, ArrayType>> = VERSION_KEYS[table];
  const columns = Object.keys(types);
  const keys = sayings.map(({ key }) => columns.map((column) => (key as Values)[column]));
  if (new Set(keys.map((key) => key.join(" "))).size < keys.length) throw new Error(`${table}: a key is said twice`);
  const from = { engine, table, condition: `"${table}"."recorded_to" is null` };
  const rows =
    columns.length === 0
      ? await db.selectFrom("organisation").selectAll().where("recorded_to", "is", null).execute()
      : await selectMany<Schema, OpenRow>(db, from, { columns, rows: keys, types: Object.values(types) });
  return new Map((rows as readonly OpenRow[]).map((row) => [keyText(table, row), row]));
}

/** Of the columns of a key at most the last one is text that may hold a blank. */
function keyText(table: VersionTable, row: object): string {
  let text = "";
  for (const column in VERSION_KEYS[table]) text += ` ${(row as Values)[column]}`;
  return text;
}

function isSame(now: OpenRow, values: object): boolean {
  return Object.entries(values).every(([column, value]) => now[column] === storable(column, value));
}

function refuseStale(now: OpenRow | null, saying: { expectedVersion?: number | undefined; values: object }): void {
  const { expectedVersion, values } = saying;
  const actual = now?.n ?? 0;
  if (expectedVersion !== undefined && expectedVersion !== actual) {
    throw new AppError("stale-version", { expected: expectedVersion, actual, theirs: now, yours: values });
  }
}

/** Ids of the codes that exist. */
export async function findIdentities(
  { db, engine }: Pick<Reading, "db" | "engine">,
  table: IdentityTableName,
  codes: readonly string[],
): Promise<Map<string, number>> {
  const rows = [...new Set(codes)].map((code) => [code]);
  const many = { columns: ["code"], types: ["text"] as const, rows };
  const found = await selectMany<Schema, { id: number; code: string }>(db, { engine, table, condition: "true" }, many);
  return new Map(found.map(({ id, code }) => [code, id]));
}

/** Ids of all the codes, those that did not exist yet being written. */
export async function identitiesOf(
  writing: Writing,
  table: IdentityTableName,
  codes: readonly string[],
): Promise<Map<string, number>> {
  const ids = await findIdentities(writing, table, codes);
  const absent = [...new Set(codes)].filter((code) => !ids.has(code));
  const added = await insertRecords(
    writing,
    table,
    absent.map((code) => ({ code })),
  );
  absent.forEach((code, index) => {
    ids.set(code, added[index] ?? 0);
  });
  return ids;
}

export async function identityOf(writing: Writing, table: IdentityTableName, code: string): Promise<number> {
  const id = (await identitiesOf(writing, table, [code])).get(code);
  if (id === undefined) throw new Error(`${table} ${code} was not written`);
  return id;
}
