import type { DateText } from "../../shared/domain/calendar.ts";
import { AppError } from "../../shared/domain/failures.ts";
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
} & ActionMore;

/** What an action may hold beside it; left out in a saying, there is none. */
type ActionMore = {
  readonly steps: readonly ActionStep[];
  /** Planned and spent, in the organisation's currency. */
  readonly cost: number | null;
  readonly spent: number | null;
  /** Number of the decision that it carries out. */
  readonly decision: string | null;
  /** Who ended it as effective or not: the data, or a person with a reason. */
  readonly judgedBy: "data" | "person" | null;
  readonly overrideReason: string | null;
};

export type ActionStep = { readonly text: string; readonly done: boolean; readonly due: DateText | null };

export type ExpectedEffect = {
  readonly kpi: string;
  readonly unit: string | null;
  readonly size: number;
  readonly by: Month | null;
};

type Scope = {
  readonly units: readonly string[] | null;
  readonly kpis: readonly string[] | null;
  /** Numbers. */
  readonly codes?: readonly string[];
};

export function actionsReader(reading: Reading) {
  return {
    /** Actions of units and KPIs (null: of all), in the order of their numbers. */
    list: (scope: Scope) => readActions(reading, scope),
    /** Every version of an action, the oldest first, with the person behind its audit event. */
    history: (code: string) => readHistory(reading, code),
  };
}

async function readActions({ db, moment }: Reading, { units, kpis, codes }: Scope): Promise<Action[]> {
  if (units?.length === 0 || kpis?.length === 0 || codes?.length === 0) return [];
  let query = selectActions(db).where(inForce("v", moment)).orderBy("a.id");
  if (units !== null) query = query.where("u.code", "in", [...units]);
  if (kpis !== null) query = query.where("k.code", "in", [...kpis]);
  if (codes !== undefined) query = query.where("a.code", "in", [...codes]);
  return (await query.execute()).map(actionOf);
}

export type ActionVersion = Action & { readonly at: number; readonly actor: string; readonly reason: string | null };

async function readHistory({ db, moment }: Reading, code: string): Promise<ActionVersion[]> {
  let query = selectActions(db)
    .innerJoin("audit_event as e", "e.seq", "v.event")
    .where("a.code", "=", code)
    .select(["e.at", "e.actor", "e.reason"])
    .orderBy("v.n");
  if (moment !== "now") query = query.where("v.recorded_from", "<=", moment);
  return (await query.execute()).map(({ at, actor, reason, ...row }) => ({ ...actionOf(row), at, actor, reason }));
}

function selectActions(db: Reading["db"]) {
  return db
    .selectFrom("action as a")
    .innerJoin("action_version as v", "v.action_id", "a.id")
    .innerJoin("unit as u", "u.id", "v.unit_id")
    .leftJoin("person as owner", "owner.id", "v.owner_id")
    .leftJoin("kpi as k", "k.id", "v.kpi_id")
    .leftJoin("objective as o", "o.id", "v.objective_id")
    .leftJoin("kpi as ek", "ek.id", "v.effect_kpi_id")
    .leftJoin("unit as eu", "eu.id", "v.effect_unit_id")
    .leftJoin("decision as d", "d.id", "v.decision_id")
    .select(["a.code", "v.n as version", "v.kind", "v.title", "v.cause", "owner.code as owner", "u.code as unit"])
    .select(["k.code as kpi", "o.code as objective", "v.started_on as startedOn", "v.due_on as dueOn", "v.state"])
    .select(["v.progress", "v.resources", "v.verification", "ek.code as effectKpi", "eu.code as effectUnit"])
    .select(["v.effect_size as size", "v.effect_by as by", "v.steps", "v.cost", "v.spent", "d.code as decision"])
    .select(["v.judged_by as judgedBy", "v.override_reason as overrideReason"]);
}

type ActionRow = Awaited<ReturnType<ReturnType<typeof selectActions>["execute"]>>[number];

function actionOf({ effectKpi, effectUnit, size, by, startedOn, dueOn, steps, ...row }: ActionRow): Action {
  return {
    ...row,
    startedOn: startedOn as DateText | null,
    dueOn: dueOn as DateText | null,
    steps: steps === null ? [] : (JSON.parse(steps) as ActionStep[]),
    effect:
      effectKpi === null || size === null ? null : { kpi: effectKpi, unit: effectUnit, size, by: by as Month | null },
  };
}

/** Without `code` it is a new action, which gets the next number. */
export type ActionSaying = Omit<Action, "code" | "version" | keyof ActionMore> &
  Partial<ActionMore> & {
    readonly code: string | null;
    readonly expectedVersion?: number;
  };

export function actionsWriter(writing: Writing) {
  return {
    put: async (saying: ActionSaying): Promise<Said & { readonly code: string }> => {
      const { effect, decision = null } = saying;
      const code = saying.code ?? (await nextNumber(writing, "action"));
      const id = await identityOf(writing, "action", code);
      const [before] =
        saying.code === null ? [] : await readActions(writing, { units: null, kpis: null, codes: [code] });
      if (before !== undefined) refuseMovedEffect(before, saying);
      const units = await referencesTo(writing, "unit", [saying.unit, effect?.unit ?? null]);
      const kpis = await referencesTo(writing, "kpi", [saying.kpi, effect?.kpi ?? null]);
      const objectives = await referencesTo(writing, "objective", [saying.objective]);
      const people = await referencesTo(writing, "person", [saying.owner]);
      const decisions = await referencesTo(writing, "decision", [decision]);
      const said = await sayVersion(writing, "action_version", {
        key: { action_id: id },
        values: {
          ...moreOf(saying),
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
          effect_kpi_id: kpis.ofOptional(effect?.kpi ?? null),
          effect_unit_id: units.ofOptional(effect?.unit ?? null),
          effect_size: effect?.size ?? null,
          effect_by: effect?.by ?? null,
          verification: saying.verification,
          decision_id: decisions.ofOptional(decision),
        },
        expectedVersion: saying.expectedVersion,
      });
      return { ...said, code };
    },
  };
}

/** What may be left out of a saying. */
function moreOf({ steps = [], cost = null, spent = null, judgedBy = null, overrideReason = null }: ActionSaying) {
  const held = { cost, spent, judged_by: judgedBy, override_reason: overrideReason };
  return { ...held, steps: steps.length === 0 ? null : JSON.stringify(steps) };
}

/** What an action is to achieve is said before it starts: afterwards neither the effect nor the day it began moves. */
function refuseMovedEffect(before: Action, { effect, startedOn }: ActionSaying): void {
  if (before.state === "planned") return;
  const isSame = JSON.stringify(inOrder(before.effect)) === JSON.stringify(inOrder(effect));
  if (!isSame || before.startedOn !== startedOn) throw new AppError("effect-frozen", { action: before.code });
}

function inOrder(effect: ExpectedEffect | null) {
  return effect === null ? null : [effect.kpi, effect.unit, effect.size, effect.by];
}
