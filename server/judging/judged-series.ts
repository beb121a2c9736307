import { decimalNumber } from "../../shared/domain/decimal.ts";
import { figureView } from "../../shared/domain/figure.ts";
import type { Judgement } from "../../shared/domain/judgement.ts";
import { judgementAt, type KpiAtUnit, type UnitFigures } from "../../shared/domain/kpi-at-unit.ts";
import { breaksComparability, type KpiDefinition, versionOf } from "../../shared/domain/kpi-definition.ts";
import type { Month } from "../../shared/domain/month.ts";
import { analyseSeries } from "../../shared/domain/statistics/analyse-series.ts";
import type { AskedChart } from "../../shared/domain/statistics/chart-kind.ts";
import type { RuleSetName } from "../../shared/domain/statistics/rule-set.ts";
import type { AnalysisOptions, SeriesAnalysis, SeriesInput, SeriesRow } from "../../shared/domain/statistics/series.ts";
import { type TargetView, targetView } from "../../shared/domain/target.ts";
import { keptAnalyses } from "./kept-analyses.ts";
import type { AnalysisAsked } from "./packed-series.ts";

/** Months of a series that limits are computed from, where nothing else is asked for. */
export const SERIES_MONTHS = 36;

/** Why limits begin anew at a month. */
export type Break = { readonly month: Month; readonly reason: string };

export type JudgedPeriod = { readonly month: Month; readonly judgement: Judgement };

/** A KPI at a unit: each period judged, and the statistics of the whole. */
export type JudgedSeries = {
  readonly kpi: KpiAtUnit;
  /** In force for the newest period. */
  readonly definition: KpiDefinition;
  readonly periods: readonly JudgedPeriod[];
  readonly newest: JudgedPeriod;
  readonly breaks: readonly Break[];
  readonly analysis: SeriesAnalysis;
};

export type SeriesQuestion = {
  /** The newest period asked for; later ones take no part. */
  readonly until: Month;
  /** The oldest period to analyse. */
  readonly from: Month;
  readonly ruleSet: RuleSetName;
  readonly phases: readonly { readonly fromMonth: Month; readonly reason: string }[];
  /** The definition's own unless asked for. */
  readonly chart?: AskedChart | undefined;
  /** Held against every period in place of the targets in force. */
  readonly proposed?: TargetView | undefined;
};

export const MONTHS_PER_PERIOD = { month: 1, quarter: 3, "half-year": 6, year: 12 } as const;

/** The periods of a KPI up to the one asked for, judged, and what their analysis is to be made of. */
export type AskedSeries = Omit<JudgedSeries, "analysis"> & { readonly asked: AnalysisAsked };

/** One series, analysed at once; null where the KPI has no period yet or no definition. */
export function judgedSeries(figures: UnitFigures, kpi: KpiAtUnit, question: SeriesQuestion): JudgedSeries | null {
  const series = askedSeries(figures, kpi, question);
  if (series === null) return null;
  const { asked, ...judged } = series;
  return { ...judged, analysis: analyseSeries(asked.input, asked.options) };
}

/** Many series, in their order: only what has changed is analysed, and beside the event loop. */
export async function judgedTogether(asked: readonly AskedSeries[]): Promise<JudgedSeries[]> {
  const analyses = await keptAnalyses(asked.map((series) => series.asked));
  return asked.flatMap(({ asked: _, ...judged }, i) => {
    const analysis = analyses[i];
    return analysis === undefined ? [] : [{ ...judged, analysis }];
  });
}

/** Null where the KPI has no period yet or no definition. */
export function askedSeries(figures: UnitFigures, kpi: KpiAtUnit, question: SeriesQuestion): AskedSeries | null {
  const periods: JudgedPeriod[] = [];
  for (const { month, cell } of kpi.periods) {
    if (month < question.from || month > question.until) continue;
    const isKnown = cell.assigned + cell.notApplicable > 0 || kpi.expression !== null;
    const judgement = isKnown || periods.length > 0 ? judgementAt(figures, kpi.code, month) : null;
    if (judgement !== null) periods.push({ month, judgement });
  }
  const started = periods.findIndex(
    ({ judgement }) => judgement.figure.kind !== "missing" || judgement.coverage.due > 0,
  );
  const judged = started > 0 ? periods.slice(started) : periods;
  const newest = judged.at(-1);
  const definition = newest && versionOf(kpi.definitions, newest.month);
  if (newest === undefined || definition === null || definition === undefined) return null;
  const breaks = breaksOf(kpi.definitions, question.phases);
  const input: SeriesInput = {
    direction: definition.direction,
    rows: judged.map((period) => seriesRow(period, question.proposed)),
    multiplier: decimalNumber(definition.multiplier) ?? 1,
  };
  const options: AnalysisOptions = {
    ruleSet: question.ruleSet,
    ...chartOf(definition, question.chart),
    rebase: breaks.map(({ month }) => month),
    monthsPerPeriod: MONTHS_PER_PERIOD[definition.frequency],
  };
  return { kpi, definition, periods: judged, newest, breaks, asked: { input, options } };
}

/** A kind that the definition names is honoured; `auto` is left to the rule set, which knows its own way. */
export function chartOf(
  { chartKind }: Pick<KpiDefinition, "chartKind">,
  asked?: AskedChart | undefined,
): { chart?: AskedChart } {
  if (asked !== undefined) return { chart: asked };
  return chartKind === "auto" ? {} : { chart: chartKind };
}

/** A row for every expected period: unrounded, null where there is no value, excluded below the minimum coverage. */
function seriesRow({ month, judgement }: JudgedPeriod, proposed?: TargetView): SeriesRow {
  const { value, numerator, denominator } = figureView(judgement.figure);
  const target = proposed ?? targetView(judgement.target);
  return {
    period: month,
    ...{ value, numerator, denominator },
    target: target.value,
    low: target.low,
    high: target.high,
    excluded: judgement.status === "incomplete" || judgement.status === "not_due",
  };
}

/** Recorded process changes of the unit, and definitions that can't be compared with the one before. */
export function breaksOf(definitions: readonly KpiDefinition[], phases: SeriesQuestion["phases"]): Break[] {
  const breaks: Break[] = phases.map(({ fromMonth, reason }) => ({ month: fromMonth, reason }));
  definitions.forEach((definition, index) => {
    const before = definitions[index - 1];
    if (before !== undefined && breaksComparability(before, definition)) {
      breaks.push({ month: definition.validFrom, reason: "The definition changed" });
    }
  });
  return breaks.sort((a, b) => (a.month < b.month ? -1 : 1));
}
