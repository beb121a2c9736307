import type { Expression } from "kysely";
import { inForce } from "../in-force.ts";
import { findIdentities, identitiesOf, sayVersions } from "../versions.ts";
import type { Reading, Writing } from "../writing.ts";
import { type DefinitionSaying, readDefinitions, sayDefinitions } from "./kpi-definitions.ts";
import {
  type Annotation,
  countAnnotations,
  type PhaseSaying,
  readAnnotations,
  readPhases,
  sayAnnotation,
  sayPhase,
} from "./kpi-notes.ts";
import {
  type Deviation,
  readDeviations,
  readRecordedTargets,
  readTolerances,
  sayDeviation,
  sayTargets,
  sayTolerances,
  type TargetSaying,
  type TargetScope,
  type ToleranceFrom,
} from "./kpi-targets.ts";
import { readTerms, sayTerms, type TermSaying } from "./kpi-terms.ts";

/** A KPI apart from its definitions. */
export type Kpi = {
  readonly id: number;
  readonly code: string;
  readonly n: number;
  readonly owner: number | null;
  readonly theme: number | null;
  readonly timing: "leading" | "lagging";
};

type NoteScope = { readonly kpis: readonly number[] | null; readonly units: readonly number[] };

export function kpiReader(reading: Reading) {
  const { db, engine, moment } = reading;
  return {
    /** Every KPI, in binary order of codes. */
    list: (): Promise<Kpi[]> =>
      db
        .selectFrom("kpi as k")
        .innerJoin("kpi_version as v", "v.kpi_id", "k.id")
        .select(["k.id", "k.code", "v.n", "v.owner_id as owner", "v.theme_id as theme", "v.timing"])
        .where(inForce("v", moment))
        .orderBy("k.code")
        .execute(),
    /** The code of each KPI's theme, by the KPI's id. */
    themesOf: async (): Promise<Map<number, string>> => {
      const rows = await db
        .selectFrom("kpi_version as v")
        .innerJoin("theme as t", "t.id", "v.theme_id")
        .select(["v.kpi_id", "t.code"])
        .where(inForce("v", moment))
        .execute();
      return new Map(rows.map(({ kpi_id, code }) => [kpi_id, code]));
    },
    /** The KPIs of which something has been reported, whether or not it counts. */
    withResults: async (): Promise<Set<number>> => {
      const reported = (kpi: Expression<number>) =>
        db
          .selectFrom("assignment as a")
          .innerJoin("measurement as m", "m.assignment_id", "a.id")
          .select("m.id")
          .where("a.kpi_id", "=", kpi)
          .limit(1);
      const rows = await db
        .selectFrom("kpi as k")
        .select("k.id")
        .where((on) => on.exists(reported(on.ref("k.id"))))
        .execute();
      return new Set(rows.map(({ id }) => id));
    },
    /** Ids of the codes that exist. */
    idsOf: (codes: readonly string[]) => findIdentities({ db, engine }, "kpi", codes),
    /** Definitions by KPI (null: of all), in the order of their first months. */
    definitionsOf: (kpis: readonly number[] | null) => readDefinitions(reading, kpis),
    tolerancesOf: (kpis: readonly number[] | null) => readTolerances(reading, kpis),
    termsOf: (scope: { kpis: readonly number[] | null; units: readonly number[] | null }) => readTerms(reading, scope),
    targetsOf: (scope: TargetScope) => readRecordedTargets(reading, scope),
    deviationsOf: (scope: { kpis: readonly number[]; units: readonly number[] | null }) =>
      readDeviations(reading, scope),
    phasesOf: (scope: NoteScope) => readPhases(reading, scope),
    annotationsOf: (scope: NoteScope) => readAnnotations(reading, scope),
    annotationCounts: (unit: number) => countAnnotations(reading, unit),
  };
}

export type KpiSaying = Omit<Kpi, "id" | "n"> & { readonly expectedVersion?: number };

export function kpiWriter(writing: Writing) {
  return {
    /** Adds or changes KPIs and answers their ids by code. */
    put: async (sayings: readonly KpiSaying[]): Promise<Map<string, number>> => {
      const ids = await identitiesOf(
        writing,
        "kpi",
        sayings.map(({ code }) => code),
      );
      const versions = sayings.map(({ code, owner, theme, timing, ...expected }) => ({
        key: { kpi_id: ids.get(code) ?? 0 },
        values: { owner_id: owner, theme_id: theme, timing },
        ...expected,
      }));
      await sayVersions(writing, "kpi_version", versions);
      return ids;
    },
    define: (sayings: readonly DefinitionSaying[]) => sayDefinitions(writing, sayings),
    setTolerances: (sayings: readonly (ToleranceFrom & { kpi: number })[]) => sayTolerances(writing, sayings),
    assign: (sayings: readonly TermSaying[]) => sayTerms(writing, sayings),
    setTargets: (sayings: readonly TargetSaying[]) => sayTargets(writing, sayings),
    acceptDeviation: (deviation: Deviation & { withdrawn: boolean }) => sayDeviation(writing, deviation),
    beginPhase: (phase: PhaseSaying) => sayPhase(writing, phase),
    annotate: (annotation: Annotation & { withdrawn: boolean }) => sayAnnotation(writing, annotation),
  };
}
