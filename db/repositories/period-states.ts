import type { Month } from "../../shared/domain/month.ts";
import type { PeriodState } from "../../shared/domain/revision.ts";
import { inForce } from "../in-force.ts";
import { referencesTo } from "../references.ts";
import { type Said, sayVersions } from "../versions.ts";
import type { Reading, Writing } from "../writing.ts";

/** The state of one unit's month. Months of which nothing was said are open and not listed. */
export type UnitPeriod = {
  readonly unit: string;
  readonly month: Month;
  readonly state: PeriodState;
  /** Code of the person who said it; null: the operator. */
  readonly by: string | null;
  readonly at: number;
  readonly version: number;
};

export type PeriodScope = { readonly units: readonly string[] | null; readonly from: Month; readonly to: Month };

/** States of the units (null: of all) in the months from `from` to `to`. */
export async function readPeriodStates(
  { db, moment }: Pick<Reading, "db" | "moment">,
  scope: PeriodScope,
): Promise<UnitPeriod[]> {
  if (scope.units?.length === 0) return [];
  const query = db
    .selectFrom("period_state as p")
    .innerJoin("unit as u", "u.id", "p.unit_id")
    .leftJoin("person as by", "by.id", "p.by_id")
    .where(inForce("p", moment))
    .where("p.month", ">=", scope.from)
    .where("p.month", "<=", scope.to)
    .select(["u.code as unit", "p.month", "p.state", "by.code as by", "p.recorded_from as at", "p.n as version"])
    .orderBy("u.code")
    .orderBy("p.month");
  const rows = await (scope.units === null ? query : query.where("u.code", "in", [...scope.units])).execute();
  return rows.map((row) => ({ ...row, month: row.month as Month }));
}

export type PeriodSaying = Pick<UnitPeriod, "unit" | "month" | "state" | "by"> & { readonly expectedVersion?: number };

export async function sayPeriodStates(writing: Writing, sayings: readonly PeriodSaying[]): Promise<Said[]> {
  const units = await referencesTo(
    writing,
    "unit",
    sayings.map(({ unit }) => unit),
  );
  const people = await referencesTo(
    writing,
    "person",
    sayings.map(({ by }) => by),
  );
  const versions = sayings.map(({ unit, month, state, by, expectedVersion }) => ({
    key: { unit_id: units.of(unit), month },
    values: { state, by_id: people.ofOptional(by) },
    expectedVersion,
  }));
  return sayVersions(writing, "period_state", versions);
}
