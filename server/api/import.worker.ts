import { parentPort, workerData } from "node:worker_threads";
import { openStore } from "../../db/store.ts";
import { AppError } from "../../shared/domain/failures.ts";
import { actorOfCode } from "../access/actor.ts";
import { refusalIn } from "../failure-answer.ts";
import { readTable } from "../files/read-table.ts";
import type { ApiAnswer } from "./api-answer.ts";
import { type ImportWorkerInput, type ImportWorkerMessage, importHere } from "./import-file.ts";

/** The thread in which one file is imported: `importApart` starts it. */
async function importOne({ place, auditKey, person, task }: ImportWorkerInput): Promise<ApiAnswer<unknown>> {
  const store = await openStore({ ...place, auditKey, clock: Date.now });
  try {
    const actor = await actorOfCode({ store, now: Date.now }, { code: person, source: "import" });
    if (actor === null) throw new AppError("not-signed-in");
    return await importHere(actor, task, readTable);
  } finally {
    await store.close();
  }
}

const post = (message: ImportWorkerMessage) => parentPort?.postMessage(message);

if (parentPort !== null) {
  try {
    post({ kind: "answer", answer: await importOne(workerData as ImportWorkerInput) });
  } catch (error) {
    const refusal = refusalIn(error);
    if (refusal === null) throw error;
    post({ kind: "refused", code: refusal.code, details: refusal.details });
  }
}
