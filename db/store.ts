import { join } from "node:path";
import { type Dialect, Kysely } from "kysely";
import { AppError } from "../shared/domain/failures.ts";
import { type SignedHead, signHead } from "./audit-chain.ts";
import { type BackupSeal, backUpSqlite, restoreSqlite } from "./backup.ts";
import { type CommandEvent, type CommandSetting, runCommand, type Written } from "./command.ts";
import { outsideCommands } from "./command-scope.ts";
import { copyDatabase } from "./copy.ts";
import type { Engine } from "./dialect-differences.ts";
import { postgresDialect } from "./drivers/postgres-dialect.ts";
import { sqliteDialect } from "./drivers/sqlite-dialect.ts";
import { linksInThisThread, linksInThreads } from "./drivers/sqlite-links.ts";
import type { Moment } from "./in-force.ts";
import { keepingReadings } from "./keeping-readings.ts";
import { KeptReadings } from "./kept-readings.ts";
import { migrate } from "./migrate.ts";
import { rehearse } from "./rehearsal.ts";
import { type Readings, readingsOf, type Writings, writingsOf } from "./repositories.ts";
import type { Schema } from "./schema.ts";
import type { Verification } from "./verification.ts";
import { type VerifyOptions, verifyRecord } from "./verify.ts";

export type { SignedHead } from "./audit-chain.ts";
export type { CommandEvent, Written } from "./command.ts";
export type { Moment } from "./in-force.ts";
export type { Action, ActionSaying, ActionVersion } from "./repositories/actions.ts";
export type { ContextLink, ContextLinkTable, Need, Party, Risk } from "./repositories/context.ts";
export type { DatedChange } from "./repositories/dated-changes.ts";
export type { Deputy, HandOver, HandOverItems } from "./repositories/duties.ts";
export type { JudgedForecast, RecordedForecast, RecordedOutcome } from "./repositories/forecasts.ts";
export type { FiguresAnswer } from "./repositories/insight.ts";
export type { Job, JobEnd } from "./repositories/jobs.ts";
export type { ProcessPhase } from "./repositories/kpi-notes.ts";
export type { Review, ReviewInput } from "./repositories/meetings.ts";
export type { Confidence } from "./repositories/misses.ts";
export type { NoticeSetting, PersonNotice } from "./repositories/notices.ts";
export type { Objective, ObjectiveKpi } from "./repositories/objectives.ts";
export type { OrganisationRow } from "./repositories/organisation.ts";
export type { Grant, Person } from "./repositories/people.ts";
export type { NamedRevision } from "./repositories/result-lists.ts";
export type { Decision } from "./repositories/reviews.ts";
export type { OpenRevisions, Revision, RevisionSaying } from "./repositories/revisions.ts";
export type { Snapshot, SnapshotEntry, SnapshotTitle } from "./repositories/snapshots.ts";
export type { Training } from "./repositories/trainings.ts";
export type { Readings, Writings } from "./repositories.ts";
export type { Verification } from "./verification.ts";

/** Where the database is. */
export type Place =
  /** SQLite in this folder. With `threads` it runs in threads of its own: one that writes and so many that read. */
  | { readonly dataDir: string; readonly threads?: number }
  /** A PostgreSQL server. */
  | { readonly url: string; readonly onLost?: (error: Error) => void }
  /** SQLite that lives as long as the store. */
  | { readonly memory: true }
  /** A connection that the caller made. */
  | { readonly dialect: Dialect; readonly engine: Engine };

export type StoreOptions = Place & {
  /** Key of the audit chain; it is kept outside the database. */
  readonly auditKey: string;
  /** Milliseconds since 1970 UTC. */
  readonly clock: () => number;
};

/** Name of the database file in a data folder. */
export const DATABASE_FILE = "plumbline.sqlite";

/** All that the product remembers. Its own repositories read what is in force now. */
export type Store = Readings & {
  readonly engine: Engine;
  /** Names of the migrations that opening it ran. */
  readonly migrated: readonly string[];
  /** The records as they stood at a moment, by the same queries. */
  at(moment: Moment): Readings;
  /**
   * The records as they are now, for the reading of a view: what seldom changes is kept in memory and handed out again,
   * after a look at what was written meanwhile by whatever process. Nobody changes what it answers.
   */
  current(): Promise<Readings>;
  /**
   * The only way to write a record: one transaction, one audit event. Inside, only the store that `work` is given may be
   * used; one command never runs within another.
   */
  command<T>(event: CommandEvent, work: (store: Writings, written: Written) => Promise<T>): Promise<T>;
  /** Does `work` as a command would, lets `look` see the records after it, and takes all of it back. */
  rehearse<T>(work: (store: Writings) => Promise<unknown>, look: (after: Readings) => Promise<T>): Promise<T>;
  /** The database for the sign-in library, which keeps its own tables in it. */
  readonly signInDatabase: { readonly db: Kysely<Schema>; readonly type: Engine };
  /** Recomputes the whole record and names the first broken event or row. */
  verify(options?: VerifyOptions): Promise<Verification>;
  /** The end of the audit chain, signed: it goes into every backup and export. */
  signedHead(): Promise<SignedHead>;
  /** Copies a SQLite database to a file while it is in use; beside it stands its seal. */
  backUp(file: string): Promise<BackupSeal>;
  /** Throws where the database does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
};

/** Opens the database, creating or migrating it. A database of a newer version is refused. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { dialect, engine } = dialectOf(options);
  const db = new Kysely<Schema>({ dialect });
  try {
    const migrated = await migrate(db, engine);
    const setting = { db, engine, auditKey: options.auditKey, clock: options.clock };
    return storeOn(setting, { migrated, file: "dataDir" in options ? fileIn(options.dataDir) : null });
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

function dialectOf(place: Place): { dialect: Dialect; engine: Engine } {
  if ("dialect" in place) return place;
  if ("url" in place) {
    return { dialect: postgresDialect(place.url, place.onLost ?? (() => undefined)), engine: "postgres" };
  }
  if ("memory" in place) return { dialect: sqliteDialect(async () => linksInThisThread(":memory:")), engine: "sqlite" };
  const path = fileIn(place.dataDir);
  const threads = place.threads ?? 0;
  const open = threads > 0 ? () => linksInThreads(path, threads) : async () => linksInThisThread(path);
  return { dialect: sqliteDialect(open), engine: "sqlite" };
}

function fileIn(dataDir: string): string {
  return join(dataDir, DATABASE_FILE);
}

/**
 * Puts a backup into a data folder that holds no database, verified whole; a damaged one is refused and leaves nothing.
 */
export function restoreStore(
  file: string,
  to: { readonly dataDir: string; readonly auditKey: string },
): Promise<Verification> {
  return restoreSqlite(file, { dataDir: to.dataDir, name: DATABASE_FILE }, async (dataDir, heads) => {
    const store = await openStore({ dataDir, auditKey: to.auditKey, clock: Date.now });
    try {
      return await store.verify({ heads });
    } finally {
      await store.close();
    }
  });
}

/** Copies all of a store on SQLite into an empty one on PostgreSQL, for good; answers how much that was. */
export function copyStore(from: Store, to: Store): Promise<{ readonly tables: number; readonly rows: number }> {
  if (from.engine !== "sqlite" || to.engine !== "postgres") throw new AppError("backup-elsewhere");
  return copyDatabase(from.signInDatabase.db, to.signInDatabase.db);
}

function storeOn(
  setting: CommandSetting,
  { migrated, file: database }: { migrated: readonly string[]; file: string | null },
): Store {
  const { engine, auditKey } = setting;
  const db = setting.db.withPlugin(outsideCommands);
  const at = (moment: Moment) => readingsOf({ db, engine, moment });
  const kept = new KeptReadings();
  const current = keepingReadings(readingsOf({ db, engine, moment: "now", kept }), kept);
  return {
    ...at("now"),
    current: async () => {
      await kept.lookUp(db);
      return current;
    },
    engine,
    migrated,
    at,
    command: (event, work) => runCommand(setting, event, (writing, written) => work(writingsOf(writing), written)),
    rehearse: (work, look) => rehearse(setting, work, look),
    verify: (options) => verifyRecord(setting, options),
    signedHead: async () => signHead(auditKey, await at("now").audit.head()),
    backUp: async (file) => {
      if (database === null) throw new AppError("backup-elsewhere");
      return backUpSqlite(database, file, auditKey);
    },
    signInDatabase: { db, type: engine },
    ping: async () => void (await db.selectFrom("audit_event").select("seq").limit(1).execute()),
    close: () => setting.db.destroy(),
  };
}
