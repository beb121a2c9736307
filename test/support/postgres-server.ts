import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chownSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { findPostgres } from "./programs.ts";

/** A PostgreSQL server of the tests' own, in a temporary folder, reached by a socket in it. */
export type PostgresServer = {
  /** Address of a database of this server. */
  urlOf(database: string): string;
  stop(): Promise<void>;
};

type Account = { readonly uid?: number; readonly gid?: number };

/**
 * The program runs under a shell that ends it and removes its folder as soon as the shell's input closes: so no server
 * outlives its tests, however they end.
 */
const KEEPER = 'folder=$1; shift; "$@" <&- & pid=$!; cat >/dev/null; kill -INT $pid; wait $pid; rm -rf "$folder"';

/** Starts a server, or answers null where the programs are not installed. */
export async function startPostgres(): Promise<PostgresServer | null> {
  const programs = findPostgres();
  if (programs === null) return null;
  const account = unprivilegedAccount();
  const folder = mkdtempSync(join(tmpdir(), "plumbline-postgres-"));
  if (account.uid !== undefined && account.gid !== undefined) chownSync(folder, account.uid, account.gid);
  const place = join(folder, "data");
  const initdb = ["-D", place, "-U", "plumbline", "-A", "trust", "-E", "UTF8", "--no-sync", "--locale=C.UTF-8"];
  execFileSync(join(programs, "initdb"), initdb, { ...account, cwd: folder, stdio: "ignore", env: quietEnvironment() });
  const settings = ["listen_addresses=", `unix_socket_directories=${folder}`, "fsync=off", "max_connections=200"];
  const server = [join(programs, "postgres"), "-D", place, ...settings.flatMap((setting) => ["-c", setting])];
  const keeper = spawn("/bin/sh", ["-c", KEEPER, "keeper", folder, ...server], {
    ...account,
    cwd: folder,
    stdio: ["pipe", "ignore", "ignore"],
    env: quietEnvironment(),
  });
  const urlOf = (database: string) => `postgres://plumbline@localhost/${database}?host=${encodeURIComponent(folder)}`;
  await untilReady(urlOf("postgres"), keeper);
  return { urlOf, stop: () => stopKeeper(keeper, folder) };
}

/** PostgreSQL refuses to run as root; then it runs as the account of that name, or as nobody. */
function unprivilegedAccount(): Account {
  if (process.getuid?.() !== 0) return {};
  for (const name of ["postgres", "nobody"]) {
    try {
      const number = (flag: string) =>
        Number(execFileSync("id", [flag, name], { stdio: ["ignore", "pipe", "ignore"] }));
      return { uid: number("-u"), gid: number("-g") };
    } catch (error) {
      if (name === "nobody") throw new Error("no account under which PostgreSQL may run", { cause: error });
    }
  }
  return {};
}

function quietEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env["PATH"], LC_ALL: "C.UTF-8" };
}

async function untilReady(url: string, keeper: ChildProcess): Promise<void> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      return await client.end();
    } catch (error) {
      await client.end().catch(() => undefined);
      if (Date.now() > deadline || keeper.exitCode !== null)
        throw new Error("PostgreSQL did not start", { cause: error });
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

async function stopKeeper(keeper: ChildProcess, folder: string): Promise<void> {
  const ended = new Promise((resolve) => keeper.once("exit", resolve));
  keeper.stdin?.end();
  await ended;
  rmSync(folder, { recursive: true, force: true });
}

/** Runs statements on one database of a server. */
export async function onPostgres(url: string, ...statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
