import { on } from "node:events";
import { Worker } from "node:worker_threads";
import { standInLine } from "./export-line.ts";
import type { ExportMessage, ExportOrder } from "./export-messages.ts";

const MEMORY_MB = 1024;
/** An idle thread is given up: it holds the writers and their fonts. */
const IDLE = 120_000;

let thread: Worker | null = null;
let idle: NodeJS.Timeout | undefined;

/** How one who waits for a file follows it, and stops it. */
export type ExportWatch = {
  readonly signal: AbortSignal;
  readonly ahead?: (others: number) => void;
  /** From 0 to 1. */
  readonly share?: (written: number) => void;
};

/**
 * Writes a snapshot to a file in a thread beside the server's own, one file at a time, so that however many are asked for
 * at once the rest of the service goes on. Ends early when the reader stops reading or the signal says so: the thread is
 * given up then, whatever it was at.
 */
export async function* exportApart(order: ExportOrder, watch: ExportWatch): AsyncGenerator<Buffer> {
  const leave = await standInLine(watch.ahead ?? (() => undefined), watch.signal);
  const worker = threadNow();
  let isDone = false;
  try {
    const messages = on(worker, "message", { signal: watch.signal, close: ["exit"] });
    worker.postMessage(order);
    for await (const [message] of messages as AsyncIterable<[ExportMessage]>) {
      if (message.kind === "failed") throw message.error;
      if (message.kind === "end") isDone = true;
      if (message.kind === "end") break;
      if (message.kind === "progress") watch.share?.(message.share);
      else {
        yield Buffer.from(message.bytes.buffer, message.bytes.byteOffset, message.bytes.length);
        worker.postMessage("taken");
      }
    }
    if (!isDone) throw new Error("The thread that writes files ended.");
  } finally {
    if (!isDone) await giveUp(worker);
    rest();
    leave();
  }
}

function threadNow(): Worker {
  clearTimeout(idle);
  if (thread === null) {
    const begun = new Worker(new URL("./export.worker.ts", import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    // One that dies while nobody waits for it is begun anew by the next who asks.
    begun.on("error", () => {
      if (thread === begun) thread = null;
    });
    thread = begun;
  }
  thread.ref();
  return thread;
}

/** A thread that waits keeps no process alive. */
function rest(): void {
  const waiting = thread;
  if (waiting === null) return;
  waiting.unref();
  idle = setTimeout(() => void giveUp(waiting), IDLE).unref();
}

async function giveUp(worker: Worker): Promise<void> {
  if (thread === worker) thread = null;
  await worker.terminate();
}
