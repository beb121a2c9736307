import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Response } from "express";
import { exportApart } from "../snapshots/export-apart.ts";
import type { ExportOrder } from "../snapshots/export-messages.ts";

type Sending = {
  readonly order: ExportOrder;
  readonly called: { readonly name: string; readonly type: string };
};

/** Writes a file beside everything else and sends it as it grows. Until its first piece a failure is told as one. */
export async function sendApart(response: Response, { order, called }: Sending): Promise<void> {
  const gone = new AbortController();
  response.once("close", () => gone.abort());
  const pieces = exportApart(order, { signal: gone.signal });
  const first = await pieces.next().catch((error: unknown) => {
    if (gone.signal.aborted) return null;
    throw error;
  });
  if (first === null) return;
  response.status(200).set("Cache-Control", "private, no-cache").type(called.type).attachment(called.name);
  if (first.done !== true) response.write(first.value);
  await pipeline(Readable.from(pieces), response);
}
