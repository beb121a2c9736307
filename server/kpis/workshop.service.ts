import type { z } from "zod";
import type { WorkshopView, workshopInput } from "../../shared/contracts/workshop.ts";
import { periodsPerYear } from "../../shared/domain/calendar.ts";
import { decimalOfNumber } from "../../shared/domain/decimal.ts";
import { AppError } from "../../shared/domain/failures.ts";
import type { Month } from "../../shared/domain/month.ts";
import { may } from "../../shared/domain/permissions.ts";
import type { TargetInForce } from "../../shared/domain/statistics/assurance.ts";
import { DEFAULT_RULE_SET } from "../../shared/domain/statistics/rule-set.ts";
import { seedOf } from "../../shared/domain/statistics/seeded-random.ts";
import { demandOf, type RunningProcess, simulateYears } from "../../shared/domain/statistics/target-workshop.ts";
import { type Target, targetFault, targetOfRecord } from "../../shared/domain/target.ts";
import { type NumberStyle, targetPhrase } from "../../shared/text/figure-text.ts";
import { NO_NUMBER, shownNumber } from "../../shared/text/number-format.ts";
import { chanceText, messagesFor } from "../../shared/text/verdict.ts";
import { workshopSentences } from "../../shared/text/workshop-text.ts";
import type { Actor } from "../access/actor.ts";
import { type JudgedSeries, judgedSeries } from "../judging/judged-series.ts";
import { keptForecasts } from "../judging/kept-forecasts.ts";
import { styleOf } from "../judging/overview-kpi.ts";
import { shownTarget } from "../judging/shown.ts";
import { yearStanding } from "../judging/year-question.ts";
import { type KpiAtPlace, kpiAtPlace } from "./kpi-at-unit.ts";
import { targetMonths } from "./target-months.ts";

type Asked = z.infer<typeof workshopInput>;

/** What a proposed target would mean for the process as it runs. Writes nothing. */
export async function targetWorkshop(actor: Actor, asked: Asked): Promise<WorkshopView> {
  const at = await kpiAtPlace(actor, asked);
  const series = seriesAgainst(at, asked);
  const { definition, analysis } = series;
  const { direction, decimals, unitOfMeasure } = definition;
  const target = proposedTarget(asked, series);
  const { expected, chanceOfMiss, outlook, dependence } = analysis;
  if (expected === null) {
    throw new AppError("invalid-value", { problem: "There are too few months to say what the process does." });
  }
  const { minimum, maximum } = definition;
  const process: RunningProcess = { ...expected, dependence, minimum, maximum };
  const periods = periodsPerYear(definition.frequency);
  const held = targetInForce(asked);
  const seed = seedOf(JSON.stringify([asked.kpi, at.place.unit.code, at.place.period]));
  const simulated = simulateYears(process, { target: held, direction, periods, seed });
  const yearEnd = await yearEndOf(at, series, held);
  const style = styleOf(at.insight, series);
  const shown = shownTarget(target, style);
  if (shown === null) throw new AppError("invalid-value", { problem: "Give the target a number." });
  return {
    ...{ direction, decimals, unitOfMeasure, chanceOfMiss, outlook, periods, yearEnd },
    current: shownTarget(series.newest.judgement.target, style),
    proposed: shown,
    process: expected,
    outlookWord: outlook === null ? NO_NUMBER : messagesFor(style.locale).outlooks[outlook],
    ...simulated,
    sentences: workshopSentences({
      ...{ target: targetPhrase(target, style), chanceOfMiss, periods, misses: simulated.misses },
      ...processWords(expected, style),
      demand: demandOf(process, held, direction),
      yearEnd: yearEnd === null ? null : chanceText(yearEnd, style.locale),
    }),
    mayEdit: at.place.asOf === null && may(actor.holder, "edit-targets", at.place.unit.code),
    months: await targetMonths(at.place.readings, { place: at.place, frequency: definition.frequency }),
  };
}

function processWords({ mean, lower, upper }: { mean: number; lower: number; upper: number }, style: NumberStyle) {
  const text = (value: number) => shownNumber(decimalOfNumber(value), style.decimals, style.locale);
  return { level: text(mean), range: `${text(lower)}–${text(upper)}` };
}

/** The same series as on the page, with the proposed target in place of every one in force. */
function seriesAgainst({ insight, question }: KpiAtPlace, { value, low, high }: Asked): JudgedSeries {
  const kpi = insight.figures.kpis.get(question.kpi);
  const phases = insight.surroundings.get(question.kpi)?.phases ?? [];
  const proposed = { value, low, high };
  const asked = { ...question, phases, ruleSet: DEFAULT_RULE_SET, proposed };
  const series = kpi === undefined ? null : judgedSeries(insight.figures, kpi, asked);
  if (series === null) throw new AppError("not-found", { what: "KPI", code: question.kpi });
  return series;
}

function proposedTarget({ value, low, high }: Asked, { definition }: JudgedSeries): Target {
  const record = { value, low, high, share: 1, stretch: null, benchmark: null };
  const fault = targetFault(record, definition.direction);
  const target = targetOfRecord(record);
  if (fault !== null || target === null)
    throw new AppError("invalid-value", { problem: FAULT[fault ?? "value-needed"] });
  return target;
}

const FAULT = {
  "value-needed": "This KPI takes one number as its target.",
  "band-needed": "This KPI takes the two edges of a band as its target.",
  "band-reversed": "The lower edge of the band lies above the upper one.",
  "neutral-takes-no-band": "This KPI takes one number as its target.",
} as const;

function targetInForce({ value, low, high }: Pick<Asked, "value" | "low" | "high">): TargetInForce {
  return low !== null && high !== null ? { low, high } : { value: value ?? Number.NaN };
}

/** The chance that the year's figure reaches it, were it the target of every month still open. */
async function yearEndOf({ insight, place }: KpiAtPlace, series: JudgedSeries, held: TargetInForce) {
  const standing = yearStanding(insight, series, { until: place.period });
  if (standing.kind !== "open") return null;
  const { question } = standing;
  const months: readonly (Month | null)[] = question.node.kind === "own" ? question.node.months : [null];
  const targets = question.targets.map((target, at) => {
    const month = months[at] ?? null;
    return month === null || month > place.period ? held : target;
  });
  const [forecast = null] = await keptForecasts([{ question: { ...question, targets } }]);
  return forecast?.probability ?? null;
}
