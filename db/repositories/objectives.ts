import { inForce } from "../in-force.ts";
import { referencesTo } from "../references.ts";
import { identitiesOf, type Said, sayVersions } from "../versions.ts";
import type { Reading, Writing } from "../writing.ts";

export type ObjectiveState = "draft" | "proposed" | "approved" | "closed";

export type Objective = {
  readonly code: string;
  /** The objective's revision. */
  readonly version: number;
  readonly fiscalYear: number;
  /** Codes. */
  readonly unit: string;
  readonly theme: string;
  readonly parent: string | null;
  readonly owner: string | null;
  readonly statement: string;
  /** Id of a sentence of the policy. */
  readonly policySentence: number | null;
  readonly state: ObjectiveState;
  /** The five fields of ISO 9001:2015, 6.2.2. */
  readonly plan: Plan;
};

export type Plan = {
  readonly what: string;
  readonly resources: string;
  readonly who: string;
  readonly when: string;
  readonly evaluation: string;
};

export type ObjectiveKpi = { readonly objective: string; readonly kpi: string; readonly weight: number };

export function objectivesReader({ db, moment }: Reading) {
  return {
    /** Objectives of a fiscal year (null: of all), in binary order of codes. */
    list: async (fiscalYear: number | null): Promise<Objective[]> => {
      const query = db
        .selectFrom("objective as o")
        .innerJoin("objective_version as v", "v.objective_id", "o.id")
        .innerJoin("unit as u", "u.id", "v.unit_id")
        .innerJoin("theme as t", "t.id", "v.theme_id")
        .leftJoin("objective as parent", "parent.id", "v.parent_id")
        .leftJoin("person as owner", "owner.id", "v.owner_id")
        .where(inForce("v", moment))
        .select(["o.code", "v.n as version", "v.fiscal_year as fiscalYear", "u.code as unit", "t.code as theme"])
        .select(["parent.code as parent", "owner.code as owner", "v.statement", "v.state"])
        .select(["v.policy_sentence_id as policySentence", "v.plan_what as what", "v.plan_resources as resources"])
        .select(["v.plan_who as who", "v.plan_when as when", "v.plan_evaluation as evaluation"])
        .orderBy("o.code");
      const rows = await (fiscalYear === null ? query : query.where("v.fiscal_year", "=", fiscalYear)).execute();
      return rows.map(({ what, resources, who, when, evaluation, ...objective }) => ({
        ...objective,
        plan: { what, resources, who, when, evaluation },
      }));
    },
    /** Which KPIs measure which objective, the heaviest first. */
    kpis: (): Promise<ObjectiveKpi[]> =>
      db
        .selectFrom("objective_kpi as l")
        .innerJoin("objective as o", "o.id", "l.objective_id")
        .innerJoin("kpi as k", "k.id", "l.kpi_id")
        .where(inForce("l", moment))
        .where("l.withdrawn", "=", 0)
        .select(["o.code as objective", "k.code as kpi", "l.weight"])
        .orderBy("o.code")
        .orderBy("l.weight", "desc")
        .orderBy("k.code")
        .execute(),
  };
}

export type ObjectiveSaying = Omit<Objective, "version"> & { readonly expectedVersion?: number };

export function objectivesWriter(writing: Writing) {
  return {
    put: (sayings: readonly ObjectiveSaying[]) => sayObjectives(writing, sayings),
    /** Links KPIs to objectives; `withdrawn` takes a link back. */
    linkKpis: async (links: readonly (ObjectiveKpi & { readonly withdrawn?: boolean })[]): Promise<Said[]> => {
      const objectives = await referencesTo(
        writing,
        "objective",
        links.map(({ objective }) => objective),
      );
      const kpis = await referencesTo(
        writing,
        "kpi",
        links.map(({ kpi }) => kpi),
      );
      const versions = links.map(({ objective, kpi, weight, withdrawn = false }) => ({
        key: { objective_id: objectives.of(objective), kpi_id: kpis.of(kpi) },
        values: { weight, withdrawn: withdrawn ? 1 : 0 } as const,
      }));
      return sayVersions(writing, "objective_kpi", versions);
    },
  };
}

async function sayObjectives(writing: Writing, sayings: readonly ObjectiveSaying[]): Promise<Said[]> {
  const of = (table: "unit" | "theme" | "person", codes: readonly (string | null)[]) =>
    referencesTo(writing, table, codes);
  const ids = await identitiesOf(
    writing,
    "objective",
    sayings.map(({ code }) => code),
  );
  const units = await of(
    "unit",
    sayings.map(({ unit }) => unit),
  );
  const themes = await of(
    "theme",
    sayings.map(({ theme }) => theme),
  );
  const people = await of(
    "person",
    sayings.map(({ owner }) => owner),
  );
  const parents = await referencesTo(
    writing,
    "objective",
    sayings.map(({ parent }) => parent),
  );
  const versions = sayings.map(({ plan, ...said }) => ({
    key: { objective_id: ids.get(said.code) ?? 0 },
    values: {
      fiscal_year: said.fiscalYear,
      unit_id: units.of(said.unit),
      theme_id: themes.of(said.theme),
      parent_id: parents.ofOptional(said.parent),
      statement: said.statement,
      policy_sentence_id: said.policySentence,
      owner_id: people.ofOptional(said.owner),
      state: said.state,
      plan_what: plan.what,
      plan_resources: plan.resources,
      plan_who: plan.who,
      plan_when: plan.when,
      plan_evaluation: plan.evaluation,
    },
    expectedVersion: said.expectedVersion,
  }));
  return sayVersions(writing, "objective_version", versions);
}
