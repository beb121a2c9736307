import type { Job } from "../../db/store.ts";
import type { JobView } from "../../shared/contracts/notices.ts";
import { AppError } from "../../shared/domain/failures.ts";
import { jobOutcomeText, jobTitle } from "../../shared/text/job-text.ts";
import type { Actor } from "../access/actor.ts";
import { permit } from "../access/permit.ts";

const SHOWN = 200;

/** The newest jobs and what became of them. */
export async function listJobs({ store }: Actor): Promise<{ jobs: JobView[] }> {
  const names = new Map((await store.people.list()).map(({ code, name }) => [code, name]));
  const jobs = await store.jobs.list({ limit: SHOWN });
  return { jobs: jobs.map((job) => jobView(job, (code) => names.get(code) ?? code)) };
}

function jobView(job: Job, nameOf: (code: string) => string): JobView {
  const { id, kind, state, progress, attempts, lastError } = job;
  const { person } = JSON.parse(job.input) as { person?: string };
  const outcome: unknown = job.outcome === null ? null : JSON.parse(job.outcome);
  return {
    ...{ id, kind, state, progress, attempts, lastError },
    title: jobTitle(kind, person === undefined ? null : nameOf(person)),
    createdAt: new Date(job.createdAt).toISOString(),
    nextAt: state === "waiting" ? new Date(job.runAfter).toISOString() : null,
    outcome: jobOutcomeText(kind, outcome),
  };
}

/** Cancels a job that waits or runs; one that runs ends within a quarter of a minute. */
export async function cancelJob(actor: Actor, id: string): Promise<void> {
  await record(actor, "job-cancelled", id);
  if (!(await actor.store.jobs.cancel(id))) throw new AppError("not-found", { what: "job under way", code: id });
}

/** Begins a job that failed or was cancelled anew. */
export async function restartJob(actor: Actor, id: string): Promise<void> {
  await record(actor, "job-restarted", id);
  if (!(await actor.store.jobs.restart(id, actor.now()))) {
    throw new AppError("not-found", { what: "job that has ended without success", code: id });
  }
}

async function record(actor: Actor, command: string, id: string): Promise<void> {
  const job = await actor.store.jobs.find(id);
  if (job === null) throw new AppError("not-found", { what: "job", code: id });
  const event = { actor: actor.by, command, entity: "job", entityCode: id, after: { kind: job.kind } };
  await actor.store.command(event, (store) => permit(store, actor, { action: "change-settings", unit: null }));
}
