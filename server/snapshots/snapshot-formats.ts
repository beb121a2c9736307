import type { SealedFormat } from "../../shared/files/sealed-format.ts";
import { type PackSource, packOf } from "./pack/pack.ts";
import { pagesBytes } from "./pages/write-pages.ts";
import { sheetsBytes } from "./sheets/write-sheets.ts";
import { slidesBytes } from "./slides/write-slides.ts";
import { snapshotCsv, snapshotJson } from "./snapshot-file.ts";
import { webBytes } from "./web/write-web.ts";

export interface SnapshotFormat {
  readonly type: string;
  readonly write: (source: PackSource) => AsyncIterable<Buffer>;
}

const OFFICE = "application/vnd.openxmlformats-officedocument";

/** The files that a snapshot can be written to, by their endings. */
export const SNAPSHOT_FORMATS: Readonly<Record<SealedFormat, SnapshotFormat>> = {
  pdf: { type: "application/pdf", write: (source) => pagesBytes(packOf(source)) },
  pptx: { type: `${OFFICE}.presentationml.presentation`, write: (source) => slidesBytes(packOf(source)) },
  xlsx: { type: `${OFFICE}.spreadsheetml.sheet`, write: (source) => sheetsBytes(packOf(source)) },
  csv: { type: "text/csv; charset=utf-8", write: snapshotCsv },
  json: { type: "application/json; charset=utf-8", write: snapshotJson },
  html: { type: "text/html; charset=utf-8", write: (source) => webBytes(packOf(source)) },
};
