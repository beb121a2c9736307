import { fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { asAppError } from "../../db/dialect-differences.ts";
import { networkFileSystemOf } from "../../db/drivers/network-file-system.ts";
import { linksInThisThread } from "../../db/drivers/sqlite-links.ts";
import { DATABASE_FILE, openStore } from "../../db/store.ts";
import { TEST_AUDIT_KEY, TEST_NOW } from "../support/databases.ts";
import { recordSmallHistory } from "../support/small-organisation.ts";

const SAID = { actor: "operator", command: "tried", entity: "unit" };
const KEY = { auditKey: TEST_AUDIT_KEY, clock: () => TEST_NOW };

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "plumbline-driver-"));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

describe("SQLite", () => {
  test("is opened so that it keeps what it acknowledged", async () => {
    const { writer } = linksInThisThread(join(dataDir, "x.sqlite"));
    const asked = async (name: string) => (await writer.send({ sql: `pragma ${name}`, parameters: [] })).rows[0]?.[0];
    const settings = ["journal_mode", "synchronous", "foreign_keys", "trusted_schema", "recursive_triggers"];
    const answers = [];
    for (const name of settings) answers.push(await asked(name));
    expect(answers).toEqual(["wal", 2, 1, 0, 1]);
    await writer.close();
  });

  test("is refused on a network file system, by the mount that holds the folder", () => {
    const mounts = [
      "/dev/sda1 / ext4 rw 0 0",
      "server:/home /srv nfs4 rw 0 0",
      "tmpfs /srv/local tmpfs rw 0 0",
      "//host/share /mnt/with\\040space cifs rw 0 0",
      "user@host: /mnt/far fuse.sshfs rw 0 0",
    ].join("\n");
    expect(networkFileSystemOf("/var/lib/plumbline", mounts)).toBeNull();
    expect(networkFileSystemOf("/srv/plumbline", mounts)).toBe("nfs4");
    expect(networkFileSystemOf("/srv", mounts)).toBe("nfs4");
    expect(networkFileSystemOf("/srvother", mounts)).toBeNull();
    expect(networkFileSystemOf("/srv/local/data", mounts)).toBeNull();
    expect(networkFileSystemOf("/mnt/with space/data", mounts)).toBe("cifs");
    expect(networkFileSystemOf("/mnt/far", mounts)).toBe("fuse.sshfs");
  });

  test("in threads never holds up the event loop", async () => {
    const store = await openStore({ dataDir, threads: 1, ...KEY });
    let longest = 0;
    let last = performance.now();
    const watch = setInterval(() => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
    }, 5);
    const began = performance.now();
    await store.signInDatabase.db.executeQuery({
      ...store.signInDatabase.db.selectNoFrom((eb) => eb.lit(1).as("one")).compile(),
      sql: "with recursive n(i) as (select 1 union all select i + 1 from n where i < 6000000) select max(i) from n",
    });
    const took = performance.now() - began;
    clearInterval(watch);
    await store.close();
    expect(took).toBeGreaterThan(200);
    expect(longest).toBeLessThan(took / 2);
  });

  test("of a newer version is refused in a sentence and left as it was", async () => {
    const store = await openStore({ dataDir, ...KEY });
    await store.close();
    const { writer } = linksInThisThread(join(dataDir, DATABASE_FILE));
    const row = ["9999-from-the-future", new Date(TEST_NOW).toISOString()];
    await writer.send({ sql: "insert into kysely_migration (name, timestamp) values (?, ?)", parameters: row });
    await writer.close();
    await expect(openStore({ dataDir, ...KEY })).rejects.toMatchObject({ code: "newer-database" });
  });

  test("says in words when the storage fails", () => {
    const failing = Object.assign(new Error("database or disk is full"), { code: "SQLITE_FULL" });
    expect(asAppError(failing)).toMatchObject({ code: "storage-failing", cause: failing });
    const own = new Error("a fault of ours");
    expect(asAppError(own)).toBe(own);
  });
});

describe("a killed process", () => {
  test("loses no command that it had acknowledged, and leaves none half done", async () => {
    const worker = new URL("../support/writing-process.ts", import.meta.url);
    for (let round = 0; round < 5; round += 1) {
      const acknowledged = await killAmongCommands(worker, 20 + round * 35);
      const store = await openStore({ dataDir, ...KEY });
      const codes = new Set((await store.organisation.units()).map(({ code }) => code));
      expect(acknowledged.filter((code) => !codes.has(code))).toEqual([]);
      expect((await store.verify()).fault).toBeNull();
      await store.close();
    }
  }, 60_000);

  async function killAmongCommands(worker: URL, afterMilliseconds: number): Promise<string[]> {
    const process = fork(worker, [dataDir, TEST_AUDIT_KEY], {
      execArgv: [],
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    const acknowledged: string[] = [];
    const ended = new Promise((resolve) => process.once("exit", resolve));
    await new Promise<void>((resolve) => {
      process.on("message", (code: string) => {
        acknowledged.push(code);
        if (acknowledged.length === 1) setTimeout(resolve, afterMilliseconds);
      });
      process.once("exit", () => resolve());
    });
    process.kill("SIGKILL");
    await ended;
    expect(acknowledged.length).toBeGreaterThan(0);
    return acknowledged;
  }
});

describe("a migration", () => {
  test("that is killed inside a step leaves nothing, and the next start goes on", async () => {
    const path = join(dataDir, DATABASE_FILE);
    const { writer } = linksInThisThread(path);
    // A table in its way makes the first migration fail near its end, as a kill would.
    await writer.send({ sql: "create table idempotency (x integer) strict", parameters: [] });
    await writer.close();
    await expect(openStore({ dataDir, ...KEY })).rejects.toThrow("could not be migrated");
    const again = linksInThisThread(path);
    const tables = await again.writer.send({
      sql: "select name from sqlite_master where name = 'unit'",
      parameters: [],
    });
    expect(tables.rows).toEqual([]);
    await again.writer.send({ sql: "drop table idempotency", parameters: [] });
    await again.writer.close();
    const store = await openStore({ dataDir, ...KEY });
    expect(store.migrated[0]).toBe("0001-foundation");
    await recordSmallHistory(store);
    await store.command(SAID, async () => undefined);
    expect((await store.verify()).fault).toBeNull();
    await store.close();
  });
});
