import { createHash } from "node:crypto";
import { type SealedAs, sealClosing, sealHead } from "../../shared/files/sealed-file.ts";
import type { SealedFormat } from "../../shared/files/sealed-format.ts";

/** Passes a file's bytes on and ends it with its seal (see `shared/files/sealed-file.ts`). */
export async function* sealedBytes(
  pieces: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>,
  { as, format }: { readonly as: SealedAs; readonly format: SealedFormat },
): AsyncGenerator<Buffer> {
  const hash = createHash("sha256");
  const passed = (piece: string | Uint8Array) => {
    const bytes =
      typeof piece === "string" ? Buffer.from(piece) : Buffer.from(piece.buffer, piece.byteOffset, piece.length);
    hash.update(bytes);
    return bytes;
  };
  for await (const piece of pieces) yield passed(piece);
  yield passed(sealHead(as));
  yield Buffer.from(hash.digest("hex") + sealClosing(format));
}
