import type { Kysely } from "kysely";
import { BEFORE_FIRST, hashOfEvent, RowDigest, type UnhashedEvent } from "./audit-chain.ts";
import { keepCells } from "./cells/keep-cells.ts";
import { insideCommand, refuseInsideCommand } from "./command-scope.ts";
import { asAppError, becomeOnlyWriter, type Engine } from "./dialect-differences.ts";
import type { Schema } from "./schema.ts";
import { insertRecords, RecordIds, type Writing } from "./writing.ts";

/** What the audit trail says of a command. Codes only: no name and no e-mail address. */
export type CommandEvent = {
  /** Code of the person, or `operator`, or `system`. */
  readonly actor: string;
  /** A verb of the product, for instance `result-submitted`. */
  readonly command: string;
  /** Kind of the thing changed, and its code; empty for commands on many. */
  readonly entity: string;
  readonly entityCode?: string;
  /** The unit it concerns, for the rights of the reader; left out for the whole organisation. */
  readonly unitCode?: string | null;
  /** What stood before and what stands after: anything that JSON can say. */
  readonly before?: unknown;
  readonly after?: unknown;
  readonly reason?: string | null;
};

/** The audit event of a running command. */
export type Written = {
  readonly event: number;
  readonly at: number;
  /** Adds to the event what is known only after the work. */
  describe(more: Partial<CommandEvent>): void;
  /** Leaves no event, where the command turned out to change nothing. Refused once a record has been written. */
  leaveNoEvent(): void;
};

export type CommandSetting = {
  readonly db: Kysely<Schema>;
  readonly engine: Engine;
  readonly auditKey: string;
  readonly clock: () => number;
};

/**
 * Runs `work` as the only writer of records, in one transaction with its audit event. The event's instant is after
 * every earlier one's, also when the clock was set back. An error leaves nothing behind.
 */
export async function runCommand<T>(
  setting: CommandSetting,
  event: CommandEvent,
  work: (writing: Writing, written: Written) => Promise<T>,
): Promise<T> {
  refuseInsideCommand();
  try {
    return await setting.db.transaction().execute(async (trx) => {
      await becomeOnlyWriter(trx, setting.engine);
      return insideCommand(() => commandWithin({ ...setting, db: trx }, event, work));
    });
  } catch (error) {
    throw asAppError(error);
  }
}

async function commandWithin<T>(
  setting: CommandSetting,
  event: CommandEvent,
  work: (writing: Writing, written: Written) => Promise<T>,
): Promise<T> {
  const { db, engine, clock } = setting;
  const head = await headOf(db);
  const seq = head.seq + 1;
  const at = Math.max(Math.trunc(clock()), head.at + 1);
  const ids = new RecordIds(db);
  const digest = new RowDigest();
  let told: CommandEvent | null = event;
  const writing: Writing = {
    ...{ db, engine, moment: "now", event: seq, at },
    takeIds: (table, count) => ids.take(table, count),
    written: (table, texts) => digest.add(table, texts),
    besides: new Map(),
  };
  const result = await work(writing, {
    event: seq,
    at,
    describe: (more) => {
      told = { ...event, ...told, ...more };
    },
    leaveNoEvent: () => {
      told = null;
    },
  });
  if (told !== null) for (const { table, row } of writing.besides.values()) await insertRecords(writing, table, [row]);
  const touched = ids.touched();
  await keepCells(writing, new Map(touched));
  const place = { seq, at, previousHash: head.hash };
  if (told !== null) await appendEvent(setting, place, { event: told, ...digest.finish() });
  else if (touched.length > 0) throw new Error("a command that writes records has an event");
  return result;
}

async function headOf(db: Kysely<Schema>): Promise<{ seq: number; at: number; hash: string }> {
  const newest = await db
    .selectFrom("audit_event")
    .select(["seq", "at", "hash"])
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
  return newest ?? { seq: 0, at: 0, hash: BEFORE_FIRST };
}

async function appendEvent(
  { db, auditKey }: CommandSetting,
  place: { seq: number; at: number; previousHash: string },
  { event, digest, rows }: { event: CommandEvent; digest: string; rows: string },
): Promise<void> {
  const unhashed: UnhashedEvent = {
    seq: place.seq,
    at: place.at,
    actor: event.actor,
    command: event.command,
    entity: event.entity,
    entity_code: event.entityCode ?? "",
    unit_code: event.unitCode ?? null,
    before: jsonOrNull(event.before),
    after: jsonOrNull(event.after),
    reason: event.reason ?? null,
    digest,
    rows,
    previous_hash: place.previousHash,
  };
  const hash = hashOfEvent(auditKey, unhashed);
  await db
    .insertInto("audit_event")
    .values({ ...unhashed, hash })
    .execute();
}

function jsonOrNull(value: unknown): string | null {
  return value === undefined || value === null ? null : JSON.stringify(value);
}
