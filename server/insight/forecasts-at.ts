import type { Readings, RecordedForecast } from "../../db/store.ts";
import { dayAfter, monthsOfYear } from "../../shared/domain/calendar.ts";
import { decimalOfNumber } from "../../shared/domain/decimal.ts";
import type { KpiAtUnit } from "../../shared/domain/kpi-at-unit.ts";
import { versionOf } from "../../shared/domain/kpi-definition.ts";
import { addMonths, monthRange } from "../../shared/domain/month.ts";
import { DEFAULT_RULE_SET } from "../../shared/domain/statistics/rule-set.ts";
import type { YearForecast, YearQuestion } from "../../shared/domain/statistics/year-forecast.ts";
import { childrenOf, type OrgTree, treeOfMonth } from "../../shared/domain/tree.ts";
import { dayIn } from "../clock.ts";
import { forecastHash } from "../judging/kept-forecasts.ts";
import { FORECAST_MONTHS, type YearGround, yearStanding } from "../judging/year-question.ts";
import type { Origin } from "./forecast-origins.ts";
import type { Recording } from "./recording.ts";

/** Units whose forecasts are written down: from the top of the tree, level by level. */
const MOST_UNITS = 12;

/** The forecasts of every KPI at the units that are followed, from nothing but the records of the origin's moment. */
export async function forecastsAt(recording: Recording, origin: Origin): Promise<RecordedForecast[]> {
  const { store, now } = recording;
  const readings = origin.moment === null ? store : store.at(origin.moment);
  const grounds = await groundsAt(readings, { ...origin, at: origin.moment ?? now() });
  const forecasts: RecordedForecast[] = [];
  for (const ground of grounds) {
    if (recording.isStopped()) return [];
    const asked = questionsOf(ground, origin);
    const made = await recording.forecast(asked.map(({ question }) => question));
    asked.forEach(({ kpi, question }, i) => {
      const forecast = made[i] ?? null;
      const said = { kpi, unit: ground.unit.code, asOf: origin.moment ?? now() };
      if (forecast !== null) forecasts.push({ ...said, ...recorded(forecast, question, origin) });
    });
  }
  return forecasts;
}

function recorded(forecast: YearForecast, question: YearQuestion, { fiscalYear, knownTo, moment }: Origin) {
  const { median, low80, high80, low95, high95, probability, target } = forecast;
  const isBand = target !== null && "low" in target;
  return {
    ...{ fiscalYear, knownTo, basis: moment === null ? ("then" as const) : ("since" as const) },
    ...{ inputsSha256: forecastHash(question), method: forecast.history, ruleSet: DEFAULT_RULE_SET },
    ...{ historyMonths: forecast.historyMonths, median, low80, high80, low95, high95, probability },
    targetLow: isBand ? target.low : (target?.value ?? null),
    targetHigh: isBand ? target.high : (target?.value ?? null),
  };
}

type Then = Origin & { readonly at: number };

/** What stood at the units that are followed; none where there was no organisation yet. */
async function groundsAt(readings: Readings, { knownTo, fiscalYear, at, moment }: Then): Promise<YearGround[]> {
  const organisation = await readings.organisation.find();
  if (organisation === null) return [];
  const { timeZone, entryDueDay, minimumCoverage, fiscalYearStart } = organisation;
  const followed = followedUnits(treeOfMonth(await readings.organisation.edges(), knownTo));
  const ids = await readings.organisation.unitIds(followed);
  const units = [...ids.values()];
  const end = monthsOfYear(fiscalYear, fiscalYearStart).at(-1) ?? knownTo;
  const months = monthRange(addMonths(knownTo, 1 - FORECAST_MONTHS), end);
  const targetsFrom = addMonths(knownTo, 1);
  const answer = await readings.insight.figures({ units, kpis: null, months, targetsFrom });
  const phases = await readings.kpis.phasesOf({ kpis: null, units });
  const day = dayIn(timeZone, at);
  const judging = {
    due: { today: moment === null ? day : dayAfter(day), entryDueDay },
    minimumCoverage: decimalOfNumber(minimumCoverage),
  };
  return [...ids].map(([code, id]) => ({
    unit: { code },
    settings: { fiscalYearStart },
    figures: { kpis: answer.at(id), ...judging },
    surroundings: new Map(
      answer.kpis.map((kpi) => {
        const own = phases.filter((phase) => phase.kpi === kpi.id && phase.unit === id);
        return [kpi.code, { phases: own.map(({ from, reason }) => ({ fromMonth: from, reason })) }];
      }),
    ),
  }));
}

function followedUnits(tree: OrgTree): string[] {
  const units = tree.root === null ? [] : [tree.root];
  for (const unit of units) {
    if (units.length >= MOST_UNITS) break;
    units.push(...childrenOf(tree, unit));
  }
  return units.slice(0, MOST_UNITS);
}

type Asked = { readonly kpi: string; readonly question: YearQuestion };

function questionsOf(ground: YearGround, { knownTo }: Origin): Asked[] {
  return [...ground.figures.kpis.values()].flatMap((kpi) => {
    const definition = versionOf(kpi.definitions, knownTo);
    if (definition === null || !isFollowed(kpi)) return [];
    const standing = yearStanding(ground, { kpi, definition }, { until: knownTo });
    return standing.kind === "open" ? [{ kpi: kpi.code, question: standing.question }] : [];
  });
}

function isFollowed({ expression, periods }: KpiAtUnit): boolean {
  return expression !== null || periods.some(({ cell }) => cell.reported > 0);
}
