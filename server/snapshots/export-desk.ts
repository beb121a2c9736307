import { randomUUID } from "node:crypto";
import { createWriteStream, existsSync, mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ExportView, StartExportInput } from "../../shared/contracts/snapshot-exports.ts";
import { AppError } from "../../shared/domain/failures.ts";
import { may } from "../../shared/domain/permissions.ts";
import type { Actor } from "../access/actor.ts";
import type { Service } from "../service.ts";
import { exportApart } from "./export-apart.ts";
import { storedPack } from "./snapshots.service.ts";

/** Files that one person may have under way or waiting to be fetched. */
const MOST_EACH = 10;
/** After that a file is taken away, whether it was fetched or not. */
const KEPT = 3_600_000;

type Job = {
  readonly id: string;
  readonly owner: string;
  /** Of the snapshot. */
  readonly unit: string;
  readonly name: string;
  readonly file: string;
  readonly stop: AbortController;
  state: ExportView["state"];
  ahead: number;
  share: number;
  bytes: number | null;
};

/** Files under way by their number, of one running server: a restart forgets them, and they are asked for again. */
const desks = new WeakMap<Service["config"], Map<string, Job>>();

function deskOf({ config }: Service): Map<string, Job> {
  const desk = desks.get(config) ?? new Map<string, Job>();
  desks.set(config, desk);
  return desk;
}

const cleaned = new WeakSet<Service["config"]>();

/** Where files wait to be fetched. Emptied when the first is asked for: what a killed server left there is nobody's. */
function folderOf({ config }: Service): string {
  const folder = path.join(config.dataDir, "exports");
  if (!cleaned.has(config)) rmSync(folder, { recursive: true, force: true });
  cleaned.add(config);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

/** Begins to write a snapshot to a file, beside everything else; the answer names it and does not wait for it. */
export async function startExport(service: Service, actor: Actor, input: StartExportInput): Promise<ExportView> {
  const { snapshot, format, paper } = input;
  const { stored, name, unit } = await storedPack(actor, { id: snapshot, publicUrl: service.config.publicUrl });
  const desk = deskOf(service);
  const own = [...desk.values()].filter(({ owner }) => owner === actor.by);
  if (own.length >= MOST_EACH) throw new AppError("too-many-requests", { seconds: 60 });
  const id = randomUUID();
  const job: Job = {
    ...{ id, owner: actor.by, unit, name: `${name}${paper === "letter" ? "-letter" : ""}.${format}` },
    ...{ file: path.join(folderOf(service), id), stop: new AbortController() },
    ...{ state: "waiting", ahead: 0, share: 0, bytes: null },
  };
  desk.set(id, job);
  const pieces = exportApart({ format, stored, paper }, watchOf(job));
  void written(job, pieces).catch((error: unknown) => {
    rmSync(job.file, { force: true });
    if (job.stop.signal.aborted) return;
    job.state = "failed";
    service.log.error({ err: error, export: id }, "a file could not be written");
  });
  setTimeout(() => takeAway(desk, job), KEPT).unref();
  return viewOf(job);
}

function watchOf(job: Job) {
  return {
    signal: job.stop.signal,
    ahead: (others: number) => {
      job.ahead = others;
      if (others === 0) job.state = "writing";
    },
    share: (written: number) => {
      job.share = Math.max(job.share, Math.min(1, written));
    },
  };
}

async function written(job: Job, pieces: AsyncGenerator<Buffer>): Promise<void> {
  const to = createWriteStream(job.file, { mode: 0o600 });
  await pipeline(Readable.from(pieces), to, { signal: job.stop.signal });
  Object.assign(job, { state: "ready", share: 1, bytes: to.bytesWritten });
}

/** How far a file is. Only who asked for it can see it, and only while they may export the snapshot. */
export function readExport(service: Service, actor: Actor, { id }: { readonly id: string }): ExportView {
  return viewOf(jobFor(service, actor, id));
}

/** Stops a file under way, or takes a written one away: nothing of it is left. */
export function cancelExport(service: Service, actor: Actor, { id }: { readonly id: string }): void {
  takeAway(deskOf(service), jobFor(service, actor, id));
}

function takeAway(desk: Map<string, Job>, job: Job): void {
  desk.delete(job.id);
  job.stop.abort();
  rmSync(job.file, { force: true });
}

/** Where a written file lies, and what it is called. */
export function exportedFile(
  service: Service,
  actor: Actor,
  { id }: { readonly id: string },
): { readonly file: string; readonly name: string } {
  const { state, file, name } = jobFor(service, actor, id);
  if (state !== "ready" || !existsSync(file)) throw new AppError("not-found", { what: "file", code: id });
  return { file, name };
}

function jobFor(service: Service, actor: Actor, id: string): Job {
  const job = deskOf(service).get(id);
  if (job === undefined || job.owner !== actor.by || !may(actor.holder, "export-snapshot", job.unit)) {
    throw new AppError("not-found", { what: "file", code: id });
  }
  return job;
}

function viewOf({ id, name, state, ahead, share, bytes }: Job): ExportView {
  return { id, name, state, ahead, share, bytes };
}
