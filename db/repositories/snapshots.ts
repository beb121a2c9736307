import type { Month } from "../../shared/domain/month.ts";
import type { SignedHead } from "../audit-chain.ts";
import { jsonAt, jsonCount } from "../dialect-differences.ts";
import { referencesTo } from "../references.ts";
import { insertRecords, type Reading, type Writing } from "../writing.ts";

/** A frozen state, without its payload. */
export type SnapshotEntry = {
  /** UUIDv7. */
  readonly id: string;
  readonly label: string;
  /** Code. */
  readonly unit: string;
  readonly fiscalYear: number;
  readonly period: Month;
  readonly asOf: number;
  readonly sha256: string;
  /** End of the audit chain when it was taken. */
  readonly head: SignedHead;
  /** Code of a person; null: the operator. */
  readonly by: string | null;
  readonly takenAt: number;
};

/** `payload` is canonical JSON, and `sha256` its hash. */
export type Snapshot = SnapshotEntry & { readonly payload: string };

/** What a list shows of a payload. */
export type SnapshotTitle = {
  readonly unit: { readonly code: string; readonly name: string; readonly kind: string };
  readonly headline: string;
  /** How many it holds. */
  readonly kpis: number;
};

/** Snapshots never change, so that they read the same at every moment. */
export function snapshotsReader({ db, engine }: Reading) {
  const entries = () =>
    db
      .selectFrom("snapshot as s")
      .innerJoin("unit as u", "u.id", "s.unit_id")
      .leftJoin("person as by", "by.id", "s.by_id")
      .select(["s.public_id as id", "s.label", "u.code as unit", "s.fiscal_year as fiscalYear", "s.period"])
      .select(["s.as_of as asOf", "s.sha256", "s.audit_seq as seq", "s.audit_hash as hash"])
      .select(["s.audit_signature as signature", "by.code as by", "s.taken_at as takenAt"]);
  return {
    /** Snapshots of units (null: of all), the newest first, at most so many. */
    list: async (units: readonly string[] | null, limit: number): Promise<SnapshotEntry[]> => {
      if (units?.length === 0) return [];
      const query = entries().orderBy("s.id", "desc").limit(limit);
      const rows = await (units === null ? query : query.where("u.code", "in", [...units])).execute();
      return rows.map(entryOf);
    },
    /** Found in the payloads by the database, since these take megabytes. */
    titles: async (ids: readonly string[]): Promise<Map<string, SnapshotTitle>> => {
      if (ids.length === 0) return new Map();
      const rows = await db
        .selectFrom("snapshot")
        .select([
          "public_id",
          jsonAt(engine, "payload", ["unit"]).as("unit"),
          jsonAt(engine, "payload", ["overview", "headline"]).as("headline"),
          jsonCount(engine, "payload", "kpis").as("kpis"),
        ])
        .where("public_id", "in", [...ids])
        .execute();
      return new Map(rows.map(({ public_id, unit, ...row }) => [public_id, { ...row, unit: JSON.parse(unit) }]));
    },
    find: async (id: string): Promise<Snapshot | null> => {
      const row = await entries().select("s.payload").where("s.public_id", "=", id).executeTakeFirst();
      return row === undefined ? null : { ...entryOf(row), payload: row.payload };
    },
  };
}

type EntryRow = Omit<SnapshotEntry, "period" | "head"> & SignedHead & { readonly period: string };

function entryOf({ id, label, unit, fiscalYear, period, asOf, sha256, by, takenAt, ...head }: EntryRow): SnapshotEntry {
  const { seq, hash, signature } = head;
  return {
    id,
    label,
    unit,
    fiscalYear,
    period: period as Month,
    asOf,
    sha256,
    head: { seq, hash, signature },
    by,
    takenAt,
  };
}

export function snapshotsWriter(writing: Writing) {
  return {
    add: async (snapshot: Snapshot): Promise<void> => {
      const units = await referencesTo(writing, "unit", [snapshot.unit]);
      const people = await referencesTo(writing, "person", [snapshot.by]);
      const row = {
        public_id: snapshot.id,
        label: snapshot.label,
        unit_id: units.of(snapshot.unit),
        fiscal_year: snapshot.fiscalYear,
        period: snapshot.period,
        as_of: snapshot.asOf,
        payload: snapshot.payload,
        sha256: snapshot.sha256,
        audit_seq: snapshot.head.seq,
        audit_hash: snapshot.head.hash,
        audit_signature: snapshot.head.signature,
        by_id: people.ofOptional(snapshot.by),
        taken_at: snapshot.takenAt,
      };
      await insertRecords(writing, "snapshot", [row]);
    },
  };
}
