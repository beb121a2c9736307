import type { Month } from "../../shared/domain/month.ts";
import { inForce } from "../in-force.ts";
import type { ValuesOf } from "../record-tables.ts";
import { findIdentities, identitiesOf, sayVersion, sayVersions } from "../versions.ts";
import type { Reading, Writing } from "../writing.ts";
import { type PeriodSaying, type PeriodScope, readPeriodStates, sayPeriodStates } from "./period-states.ts";
import { type EdgeSaying, readEdges, sayEdges } from "./unit-edges.ts";

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

type UnitKind = ValuesOf<"unit_version">["kind"];

export type Unit = {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly version: number;
};

/** The organisation itself: its settings, its units and their tree. */
export function organisationReader({ db, engine, moment }: Reading) {
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
    /** The first month of which something is reported or targeted; null where nothing is. */
    firstMonth: async (): Promise<Month | null> => {
      const row = await db.selectFrom("kept_month").select("month").orderBy("month").limit(1).executeTakeFirst();
      return (row?.month as Month | undefined) ?? null;
    },
    /** In binary order of their codes. */
    units: (): Promise<Unit[]> =>
      db
        .selectFrom("unit")
        .innerJoin("unit_version", "unit_version.unit_id", "unit.id")
        .where(inForce("unit_version", moment))
        .select(["unit.id", "unit.code", "unit_version.name", "unit_version.kind", "unit_version.n as version"])
        .orderBy("unit.code")
        .execute(),
    /** Ids of the codes that exist. */
    unitIds: (codes: readonly string[]) => findIdentities({ db, engine }, "unit", codes),
    /** The edges of all months, by the units' codes. */
    edges: () => readEdges({ db, moment }),
    /** States of units' months; a month of which nothing was said is open and not listed. */
    periodStates: (scope: PeriodScope) => readPeriodStates({ db, moment }, scope),
    /** Changes whenever rights, units, tree or settings do, and with nothing else: caches of them hang on it. */
    rightsVersion: async (): Promise<string> => {
      const newest = (
        table: "role_grant" | "person_state" | "deputy" | "unit_edge" | "unit_version" | "organisation",
      ) => db.selectFrom(table).select("id").orderBy("id", "desc").limit(1);
      const row = await db
        .selectNoFrom([
          newest("role_grant").as("grants"),
          newest("person_state").as("states"),
          newest("deputy").as("deputies"),
          newest("unit_edge").as("edges"),
          newest("unit_version").as("units"),
          newest("organisation").as("settings"),
        ])
        .executeTakeFirstOrThrow();
      return `${row.grants} ${row.states} ${row.deputies} ${row.edges} ${row.units} ${row.settings}`;
    },
  };
}

export type UnitSaying = Pick<Unit, "code" | "name" | "kind"> & { readonly expectedVersion?: number };

export function organisationWriter(writing: Writing) {
  const reader = organisationReader(writing);
  return {
    ...reader,
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
    /** Adds or describes units and answers their ids by code. A unit stands in the tree once it has an edge. */
    putUnits: async (sayings: readonly UnitSaying[]): Promise<Map<string, number>> => {
      const codes = sayings.map(({ code }) => code);
      const ids = await identitiesOf(writing, "unit", codes);
      const versions = sayings.map(({ code, name, kind, ...expected }) => ({
        key: { unit_id: ids.get(code) ?? 0 },
        values: { name, kind },
        ...expected,
      }));
      await sayVersions(writing, "unit_version", versions);
      return ids;
    },
    setPeriodStates: (sayings: readonly PeriodSaying[]) => sayPeriodStates(writing, sayings),
    setEdges: (sayings: readonly EdgeSaying[]) => sayEdges(writing, sayings),
  };
}
