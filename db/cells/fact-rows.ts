import { type RawBuilder, type SqlBool, sql } from "kysely";
import { decimalOfNumber, ONE } from "../../shared/domain/decimal.ts";
import type { Fact } from "../../shared/domain/figure.ts";
import type { Month } from "../../shared/domain/month.ts";
import { type Target, targetOfRecord } from "../../shared/domain/target.ts";
import { inForce } from "../in-force.ts";
import type { Schema } from "../schema.ts";
import type { Reading } from "../writing.ts";
import type { UnitKey } from "./unit-trees.ts";

export type FactsScope = {
  readonly kpis: readonly number[];
  /** In order of time. */
  readonly months: readonly Month[];
  /** Null for all. */
  readonly units: readonly UnitKey[] | null;
};

/** Where a fact stands. */
type Place = { readonly kpi: number; readonly unit: UnitKey };
type Assigned = Place & { readonly from: string; readonly to: string | null; readonly isNotApplicable: boolean };
type Report = Place & { readonly period: Month; readonly fact: Fact };
type SetTarget = Place & { readonly month: Month; readonly target: Target };
type Deviation = Place & { readonly from: string; readonly until: string; readonly target: Target };

type Span = { readonly first: Month; readonly last: Month };

function spanOf({ months }: FactsScope): Span | null {
  const [first, last] = [months[0], months.at(-1)];
  return first === undefined || last === undefined ? null : { first, last };
}

/** Whether a row of `table` is about these KPIs and units. */
function isInScope(table: string, { kpis, units }: FactsScope): RawBuilder<SqlBool> {
  if (kpis.length === 0 || units?.length === 0) return sql<SqlBool>`1 = 0`;
  const ofKpis = sql<SqlBool>`${sql.ref(`${table}.kpi_id`)} in (${sql.join(kpis)})`;
  if (units === null) return ofKpis;
  return sql<SqlBool>`${ofKpis} and ${sql.ref(`${table}.unit_id`)} in (${sql.join(units.map(Number))})`;
}

/** The terms of assignments that touch these months, an earlier one before the later one that takes its place. */
export async function eachAssigned({ db, moment }: Reading, scope: FactsScope, take: (row: Assigned) => void) {
  const span = spanOf(scope);
  if (span === null) return;
  const rows = await db
    .selectFrom("assignment as a")
    .innerJoin("assignment_term as t", "t.assignment_id", "a.id")
    .select(["a.kpi_id", "a.unit_id", "t.from_month", "t.to_month", "t.not_applicable_reason"])
    .where(inForce("t", moment))
    .where("t.withdrawn", "=", 0)
    .where("t.from_month", "<=", span.last)
    .where((on) => on.or([on("t.to_month", "is", null), on("t.to_month", ">=", span.first)]))
    .where(isInScope("a", scope))
    .orderBy("t.from_month")
    .execute();
  for (const row of rows) {
    const isNotApplicable = row.not_applicable_reason !== null;
    take({ kpi: row.kpi_id, unit: String(row.unit_id), from: row.from_month, to: row.to_month, isNotApplicable });
  }
}

/** The counting reports of the months from the first to the last of the scope. */
export async function eachReport({ db, moment }: Reading, scope: FactsScope, take: (row: Report) => void) {
  const span = spanOf(scope);
  if (span === null) return;
  const rows = await db
    .selectFrom("assignment as a")
    .innerJoin("measurement as m", "m.assignment_id", "a.id")
    .select(["a.kpi_id", "a.unit_id", "m.period", "m.kind", "m.value", "m.numerator", "m.denominator"])
    .where(inForce("m", moment))
    .where("m.counts", "=", 1)
    .where("m.period", ">=", span.first)
    .where("m.period", "<=", span.last)
    .where(isInScope("a", scope))
    .execute();
  for (const row of rows) {
    take({ kpi: row.kpi_id, unit: String(row.unit_id), period: row.period as Month, fact: factOf(row) });
  }
}

/** What a revision says: a value stands as a numerator over 1. */
export function factOf(row: Pick<Schema["measurement"], "kind" | "value" | "numerator" | "denominator">): Fact {
  if (row.kind !== "number") return { kind: row.kind };
  if (row.value !== null) return { kind: "number", numer: decimalOfNumber(row.value), denom: ONE };
  return { kind: "number", numer: decimalOfNumber(row.numerator ?? 0), denom: decimalOfNumber(row.denominator ?? 0) };
}

/** The explicit targets of the months from the first to the last of the scope. */
export async function eachTarget({ db, moment }: Reading, scope: FactsScope, take: (row: SetTarget) => void) {
  const span = spanOf(scope);
  if (span === null) return;
  const rows = await db
    .selectFrom("target as a")
    .select(["a.kpi_id", "a.unit_id", "a.month", "a.value", "a.low", "a.high", "a.share"])
    .where(inForce("a", moment))
    .where("a.withdrawn", "=", 0)
    .where("a.month", ">=", span.first)
    .where("a.month", "<=", span.last)
    .where(isInScope("a", scope))
    .execute();
  for (const row of rows) {
    const target = targetOfRecord(row);
    if (target !== null) take({ kpi: row.kpi_id, unit: String(row.unit_id), month: row.month as Month, target });
  }
}

/** Accepted deviations that touch these months, an earlier one before the later one that takes its place. */
export async function eachDeviation({ db, moment }: Reading, scope: FactsScope, take: (row: Deviation) => void) {
  const span = spanOf(scope);
  if (span === null) return;
  const rows = await db
    .selectFrom("accepted_deviation as a")
    .select(["a.kpi_id", "a.unit_id", "a.from_month", "a.until_month", "a.value", "a.low", "a.high"])
    .where(inForce("a", moment))
    .where("a.withdrawn", "=", 0)
    .where("a.from_month", "<=", span.last)
    .where("a.until_month", ">=", span.first)
    .where(isInScope("a", scope))
    .orderBy("a.from_month")
    .execute();
  for (const row of rows) {
    const target = targetOfRecord({ ...row, share: 1 });
    if (target === null) continue;
    take({ kpi: row.kpi_id, unit: String(row.unit_id), from: row.from_month, until: row.until_month, target });
  }
}
