import { createHash } from "node:crypto";
import { createReadStream, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { copyFile, open, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { AppError } from "../shared/domain/failures.ts";
import { type SignedHead, signHead } from "./audit-chain.ts";
import { linkToThread } from "./drivers/sqlite-links.ts";
import type { Verification } from "./verification.ts";

/** What stands beside a backup as `FILE.head`: enough to find out whether it is whole and of when it is. */
export type BackupSeal = {
  readonly head: SignedHead;
  /** Of the file. */
  readonly sha256: string;
  readonly bytes: number;
};

const sealOf = (file: string) => `${file}.head`;

/**
 * Copies a SQLite database while it is in use, in a thread of its own, and checks the copy before it counts: it is whole,
 * and its seal says where the audit chain ended. An existing file is never written over.
 */
export async function backUpSqlite(database: string, file: string, auditKey: string): Promise<BackupSeal> {
  if (existsSync(file)) throw new AppError("duplicate", { what: file });
  mkdirSync(dirname(file), { recursive: true });
  const part = `${file}.part`;
  rmSync(part, { force: true });
  try {
    await inThread(database, [{ sql: "vacuum into ?", parameters: [part] }]);
    const seal = { head: await checkedHead(part, auditKey), ...(await fingerprint(part)) };
    await flush(part);
    writeFileSync(sealOf(file), `${JSON.stringify(seal, null, 2)}\n`, { mode: 0o600, flush: true });
    renameSync(part, file);
    await flush(dirname(file));
    return seal;
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

type Question = { readonly sql: string; readonly parameters: readonly unknown[] };

async function inThread(database: string, questions: readonly Question[]): Promise<(readonly unknown[])[][]> {
  const link = linkToThread({ path: database, mode: "read" });
  try {
    const answers: (readonly unknown[])[][] = [];
    for (const question of questions) answers.push([...(await link.send(question)).rows]);
    return answers;
  } finally {
    await link.close();
  }
}

async function checkedHead(copy: string, auditKey: string): Promise<SignedHead> {
  const [integrity, newest] = await inThread(copy, [
    { sql: "pragma integrity_check(1)", parameters: [] },
    { sql: "select seq, hash from audit_event order by seq desc limit 1", parameters: [] },
  ]);
  const [answer] = integrity?.[0] ?? [];
  if (answer !== "ok") throw new AppError("backup-damaged", { problem: String(answer) });
  const [seq = 0, hash = ""] = newest?.[0] ?? [];
  return signHead(auditKey, { seq: Number(seq), hash: String(hash) });
}

async function fingerprint(file: string): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash("sha256");
  for await (const part of createReadStream(file)) hash.update(part);
  return { sha256: hash.digest("hex"), bytes: (await stat(file)).size };
}

/** Makes sure that a file, or the names in a folder, are on the disk. */
async function flush(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Opens a copy in a folder, verifies it with what is known of its end, and closes it. */
export type VerifyCopy = (dataDir: string, heads: readonly SignedHead[]) => Promise<Verification>;

/**
 * Puts a backup in the place of a database that does not exist yet. It is verified whole first; one that was damaged, cut or
 * made with another key leaves nothing behind.
 */
export async function restoreSqlite(
  file: string,
  to: { readonly dataDir: string; readonly name: string },
  verify: VerifyCopy,
): Promise<Verification> {
  const target = join(to.dataDir, to.name);
  if (existsSync(target)) throw new AppError("folder-not-empty");
  const workshop = join(to.dataDir, "restoring");
  rmSync(workshop, { recursive: true, force: true });
  mkdirSync(workshop, { recursive: true, mode: 0o700 });
  try {
    const heads = await headsOf(file);
    await copyFile(file, join(workshop, to.name));
    const verification = await verify(workshop, heads);
    if (verification.fault !== null) {
      throw new AppError("backup-damaged", { problem: `${verification.fault.kind}: ${verification.fault.place}` });
    }
    await flush(join(workshop, to.name));
    renameSync(join(workshop, to.name), target);
    await flush(to.dataDir);
    return verification;
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}

/** The end of the chain by the backup's seal; none where the seal was lost. */
async function headsOf(file: string): Promise<SignedHead[]> {
  if (!existsSync(sealOf(file))) return [];
  const seal = JSON.parse(readFileSync(sealOf(file), "utf8")) as BackupSeal;
  if ((await fingerprint(file)).sha256 !== seal.sha256) {
    throw new AppError("backup-damaged", { problem: "The file is not the one that was sealed." });
  }
  return [seal.head];
}
