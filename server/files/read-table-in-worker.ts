import { Worker } from "node:worker_threads";
import type { Table } from "../../shared/domain/imports/table.ts";
import { FileRefused } from "./file-refused.ts";
import { FILE_LIMITS } from "./limits.ts";
import type { TableReading } from "./read-table.ts";
import type { TableWorkerInput, TableWorkerMessage } from "./table.worker.ts";

export interface WorkerReading extends TableReading {
  signal?: AbortSignal | undefined;
}

/**
 * `readTable` in a thread of its own, bounded in time and memory and stopped by `signal`; the caller's event loop stays
 * free. A job that already runs in a thread calls `readTable` and saves the copy.
 */
export async function readTableInWorker(bytes: Uint8Array, reading: WorkerReading = {}): Promise<Table> {
  const limits = { ...FILE_LIMITS, ...reading.limits };
  if (bytes.length > Math.max(limits.csvBytes, limits.xlsxBytes)) throw new FileRefused("file-too-large");
  if (reading.signal?.aborted) throw new FileRefused("reading-cancelled");
  const worker = new Worker(new URL("./table.worker.ts", import.meta.url), {
    workerData: { bytes, sheet: reading.sheet, limits } satisfies TableWorkerInput,
    resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb, maxYoungGenerationSizeMb: 64 },
  });
  try {
    return await answerOf(worker, { ...reading, seconds: limits.readingSeconds });
  } finally {
    await worker.terminate();
  }
}

function answerOf(worker: Worker, { signal, progress, seconds }: WorkerReading & { seconds: number }): Promise<Table> {
  const { promise, resolve, reject } = Promise.withResolvers<Table>();
  const timer = setTimeout(() => reject(new FileRefused("reading-took-too-long")), seconds * 1000);
  const cancel = () => reject(new FileRefused("reading-cancelled"));
  signal?.addEventListener("abort", cancel, { once: true });
  worker.on("message", (message: TableWorkerMessage) => {
    if (message.kind === "progress") progress?.(message.rows);
    else if (message.kind === "table") resolve(message.table);
    else reject(new FileRefused(message.fault, message.row));
  });
  worker.on("error", (error) => reject(outOfMemory(error) ? new FileRefused("reading-took-too-much-memory") : error));
  worker.on("exit", () => reject(new FileRefused("reading-cancelled")));
  return promise.finally(() => {
    clearTimeout(timer);
    signal?.removeEventListener("abort", cancel);
  });
}

function outOfMemory(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
}
