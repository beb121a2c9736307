import { addMonths, type Month } from "../../shared/domain/month.ts";
import type { UnitEdge } from "../../shared/domain/tree.ts";
import { inForce } from "../in-force.ts";
import { sayVersion } from "../versions.ts";
import type { Reading, Writing } from "../writing.ts";

export type Organisation = {
  readonly name: string;
  /** 1 to 12. */
  readonly fiscalYearStart: number;
  readonly locale: string;
  readonly timeZone: string;
  readonly entryDueDay: number;
  /** Percent. */
  readonly minimumCoverage: number;
  readonly approval: boolean;
  readonly retentionYears: number;
};

export type OrganisationRow = Organisation & { readonly version: number };

export type Unit = { readonly code: string; readonly name: string; readonly kind: string };

/** The organisation itself: its settings, its units and their tree. */
export function organisationReader({ db, moment }: Reading) {
  return {
    find: async (): Promise<OrganisationRow | null> => {
      const row = await db
        .selectFrom("organisation")
        .selectAll()
        .where(inForce("organisation", moment))
        .executeTakeFirst();
      return row === undefined
        ? null
        : {
            name: row.name,
            fiscalYearStart: row.fiscal_year_start,
            locale: row.locale,
            timeZone: row.time_zone,
            entryDueDay: row.entry_due_day,
            minimumCoverage: row.minimum_coverage,
            approval: row.approval === 1,
            retentionYears: row.retention_years,
            version: row.n,
          };
    },
    hasResults: async (): Promise<boolean> =>
      (await db.selectFrom("measurement").select("id").limit(1).execute()).length > 0,
    /** In binary order of their codes. */
    units: (): Promise<Unit[]> =>
      db
        .selectFrom("unit")
        .innerJoin("unit_version", "unit_version.unit_id", "unit.id")
        .where(inForce("unit_version", moment))
        .select(["unit.code", "unit_version.name", "unit_version.kind"])
        .orderBy("unit.code")
        .execute(),
    /** The edges of all months, by the units' codes. */
    edges: async (): Promise<UnitEdge[]> => {
      const rows = await db
        .selectFrom("unit_edge")
        .innerJoin("unit as child", "child.id", "unit_edge.child_id")
        .leftJoin("unit as parent", "parent.id", "unit_edge.parent_id")
        .where(inForce("unit_edge", moment))
        .where("unit_edge.withdrawn", "=", 0)
        .select(["child.code as child", "parent.code as parent", "unit_edge.from_month as from", "unit_edge.ends"])
        .orderBy("child.code")
        .orderBy("unit_edge.from_month")
        .execute();
      return rows.flatMap((row, at) => {
        const next = rows[at + 1];
        const toMonth = next?.child === row.child ? addMonths(next.from as Month, -1) : null;
        return row.ends === 1 ? [] : [{ child: row.child, parent: row.parent, fromMonth: row.from as Month, toMonth }];
      });
    },
    /** Changes whenever rights, units, tree or settings do, and with nothing else: caches of them hang on it. */
    rightsVersion: async (): Promise<string> => {
      const newest = (table: "role_grant" | "person_state" | "unit_edge" | "unit_version" | "organisation") =>
        db.selectFrom(table).select("id").orderBy("id", "desc").limit(1);
      const row = await db
        .selectNoFrom([
          newest("role_grant").as("grants"),
          newest("person_state").as("states"),
          newest("unit_edge").as("edges"),
          newest("unit_version").as("units"),
          newest("organisation").as("settings"),
        ])
        .executeTakeFirstOrThrow();
      return `${row.grants} ${row.states} ${row.edges} ${row.units} ${row.settings}`;
    },
  };
}

export function organisationWriter(writing: Writing) {
  return {
    ...organisationReader(writing),
    say: (organisation: Organisation, expectedVersion?: number) =>
      sayVersion(writing, "organisation", {
        key: {},
        values: {
          name: organisation.name,
          fiscal_year_start: organisation.fiscalYearStart,
          locale: organisation.locale,
          time_zone: organisation.timeZone,
          entry_due_day: organisation.entryDueDay,
          minimum_coverage: organisation.minimumCoverage,
          approval: organisation.approval ? 1 : 0,
          retention_years: organisation.retentionYears,
        },
        ...(expectedVersion === undefined ? {} : { expectedVersion }),
      }),
  };
}
