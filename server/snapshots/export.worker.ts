import { parentPort } from "node:worker_threads";
import { snapshotPayloadSchema } from "../../shared/contracts/snapshot-payload.ts";
import type { ExportMessage, ExportOrder } from "./export-messages.ts";
import { minutesBytes } from "./minutes/minutes-files.ts";
import { SNAPSHOT_FORMATS } from "./snapshot-formats.ts";

/** The thread in which snapshots are written to files, one after the other: `exportApart` starts it and feeds it. */
const port = parentPort;
const post = (message: ExportMessage) => port?.postMessage(message);

let taken: () => void = () => undefined;

function piecesOf(order: ExportOrder): AsyncIterable<Buffer> {
  if (order.of === "minutes") return minutesBytes(order.document, order);
  const { format, stored, paper } = order;
  const source = { ...stored, payload: snapshotPayloadSchema.parse(JSON.parse(stored.text)) };
  const share = (written: number) => post({ kind: "progress", share: written });
  return SNAPSHOT_FORMATS[format].write(source, { share, paper });
}

async function carryOut(order: ExportOrder): Promise<void> {
  for await (const piece of piecesOf(order)) {
    const isTaken = new Promise<void>((resolve) => {
      taken = resolve;
    });
    post({ kind: "piece", bytes: piece });
    await isTaken;
  }
}

port?.on("message", (message: ExportOrder | "taken") => {
  if (message === "taken") return taken();
  carryOut(message).then(
    () => post({ kind: "end" }),
    (error: unknown) => post({ kind: "failed", error }),
  );
});
