import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { z } from "zod";
import { snapshotHeadSchema, snapshotListInput, takeSnapshotInput } from "../../shared/contracts/snapshots.ts";
import { AppError } from "../../shared/domain/failures.ts";
import { PAPER_NAMES } from "../../shared/domain/paper-name.ts";
import { SEALED_FORMATS } from "../../shared/files/sealed-format.ts";
import type { Actor } from "../access/actor.ts";
import { exportedFile } from "../snapshots/export-desk.ts";
import { SNAPSHOT_FORMATS } from "../snapshots/snapshot-formats.ts";
import { listSnapshots, storedPack, takeSnapshot } from "../snapshots/snapshots.service.ts";
import { apiRoute } from "./api-route.ts";
import { once } from "./idempotency.ts";
import { sendApart } from "./send-apart.ts";

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
    const { id, format: asked } = z.object({ id: z.uuid(), format: z.string() }).parse(params);
    const format = SEALED_FORMATS.find((known) => known === asked);
    if (format === undefined) throw new AppError("not-found", { what: "format" });
    const { stored, name } = await storedPack(actor, { id, publicUrl: service.config.publicUrl });
    const called = { name: `${name}.${format}`, type: SNAPSHOT_FORMATS[format].type };
    await sendApart(response, { order: { format, stored, paper }, called });
    return null;
  },
});

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
