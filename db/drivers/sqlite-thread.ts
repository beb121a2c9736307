import { parentPort, workerData } from "node:worker_threads";
import { openSqlite, type SqliteMode, type SqliteRequest, type SqliteSession } from "./sqlite-session.ts";

/** What a database thread is told when it starts. */
export type ThreadStart = { readonly path: string; readonly mode: SqliteMode };
export type ThreadRequest = SqliteRequest & { readonly id: number };
/** `reply` is a SqliteReply as JSON text: the cheapest way for rows to cross a thread. */
export type ThreadReply =
  | { readonly id: number; readonly reply: string }
  | { readonly id: number; readonly error: { readonly code: string; readonly message: string } };

/**
 * One thread, one connection, opened by the first request: readers start beside the writer, which makes the file. It
 * answers each request in turn until it is told to close.
 */
function serve(port: NonNullable<typeof parentPort>, { path, mode }: ThreadStart): void {
  let session: SqliteSession | null = null;
  port.on("message", (message: ThreadRequest | "close") => {
    if (message === "close") {
      session?.close();
      port.close();
      return;
    }
    port.postMessage(answer(message));
  });
  function answer(request: ThreadRequest): ThreadReply {
    try {
      session ??= openSqlite(path, mode);
      return { id: request.id, reply: JSON.stringify(session.run(request)) };
    } catch (error) {
      const code = error instanceof Error && "code" in error ? String(error.code) : "";
      return { id: request.id, error: { code, message: error instanceof Error ? error.message : String(error) } };
    }
  }
}

if (parentPort !== null) serve(parentPort, workerData as ThreadStart);
