import { readFile } from "node:fs/promises";
import { FileRefused } from "../files/file-refused.ts";
import { FILE_LIMITS } from "../files/limits.ts";
import { readCsv } from "../files/read-csv.ts";
import type { SeriesFile } from "./file-series.ts";
import { seriesOfTable } from "./series-file.ts";

/** The series of a CSV file, or what is wrong with it. */
export async function readSeries(path: string): Promise<SeriesFile> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch {
    return { kind: "refused", faults: [{ row: 1, column: "", message: `The file ${path} cannot be read.` }] };
  }
  try {
    return seriesOfTable(readCsv(bytes, FILE_LIMITS));
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    const message = `The file is no table that can be read (${error.fault}).`;
    return { kind: "refused", faults: [{ row: error.row, column: "", message }] };
  }
}
