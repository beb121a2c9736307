import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { loose } from "../../db/loose.ts";
import { RECORD_TABLES } from "../../db/record-tables.ts";
import { openStore, restoreStore, type Store } from "../../db/store.ts";
import { TEST_AUDIT_KEY, TEST_NOW } from "../support/databases.ts";
import { recordSmallHistory } from "../support/small-organisation.ts";

const KEY = { auditKey: TEST_AUDIT_KEY, clock: () => TEST_NOW };
const SAID = { actor: "operator", command: "tried", entity: "organisation" };

async function contentsOf(store: Store): Promise<Record<string, unknown>> {
  const contents: Record<string, unknown> = {};
  for (const table of [...RECORD_TABLES, "person_name", "kept_year"]) {
    contents[table] = await loose(store.signInDatabase.db).selectFrom(table).selectAll().execute();
  }
  return contents;
}

let folder: string;
let store: Store;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "plumbline-backup-"));
  store = await openStore({ dataDir: join(folder, "data"), threads: 1, ...KEY });
  await recordSmallHistory(store);
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});
const file = () => join(folder, "backups", "one.sqlite");
const elsewhere = () => ({ dataDir: join(folder, "elsewhere"), auditKey: TEST_AUDIT_KEY });

describe("a backup", () => {
  test("taken while commands go on is a whole earlier state, and restores row by row", async () => {
    let stop = false;
    const writing = (async () => {
      for (let i = 0; !stop; i += 1) {
        await store.command(SAID, (store) =>
          store.organisation.putUnits([{ code: `L${i}`, name: "Under load", kind: "branch" }]),
        );
      }
    })();
    const seals = [await store.backUp(file()), await store.backUp(`${file()}2`), await store.backUp(`${file()}3`)];
    stop = true;
    await writing;
    for (const [at, seal] of seals.entries()) {
      const to = { ...elsewhere(), dataDir: join(folder, `elsewhere-${at}`) };
      const verification = await restoreStore(`${file()}${at === 0 ? "" : at + 1}`, to);
      expect(verification).toMatchObject({ fault: null, events: seal.head.seq });
    }
  });

  test("of a database at rest restores equal", async () => {
    await store.backUp(file());
    await restoreStore(file(), elsewhere());
    const restored = await openStore({ ...elsewhere(), ...KEY });
    try {
      expect(await contentsOf(restored)).toEqual(await contentsOf(store));
      await restored.command(SAID, async () => undefined);
    } finally {
      await restored.close();
    }
  });
});

describe("a backup refuses", () => {
  test("to write over a file, or to be restored over a database", async () => {
    await store.backUp(file());
    await expect(store.backUp(file())).rejects.toMatchObject({ code: "duplicate" });
    const to = { dataDir: join(folder, "data"), auditKey: TEST_AUDIT_KEY };
    await expect(restoreStore(file(), to)).rejects.toMatchObject({ code: "folder-not-empty" });
  });

  test("to be restored when it was damaged or sealed with another key, and leaves nothing", async () => {
    await store.backUp(file());
    const bytes = readFileSync(file());
    const name = bytes.indexOf("New");
    expect(name).toBeGreaterThan(0);
    bytes.write("Old", name);
    writeFileSync(file(), bytes);
    await expect(restoreStore(file(), elsewhere())).rejects.toMatchObject({ code: "backup-damaged" });
    rmSync(`${file()}.head`);
    await expect(restoreStore(file(), elsewhere())).rejects.toMatchObject({ code: "backup-damaged" });
    await store.backUp(`${file()}2`);
    const stranger = { ...elsewhere(), auditKey: "another" };
    await expect(restoreStore(`${file()}2`, stranger)).rejects.toMatchObject({ code: "backup-damaged" });
    expect(existsSync(elsewhere().dataDir) ? readdirSync(elsewhere().dataDir) : []).toEqual([]);
  });

  test("a chain that was cut: its seal knows the end", async () => {
    await store.backUp(file());
    const cut = await openStore({ ...elsewhere(), ...KEY });
    await recordSmallHistory(cut);
    await cut.command(SAID, async () => undefined);
    const later = await cut.signedHead();
    await cut.close();
    expect((await store.verify({ heads: [later] })).fault).toEqual({
      kind: "head-not-in-chain",
      place: `event ${later.seq}`,
    });
  });

  test("a database that is no file of ours", async () => {
    const memory = await openStore({ memory: true, ...KEY });
    await expect(memory.backUp(file())).rejects.toMatchObject({ code: "backup-elsewhere" });
    await memory.close();
  });
});
