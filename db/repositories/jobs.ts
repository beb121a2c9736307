import type { Selectable } from "kysely";
import type { Schema } from "../schema.ts";
import type { Reading } from "../writing.ts";

export type JobState = "waiting" | "running" | "done" | "failed" | "cancelled";

/** Work that outlives its call. `input` and `outcome` are JSON. */
export type Job = {
  readonly id: string;
  readonly kind: string;
  readonly state: JobState;
  /** 0 to 1. */
  readonly progress: number;
  readonly input: string;
  readonly outcome: string | null;
  readonly byId: number | null;
  readonly createdAt: number;
  readonly attempts: number;
  /** Not before this instant. */
  readonly runAfter: number;
  /** Why its last attempt failed. */
  readonly lastError: string | null;
};

/** How a job ended for good. */
export type JobEnd = {
  readonly state: "done" | "failed";
  readonly outcome: string | null;
  readonly error?: string;
};

export type NewJob = Pick<Job, "id" | "kind" | "input" | "byId"> & { readonly at: number; readonly runAfter?: number };

/** A server's claim on a job: it may work on it until `until`, and then another may. */
export type Lease = { readonly holder: string; readonly at: number; readonly until: number };

type JobRow = Selectable<Schema["job"]>;

/** Jobs are no record: they are written outside commands, and forgotten when they have served. */
export function jobsRepository({ db }: Pick<Reading, "db">) {
  const held = (id: string, holder: string) =>
    db.updateTable("job").where("public_id", "=", id).where("held_by", "=", holder).where("state", "=", "running");
  return {
    add: async (job: NewJob): Promise<void> => {
      await db.insertInto("job").values(newRow(job)).execute();
    },
    /** The same where no job has this id yet: of several servers that ask for it, one job is made. */
    addOnce: async (job: NewJob): Promise<void> => {
      await db
        .insertInto("job")
        .values(newRow(job))
        .onConflict((conflict) => conflict.column("public_id").doNothing())
        .execute();
    },
    find: async (id: string): Promise<Job | null> => {
      const row = await db.selectFrom("job").selectAll().where("public_id", "=", id).executeTakeFirst();
      return row === undefined ? null : jobOf(row);
    },
    claim: (kinds: readonly string[], lease: Lease) => claimJob(db, kinds, lease),
    /** Tells how far it is and prolongs the lease; false where the job was cancelled or lost to another server. */
    report: async (id: string, progress: number, { holder, until }: Lease): Promise<boolean> => {
      const result = await held(id, holder).set({ progress, held_until: until }).executeTakeFirst();
      return result.numUpdatedRows > 0n;
    },
    /** Ends the job; false where it was cancelled or lost to another server meanwhile. */
    finish: async (id: string, holder: string, { state, outcome, error }: JobEnd): Promise<boolean> => {
      const progress = state === "done" ? { progress: 1 } : {};
      const last = error === undefined ? {} : { last_error: error };
      const result = await held(id, holder)
        .set({ state, outcome, ...progress, ...last, held_until: null })
        .executeTakeFirst();
      return result.numUpdatedRows > 0n;
    },
    /** Gives the job back after an attempt that failed, for another not before `runAfter`. */
    postpone: async (id: string, holder: string, again: { runAfter: number; error: string }): Promise<boolean> => {
      const { runAfter, error } = again;
      const result = await held(id, holder)
        .set({ state: "waiting", held_by: null, held_until: null, run_after: runAfter, last_error: error })
        .executeTakeFirst();
      return result.numUpdatedRows > 0n;
    },
    ...jobKeeping(db),
  };
}

/** What is asked of jobs from outside their work. */
function jobKeeping(db: Reading["db"]) {
  return {
    /** The newest jobs, whatever became of them; those of some kinds where they are named. */
    list: async ({ limit, kinds }: { limit: number; kinds?: readonly string[] }): Promise<Job[]> => {
      const query = db.selectFrom("job").selectAll().orderBy("id", "desc").limit(limit);
      const asked = kinds === undefined ? query : query.where("kind", "in", [...kinds]);
      return (await asked.execute()).map(jobOf);
    },
    /** Begins a job that failed or was cancelled from its first attempt; false where it is neither. */
    restart: async (id: string, at: number): Promise<boolean> => {
      const result = await db
        .updateTable("job")
        .set({ state: "waiting", attempts: 0, progress: 0, run_after: at, held_by: null, held_until: null })
        .where("public_id", "=", id)
        .where("state", "in", ["failed", "cancelled"])
        .executeTakeFirst();
      return result.numUpdatedRows > 0n;
    },
    cancel: async (id: string): Promise<boolean> => {
      const result = await db
        .updateTable("job")
        .set({ state: "cancelled", held_until: null })
        .where("public_id", "=", id)
        .where("state", "in", ["waiting", "running"])
        .executeTakeFirst();
      return result.numUpdatedRows > 0n;
    },
    /** Forgets ended jobs that were made before an instant. */
    forget: async (before: number): Promise<void> => {
      await db
        .deleteFrom("job")
        .where("state", "in", ["done", "failed", "cancelled"])
        .where("created_at", "<", before)
        .execute();
    },
  };
}

function newRow({ id, kind, input, byId, at, runAfter }: NewJob) {
  const waiting = { state: "waiting", progress: 0, outcome: null, attempts: 0 } as const;
  const times = { created_at: at, run_after: runAfter ?? at, held_by: null, held_until: null, last_error: null };
  return { public_id: id, kind, input, by_id: byId, ...waiting, ...times };
}

/**
 * Takes the oldest job that is ready, or whose holder let its lease run out; null where there is none. One statement, so
 * that of several servers only one gets it.
 */
async function claimJob(
  db: Reading["db"],
  kinds: readonly string[],
  { holder, at, until }: Lease,
): Promise<Job | null> {
  const ready = db
    .selectFrom("job")
    .select("id")
    .where("kind", "in", [...kinds])
    .where((eb) =>
      eb.or([
        eb.and([eb("state", "=", "waiting"), eb("run_after", "<=", at)]),
        eb.and([eb("state", "=", "running"), eb("held_until", "<", at)]),
      ]),
    )
    .orderBy("id")
    .limit(1);
  const row = await db
    .updateTable("job")
    .set((eb) => ({ state: "running", held_by: holder, held_until: until, attempts: eb("attempts", "+", 1) }))
    .where("id", "=", ready)
    .where((eb) => eb.or([eb("state", "=", "waiting"), eb("held_until", "<", at)]))
    .returningAll()
    .executeTakeFirst();
  return row === undefined ? null : jobOf(row);
}

function jobOf(row: JobRow): Job {
  const { public_id: id, kind, state, progress, input, outcome, by_id: byId, attempts } = row;
  const times = { createdAt: Number(row.created_at), runAfter: Number(row.run_after) };
  return { id, kind, state, progress, input, outcome, byId, attempts, ...times, lastError: row.last_error };
}
