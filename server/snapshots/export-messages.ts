import type { MinutesDocument, MinutesFormat } from "../../shared/contracts/minutes.ts";
import type { PaperName } from "../../shared/domain/paper-name.ts";
import type { SealedFormat } from "../../shared/files/sealed-format.ts";
import type { StoredPack } from "./pack/pack.ts";

/** What is asked of the thread that writes files. */
export type ExportOrder = SnapshotOrder | MinutesOrder;

type SnapshotOrder = {
  readonly of?: never;
  readonly format: SealedFormat;
  readonly stored: StoredPack;
  /** Of a PDF; A4 unless told. */
  readonly paper?: PaperName | undefined;
};

type MinutesOrder = {
  readonly of: "minutes";
  readonly format: MinutesFormat;
  readonly document: MinutesDocument;
  readonly paper?: PaperName | undefined;
};

/** What it answers, piece by piece. `share` of 1 is done. */
export type ExportMessage =
  | { readonly kind: "piece"; readonly bytes: Uint8Array }
  | { readonly kind: "progress"; readonly share: number }
  | { readonly kind: "end" }
  | { readonly kind: "failed"; readonly error: unknown };
