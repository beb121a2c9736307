import type { ActionChoices } from "../../shared/contracts/actions.ts";
import { fiscalYearOf } from "../../shared/domain/calendar.ts";
import { may } from "../../shared/domain/permissions.ts";
import { subtreeOf } from "../../shared/domain/tree.ts";
import type { Actor } from "../access/actor.ts";
import { placeOf } from "../judging/asked-place.ts";

/** What a form of an action at a unit offers: active people, KPIs, the year's objectives from there up and down, risks. */
export async function actionChoices(actor: Actor, { unit }: { readonly unit: string }): Promise<ActionChoices> {
  const { readings, period, tree, path, settings } = await placeOf(actor, { unit });
  const near = new Set([...path.map(({ code }) => code), ...subtreeOf(tree, unit)]);
  const people = (await readings.people.list()).filter(({ state }) => state === "active");
  const definitions = await readings.kpis.definitionsOf(null);
  const objectives = await readings.objectives.list(fiscalYearOf(period, settings.fiscalYearStart));
  const risks = (await readings.context.risks()).filter((risk) => may(actor.holder, "read", risk.unit));
  return {
    people: people.map(({ code, name }) => ({ code, name })),
    kpis: (await readings.kpis.list()).flatMap(({ id, code }) => {
      const newest = definitions.get(id)?.at(-1);
      return newest === undefined ? [] : [{ code, name: newest.name, unitOfMeasure: newest.unitOfMeasure }];
    }),
    objectives: objectives
      .filter((objective) => near.has(objective.unit) && may(actor.holder, "read", objective.unit))
      .map(({ code, statement }) => ({ code, name: statement })),
    risks: risks.map(({ code, text }) => ({ code, name: text })),
  };
}
