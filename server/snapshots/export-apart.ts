import { Worker } from "node:worker_threads";
import type { ExportMessage, ExportOrder } from "./export-messages.ts";

const MEMORY_MB = 1024;
/** An idle thread is given up: it holds the writers and their fonts. */
const IDLE = 120_000;

let thread: Worker | null = null;
let idle: NodeJS.Timeout | undefined;
let queue: Promise<void> = Promise.resolve();

/**
 * Writes a snapshot to a file in a thread beside the server's own, one file at a time, so that however many are asked for
 * at once the rest of the service goes on. Ends early when the reader stops reading.
 */
export async function* exportApart(order: ExportOrder): AsyncGenerator<Buffer> {
  const turn = Promise.withResolvers<void>();
  const before = queue;
  queue = turn.promise;
  await before;
  let isDone = false;
  const worker = threadNow();
  try {
    worker.postMessage(order);
    for (;;) {
      const message = await nextMessage(worker);
      if (message.kind === "failed") throw message.error;
      if (message.kind === "end") break;
      yield Buffer.from(message.bytes.buffer, message.bytes.byteOffset, message.bytes.length);
      worker.postMessage("taken");
    }
    isDone = true;
  } finally {
    if (!isDone) await giveUp(worker);
    rest();
    turn.resolve();
  }
}

function threadNow(): Worker {
  clearTimeout(idle);
  thread ??= new Worker(new URL("./export.worker.ts", import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
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

function nextMessage(worker: Worker): Promise<ExportMessage> {
  const { promise, resolve, reject } = Promise.withResolvers<ExportMessage>();
  const ended = () => reject(new Error("The thread that writes files ended."));
  worker.once("message", resolve);
  worker.once("error", reject);
  worker.once("exit", ended);
  return promise.finally(() => {
    worker.off("message", resolve);
    worker.off("error", reject);
    worker.off("exit", ended);
  });
}
