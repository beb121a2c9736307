import type { DateText } from "../../shared/domain/calendar.ts";
import type { Month } from "../../shared/domain/month.ts";
import { inForce } from "../in-force.ts";
import { nextNumber } from "../numbering.ts";
import { referencesTo } from "../references.ts";
import { identityOf, type Said, sayVersion } from "../versions.ts";
import type { Reading, Writing } from "../writing.ts";

export type ActionKind = "initiative" | "corrective" | "improvement" | "training" | "risk_treatment";
export type ActionState = "planned" | "started" | "done" | "effective" | "not_effective" | "dropped";

export type Action = {
  /** Its number, `A-0001`. */
  readonly code: string;
  readonly version: number;
  readonly kind: ActionKind;
  readonly title: string;
  readonly cause: string;
  /** Codes. */
  readonly owner: string | null;
  readonly unit: string;
  readonly kpi: string | null;
  readonly objective: string | null;
  readonly startedOn: DateText | null;
  readonly dueOn: DateText | null;
  readonly state: ActionState;
  /** Percent, as its owner says. */
  readonly progress: number;
  readonly resources: string;
  readonly effect: ExpectedEffect | null;
  readonly verification: string | null;
};

export type ExpectedEffect = {
  readonly kpi: string;
  readonly unit: string | null;
  readonly size: number;
  readonly by: Month | null;
};

type Scope = { readonly units: readonly string[] | null; readonly kpis: readonly string[] | null };

export function actionsReader(reading: Reading) {
  return {
    /** Actions of units and KPIs (null: of all), in the order of their numbers. */
    list: (scope: Scope) => readActions(reading, scope),
  };
}

async function readActions({ db, moment }: Reading, { units, kpis }: Scope): Promise<Action[]> {
  if (units?.length === 0 || kpis?.length === 0) return [];
  let query = db
    .selectFrom("action as a")
    .innerJoin("action_version as v", "v.action_id", "a.id")
    .innerJoin("unit as u", "u.id", "v.unit_id")
    .leftJoin("person as owner", "owner.id", "v.owner_id")
    .leftJoin("kpi as k", "k.id", "v.kpi_id")
    .leftJoin("objective as o", "o.id", "v.objective_id")
    .leftJoin("kpi as ek", "ek.id", "v.effect_kpi_id")
    .leftJoin("unit as eu", "eu.id", "v.effect_unit_id")
    .where(inForce("v", moment))
    .select(["a.code", "v.n as version", "v.kind", "v.title", "v.cause", "owner.code as owner", "u.code as unit"])
    .select(["k.code as kpi", "o.code as objective", "v.started_on as startedOn", "v.due_on as dueOn", "v.state"])
    .select(["v.progress", "v.resources", "v.verification", "ek.code as effectKpi", "eu.code as effectUnit"])
    .select(["v.effect_size as size", "v.effect_by as by"])
    .orderBy("a.id");
  if (units !== null) query = query.where("u.code", "in", [...units]);
  if (kpis !== null) query = query.where("k.code", "in", [...kpis]);
  const rows = await query.execute();
  return rows.map(({ effectKpi, effectUnit, size, by, startedOn, dueOn, ...row }) => ({
    ...row,
    startedOn: startedOn as DateText | null,
    dueOn: dueOn as DateText | null,
    effect:
      effectKpi === null || size === null ? null : { kpi: effectKpi, unit: effectUnit, size, by: by as Month | null },
  }));
}

/** Without `code` it is a new action, which gets the next number. */
export type ActionSaying = Omit<Action, "code" | "version"> & {
  readonly code: string | null;
  readonly expectedVersion?: number;
};

export function actionsWriter(writing: Writing) {
  return {
    put: async (saying: ActionSaying): Promise<Said & { readonly code: string }> => {
      const code = saying.code ?? (await nextNumber(writing, "action"));
      const id = await identityOf(writing, "action", code);
      const units = await referencesTo(writing, "unit", [saying.unit, saying.effect?.unit ?? null]);
      const kpis = await referencesTo(writing, "kpi", [saying.kpi, saying.effect?.kpi ?? null]);
      const objectives = await referencesTo(writing, "objective", [saying.objective]);
      const people = await referencesTo(writing, "person", [saying.owner]);
      const said = await sayVersion(writing, "action_version", {
        key: { action_id: id },
        values: {
          kind: saying.kind,
          title: saying.title,
          cause: saying.cause,
          owner_id: people.ofOptional(saying.owner),
          unit_id: units.of(saying.unit),
          kpi_id: kpis.ofOptional(saying.kpi),
          objective_id: objectives.ofOptional(saying.objective),
          started_on: saying.startedOn,
          due_on: saying.dueOn,
          state: saying.state,
          progress: saying.progress,
          resources: saying.resources,
          effect_kpi_id: kpis.ofOptional(saying.effect?.kpi ?? null),
          effect_unit_id: units.ofOptional(saying.effect?.unit ?? null),
          effect_size: saying.effect?.size ?? null,
          effect_by: saying.effect?.by ?? null,
          verification: saying.verification,
        },
        expectedVersion: saying.expectedVersion,
      });
      return { ...said, code };
    },
  };
}
