import type { ThreadView } from "../../shared/contracts/strategy.ts";
import { fiscalYearName, fiscalYearOf } from "../../shared/domain/calendar.ts";
import type { Actor } from "../access/actor.ts";
import { type Asked, placeOf } from "../judging/asked-place.ts";
import { overviewAt } from "../judging/overview-at.ts";
import { threadView } from "./thread-view.ts";

/** The strategy's thread at a unit: what is of the unit itself or of a unit above it. */
export async function strategyThread(actor: Actor, asked: Asked): Promise<ThreadView> {
  const place = await placeOf(actor, asked);
  const { readings, period, path, settings, today } = place;
  const overview = await overviewAt(place);
  const year = fiscalYearOf(period, settings.fiscalYearStart);
  const units = path.map(({ code }) => code);
  const isHere = ({ unit }: { readonly unit: string }) => units.includes(unit);
  const inForce = (await readings.strategy.strategies()).filter((each) => each.fromYear <= year && year <= each.toYear);
  const strategy = inForce.at(-1);
  const themes = await readings.strategy.themes();
  const { context } = readings;
  return threadView({
    locale: settings.locale,
    overview,
    today,
    strategyYears: strategy === undefined ? null : `${strategy.fromYear}–${strategy.toYear}`,
    yearName: fiscalYearName(year),
    parties: await context.parties(),
    needs: (await context.needs()).filter(isHere),
    risks: (await context.risks()).filter(isHere),
    themes: themes.filter((theme) => inForce.some(({ code }) => code === theme.strategy)),
    objectives: (await readings.objectives.list(year)).filter(isHere),
    objectiveKpis: await readings.objectives.kpis(),
    actions: await readings.actions.list({ units, kpis: null }),
    objectiveNeeds: await context.links("objective_need"),
    objectiveRisks: await context.links("objective_risk"),
    actionRisks: await context.links("action_risk"),
  });
}
