import { parentPort, workerData } from "node:worker_threads";
import type { FileFault } from "../../shared/domain/imports/file-fault.ts";
import type { Table } from "../../shared/domain/imports/table.ts";
import { FileRefused } from "./file-refused.ts";
import type { FileLimits } from "./limits.ts";
import { readTable } from "./read-table.ts";

/** The thread in which a file is read: `readTableInWorker` starts it. */
export interface TableWorkerInput {
  bytes: Uint8Array;
  sheet: string | undefined;
  limits: Partial<FileLimits>;
}

export type TableWorkerMessage =
  | { kind: "progress"; rows: number }
  | { kind: "table"; table: Table }
  | { kind: "refused"; fault: FileFault; row: number };

const post = (message: TableWorkerMessage) => parentPort?.postMessage(message);

if (parentPort !== null) {
  const { bytes, sheet, limits } = workerData as TableWorkerInput;
  try {
    const table = await readTable(bytes, { sheet, limits, progress: (rows) => post({ kind: "progress", rows }) });
    post({ kind: "table", table });
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    post({ kind: "refused", fault: error.fault, row: error.row });
  }
}
