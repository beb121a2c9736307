import type { Action, Decision } from "../../db/store.ts";
import type { DecisionRow } from "../../shared/contracts/reviews.ts";
import { isLateAction, isOpen } from "../../shared/domain/action.ts";
import { actionStateWord, ageText, dueText } from "../../shared/text/action-text.ts";
import { decisionKindWord } from "../../shared/text/review-text.ts";
import type { Place } from "../judging/asked-place.ts";

type Around = {
  readonly place: Place;
  readonly nameOf: (code: string) => string;
  readonly actions: readonly Action[];
  readonly decisions: readonly Decision[];
  readonly kpiNames: ReadonlyMap<string, string>;
};

/** A decision as lists, minutes and its own page show it. */
export function decisionRow(decision: Decision, { place, nameOf, actions, decisions, kpiNames }: Around): DecisionRow {
  const { code, kind, text, options, rationale, decidedOn, reviewOn, review, supersedes, evidence } = decision;
  const { today } = place;
  return {
    ...{ code, kind, text, options, rationale, decidedOn, reviewOn, review, supersedes, evidence },
    kindWord: decisionKindWord(kind),
    unit: place.named(decision.unit),
    kpi: decision.kpi === null ? null : { code: decision.kpi, name: kpiNames.get(decision.kpi) ?? decision.kpi },
    owner: decision.owner === null ? null : { code: decision.owner, name: nameOf(decision.owner) },
    age: ageText(decidedOn, today),
    supersededBy: decisions.find((later) => later.supersedes === code)?.code ?? null,
    actions: actions
      .filter((action) => action.decision === code)
      .map((action) => ({
        ...{ code: action.code, name: action.title, stateWord: actionStateWord(action.state) },
        late: isLateAction(action, today),
        dueWord: action.dueOn !== null && isOpen(action.state) ? dueText(action.dueOn, today) : "",
      })),
  };
}

/** What KPIs are called now. */
export async function readKpiNames({ readings }: Pick<Place, "readings">): Promise<Map<string, string>> {
  const definitions = await readings.kpis.definitionsOf(null);
  return new Map((await readings.kpis.list()).map(({ id, code }) => [code, definitions.get(id)?.at(-1)?.name ?? code]));
}
