import type { Month } from "../../shared/domain/month.ts";
import { inForce } from "../in-force.ts";
import { selectMany } from "../many-rows.ts";
import type { Schema } from "../schema.ts";
import { type Said, sayVersions } from "../versions.ts";
import { insertRecords, type Reading, type Writing } from "../writing.ts";

/** A KPI at a unit, which reports it in the months of its terms. */
export type Assignment = { readonly kpi: number; readonly unit: number };

/** A time in which a unit reports a KPI; `to` null is open. A later term takes the place of an earlier one. */
export type Term = Assignment & {
  readonly assignment: number;
  readonly from: Month;
  readonly to: Month | null;
  readonly enteredBy: number | null;
  readonly approver: number | null;
  readonly deputy: number | null;
  /** Set where the KPI does not apply to the unit in this time. */
  readonly notApplicableReason: string | null;
};

export type TermSaying = Omit<Term, "assignment"> & { readonly withdrawn: boolean };

/** Terms of these KPIs and units (null: of all), by KPI, unit and first month. */
export async function readTerms(
  { db, moment }: Reading,
  scope: { readonly kpis: readonly number[] | null; readonly units: readonly number[] | null },
): Promise<Term[]> {
  const { kpis, units } = scope;
  if (kpis?.length === 0 || units?.length === 0) return [];
  const rows = await db
    .selectFrom("assignment as a")
    .innerJoin("assignment_term as t", "t.assignment_id", "a.id")
    .select(["a.kpi_id", "a.unit_id", "t.assignment_id", "t.from_month", "t.to_month"])
    .select(["t.entered_by", "t.approver_id", "t.deputy_id", "t.not_applicable_reason"])
    .where(inForce("t", moment))
    .where("t.withdrawn", "=", 0)
    .$if(kpis !== null, (query) => query.where("a.kpi_id", "in", kpis ?? []))
    .$if(units !== null, (query) => query.where("a.unit_id", "in", units ?? []))
    .orderBy("a.kpi_id")
    .orderBy("a.unit_id")
    .orderBy("t.from_month")
    .execute();
  return rows.map((row) => ({
    kpi: row.kpi_id,
    unit: row.unit_id,
    assignment: row.assignment_id,
    from: row.from_month as Month,
    to: row.to_month as Month | null,
    enteredBy: row.entered_by,
    approver: row.approver_id,
    deputy: row.deputy_id,
    notApplicableReason: row.not_applicable_reason,
  }));
}

/** Says terms, those of pairs that were never assigned before included. */
export async function sayTerms(writing: Writing, sayings: readonly TermSaying[]): Promise<Said[]> {
  const ids = await assignmentsOf(writing, sayings);
  return sayVersions(
    writing,
    "assignment_term",
    sayings.map((saying) => ({
      key: { assignment_id: ids.get(pairText(saying)) ?? 0, from_month: saying.from },
      values: {
        to_month: saying.to,
        entered_by: saying.enteredBy,
        approver_id: saying.approver,
        deputy_id: saying.deputy,
        not_applicable_reason: saying.notApplicableReason,
        withdrawn: saying.withdrawn ? 1 : 0,
      },
    })),
  );
}

async function assignmentsOf(writing: Writing, pairs: readonly Assignment[]): Promise<Map<string, number>> {
  const { db, engine } = writing;
  const wanted = new Map(pairs.map(({ kpi, unit }) => [pairText({ kpi, unit }), { kpi, unit }]));
  const rows = [...wanted.values()].map(({ kpi, unit }) => [kpi, unit]);
  const found = await selectMany<Schema, { id: number; kpi_id: number; unit_id: number }>(
    db,
    { engine, table: "assignment", condition: "1 = 1" },
    { columns: ["kpi_id", "unit_id"], types: ["integer", "integer"], rows },
  );
  const ids = new Map(found.map((row) => [pairText({ kpi: row.kpi_id, unit: row.unit_id }), row.id]));
  const absent = [...wanted.values()].filter((pair) => !ids.has(pairText(pair)));
  const added = await insertRecords(
    writing,
    "assignment",
    absent.map(({ kpi, unit }) => ({ kpi_id: kpi, unit_id: unit })),
  );
  absent.forEach((pair, at) => {
    ids.set(pairText(pair), added[at] ?? 0);
  });
  return ids;
}

function pairText({ kpi, unit }: Assignment): string {
  return `${kpi} ${unit}`;
}
