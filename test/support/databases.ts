import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { afterAll, afterEach, beforeEach, describe, inject } from "vitest";
import { openStore, type Place, type Store } from "../../db/store.ts";
import { TEMPLATE } from "./database-servers.ts";
import { embeddedPlace } from "./embedded-postgres.ts";
import { onPostgres } from "./postgres-server.ts";

/** 2026-04-20, 08:00 UTC: the instant of tests that name none. */
export const TEST_NOW = Date.UTC(2026, 3, 20, 8);
export const TEST_AUDIT_KEY = "the audit key of the tests";

export type OpenOptions = { readonly clock?: () => number; readonly auditKey?: string };

/** One kind of database under test. */
export type DatabaseUnderTest = {
  readonly name: string;
  readonly engine: "sqlite" | "postgres";
  /** Whether several stores can be open on it at once. */
  readonly shared: boolean;
  /** A store on an empty database of its own; it is closed when the test ends, or the group where no test has begun. */
  open(options?: OpenOptions): Promise<Store>;
  /** An empty database that several stores may be opened on, where `shared`. */
  place(): Promise<Place>;
  /** A store on a place made before; it is closed when the test ends. */
  openAt(place: Place, options?: OpenOptions): Promise<Store>;
};

type Kind = {
  readonly name: string;
  readonly engine: "sqlite" | "postgres";
  readonly shared: boolean;
  /** An empty place, and what gives it back after the test. */
  make(): Promise<{ place: Place; remove(): Promise<void> }>;
};

/** Runs a suite once on each kind of database that the product stands on. */
export function describeEachDatabase(name: string, suite: (database: DatabaseUnderTest) => void): void {
  for (const make of KINDS) {
    const kind = make();
    if (kind === null) continue;
    describe(`${name} [${kind.name}]`, () => suite(underTest(kind)));
  }
}

/**
 * Runs a suite once on each engine: for what stands above the database and takes long. PostgreSQL is the server where there
 * is one, since the embedded one takes several times as long; the suites of the database run on both.
 */
export function describeEachEngine(name: string, suite: (database: DatabaseUnderTest) => void): void {
  for (const kind of [sqliteInMemory(), postgresServer() ?? embeddedPostgres()]) {
    describe(`${name} [${kind.name}]`, () => suite(underTest(kind)));
  }
}

/** What a test opens ends with the test; what was opened before the first test ends with the group. */
function underTest(kind: Kind): DatabaseUnderTest {
  let ofTheGroup: (() => Promise<void>)[] = [];
  let undo: (() => Promise<void>)[] = [];
  const place = async () => {
    const made = await kind.make();
    undo.push(made.remove);
    return made.place;
  };
  const openAt = async (at: Place, options: OpenOptions = {}) => {
    const store = await openStore({ auditKey: TEST_AUDIT_KEY, clock: () => TEST_NOW, ...options, ...at });
    undo.push(store.close);
    return store;
  };
  beforeEach(() => {
    ofTheGroup = [...ofTheGroup, ...undo];
    undo = [];
  });
  afterEach(async () => {
    const steps = undo.reverse();
    undo = [];
    for (const step of steps) await step();
  });
  afterAll(async () => {
    for (const step of ofTheGroup.reverse()) await step();
  });
  const { name, engine, shared } = kind;
  return { name, engine, shared, place, openAt, open: async (options) => openAt(await place(), options) };
}

const KINDS: readonly (() => Kind | null)[] = [sqliteInMemory, sqliteInThreads, embeddedPostgres, postgresServer];

function sqliteInMemory(): Kind {
  const make = async () => ({ place: { memory: true } as const, remove: async () => undefined });
  return { name: "SQLite in memory", engine: "sqlite", shared: false, make };
}

function sqliteInThreads(): Kind {
  const make = async () => {
    const dataDir = mkdtempSync(join(tmpdir(), "plumbline-sqlite-"));
    return { place: { dataDir, threads: 2 }, remove: async () => rmSync(dataDir, { recursive: true, force: true }) };
  };
  return { name: "SQLite in threads", engine: "sqlite", shared: true, make };
}

/** One instance a worker, since it takes long to start; emptied for each test. */
let running: Promise<PGlite> | null = null;

function embeddedPostgres(): Kind {
  const make = async () => {
    running ??= PGlite.create({ loadDataDir: new Blob([readFileSync(inject("embeddedImage"))]) });
    const embedded = await running;
    await embedded.exec(EMPTY_ALL);
    return { place: embeddedPlace(embedded, true), remove: async () => undefined };
  };
  return { name: "embedded PostgreSQL", engine: "postgres", shared: false, make };
}

/**
 * Empties every table that holds rows, past the triggers that keep records; PostgreSQL only. Few rows are deleted, since to
 * truncate makes each table's files and those of its indexes anew.
 */
const EMPTY_ALL = `
  set session_replication_role = replica;
  do $$ declare named text; filled boolean; begin
    for named in select quote_ident(tablename) from pg_tables
      where schemaname = 'public' and tablename not like 'kysely%' loop
      if pg_relation_size(named::regclass) > 262144 then execute 'truncate ' || named || ' cascade'; end if;
      execute 'select exists (select 1 from ' || named || ')' into filled;
      if filled then execute 'delete from ' || named; end if;
    end loop;
  end $$;
  set session_replication_role = origin;
`;

/** Databases of the server that no test uses now; each is emptied before its next use. They end with the server. */
let free: readonly string[] = [];

function postgresServer(): Kind | null {
  const address = inject("postgresAddress");
  if (address === null) return null;
  const at = (database: string) => address.replace("DATABASE", database);
  const make = async () => {
    const [used, ...others] = free;
    free = others;
    const name = used ?? `test_${randomUUID().replaceAll("-", "")}`;
    if (used !== undefined) await onPostgres(at(used), EMPTY_ALL);
    else await onPostgres(at("postgres"), `create database ${name} template ${TEMPLATE}`);
    const remove = async () => {
      free = [...free, name];
    };
    return { place: { url: at(name) }, remove };
  };
  return { name: "PostgreSQL server", engine: "postgres", shared: true, make };
}
