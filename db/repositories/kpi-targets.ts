import { decimalNumber, decimalOfNumber } from "../../shared/domain/decimal.ts";
import type { Month } from "../../shared/domain/month.ts";
import type { TargetRecord } from "../../shared/domain/target.ts";
import type { Tolerance } from "../../shared/domain/tolerance.ts";
import { inForce } from "../in-force.ts";
import { type Said, sayVersions } from "../versions.ts";
import type { Reading, Writing } from "../writing.ts";

/** An explicit target as it is recorded; `n` counts its revisions, for `expectedVersion`. */
export type RecordedTarget = TargetRecord & {
  readonly kpi: number;
  readonly unit: number;
  readonly month: Month;
  readonly n: number;
  readonly reason: string | null;
  readonly approvedBy: number | null;
};

export type TargetSaying = Omit<RecordedTarget, "n"> & {
  readonly withdrawn: boolean;
  readonly expectedVersion?: number;
};

/** A target that counts for a while in place of the one that was set. */
export type Deviation = {
  readonly kpi: number;
  readonly unit: number;
  readonly from: Month;
  readonly until: Month;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly reason: string;
};

/** A KPI's tolerance from a month on; null ends an earlier one. */
export type ToleranceFrom = { readonly validFrom: Month; readonly tolerance: Tolerance | null };

export type TargetScope = {
  readonly kpis: readonly number[];
  readonly units: readonly number[] | null;
  readonly from: Month;
  readonly to: Month;
};

export async function readRecordedTargets({ db, moment }: Reading, scope: TargetScope): Promise<RecordedTarget[]> {
  const { kpis, units, from, to } = scope;
  if (kpis.length === 0 || units?.length === 0) return [];
  const rows = await db
    .selectFrom("target")
    .select(["kpi_id", "unit_id", "month", "n", "value", "low", "high", "share", "stretch", "benchmark"])
    .select(["reason", "approved_by"])
    .where(inForce("target", moment))
    .where("withdrawn", "=", 0)
    .where("kpi_id", "in", kpis)
    .where("month", ">=", from)
    .where("month", "<=", to)
    .$if(units !== null, (query) => query.where("unit_id", "in", units ?? []))
    .orderBy("kpi_id")
    .orderBy("unit_id")
    .orderBy("month")
    .execute();
  return rows.map(({ kpi_id, unit_id, month, approved_by, ...row }) => ({
    ...row,
    kpi: kpi_id,
    unit: unit_id,
    month: month as Month,
    approvedBy: approved_by,
  }));
}

/** Says explicit targets, at most one for each KPI, unit and month. */
export function sayTargets(writing: Writing, sayings: readonly TargetSaying[]): Promise<Said[]> {
  return sayVersions(
    writing,
    "target",
    sayings.map(({ kpi, unit, month, approvedBy, withdrawn, expectedVersion, ...amounts }) => ({
      key: { kpi_id: kpi, unit_id: unit, month },
      values: { ...amounts, approved_by: approvedBy, withdrawn: withdrawn ? 1 : 0 },
      ...(expectedVersion !== undefined && { expectedVersion }),
    })),
  );
}

export async function readDeviations(
  { db, moment }: Reading,
  scope: { readonly kpis: readonly number[]; readonly units: readonly number[] | null },
): Promise<Deviation[]> {
  const { kpis, units } = scope;
  if (kpis.length === 0 || units?.length === 0) return [];
  const rows = await db
    .selectFrom("accepted_deviation")
    .select(["kpi_id", "unit_id", "from_month", "until_month", "value", "low", "high", "reason"])
    .where(inForce("accepted_deviation", moment))
    .where("withdrawn", "=", 0)
    .where("kpi_id", "in", kpis)
    .$if(units !== null, (query) => query.where("unit_id", "in", units ?? []))
    .orderBy("from_month")
    .execute();
  return rows.map(({ kpi_id, unit_id, from_month, until_month, ...rest }) => ({
    ...rest,
    kpi: kpi_id,
    unit: unit_id,
    from: from_month as Month,
    until: until_month as Month,
  }));
}

export function sayDeviation(
  writing: Writing,
  deviation: Deviation & { readonly withdrawn: boolean },
): Promise<Said[]> {
  const { kpi, unit, from, until, value, low, high, reason, withdrawn } = deviation;
  const key = { kpi_id: kpi, unit_id: unit, from_month: from };
  const values = { until_month: until, value, low, high, reason, withdrawn: withdrawn ? (1 as const) : (0 as const) };
  return sayVersions(writing, "accepted_deviation", [{ key, values }]);
}

/** Tolerances by KPI, in the order of their first months. */
export async function readTolerances(
  { db, moment }: Reading,
  kpis: readonly number[] | null,
): Promise<Map<number, ToleranceFrom[]>> {
  if (kpis?.length === 0) return new Map();
  const rows = await db
    .selectFrom("tolerance")
    .select(["kpi_id", "from_month", "kind", "amount"])
    .where(inForce("tolerance", moment))
    .where("withdrawn", "=", 0)
    .$if(kpis !== null, (query) => query.where("kpi_id", "in", kpis ?? []))
    .orderBy("kpi_id")
    .orderBy("from_month")
    .execute();
  const found = new Map<number, ToleranceFrom[]>();
  for (const { kpi_id, from_month, kind, amount } of rows) {
    const tolerance = amount === 0 ? null : { kind, amount: decimalOfNumber(amount) };
    const known = found.get(kpi_id) ?? [];
    found.set(kpi_id, [...known, { validFrom: from_month as Month, tolerance }]);
  }
  return found;
}

/** Says tolerances, at most one for each KPI and first month; none at all is an amount of 0. */
export function sayTolerances(
  writing: Writing,
  sayings: readonly (ToleranceFrom & { readonly kpi: number })[],
): Promise<Said[]> {
  return sayVersions(
    writing,
    "tolerance",
    sayings.map(({ kpi, validFrom, tolerance }) => ({
      key: { kpi_id: kpi, from_month: validFrom },
      values: {
        kind: tolerance?.kind ?? "absolute",
        amount: tolerance === null ? 0 : (decimalNumber(tolerance.amount) ?? 0),
        withdrawn: 0,
      },
    })),
  );
}
