import { type InferResult, sql } from "kysely";
import type { Month } from "../../shared/domain/month.ts";
import { inForce } from "../in-force.ts";
import type { Reading } from "../writing.ts";
import { type Revision, revisionOf } from "./revisions.ts";

/** A revision with the codes of what it is about. */
export type NamedRevision = Revision & {
  readonly kpi: number;
  readonly kpiCode: string;
  readonly unit: number;
  readonly unitCode: string;
  /** Code of the person; null for the operator. */
  readonly byCode: string | null;
  /** Sequence of the audit event that wrote it. */
  readonly event: number;
};

export type ListQuestion = {
  /** Null for all. */
  readonly units: readonly number[] | null;
  readonly kpis: readonly number[] | null;
  readonly from: Month | null;
  readonly to: Month | null;
  readonly limit: number;
  /** The last measurement of the page before. */
  readonly after: { readonly assignment: number; readonly period: Month } | null;
};

function named({ db }: Reading) {
  return db
    .selectFrom("measurement as m")
    .innerJoin("assignment as a", "a.id", "m.assignment_id")
    .innerJoin("kpi as k", "k.id", "a.kpi_id")
    .innerJoin("unit as u", "u.id", "a.unit_id")
    .leftJoin("person as p", "p.id", "m.by_id")
    .selectAll("m")
    .select(["a.kpi_id", "k.code as kpi_code", "a.unit_id", "u.code as unit_code", "p.code as by_code"]);
}

type NamedRow = InferResult<ReturnType<typeof named>>[number];

function namedRevision(row: NamedRow): NamedRevision {
  return {
    ...revisionOf(row),
    kpi: row.kpi_id,
    kpiCode: row.kpi_code,
    unit: row.unit_id,
    unitCode: row.unit_code,
    byCode: row.by_code,
    event: row.event,
  };
}

/** Counting revisions, page by page, in the order of assignments and periods. */
export async function listCounting(reading: Reading, question: ListQuestion): Promise<NamedRevision[]> {
  const { units, kpis, from, to, after, limit } = question;
  if (units?.length === 0 || kpis?.length === 0) return [];
  const rows = await named(reading)
    .where(inForce("m", reading.moment))
    .where("m.counts", "=", 1)
    .$if(units !== null, (query) => query.where("a.unit_id", "in", units ?? []))
    .$if(kpis !== null, (query) => query.where("a.kpi_id", "in", kpis ?? []))
    .$if(from !== null, (query) => query.where("m.period", ">=", from ?? ""))
    .$if(to !== null, (query) => query.where("m.period", "<=", to ?? ""))
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(m.assignment_id, m.period) > (${after?.assignment ?? 0}, ${after?.period ?? ""})`),
    )
    .orderBy("m.assignment_id")
    .orderBy("m.period")
    .limit(limit)
    .execute();
  return rows.map(namedRevision);
}

export type OpenOfUnit = {
  readonly unit: number;
  /** Left out: all. */
  readonly kpis?: readonly number[];
  readonly periods: readonly Month[];
};

/** What is open of a unit's measurements in these periods: counting and pending revisions. */
export async function readOpenOfUnit(reading: Reading, { unit, kpis, periods }: OpenOfUnit): Promise<NamedRevision[]> {
  if (periods.length === 0 || kpis?.length === 0) return [];
  const rows = await named(reading)
    .where(inForce("m", reading.moment))
    .where("a.unit_id", "=", unit)
    .$if(kpis !== undefined, (query) => query.where("a.kpi_id", "in", kpis ?? []))
    .where("m.period", "in", periods)
    .orderBy("m.period")
    .orderBy("m.n")
    .execute();
  return rows.map(namedRevision);
}

export type HistoryScope = {
  readonly kpi: number;
  readonly units: readonly number[];
  readonly from: Month;
  readonly to: Month;
  readonly limit: number;
};

/**
 * Every revision of a KPI at these units up to the moment: the newest period first, in it unit by unit, and of each the
 * newest revision first.
 */
export async function readHistory(reading: Reading, scope: HistoryScope): Promise<NamedRevision[]> {
  const { moment } = reading;
  if (scope.units.length === 0) return [];
  const rows = await named(reading)
    .where("a.kpi_id", "=", scope.kpi)
    .where("a.unit_id", "in", scope.units)
    .where("m.period", ">=", scope.from)
    .where("m.period", "<=", scope.to)
    .$if(moment !== "now", (query) => query.where("m.recorded_from", "<=", moment === "now" ? 0 : moment))
    .orderBy("m.period", "desc")
    .orderBy("u.code")
    .orderBy("m.n", "desc")
    .limit(scope.limit)
    .execute();
  return rows.map(namedRevision);
}

/** The measurements with a submission that waits, of these units in these periods (null: in all). */
export async function readWaiting(
  reading: Reading,
  { units, periods }: { readonly units: readonly number[]; readonly periods: readonly Month[] | null },
): Promise<NamedRevision[]> {
  if (units.length === 0 || periods?.length === 0) return [];
  const rows = await named(reading)
    .where(inForce("m", reading.moment))
    // A literal, so that the index of what is pending serves.
    .where("m.counts", "=", sql.lit(0))
    .where("m.state", "=", "submitted")
    .where("a.unit_id", "in", units)
    .$if(periods !== null, (query) => query.where("m.period", "in", periods ?? []))
    .orderBy("m.assignment_id")
    .orderBy("m.period")
    .execute();
  return rows.map(namedRevision);
}

/** The newest period with a counting report of a KPI at a unit; null where there is none. */
export async function findNewestPeriod(
  { db, moment }: Reading,
  { kpi, unit }: { readonly kpi: number; readonly unit: number },
): Promise<Month | null> {
  const row = await db
    .selectFrom("measurement as m")
    .innerJoin("assignment as a", "a.id", "m.assignment_id")
    .select("m.period")
    .where(inForce("m", moment))
    .where("m.counts", "=", 1)
    .where("m.kind", "<>", "missing")
    .where("a.kpi_id", "=", kpi)
    .where("a.unit_id", "=", unit)
    .orderBy("m.period", "desc")
    .limit(1)
    .executeTakeFirst();
  return (row?.period as Month | undefined) ?? null;
}

/** Restatements that count, oldest period first, with the instant from which they do. */
export async function readRestatements(
  { db, moment }: Reading,
  { kpi, units }: { readonly kpi: number; readonly units: readonly number[] },
): Promise<{ readonly period: Month; readonly at: number }[]> {
  if (units.length === 0) return [];
  const rows = await db
    .selectFrom("measurement as m")
    .innerJoin("assignment as a", "a.id", "m.assignment_id")
    .select(["m.period", "m.recorded_from as at"])
    .where(inForce("m", moment))
    .where("m.counts", "=", 1)
    .where("m.restatement", "=", 1)
    .where("a.kpi_id", "=", kpi)
    .where("a.unit_id", "in", units)
    .orderBy("m.period")
    .orderBy("m.recorded_from")
    .execute();
  return rows.map(({ period, at }) => ({ period: period as Month, at }));
}

/** When the newest counting revision of a period was recorded; null where there is none. */
export async function findNewestEntry(
  { db, moment }: Reading,
  { kpi, units, period }: { readonly kpi: number; readonly units: readonly number[]; readonly period: Month },
): Promise<number | null> {
  if (units.length === 0) return null;
  const row = await db
    .selectFrom("measurement as m")
    .innerJoin("assignment as a", "a.id", "m.assignment_id")
    .select((on) => on.fn.max("m.recorded_from").as("at"))
    .where(inForce("m", moment))
    .where("m.counts", "=", 1)
    .where("m.period", "=", period)
    .where("a.kpi_id", "=", kpi)
    .where("a.unit_id", "in", units)
    .executeTakeFirst();
  return row?.at ?? null;
}
