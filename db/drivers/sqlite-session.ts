import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { refuseNetworkFileSystem } from "./network-file-system.ts";

/** A statement on its way to SQLite: run once with `parameters`, or once for each row of `batch`. */
export type SqliteRequest = {
  readonly sql: string;
  readonly parameters: readonly unknown[];
  readonly batch?: readonly (readonly unknown[])[];
};

/** Rows as arrays in the order of `columns`: they cross a thread faster than objects. */
export type SqliteReply = {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
  readonly changes: number;
  readonly lastId: number;
};

export type SqliteMode = "write" | "read";

/** One connection to a SQLite database, for one thread. */
export type SqliteSession = {
  run(request: SqliteRequest): SqliteReply;
  close(): void;
};

/** How long a writer waits for another process, for instance a running import of the command line. */
const BUSY_MILLISECONDS = 30_000;
const KEPT_STATEMENTS = 500;

/** Opens `path` (`:memory:` for a database that lives as long as the session). */
export function openSqlite(path: string, mode: SqliteMode): SqliteSession {
  if (path !== ":memory:") {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    refuseNetworkFileSystem(dirname(path));
  }
  const database = new Database(path, { timeout: BUSY_MILLISECONDS, readonly: mode === "read" });
  configure(database, mode);
  return sessionOf(database);
}

function configure(database: Database.Database, mode: SqliteMode): void {
  if (mode === "write") database.pragma("journal_mode = wal");
  // FULL: each commit is on the disk before it is acknowledged; NORMAL loses the newest in a power cut.
  database.pragma("synchronous = full");
  database.pragma("foreign_keys = on");
  database.pragma("trusted_schema = off");
  // Without it "insert or replace" would delete rows behind the back of the append-only triggers.
  database.pragma("recursive_triggers = on");
  database.pragma("cache_size = -65536");
  database.pragma("temp_store = memory");
}

function sessionOf(database: Database.Database): SqliteSession {
  const statements = new Map<string, Database.Statement<unknown[]>>();
  const prepare = (text: string) => {
    const kept = statements.get(text);
    if (kept !== undefined) return kept;
    const statement = database.prepare<unknown[]>(text);
    if (statement.reader) statement.raw(true);
    if (statements.size >= KEPT_STATEMENTS) statements.clear();
    statements.set(text, statement);
    return statement;
  };
  return {
    run: (request) => {
      // A failing disk makes SQLite roll back by itself: then there is nothing left to undo.
      if (request.sql === "rollback" && !database.inTransaction) return NOTHING;
      return runStatement(prepare(request.sql), request);
    },
    close: () => database.close(),
  };
}

const NOTHING: SqliteReply = { columns: [], rows: [], changes: 0, lastId: 0 };

function runStatement(statement: Database.Statement<unknown[]>, request: SqliteRequest): SqliteReply {
  const runs = request.batch ?? [request.parameters];
  if (statement.reader) {
    const columns = statement.columns().map((column) => column.name);
    const rows: unknown[][] = [];
    for (const parameters of runs) for (const row of statement.all(...parameters)) rows.push(row as unknown[]);
    return { columns, rows, changes: 0, lastId: 0 };
  }
  let changes = 0;
  let lastId = 0;
  for (const parameters of runs) {
    const result = statement.run(...parameters);
    changes += result.changes;
    lastId = Number(result.lastInsertRowid);
  }
  return { columns: [], rows: [], changes, lastId };
}
