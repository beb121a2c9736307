import type { Confidence } from "../../db/store.ts";
import type { ExplainMissInput, MissView, SayConfidenceInput } from "../../shared/contracts/actions.ts";
import { fiscalYearOf } from "../../shared/domain/calendar.ts";
import { AppError } from "../../shared/domain/failures.ts";
import { addMonths, type Month } from "../../shared/domain/month.ts";
import { may } from "../../shared/domain/permissions.ts";
import { DEFAULT_RULE_SET } from "../../shared/domain/statistics/rule-set.ts";
import { confidenceText, missFact } from "../../shared/text/miss-text.ts";
import type { Actor } from "../access/actor.ts";
import { permit } from "../access/permit.ts";
import { type Place, placeOf } from "../judging/asked-place.ts";
import { type JudgedSeries, judgedSeries, SERIES_MONTHS } from "../judging/judged-series.ts";
import { styleOf } from "../judging/overview-kpi.ts";
import { readUnitInsight } from "../judging/read-unit-insight.ts";
import type { UnitInsight } from "../judging/unit-insight.ts";
import { namesIn } from "../judging/with-names.ts";
import { yearEndsOf } from "../judging/year-ends.ts";

type Asked = { readonly kpi: string; readonly unit: string; readonly month: Month };

type Missed = { readonly place: Place; readonly insight: UnitInsight; readonly series: JudgedSeries };

async function judgedMonth(actor: Actor, { kpi, unit, month }: Asked): Promise<Missed> {
  const place = await placeOf(actor, { unit, period: month });
  const from = addMonths(month, 1 - SERIES_MONTHS);
  const insight = await readUnitInsight(place, { kpis: [kpi], from });
  const found = insight.figures.kpis.get(kpi);
  const phases = insight.surroundings.get(kpi)?.phases ?? [];
  const question = { until: month, from, ruleSet: DEFAULT_RULE_SET, phases };
  const series = found === undefined ? null : judgedSeries(insight.figures, found, question);
  if (series === null) throw new AppError("not-found", { what: "KPI", code: kpi });
  return { place, insight, series };
}

/** A month of a KPI as fact, cause and action, and how sure its owner is of the year beside what is calculated. */
export async function readMiss(actor: Actor, asked: Asked): Promise<MissView> {
  const { place, insight, series } = await judgedMonth(actor, asked);
  const { readings, unit, settings } = place;
  const { month, judgement } = series.newest;
  const said = (await readings.actions.causes(asked)).find((cause) => cause.month === month);
  const nameOf = await namesIn(actor.store);
  const actions = (insight.surroundings.get(asked.kpi)?.actions ?? []).map(({ code, title }) => ({
    code,
    name: title,
  }));
  const fiscalYear = fiscalYearOf(month, settings.fiscalYearStart);
  const [newest] = await readings.actions.confidences({ ...asked, fiscalYear });
  const style = styleOf(insight, series);
  return {
    month,
    fact: said?.fact ?? missFact({ month, figure: judgement.figure, target: judgement.target }, style),
    isMiss: judgement.status === "off" || judgement.status === "near",
    version: said?.version ?? 0,
    whys: [...(said?.whys ?? [])],
    cause: said?.cause ?? "",
    action: actions.find(({ code }) => code === said?.action) ?? null,
    by: said?.by == null ? null : nameOf(said.by),
    actions,
    mayEdit: may(actor.holder, "edit-own-actions", unit.code),
    confidence: confidenceView(newest ?? null, { fiscalYear, nameOf }),
  };
}

function confidenceView(
  said: Confidence | null,
  { fiscalYear, nameOf }: { readonly fiscalYear: number; readonly nameOf: (code: string) => string },
): MissView["confidence"] {
  const by = said?.by == null ? null : nameOf(said.by);
  return {
    ...{ fiscalYear, by },
    version: said?.version ?? 0,
    level: said?.level ?? null,
    note: said?.note ?? "",
    month: said?.month ?? null,
    probability: said?.probability ?? null,
    sentence: confidenceText(said === null ? null : { level: said.level, probability: said.probability, by }),
  };
}

/** Keeps what was found of a miss: the fact, the answers to five whys, the cause, and the action that follows. */
export async function explainMiss(actor: Actor, input: ExplainMissInput): Promise<MissView> {
  const { kpi, unit, month, version, fact, whys, cause, action } = input;
  const event = { actor: actor.by, command: "miss-explained", entity: "kpi", entityCode: kpi, unitCode: unit };
  const { series } = await judgedMonth(actor, input);
  const period = series.newest.month;
  await actor.store.command({ ...event, after: input }, async (store) => {
    await permit(store, actor, { action: "edit-own-actions", unit });
    const by = actor.person?.code ?? null;
    await store.actions.explain({ kpi, unit, month: period, fact, whys, cause, action, by, expectedVersion: version });
  });
  return readMiss(actor, { kpi, unit, month });
}

/** Keeps how sure the owner is that the year's target is reached, beside what was calculated at that moment. */
export async function sayConfidence(actor: Actor, input: SayConfidenceInput): Promise<MissView> {
  const { kpi, unit, month, version, level, note } = input;
  const { place, insight, series } = await judgedMonth(actor, input);
  const fiscalYear = fiscalYearOf(series.newest.month, place.settings.fiscalYearStart);
  const yearEnds = await yearEndsOf(insight, [series], { until: place.period });
  const probability = yearEnds.get(kpi)?.forecast?.probability ?? null;
  const event = { actor: actor.by, command: "confidence-said", entity: "kpi", entityCode: kpi, unitCode: unit };
  await actor.store.command({ ...event, after: input }, async (store) => {
    await permit(store, actor, { action: "edit-own-actions", unit });
    const by = actor.person?.code ?? null;
    const said = { kpi, unit, fiscalYear, month: series.newest.month, level, note, probability, by };
    await store.actions.sayConfidence({ ...said, expectedVersion: version });
  });
  return readMiss(actor, { kpi, unit, month });
}
