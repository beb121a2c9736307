import { randomUUID } from "node:crypto";
import type { Job, JobEnd, Store } from "../../db/store.ts";
import { AppError } from "../../shared/domain/failures.ts";
import type { Log } from "../log.ts";

const POLL = 5_000;
const LEASE = 60_000;
const BEAT = 15_000;
const ATTEMPTS = 5;
/** Before the second attempt; four times as long before each further one. */
const FIRST_PAUSE = 60_000;
const LONGEST_ERROR = 2_000;

/** What a job is given beside its input. */
export interface JobRun {
  readonly input: unknown;
  /** Aborts when the job is cancelled, lost to another server, or the server stops. */
  readonly signal: AbortSignal;
  /** 0 to 1. */
  progress(share: number): void;
}

/** Does the work of one kind of job; what it answers is kept as the outcome. */
export type JobHandler = (run: JobRun) => Promise<unknown>;

interface Ground {
  readonly store: Store;
  readonly log: Log;
  readonly now: () => number;
  readonly handlers: Readonly<Record<string, JobHandler>>;
  /** Milliseconds between looks for work. */
  readonly poll?: number;
}

export interface JobRunner {
  /** Looks for work now instead of at the next turn. */
  look(): void;
  /** Takes no new job and tells the running one to end. */
  stop(): Promise<void>;
}

/**
 * Works off the jobs in the database, one at a time. A job is held by a lease: that of a server that died goes to the
 * next one. What fails is tried again, five times in all, after 1, 4, 16 and 64 minutes.
 */
export function startJobs(ground: Ground): JobRunner {
  const holder = randomUUID();
  const stopping = new AbortController();
  let wake: () => void = () => undefined;
  const turn = async () => {
    while (!stopping.signal.aborted) {
      const worked = await workOnce(ground, holder, stopping.signal).catch((error: unknown) => {
        ground.log.error({ err: error }, "jobs could not be looked for");
        return false;
      });
      if (!worked) await pause(ground.poll ?? POLL, stopping.signal, (resume) => (wake = resume));
    }
  };
  const done = turn();
  return {
    look: () => wake(),
    stop: async () => {
      stopping.abort();
      await done;
    },
  };
}

function pause(milliseconds: number, stopped: AbortSignal, keep: (resume: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    const resume = () => {
      clearTimeout(timer);
      stopped.removeEventListener("abort", resume);
      resolve();
    };
    const timer = setTimeout(resume, milliseconds);
    keep(resume);
    stopped.addEventListener("abort", resume);
    if (stopped.aborted) resume();
  });
}

/** Whether there was a job to do. */
async function workOnce(ground: Ground, holder: string, stopped: AbortSignal): Promise<boolean> {
  const { store, now, handlers } = ground;
  const job = await store.jobs.claim(Object.keys(handlers), { holder, at: now(), until: now() + LEASE });
  if (job === null) return false;
  const end = job.attempts > ATTEMPTS ? LOST : await carryOut(ground, { job, holder, stopped });
  if (end === null) return true;
  if ("runAfter" in end) await store.jobs.postpone(job.id, holder, end);
  else await store.jobs.finish(job.id, holder, end);
  return true;
}

const LOST = {
  state: "failed",
  outcome: null,
  error: "Every server that took it up ended before it was done.",
} as const;
type Held = { readonly job: Job; readonly holder: string; readonly stopped: AbortSignal };

/**
 * How the job ended, or when it is tried again; null where it was cancelled, lost or interrupted by the server's stop:
 * then another takes it up.
 */
async function carryOut({ store, log, now, handlers }: Ground, { job, holder, stopped }: Held) {
  const lost = new AbortController();
  const signal = AbortSignal.any([lost.signal, stopped]);
  let progress = job.progress;
  const beat = setInterval(() => {
    const lease = { holder, at: now(), until: now() + LEASE };
    store.jobs.report(job.id, progress, lease).then(
      (isHeld) => isHeld || lost.abort(),
      (error: unknown) => log.error({ err: error, job: job.id }, "a job's progress could not be told"),
    );
  }, BEAT);
  try {
    const outcome = await handlers[job.kind]?.({
      input: JSON.parse(job.input),
      signal,
      progress: (share) => {
        progress = share;
      },
    });
    return signal.aborted ? null : ({ state: "done", outcome: JSON.stringify(outcome ?? null) } as const);
  } catch (error) {
    if (signal.aborted) return null;
    log.error({ err: error, job: job.id, kind: job.kind, attempt: job.attempts }, "a job failed");
    return afterFailure(job, { error, now: now() });
  } finally {
    clearInterval(beat);
  }
}

/** A refusal stays one; what else went wrong is tried again, each time after a longer pause. */
function afterFailure(
  { attempts }: Job,
  { error, now }: { readonly error: unknown; readonly now: number },
): JobEnd | { readonly runAfter: number; readonly error: string } {
  const text = (error instanceof Error ? error.message : String(error)).slice(0, LONGEST_ERROR);
  const isFinal = error instanceof AppError || attempts >= ATTEMPTS;
  if (isFinal) return { state: "failed", outcome: null, error: text };
  return { runAfter: now + FIRST_PAUSE * 4 ** (attempts - 1), error: text };
}
