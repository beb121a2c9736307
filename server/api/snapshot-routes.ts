import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { z } from "zod";
import { snapshotHeadSchema, snapshotListInput, takeSnapshotInput } from "../../shared/contracts/snapshots.ts";
import { AppError } from "../../shared/domain/failures.ts";
import { PAPER_NAMES } from "../../shared/files/paper-name.ts";
import { SEALED_FORMATS } from "../../shared/files/sealed-format.ts";
import type { Actor } from "../access/actor.ts";
import { exportApart } from "../snapshots/export-apart.ts";
import { exportedFile } from "../snapshots/export-desk.ts";
import { SNAPSHOT_FORMATS } from "../snapshots/snapshot-formats.ts";
import { listSnapshots, storedPack, takeSnapshot } from "../snapshots/snapshots.service.ts";
import { apiRoute } from "./api-route.ts";
import { once } from "./idempotency.ts";

const TYPES = Object.values(SNAPSHOT_FORMATS).map(({ type }) => type.split(";")[0] ?? type);

export const takeSnapshotRoute = apiRoute({
  name: "POST /api/v1/snapshots",
  summary: "Freezes a unit's period. An Idempotency-Key makes a retry safe.",
  body: takeSnapshotInput,
  answers: { 201: snapshotHeadSchema },
  handle: (call) => {
    const carryOut = async (actor: Actor) => ({ status: 201, body: await takeSnapshot(actor, call.body) });
    return once(call, { carryOut }, JSON.stringify(call.body));
  },
});

export const snapshotsRoute = apiRoute({
  name: "GET /api/v1/snapshots",
  summary: "Snapshots that the key may read, the newest first.",
  query: z.object({ unit: snapshotListInput.shape.unit, limit: z.coerce.number().int().min(1).max(200).optional() }),
  answers: { 200: z.object({ snapshots: z.array(snapshotHeadSchema) }) },
  handle: async ({ actor, query }) => ({ status: 200, body: await listSnapshots(actor, query) }),
});

export const snapshotFileRoute = apiRoute({
  name: "GET /api/v1/snapshots/:id.:format",
  summary: `A snapshot as a file: ${Object.keys(SNAPSHOT_FORMATS).join(", ")}. A PDF for A4, or for Letter where asked.`,
  query: z.object({ paper: z.enum(PAPER_NAMES).optional() }),
  answers: { 200: null },
  media: { answer: TYPES },
  handle: async ({ actor, service, query: { paper }, params, exchange: { response } }) => {
    const { id, format: name } = z.object({ id: z.uuid(), format: z.string() }).parse(params);
    const format = SEALED_FORMATS.find((known) => known === name);
    if (format === undefined) throw new AppError("not-found", { what: "format" });
    const { stored, name: called } = await storedPack(actor, { id, publicUrl: service.config.publicUrl });
    const gone = new AbortController();
    response.once("close", () => gone.abort());
    const pieces = exportApart({ format, stored, paper }, { signal: gone.signal });
    // Until the first piece is there a failure can still be told as one.
    const first = await pieces.next().catch(nullWhen(gone.signal));
    if (first === null) return null;
    response.status(200).set("Cache-Control", "private, no-cache").type(SNAPSHOT_FORMATS[format].type);
    response.attachment(`${called}.${format}`);
    if (first.done !== true) response.write(first.value);
    await pipeline(Readable.from(pieces), response);
    return null;
  },
});

/** Whoever left needs no answer. */
function nullWhen(gone: AbortSignal): (error: unknown) => null {
  return (error) => {
    if (!gone.aborted) throw error;
    return null;
  };
}

export const exportedFileRoute = apiRoute({
  name: "GET /api/v1/exports/:id",
  summary: "A file that a person asked for on the screen and that is written, for an hour.",
  answers: { 200: null },
  media: { answer: TYPES },
  handle: async ({ actor, service, params, exchange: { response } }) => {
    const { id } = z.object({ id: z.uuid() }).parse(params);
    const { file, name } = exportedFile(service, actor, { id });
    response.status(200).set("Cache-Control", "private, no-cache").attachment(name);
    await pipeline(createReadStream(file), response);
    return null;
  },
});
