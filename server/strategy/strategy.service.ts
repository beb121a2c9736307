import type { ThreadView } from "../../shared/contracts/strategy.ts";
import { fiscalYearName, fiscalYearOf } from "../../shared/domain/calendar.ts";
import { addMonths } from "../../shared/domain/month.ts";
import { DEFAULT_RULE_SET } from "../../shared/domain/statistics/rule-set.ts";
import type { Actor } from "../access/actor.ts";
import { type Asked, placeOf } from "../judging/asked-place.ts";
import { overviewView } from "../judging/overview-view.ts";
import { readUnitInsight } from "../judging/read-unit-insight.ts";
import { threadView } from "./thread-view.ts";

/** Months of a series that limits are computed from, as on the overview. */
const SERIES_MONTHS = 36;

/** The strategy's thread at a unit: what is of the unit itself or of a unit above it. */
export async function strategyThread(actor: Actor, asked: Asked): Promise<ThreadView> {
  const place = await placeOf(actor, asked);
  const { readings, period, path, settings, today } = place;
  const from = addMonths(period, 1 - SERIES_MONTHS);
  const insight = await readUnitInsight(place, { kpis: null, from });
  const overview = overviewView(insight, { until: period, from, ruleSet: DEFAULT_RULE_SET, asOf: place.asOf });
  const year = fiscalYearOf(period, settings.fiscalYearStart);
  const units = path.map(({ code }) => code);
  const isHere = ({ unit }: { readonly unit: string }) => units.includes(unit);
  const inForce = (await readings.strategy.strategies()).filter((each) => each.fromYear <= year && year <= each.toYear);
  const strategy = inForce.at(-1);
  const themes = await readings.strategy.themes();
  const { context } = readings;
  return threadView({
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
