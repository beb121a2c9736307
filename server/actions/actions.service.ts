import type { Action, ActionSaying, Writings } from "../../db/store.ts";
import type {
  ActionRow,
  ActionsView,
  ActionView,
  ChangeActionInput,
  CreateActionInput,
} from "../../shared/contracts/actions.ts";
import {
  type ActionState,
  compareActions,
  endingOf,
  isLateAction,
  isOpen,
  stepFault,
} from "../../shared/domain/action.ts";
import type { DateText } from "../../shared/domain/calendar.ts";
import { AppError } from "../../shared/domain/failures.ts";
import { may, maySomewhere } from "../../shared/domain/permissions.ts";
import { subtreeOf } from "../../shared/domain/tree.ts";
import { actionsHeadline, stepFaultText } from "../../shared/text/action-text.ts";
import { type Actor, holderWithin } from "../access/actor.ts";
import { noteDeputy } from "../access/permit.ts";
import { isPromised, type JudgedEffect, judgedEffects } from "../judging/action-effects.ts";
import { type Asked, placeOf } from "../judging/asked-place.ts";
import { actionHistory } from "./action-history.ts";
import { readActionNames } from "./action-names.ts";
import { actionRow, mayChange, readEffects } from "./action-rows.ts";

/** Actions of a unit and all below it that the actor may see, late ones first, each with what the data say of it. */
export async function listActions(actor: Actor, asked: Pick<Asked, "unit" | "asOf">): Promise<ActionsView> {
  const place = await placeOf(actor, asked);
  const units = [place.unit.code, ...subtreeOf(place.tree, place.unit.code)];
  const readable = units.filter((unit) => may(actor.holder, "read", unit));
  const actions = await place.readings.actions.list({ units: readable, kpis: null });
  const names = await readActionNames(place.readings, actor.store);
  const effects = await readEffects(actor, place, actions);
  const setting = { actor, place, names, effects };
  const open = actions.filter(({ state }) => isOpen(state));
  const late = open.filter((action) => isLateAction(action, place.today)).length;
  return {
    unit: place.unit,
    headline: actionsHeadline({ open: open.length, late }, place.settings.locale),
    actions: actions.toSorted(compareActions).map((action) => actionRow(action, setting)),
    mayCreate: place.asOf === null && maySomewhere(actor.holder, "edit-own-actions"),
  };
}

/** One action: its plan, its promise against the months, and everything that was said of it. */
export async function readAction(
  actor: Actor,
  { action: code, asOf }: { readonly action: string; readonly asOf?: string | undefined },
): Promise<ActionView> {
  const found = await actionFor(actor, code);
  const place = await placeOf(actor, { unit: found.unit, asOf });
  const [action] = await place.readings.actions.list({ units: null, kpis: null, codes: [code] });
  if (action === undefined) throw new AppError("not-found", { what: "action", code });
  const names = await readActionNames(place.readings, actor.store);
  const effects = await readEffects(actor, place, [action]);
  const effect = effects.get(code);
  const { cause, resources, cost, spent } = action;
  return {
    action: actionRow(action, { actor, place, names, effects }),
    ...{ cause, resources, cost, spent, effect: action.effect },
    course: effect === undefined ? null : courseOf(effect, place.named(action.effect?.unit ?? action.unit)),
    history: actionHistory(await place.readings.actions.history(code), names),
  };
}

/** The stored action, where the actor may read its unit; as if it did not exist where not. */
async function actionFor(actor: Actor, code: string): Promise<Action> {
  const [action] = await actor.store.actions.list({ units: null, kpis: null, codes: [code] });
  if (action === undefined || !may(actor.holder, "read", action.unit)) {
    throw new AppError("not-found", { what: "action", code });
  }
  return action;
}

/** Months around an action that its chart shows. */
const COURSE_MONTHS = 36;

function courseOf({ series }: JudgedEffect, unit: ActionRow["unit"]): NonNullable<ActionView["course"]> {
  const { name, unitOfMeasure, decimals } = series.definition;
  const points = series.analysis.points.slice(-COURSE_MONTHS);
  const span = points.length === 0 ? "" : `, ${points[0]?.period} to ${points.at(-1)?.period}`;
  return {
    kpi: { code: series.kpi.code, name },
    ...{ unit, unitOfMeasure, decimals },
    title: `${name}, ${unitOfMeasure} · ${unit.name}${span}, actual by month`,
    points: points.map(({ period, value, excluded }) => ({ month: period, value, counts: !excluded })),
  };
}

/** Writes a new action; its owner is who creates it unless another is named. */
export async function createAction(actor: Actor, input: CreateActionInput): Promise<{ readonly code: string }> {
  const event = { actor: actor.by, command: "action-created", entity: "action", unitCode: input.unit };
  return actor.store.command(event, async (store, written) => {
    const { risks = [], unit, owner = actor.person?.code ?? null, ...said } = input;
    const holder = await holderWithin(store, actor);
    if (!mayChange(holder, actor.by, { unit, owner })) throw new AppError("not-allowed");
    await noteDeputy(store, { holder, by: actor.by }, [{ action: "edit-own-actions", unit }]);
    const saying: ActionSaying = {
      ...{ kind: "improvement", cause: "", kpi: null, objective: null, dueOn: null, resources: "", progress: 0 },
      ...{ steps: [], cost: null, spent: null, effect: null, startedOn: null, state: "planned", verification: null },
      ...defined(said),
      ...{ code: null, unit, owner },
    };
    await refuseEffect(store, saying);
    const { code } = await store.actions.put(saying);
    if (risks.length > 0)
      await store.context.link(
        "action_risk",
        risks.map((risk) => ({ from: code, to: risk })),
      );
    written.describe({ entityCode: code, after: { ...input, owner } });
    return { code };
  });
}

/** Changes what is named of an action, its state among it; the effect stays as it was once it has started. */
export async function changeAction(actor: Actor, input: ChangeActionInput): Promise<ActionView> {
  const { action: code, version, risks, state: _state, startedOn: _day, overrideReason, ...said } = input;
  const stored = await actionFor(actor, code);
  const check = isEnd(input.state) ? await checkOf(actor, stored) : null;
  const reason = overrideReason ?? null;
  const event = { actor: actor.by, command: "action-changed", entity: "action", entityCode: code, reason };
  await actor.store.command({ ...event, unitCode: stored.unit }, async (store, written) => {
    const [before] = await store.actions.list({ units: null, kpis: null, codes: [code] });
    if (before === undefined) throw new AppError("not-found", { what: "action", code });
    const after = { ...before, ...defined(said), ...stepOf(actor, before, input), ...endOf(before, { input, check }) };
    const holder = await holderWithin(store, actor);
    if (!mayChange(holder, actor.by, before) || !mayChange(holder, actor.by, after)) throw new AppError("not-allowed");
    if (after.judgedBy === "person" && before.judgedBy === null && !may(holder, "edit-actions", before.unit)) {
      throw new AppError("not-allowed");
    }
    await noteDeputy(store, { holder, by: actor.by }, [{ action: "edit-own-actions", unit: before.unit }]);
    await refuseEffect(store, after);
    const { version: _, ...saying } = after;
    const { changed } = await store.actions.put({ ...saying, expectedVersion: version });
    const linked = risks === undefined ? 0 : await linkRisks(store, code, risks);
    const command = commandOf(before.state, after.state);
    if (changed || linked > 0) written.describe({ command, before: pick(before, input), after: input });
    else written.leaveNoEvent();
  });
  return readAction(actor, { action: code });
}

function commandOf(before: ActionState, after: ActionState): string {
  return before === after ? "action-changed" : `action-${after.replace("_", "-")}`;
}

/** The fields of `action` that the input names. */
function pick(action: Action, input: ChangeActionInput): Record<string, unknown> {
  return Object.fromEntries(Object.entries(action).filter(([field]) => field in input));
}

const isEnd = (state: ActionState | undefined) => state === "effective" || state === "not_effective";

async function checkOf(actor: Actor, action: Action): Promise<JudgedEffect | null> {
  if (!isPromised(action)) return null;
  const place = await placeOf(actor, { unit: action.unit });
  return (await judgedEffects(place, [action])).get(action.code) ?? null;
}

/** State and first day after the step; throws where it cannot be taken. */
function stepOf(
  { today }: Actor,
  before: Action,
  input: ChangeActionInput,
): Pick<Action, "state" | "startedOn" | "progress"> {
  const state = input.state ?? before.state;
  const begins = before.state === "planned" && state === "started";
  const startedOn = begins ? ((input.startedOn ?? today) as DateText) : before.startedOn;
  const owner = input.owner === undefined ? before.owner : input.owner;
  const dueOn = input.dueOn === undefined ? before.dueOn : input.dueOn;
  const fault = stepFault({ from: before.state, to: state, owner, dueOn, startedOn, today });
  if (fault !== null) throw new AppError("step-not-allowed", { problem: stepFaultText(fault) });
  const said = input.progress ?? before.progress;
  return { state, startedOn, progress: state === "done" ? 100 : said };
}

type Ending = Pick<Action, "verification" | "judgedBy" | "overrideReason">;

/** What is recorded where an action ends; throws where the data do not show it and nobody says why they override them. */
function endOf(
  before: Action,
  { input, check }: { readonly input: ChangeActionInput; readonly check: JudgedEffect | null },
): Ending | Record<string, never> {
  const to = input.state;
  if ((to !== "effective" && to !== "not_effective") || to === before.state) return {};
  const overrideReason = input.overrideReason ?? null;
  const ending = endingOf({ to, verdict: check?.reading.verdict ?? null, overrideReason });
  const sentence = check?.check.sentence ?? "No expected effect was stated.";
  if (ending.kind === "refused") throw new AppError("not-proven", { action: before.code, problem: sentence });
  const byData = ending.kind === "by-data";
  return {
    verification: sentence,
    judgedBy: byData ? "data" : "person",
    overrideReason: byData ? null : overrideReason,
  };
}

/** A promise must point to the better side of its KPI. */
async function refuseEffect(store: Writings, { effect }: Pick<Action, "effect">): Promise<void> {
  if (effect === null) return;
  const id = (await store.kpis.idsOf([effect.kpi])).get(effect.kpi);
  const definition = id === undefined ? undefined : (await store.kpis.definitionsOf([id])).get(id)?.at(-1);
  if (definition === undefined) throw new AppError("unknown-code", { what: "KPI", code: effect.kpi });
  const { direction, name } = definition;
  if ((direction === "lower" && effect.size > 0) || (direction === "higher" && effect.size < 0)) {
    const problem = `${direction === "lower" ? "Lower" : "Higher"} is better for ${name}: the expected change has the other sign.`;
    throw new AppError("invalid-value", { problem });
  }
}

async function linkRisks(store: Writings, action: string, risks: readonly string[]): Promise<number> {
  const now = (await store.context.links("action_risk")).filter(({ from }) => from === action).map(({ to }) => to);
  const added = risks.filter((risk) => !now.includes(risk)).map((to) => ({ from: action, to }));
  const gone = now.filter((risk) => !risks.includes(risk)).map((to) => ({ from: action, to, withdrawn: true }));
  if (added.length + gone.length > 0) await store.context.link("action_risk", [...added, ...gone]);
  return added.length + gone.length;
}

/** The named fields alone. */
function defined<T extends object>(said: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const entries = Object.entries(said).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> };
}
