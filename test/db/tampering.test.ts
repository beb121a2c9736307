import fc from "fast-check";
import { type Kysely, sql } from "kysely";
import { expect, test } from "vitest";
import { canonicalRows, hashOfEvent, RowDigest } from "../../db/audit-chain.ts";
import { loose } from "../../db/loose.ts";
import { RECORD_TABLES } from "../../db/record-tables.ts";
import type { Schema } from "../../db/schema.ts";
import type { SignedHead, Store, Verification } from "../../db/store.ts";
import { verifyRecord } from "../../db/verify.ts";
import { type DatabaseUnderTest, describeEachDatabase, TEST_AUDIT_KEY, TEST_NOW } from "../support/databases.ts";
import { recordSmallHistory } from "../support/small-organisation.ts";

type Cells = Record<string, unknown>;
type Forger = { readonly db: Kysely<Schema>; readonly pick: <T>(choices: readonly T[]) => T };

const TABLES = ["audit_event", ...RECORD_TABLES] as const;
const keyOf = (table: string) => (table === "audit_event" ? "seq" : "id");

async function someTable(forger: Forger): Promise<{ table: string; rows: Cells[] }> {
  const filled: { table: string; rows: Cells[] }[] = [];
  for (const table of TABLES) {
    const rows = await loose(forger.db).selectFrom(table).selectAll().orderBy(keyOf(table)).execute();
    if (rows.length > 0) filled.push({ table, rows });
  }
  return forger.pick(filled);
}

/** Another value of the same type, which the column may or may not take. */
function otherThan(value: unknown, { pick }: Forger): unknown {
  if (value === null) return pick([1, 7, "x"]);
  if (typeof value === "number") return pick([value + 1, value - 1, value === 0 ? 1 : 0]);
  return pick([`${value}x`, String(value).slice(1), String(value).replace(/\w/, (c) => (c === "7" ? "8" : "7"))]);
}

async function flip(forger: Forger): Promise<void> {
  const { table, rows } = await someTable(forger);
  const row = forger.pick(rows);
  const column = forger.pick(Object.keys(row));
  const value = otherThan(row[column], forger);
  if (value === row[column]) throw new Error("the same value");
  const key = keyOf(table);
  await loose(forger.db)
    .updateTable(table)
    .set({ [column]: value })
    .where(key, "=", row[key])
    .execute();
}

async function remove(forger: Forger): Promise<void> {
  const { table, rows } = await someTable(forger);
  const key = keyOf(table);
  await loose(forger.db).deleteFrom(table).where(key, "=", forger.pick(rows)[key]).execute();
}

async function swap(forger: Forger): Promise<void> {
  const { table, rows } = await someTable(forger);
  const [one, other] = [forger.pick(rows), forger.pick(rows)];
  const key = keyOf(table);
  if (one[key] === other[key]) throw new Error("the same row");
  const renumber = (from: unknown, to: number) =>
    loose(forger.db)
      .updateTable(table)
      .set({ [key]: to })
      .where(key, "=", from)
      .execute();
  await renumber(one[key], 900_000);
  await renumber(other[key], Number(one[key]));
  await renumber(900_000, Number(other[key]));
}

async function insert(forger: Forger): Promise<void> {
  const { table, rows } = await someTable(forger);
  const row = forger.pick(rows);
  const added: Cells = { ...row, [keyOf(table)]: rows.length + 1 };
  if ("n" in row) Object.assign(added, { n: Number(row["n"]) + 1, recorded_to: forger.pick([null, 9e12]) });
  if ("code" in row) added["code"] = "FORGED";
  if (table === "audit_event") Object.assign(added, { hash: "f".repeat(64) });
  await loose(forger.db).insertInto(table).values(added).execute();
}

/** Takes the newest events away as if they had never been: their rows go, and what they closed is open again. */
async function cut(forger: Forger): Promise<void> {
  const seqs = (await forger.db.selectFrom("audit_event").select("seq").execute()).map(({ seq }) => seq);
  const from = forger.pick(seqs);
  const { at } = await forger.db
    .selectFrom("audit_event")
    .select("at")
    .where("seq", "=", from)
    .executeTakeFirstOrThrow();
  for (const table of RECORD_TABLES.toReversed()) {
    await loose(forger.db).deleteFrom(table).where("event", ">=", from).execute();
    const columns = (await sql<Cells>`select * from ${sql.table(table)} limit 1`.execute(forger.db)).rows[0] ?? {};
    if ("recorded_to" in columns) {
      await loose(forger.db).updateTable(table).set({ recorded_to: null }).where("recorded_to", ">=", at).execute();
    }
  }
  await forger.db.deleteFrom("audit_event").where("seq", ">=", from).execute();
}

/** Rewrites a name and makes every digest and hash after it fit, with a key of the forger's own. */
async function recomputeWithoutKey(forger: Forger): Promise<void> {
  const units = await forger.db.selectFrom("unit_version").select("id").execute();
  await forger.db.updateTable("unit_version").set({ name: "Forged" }).where("id", "=", forger.pick(units).id).execute();
  let previous: string | null = null;
  for (const event of await forger.db.selectFrom("audit_event").selectAll().orderBy("seq").execute()) {
    const digest = new RowDigest();
    for (const table of Object.keys(JSON.parse(event.rows) as object)) {
      const rows = await loose(forger.db)
        .selectFrom(table)
        .selectAll()
        .where("event", "=", event.seq)
        .orderBy("id")
        .execute();
      digest.add(table, canonicalRows(rows));
    }
    const { hash: _, ...forged } = { ...event, digest: digest.finish().digest };
    if (previous !== null) forged.previous_hash = previous;
    if (forged.digest === event.digest && previous === null) continue;
    previous = hashOfEvent("a key that the forger made up", forged);
    const { seq, ...columns } = { ...forged, hash: previous };
    await forger.db.updateTable("audit_event").set(columns).where("seq", "=", seq).execute();
  }
}

const FORGERIES = { flip, remove, swap, insert, cut, recomputeWithoutKey };

class Refused extends Error {}

class Undone extends Error {
  readonly verification: Verification;
  constructor(verification: Verification) {
    super("undone");
    this.verification = verification;
  }
}

/** Verifies the record after a forgery, which is then undone. Null where the database itself refused the forgery. */
async function verifyForged(store: Store, head: SignedHead, forge: (db: Kysely<Schema>) => Promise<void>) {
  const { db, type: engine } = store.signInDatabase;
  try {
    await db.transaction().execute(async (trx) => {
      await disarm(trx, engine);
      await forge(trx).catch((cause) => {
        throw new Refused("refused", { cause });
      });
      throw new Undone(await verifyRecord({ db: trx, engine, auditKey: TEST_AUDIT_KEY }, { heads: [head] }));
    });
    return null;
  } catch (error) {
    if (error instanceof Undone) return error.verification;
    if (error instanceof Refused) return null;
    throw error;
  }
}

/** What someone with the whole database in hand would do first. */
async function disarm(db: Kysely<Schema>, engine: string): Promise<void> {
  if (engine === "postgres") {
    await sql`set local session_replication_role = replica`.execute(db);
    return;
  }
  await sql`pragma defer_foreign_keys = on`.execute(db);
  const triggers = await sql<{ name: string }>`select name from sqlite_master where type = 'trigger'`.execute(db);
  for (const { name } of triggers.rows) await sql`drop trigger ${sql.id(name)}`.execute(db);
}

const CASES = { "SQLite in memory": 380, "SQLite in threads": 40, "embedded PostgreSQL": 40, "PostgreSQL server": 40 };

function casesOn({ name }: DatabaseUnderTest): number {
  return CASES[name as keyof typeof CASES] * Number(process.env["PLUMBLINE_DEEP"] === undefined ? 1 : 20);
}

describeEachDatabase("tampering", (database) => {
  test("is found, whatever was changed, taken away, put in, cut off or computed again", async () => {
    const store = await database.open();
    await recordSmallHistory(store);
    const head = await store.signedHead();
    expect((await store.verify({ heads: [head] })).fault).toBeNull();
    // For good, so that it need not be done again for each of hundreds of forgeries.
    if (store.engine === "sqlite") await disarm(store.signInDatabase.db, store.engine);
    const seeds = fc.sample(fc.tuple(fc.constantFrom(...Object.values(FORGERIES)), fc.infiniteStream(fc.nat())), {
      numRuns: casesOn(database) * 3,
      seed: 20260420,
    });
    let tried = 0;
    for (const [forgery, numbers] of seeds) {
      const pick = <T>(choices: readonly T[]) => choices[numbers.next().value % choices.length] as T;
      const verification = await verifyForged(store, head, (db) => forgery({ db, pick }));
      if (verification === null) continue;
      expect(verification.fault, `${forgery.name}, case ${tried}`).not.toBeNull();
      tried += 1;
      if (tried === casesOn(database)) break;
    }
    expect(tried).toBe(casesOn(database));
    expect((await store.verify({ heads: [head] })).fault).toBeNull();
  }, 120_000);

  test("names the first broken row", async () => {
    const store = await database.open();
    await recordSmallHistory(store);
    const verification = await verifyForged(store, await store.signedHead(), async (db) => {
      await db
        .updateTable("unit_version")
        .set({ recorded_to: TEST_NOW + 99_000 })
        .where("id", "=", 4)
        .execute();
    });
    expect(verification?.fault).toEqual({ kind: "succession-broken", place: "unit_version 4" });
  });

  test("by someone who signs heads with another key is named as such", async () => {
    const store = await database.open();
    await recordSmallHistory(store);
    const head = { ...(await store.signedHead()), signature: "0".repeat(64) };
    expect((await store.verify({ heads: [head] })).fault).toEqual({ kind: "head-forged", place: `event ${head.seq}` });
  });
});
