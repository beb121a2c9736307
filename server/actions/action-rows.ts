import type { Action } from "../../db/store.ts";
import type { ActionRow } from "../../shared/contracts/actions.ts";
import { isLateAction, isOpen, nextStates } from "../../shared/domain/action.ts";
import { type Holder, may } from "../../shared/domain/permissions.ts";
import { actionKindWord, actionStateWord, dueText } from "../../shared/text/action-text.ts";
import type { Actor } from "../access/actor.ts";
import { isPromised, type JudgedEffect, judgedEffects, type Promised, promiseText } from "../judging/action-effects.ts";
import type { Place } from "../judging/asked-place.ts";
import type { ActionNames } from "./action-names.ts";

/** Whether the holder may change an action: any in their subtree, or their own. */
export function mayChange(holder: Holder, by: string, { unit, owner }: Pick<Action, "unit" | "owner">): boolean {
  return may(holder, "edit-actions", unit) || (owner === by && may(holder, "edit-own-actions", unit));
}

/** What the data say of the actions whose promised unit the actor may read. */
export function readEffects(
  actor: Actor,
  place: Place,
  actions: readonly Action[],
): Promise<Map<string, JudgedEffect>> {
  const promised: readonly Promised[] = actions.filter(isPromised);
  return judgedEffects(
    place,
    promised.filter(({ unit, effect }) => may(actor.holder, "read", effect.unit ?? unit)),
  );
}

export type RowSetting = {
  readonly actor: Actor;
  readonly place: Place;
  readonly names: ActionNames;
  readonly effects: ReadonlyMap<string, JudgedEffect>;
};

/** An action as every list and page shows it. */
export function actionRow(action: Action, { actor, place, names, effects }: RowSetting): ActionRow {
  const { code, version, kind, title, state, owner, startedOn, dueOn, progress, steps, effect } = action;
  const { verification, judgedBy, overrideReason, decision } = action;
  const { today, settings, asOf } = place;
  const mayEdit = asOf === null && mayChange(actor.holder, actor.by, action);
  const definition = effect === null ? null : names.definition(effect.kpi);
  return {
    ...{ code, version, kind, title, state, startedOn, dueOn, progress, decision, verification },
    ...{ judgedBy, overrideReason, mayEdit },
    kindWord: actionKindWord(kind, settings.locale),
    stateWord: actionStateWord(state, settings.locale),
    unit: place.named(action.unit),
    owner: names.person(owner),
    kpi: names.kpi(action.kpi),
    objective: names.objective(action.objective),
    risks: names.risksOf(code),
    late: isLateAction(action, today),
    dueWord: dueOn !== null && isOpen(state) ? dueText(dueOn, today, settings.locale) : "",
    steps: steps.map((step) => ({ ...step })),
    promise: effect === null || definition === null ? null : promiseText(definition, effect, settings.locale),
    check: effects.get(code)?.check ?? null,
    next: mayEdit
      ? nextStates(state).map((next) => ({ state: next, word: actionStateWord(next, settings.locale) }))
      : [],
  };
}
