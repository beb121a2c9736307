import { Worker } from "node:worker_threads";
import { AppError } from "../../shared/domain/failures.ts";
import type { Actor } from "../access/actor.ts";
import { FILE_LIMITS } from "../files/limits.ts";
import { readTableInWorker } from "../files/read-table-in-worker.ts";
import { refusedFile } from "../results/import.service.ts";
import type { ImportPlace } from "../service.ts";
import type { ApiAnswer } from "./api-answer.ts";
import {
  type ImportTask,
  type ImportWorkerInput,
  type ImportWorkerMessage,
  importAnswer,
  importHere,
} from "./import-file.ts";

/** Below it a file is stored from this thread: starting another would take longer than the file. */
const SMALL_BYTES = 128 * 1024;

/**
 * Imports a file without holding up anyone else: it is taken apart in a thread of its own, bounded in time and memory, and
 * a large one is stored from there too. A database that lives in this process alone is written to from this thread.
 */
export async function importApart(actor: Actor, task: ImportTask, at: ImportPlace | null): Promise<ApiAnswer<unknown>> {
  if (at === null || actor.person === null || task.bytes.length <= SMALL_BYTES)
    return importHere(actor, task, readTableInWorker);
  const worker = new Worker(new URL("./import.worker.ts", import.meta.url), {
    workerData: { ...at, task, person: actor.person.code } satisfies ImportWorkerInput,
    resourceLimits: { maxOldGenerationSizeMb: FILE_LIMITS.memoryMb, maxYoungGenerationSizeMb: 64 },
  });
  try {
    return await answerOf(worker);
  } finally {
    await worker.terminate();
  }
}

function answerOf(worker: Worker): Promise<ApiAnswer<unknown>> {
  const { promise, resolve, reject } = Promise.withResolvers<ApiAnswer<unknown>>();
  worker.once("message", (message: ImportWorkerMessage) => {
    if (message.kind === "answer") resolve(message.answer);
    else reject(new AppError(message.code, message.details));
  });
  worker.once("error", (error) => {
    const isTooMuch = "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
    if (isTooMuch) resolve(importAnswer(refusedFile("reading-took-too-much-memory", 1)));
    else reject(error);
  });
  worker.once("exit", (code) => reject(new Error(`The import's thread ended with ${code}.`)));
  return promise;
}
