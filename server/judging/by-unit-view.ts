import type { ByUnitView, UnitSeries } from "../../shared/contracts/by-unit.ts";
import type { SparkView } from "../../shared/contracts/insight.ts";
import { figureView, MISSING } from "../../shared/domain/figure.ts";
import { judgementAt } from "../../shared/domain/kpi-at-unit.ts";
import { type KpiDefinition, versionOf } from "../../shared/domain/kpi-definition.ts";
import type { Month } from "../../shared/domain/month.ts";
import { DEFAULT_RULE_SET } from "../../shared/domain/statistics/rule-set.ts";
import { noFunnelSentence } from "../../shared/text/by-unit-text.ts";
import { figureText, type NumberStyle } from "../../shared/text/figure-text.ts";
import { NO_NUMBER } from "../../shared/text/number-format.ts";
import { messagesFor } from "../../shared/text/verdict.ts";
import { funnelView } from "./funnel-view.ts";
import { askedSeries, type JudgedSeries, judgedTogether } from "./judged-series.ts";
import type { KpiSurroundings, NamedUnit } from "./unit-insight.ts";
import type { KpiByUnit, KpiPart } from "./units-view.ts";

export type ByUnitQuestion = {
  readonly period: Month;
  /** The oldest month that limits are computed from. */
  readonly from: Month;
  /** The months shown. */
  readonly months: readonly Month[];
  readonly level: ByUnitView["level"];
  readonly phasesOf: (unit: string) => KpiSurroundings["phases"];
  readonly named: (unit: string) => NamedUnit;
};

/** One KPI at each part of a unit: months across, each with its own usual range, and the funnel of the period. */
export async function byUnitView(facts: KpiByUnit, question: ByUnitQuestion): Promise<ByUnitView | null> {
  const definition = versionOf(facts.definitions, question.period);
  if (definition === null) return null;
  const months = question.months.filter((month) => judgementAt(facts.whole, facts.code, month) !== null);
  const analysed = await seriesByUnit(facts, question);
  const units = facts.parts.map((part) =>
    unitSeries(part, { facts, definition, months, question, series: analysed.get(part.unit.code) ?? null }),
  );
  const figures = facts.parts.map(({ unit, figures: own }) => ({
    unit,
    figure: judgementAt(own, facts.code, question.period)?.figure ?? MISSING,
  }));
  const funnel = funnelView(figures, { definition, locale: facts.locale });
  const { name, unitOfMeasure, decimals, direction, denominatorLabel } = definition;
  return {
    ...{ kpi: facts.code, name, unitOfMeasure, decimals, direction, denominatorLabel: denominatorLabel ?? "" },
    ...{ unit: facts.unit, path: [...facts.path], period: question.period, level: question.level, months, units },
    coverage: judgementAt(facts.whole, facts.code, question.period)?.coverage ?? { reported: 0, due: 0 },
    missing: units
      .filter(({ coverage }) => coverage.reported < coverage.due)
      .map(({ unit, coverage }) => ({ unit, coverage })),
    scale: scaleOf(units),
    funnel: typeof funnel === "string" ? null : funnel,
    noFunnel: typeof funnel === "string" ? noFunnelSentence(funnel, facts.locale) : null,
  };
}

type Row = {
  readonly facts: KpiByUnit;
  readonly definition: KpiDefinition;
  readonly question: ByUnitQuestion;
  readonly months: readonly Month[];
  readonly series: JudgedSeries | null;
};

function unitSeries(part: KpiPart, { facts, definition, question, months, series }: Row): UnitSeries {
  const style: NumberStyle = { ...definition, locale: facts.locale };
  const judged = months.map((month) => judgementAt(part.figures, facts.code, month));
  const words = messagesFor(facts.locale);
  const variation = series?.analysis.variation ?? "too_few";
  const outlook = series?.analysis.outlook ?? null;
  return {
    unit: part.unit,
    parent: question.named(part.parent ?? facts.unit.code).name,
    hasParts: part.hasParts,
    values: judged.map((judgement) => (judgement === null ? null : figureView(judgement.figure).value)),
    shown: judged.map((judgement) => (judgement === null ? NO_NUMBER : figureText(judgement.figure, style))),
    statuses: judged.map((judgement) => judgement?.status ?? "not_due"),
    coverage: judged.at(-1)?.coverage ?? { reported: 0, due: 0 },
    ...{ variation, variationWord: words.variations[variation] },
    variationIcon: series?.analysis.variationIcon ?? null,
    outlookWord: outlook === null ? NO_NUMBER : words.outlooks[outlook],
    spark: series === null ? null : sparkOver(series, months),
  };
}

async function seriesByUnit({ parts, code }: KpiByUnit, question: ByUnitQuestion): Promise<Map<string, JudgedSeries>> {
  const { from, period: until } = question;
  const asked = parts.flatMap(({ unit, figures }) => {
    const kpi = figures.kpis.get(code);
    const phases = question.phasesOf(unit.code);
    const series = kpi && askedSeries(figures, kpi, { from, until, phases, ruleSet: DEFAULT_RULE_SET });
    return series == null ? [] : [{ unit: unit.code, series }];
  });
  const series = await judgedTogether(asked.map((each) => each.series));
  return new Map(series.map((each, i) => [asked[i]?.unit ?? "", each]));
}

/** The months of the view, whether or not the unit had a period in them. */
function sparkOver({ analysis }: JudgedSeries, months: readonly Month[]): SparkView {
  const byMonth = new Map(analysis.points.map((point) => [point.period, point]));
  const points = months.map((month) => byMonth.get(month) ?? null);
  const last = analysis.points.findLast(({ lower }) => lower !== null);
  return {
    months: [...months],
    values: points.map((point) => point?.value ?? null),
    marks: points.map((point) => point?.pointType ?? null),
    targets: points.map((point) => point?.target ?? null),
    low: last?.lower ?? null,
    high: last?.upper ?? null,
    excluded: points.map((point) => point?.excluded ?? false),
  };
}

function scaleOf(units: readonly UnitSeries[]): ByUnitView["scale"] {
  const all = units.flatMap(({ values, spark }) =>
    [...values, ...(spark?.targets ?? [])].filter((value) => value !== null),
  );
  if (all.length === 0) return { low: 0, high: 1 };
  return { low: all.reduce((a, b) => Math.min(a, b)), high: all.reduce((a, b) => Math.max(a, b)) };
}
