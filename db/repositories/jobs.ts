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
    finish: async (
      id: string,
      holder: string,
      end: { state: "done" | "failed"; outcome: string | null },
    ): Promise<boolean> => {
      const progress = end.state === "done" ? { progress: 1 } : {};
      const result = await held(id, holder)
        .set({ ...end, ...progress, held_until: null })
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
  const times = { created_at: at, run_after: runAfter ?? at, held_by: null, held_until: null };
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
  const { public_id: id, kind, state, progress, input, outcome, by_id: byId, created_at: createdAt, attempts } = row;
  return { id, kind, state, progress, input, outcome, byId, createdAt, attempts };
}
