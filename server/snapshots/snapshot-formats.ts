import type { SEALED_FORMATS } from "../../shared/files/sealed-file.ts";
import { type PackSource, packOf } from "./pack/pack.ts";
import { sheetsBytes } from "./sheets/write-sheets.ts";
import { slidesBytes } from "./slides/write-slides.ts";
import { snapshotCsv, snapshotJson } from "./snapshot-file.ts";

export type ExportFormat = (typeof SEALED_FORMATS)[number];

export interface SnapshotFormat {
  readonly type: string;
  readonly write: (source: PackSource) => AsyncIterable<Buffer>;
}

const OFFICE = "application/vnd.openxmlformats-officedocument";

/** The files that a snapshot can be written to, by their endings. */
export const SNAPSHOT_FORMATS: Readonly<Record<ExportFormat, SnapshotFormat>> = {
  pptx: { type: `${OFFICE}.presentationml.presentation`, write: (source) => slidesBytes(packOf(source)) },
  xlsx: { type: `${OFFICE}.spreadsheetml.sheet`, write: (source) => sheetsBytes(packOf(source)) },
  csv: { type: "text/csv; charset=utf-8", write: snapshotCsv },
  json: { type: "application/json; charset=utf-8", write: snapshotJson },
};
