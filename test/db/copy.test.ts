import { expect, test } from "vitest";
import { loose } from "../../db/loose.ts";
import { RECORD_TABLES } from "../../db/record-tables.ts";
import { copyStore, openStore, type Store } from "../../db/store.ts";
import { openAccounts } from "../../server/access/accounts.ts";
import { createLog } from "../../server/log.ts";
import { describeEachDatabase, TEST_AUDIT_KEY, TEST_NOW } from "../support/databases.ts";
import { recordSmallHistory } from "../support/small-organisation.ts";

const KEY = { auditKey: TEST_AUDIT_KEY, clock: () => TEST_NOW };
const accountsOn = (store: Store) =>
  openAccounts({ database: store.signInDatabase, secret: "s".repeat(40), publicUrl: null, log: createLog("silent") });

async function aSource(): Promise<Store> {
  const source = await openStore({ memory: true, ...KEY });
  await recordSmallHistory(source);
  const accounts = await accountsOn(source);
  await accounts.create({ email: "someone@example.org", name: "Someone", password: "quiet harbour lantern" });
  await accounts.links.create("invite", "p1");
  return source;
}

async function contentsOf(store: Store): Promise<Record<string, unknown>> {
  const contents: Record<string, unknown> = {};
  for (const table of [...RECORD_TABLES, "person_name", "kept_month", "kept_year"]) {
    const rows = await loose(store.signInDatabase.db).selectFrom(table).selectAll().execute();
    contents[table] = rows.map((row) => JSON.stringify(Object.entries(row).sort())).sort();
  }
  return contents;
}

describeEachDatabase("a copy of a SQLite database", (database) => {
  if (database.engine === "sqlite") {
    test("goes to PostgreSQL alone", async () => {
      const [source, target] = [await openStore({ memory: true, ...KEY }), await database.open()];
      expect(() => copyStore(source, target)).toThrow(expect.objectContaining({ code: "backup-elsewhere" }));
      await source.close();
    });
    return;
  }

  test("holds every row as it was, verifies, keeps its passwords, and goes on counting", async () => {
    const [source, target] = [await aSource(), await database.open()];
    const accounts = await accountsOn(target);
    const { rows } = await copyStore(source, target);
    expect(rows).toBeGreaterThan(60);
    expect(await contentsOf(target)).toEqual(await contentsOf(source));
    const verified = await target.verify();
    expect(verified).toMatchObject({ fault: null, events: (await source.verify()).events });
    const signIn = new Request("http://localhost/api/auth/sign-in/email", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ email: "someone@example.org", password: "quiet harbour lantern" }),
    });
    expect((await accounts.handle(signIn)).status).toBe(200);
    await target.command({ actor: "operator", command: "tried", entity: "person" }, async (store) => {
      await store.people.add({ name: "The next", email: "next@example.org" });
      await store.organisation.putUnits([{ code: "B9", name: "The next", kind: "branch" }]);
    });
    expect(await target.verify()).toMatchObject({ fault: null });
    await source.close();
  });

  test("is refused where something is already, and leaves it as it was", async () => {
    const [source, target] = [await aSource(), await database.open()];
    await accountsOn(target);
    await recordSmallHistory(target);
    const before = await contentsOf(target);
    await expect(copyStore(source, target)).rejects.toMatchObject({ code: "folder-not-empty" });
    expect(await contentsOf(target)).toEqual(before);
    await source.close();
  });
});
