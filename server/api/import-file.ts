import { Worker } from "node:worker_threads";
import type { Place } from "../../db/store.ts";
import type { ImportReport } from "../../shared/contracts/imports.ts";
import { AppError, type FailureCode, type FailureDetails } from "../../shared/domain/failures.ts";
import type { ImportKind } from "../../shared/domain/imports/columns.ts";
import type { DecimalSetting } from "../../shared/domain/number-recognition.ts";
import type { Actor } from "../access/actor.ts";
import { FileRefused } from "../files/file-refused.ts";
import { FILE_LIMITS } from "../files/limits.ts";
import type { readTable } from "../files/read-table.ts";
import { readTableInWorker } from "../files/read-table-in-worker.ts";
import { importTable, refusedFile } from "../results/import.service.ts";
import type { ApiAnswer } from "./api-route.ts";
import { carryOutOnce, type Identity } from "./idempotency.ts";

/** One file on its way into the record. */
export interface ImportTask {
  readonly kind: ImportKind;
  readonly bytes: Uint8Array;
  readonly decimal: DecimalSetting;
  readonly dryRun: boolean;
  /** Of the Idempotency-Key; null without one. */
  readonly identity: Identity | null;
}

/** Where a thread of its own finds the database. */
export interface ImportPlace {
  readonly place: Place;
  readonly auditKey: string;
}

export interface ImportWorkerInput extends ImportPlace {
  readonly task: ImportTask;
  /** Code of the person in whose name it is imported. */
  readonly person: string;
}

export type ImportWorkerMessage =
  | { readonly kind: "answer"; readonly answer: ApiAnswer<unknown> }
  | { readonly kind: "refused"; readonly code: FailureCode; readonly details: FailureDetails };

/** A refused file answers 422, with its report. */
export function importAnswer(report: ImportReport): ApiAnswer<ImportReport> {
  return { status: report.outcome === "refused" ? 422 : 200, body: report };
}

/** Below it a file is stored from this thread: starting another would take longer than the file. */
const SMALL_BYTES = 128 * 1024;

type Reader = typeof readTable;

/** Imports a file in this thread; `read` decides in which thread the file itself is taken apart. */
export async function importHere(actor: Actor, task: ImportTask, read: Reader): Promise<ApiAnswer<unknown>> {
  const carryOut = async (acting: Actor) => importAnswer(await importFile(acting, task, read));
  if (task.identity === null) return carryOut(actor);
  return carryOutOnce<ImportReport, ImportReport>(actor, task.identity, { carryOut, answerOf: importAnswer });
}

async function importFile(actor: Actor, { kind, bytes, decimal, dryRun }: ImportTask, read: Reader) {
  try {
    const table = await read(bytes, { sheet: kind });
    return await importTable(actor, { kind, table, decimal, dryRun });
  } catch (error) {
    if (error instanceof FileRefused) return refusedFile(error.fault, error.row);
    throw error;
  }
}

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
