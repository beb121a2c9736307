import { sql } from "kysely";
import type { Month } from "../../shared/domain/month.ts";
import { inForce } from "../in-force.ts";
import { type Said, sayVersion } from "../versions.ts";
import type { Reading, Writing } from "../writing.ts";

/** From this month on the limits of a KPI at a unit are computed anew. */
export type ProcessPhase = {
  readonly kpi: number;
  readonly unit: number;
  readonly from: Month;
  readonly reason: string;
  readonly by: number | null;
};

/** A remark on a KPI at a unit, shown on its chart. */
export type Annotation = {
  readonly id: string;
  readonly kpi: number;
  readonly unit: number;
  readonly from: Month;
  readonly to: Month;
  readonly kind: "note" | "event" | "process_change";
  readonly text: string;
  readonly by: number | null;
};

/** A phase as it is recorded: `n` counts its revisions, for `expectedVersion`; `at` is when, in milliseconds. */
type RecordedPhase = ProcessPhase & { readonly n: number; readonly at: number };

type RecordedAnnotation = Annotation & { readonly at: number };

type Scope = { readonly kpis: readonly number[] | null; readonly units: readonly number[] };

/** Phases of these KPIs (null: of all) at these units, in order of time. */
export async function readPhases({ db, moment }: Reading, { kpis, units }: Scope): Promise<RecordedPhase[]> {
  if (kpis?.length === 0 || units.length === 0) return [];
  const rows = await db
    .selectFrom("process_phase")
    .select(["kpi_id", "unit_id", "from_month", "reason", "by_id", "n", "recorded_from"])
    .where(inForce("process_phase", moment))
    .where("withdrawn", "=", 0)
    .where("unit_id", "in", units)
    .$if(kpis !== null, (query) => query.where("kpi_id", "in", kpis ?? []))
    .orderBy("from_month")
    .execute();
  return rows.map((row) => ({
    kpi: row.kpi_id,
    unit: row.unit_id,
    from: row.from_month as Month,
    reason: row.reason,
    by: row.by_id,
    n: row.n,
    at: Number(row.recorded_from),
  }));
}

export type PhaseSaying = ProcessPhase & { readonly withdrawn: boolean; readonly expectedVersion?: number };

export function sayPhase(writing: Writing, phase: PhaseSaying): Promise<Said> {
  const { kpi, unit, from, reason, by, withdrawn, expectedVersion } = phase;
  const key = { kpi_id: kpi, unit_id: unit, from_month: from };
  const values = { reason, by_id: by, withdrawn: withdrawn ? 1 : 0 } as const;
  return sayVersion(writing, "process_phase", { key, values, expectedVersion });
}

export async function readAnnotations({ db, moment }: Reading, { kpis, units }: Scope): Promise<RecordedAnnotation[]> {
  if (kpis?.length === 0 || units.length === 0) return [];
  const rows = await db
    .selectFrom("annotation")
    .select(["public_id", "kpi_id", "unit_id", "from_month", "to_month", "kind", "text", "by_id", "recorded_from"])
    .where(inForce("annotation", moment))
    .where("withdrawn", "=", 0)
    .where("unit_id", "in", units)
    .$if(kpis !== null, (query) => query.where("kpi_id", "in", kpis ?? []))
    .orderBy("from_month")
    .orderBy("public_id")
    .execute();
  return rows.map((row) => ({
    id: row.public_id,
    kpi: row.kpi_id,
    unit: row.unit_id,
    from: row.from_month as Month,
    to: row.to_month as Month,
    kind: row.kind,
    text: row.text,
    by: row.by_id,
    at: Number(row.recorded_from),
  }));
}

/** How many annotations each KPI has at a unit. */
export async function countAnnotations({ db, moment }: Reading, unit: number): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom("annotation")
    .select(["kpi_id", sql<number>`count(*)`.as("count")])
    .where(inForce("annotation", moment))
    .where("withdrawn", "=", 0)
    .where("unit_id", "=", unit)
    .groupBy("kpi_id")
    .execute();
  return new Map(rows.map(({ kpi_id, count }) => [kpi_id, Number(count)]));
}

export function sayAnnotation(writing: Writing, annotation: Annotation & { readonly withdrawn: boolean }) {
  const { id, kpi, unit, from, to, kind, text, by, withdrawn } = annotation;
  return sayVersion(writing, "annotation", {
    key: { public_id: id },
    values: {
      kpi_id: kpi,
      unit_id: unit,
      from_month: from,
      to_month: to,
      kind,
      text,
      by_id: by,
      withdrawn: withdrawn ? 1 : 0,
    },
  });
}
