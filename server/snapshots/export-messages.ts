import type { SealedFormat } from "../../shared/files/sealed-format.ts";
import type { StoredPack } from "./pack/pack.ts";

/** What is asked of the thread that writes files. */
export type ExportOrder = { readonly format: SealedFormat; readonly stored: StoredPack };

/** What it answers, piece by piece. */
export type ExportMessage =
  | { readonly kind: "piece"; readonly bytes: Uint8Array }
  | { readonly kind: "end" }
  | { readonly kind: "failed"; readonly error: unknown };
