import type { ImportPreview, ImportReport } from "../../shared/contracts/imports.ts";
import type { FailureCode, FailureDetails } from "../../shared/domain/failures.ts";
import type { ImportKind } from "../../shared/domain/imports/columns.ts";
import type { DecimalSetting } from "../../shared/domain/number-recognition.ts";
import type { Actor } from "../access/actor.ts";
import { FileRefused } from "../files/file-refused.ts";
import type { readTable } from "../files/read-table.ts";
import { importTable, refusedFile } from "../results/import.service.ts";
import type { ImportPlace } from "../service.ts";
import type { ApiAnswer } from "./api-answer.ts";
import { carryOutOnce, type Identity } from "./idempotency.ts";
import { MOST_ROWS_SHOWN, shownTable } from "./shown-table.ts";

/** One file on its way into the record. */
export interface ImportTask {
  readonly kind: ImportKind;
  readonly bytes: Uint8Array;
  readonly decimal: DecimalSetting;
  readonly dryRun: boolean;
  /** Answers the rows beside the report. */
  readonly withRows: boolean;
  /** Of the Idempotency-Key; null without one. */
  readonly identity: Identity | null;
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

type Reader = typeof readTable;

/** Imports a file in this thread; `read` decides in which thread the file itself is taken apart. */
export async function importHere(actor: Actor, task: ImportTask, read: Reader): Promise<ApiAnswer<unknown>> {
  const carryOut = async (acting: Actor) => importAnswer(await importFile(acting, task, read));
  if (task.identity === null) return carryOut(actor);
  return carryOutOnce<ImportReport, ImportReport>(actor, task.identity, { carryOut, answerOf: importAnswer });
}

async function importFile(
  actor: Actor,
  { kind, bytes, decimal, dryRun, withRows }: ImportTask,
  read: Reader,
): Promise<ImportPreview> {
  try {
    const table = await read(bytes, { sheet: kind });
    const report = await importTable(actor, { kind, table, decimal, dryRun });
    return withRows && table.rowNumbers.length <= MOST_ROWS_SHOWN
      ? { ...report, table: shownTable(kind, table) }
      : report;
  } catch (error) {
    if (error instanceof FileRefused) return refusedFile(error.fault, error.row);
    throw error;
  }
}
