import type { PaperName } from "../../shared/domain/paper-name.ts";
import type { SealedFormat } from "../../shared/files/sealed-format.ts";
import { type PackSource, packOf } from "./pack/pack.ts";
import { pagesBytes } from "./pages/write-pages.ts";
import { sheetsBytes } from "./sheets/write-sheets.ts";
import { slidesBytes } from "./slides/write-slides.ts";
import { snapshotCsv, snapshotJson } from "./snapshot-file.ts";
import { webBytes } from "./web/write-web.ts";

export type Writing = {
  /** Of a PDF; A4 unless told. */
  readonly paper?: PaperName | undefined;
  /** Hears how much is written, from 0 to 1. */
  readonly share?: ((written: number) => void) | undefined;
};

export interface SnapshotFormat {
  readonly type: string;
  readonly write: (source: PackSource, writing?: Writing) => AsyncIterable<Buffer>;
}

const OFFICE = "application/vnd.openxmlformats-officedocument";

/** The files that a snapshot can be written to, by their endings. */
export const SNAPSHOT_FORMATS: Readonly<Record<SealedFormat, SnapshotFormat>> = {
  pdf: { type: "application/pdf", write: (source, writing) => pagesBytes(packOf(source), writing) },
  pptx: {
    type: `${OFFICE}.presentationml.presentation`,
    write: (source, writing) => slidesBytes(packOf(source), writing?.share),
  },
  xlsx: {
    type: `${OFFICE}.spreadsheetml.sheet`,
    write: (source, writing) => sheetsBytes(packOf(source), writing?.share),
  },
  csv: { type: "text/csv; charset=utf-8", write: snapshotCsv },
  json: { type: "application/json; charset=utf-8", write: snapshotJson },
  html: { type: "text/html; charset=utf-8", write: (source, writing) => webBytes(packOf(source), writing?.share) },
};
