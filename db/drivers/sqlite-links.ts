import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { openSqlite, type SqliteMode, type SqliteReply, type SqliteRequest } from "./sqlite-session.ts";
import type { ThreadReply, ThreadRequest, ThreadStart } from "./sqlite-thread.ts";

/** A way to one SQLite connection, in this thread or in another. */
export type SqliteLink = {
  send(request: SqliteRequest): Promise<SqliteReply>;
  /** Requests that have not been answered yet. */
  pending(): number;
  close(): Promise<void>;
};

/** The connections of one database: one that writes, and as many as wanted that only read. */
export type SqliteLinks = {
  readonly writer: SqliteLink;
  readonly readers: readonly SqliteLink[];
};

/** SQLite in this thread: for the command line, import workers and tests. */
export function linksInThisThread(path: string): SqliteLinks {
  const session = openSqlite(path, "write");
  const writer: SqliteLink = {
    send: async (request) => session.run(request),
    pending: () => 0,
    close: async () => session.close(),
  };
  return { writer, readers: [] };
}

/** SQLite in threads of its own, so that no statement ever holds up the event loop: for the server. */
export async function linksInThreads(path: string, readers: number): Promise<SqliteLinks> {
  const links = {
    writer: linkToThread({ path, mode: "write" }),
    readers: Array.from({ length: readers }, () => linkToThread({ path, mode: "read" })),
  };
  // The writer creates the file and turns on WAL; only then can the others open it to read.
  await links.writer.send({ sql: "select 1", parameters: [] });
  return links;
}

type Waiting = { resolve(reply: SqliteReply): void; reject(error: Error): void };

/** An error of SQLite as it came from the other thread. */
class SqliteFault extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = "SqliteFault";
    this.code = code;
  }
}

/** A connection in a thread of its own. */
export function linkToThread(start: { path: string; mode: SqliteMode }): SqliteLink {
  const workerData: ThreadStart = start;
  const worker = new Worker(new URL("./sqlite-thread.ts", import.meta.url), { workerData, execArgv: [] });
  const waiting = new Map<number, Waiting>();
  let lost: Error | null = null;
  let last = 0;
  const lose = (error: Error) => {
    lost ??= error;
    for (const { reject } of waiting.values()) reject(lost);
    waiting.clear();
  };
  worker.on("message", (message: ThreadReply) => {
    const asker = waiting.get(message.id);
    waiting.delete(message.id);
    if ("error" in message) asker?.reject(new SqliteFault(message.error.code, message.error.message));
    else asker?.resolve(JSON.parse(message.reply) as SqliteReply);
  });
  worker.on("error", (error) => lose(error instanceof Error ? error : new Error(String(error))));
  worker.on("exit", () => lose(new SqliteFault("SQLITE_IOERR", "The database thread has ended.")));
  return {
    send: (request) =>
      new Promise((resolve, reject) => {
        if (lost !== null) return reject(lost);
        last += 1;
        waiting.set(last, { resolve, reject });
        worker.postMessage({ ...request, id: last } satisfies ThreadRequest);
      }),
    pending: () => waiting.size,
    close: async () => {
      if (lost !== null) return;
      const ended = once(worker, "exit");
      worker.postMessage("close");
      await ended;
    },
  };
}
