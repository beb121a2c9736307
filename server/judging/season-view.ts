import type { KpiView } from "../../shared/contracts/kpi-view.ts";
import { decimalOfNumber } from "../../shared/domain/decimal.ts";
import { rationalOf } from "../../shared/domain/rational.ts";
import { analyseSeries } from "../../shared/domain/statistics/analyse-series.ts";
import { seasonOf } from "../../shared/domain/statistics/season.ts";
import type { SeriesAnalysis } from "../../shared/domain/statistics/series.ts";
import { seasonSentence, seasonTitle } from "../../shared/text/chart-text.ts";
import type { JudgedSeries } from "./judged-series.ts";
import { kpiPoints, kpiSegments, type PointSetting } from "./kpi-points.ts";

export type Seasonal = { readonly strength: number; readonly isSeasonal: boolean; readonly months: number };

/** The series without its season, judged as single values: a second reading beside the raw one, never in its place. */
export type AdjustedSeries = Seasonal & { readonly series: JudgedSeries };

/** Null for a KPI that is not monthly and for fewer than two years. */
export function adjustedSeries(series: JudgedSeries): AdjustedSeries | null {
  if (series.definition.frequency !== "month") return null;
  const { points, direction, ruleSet } = series.analysis;
  const season = seasonOf(points.map(({ value, excluded }) => (excluded ? null : value)));
  if (season === null) return null;
  const rows = points.map((point, index) => ({ ...point, value: season.adjusted[index] ?? null }));
  const rebase = series.breaks.map(({ month }) => month);
  const analysis: SeriesAnalysis = analyseSeries({ direction, rows }, { ruleSet, rebase, chart: "xmr" });
  const { strength, isSeasonal, months } = season;
  const periods = series.periods.map((period, index) => ({
    ...period,
    judgement: { ...period.judgement, figure: figureOf(season.adjusted[index] ?? null) },
  }));
  return { strength, isSeasonal, months, series: { ...series, analysis, periods } };
}

function figureOf(value: number | null) {
  if (value === null) return { kind: "missing" } as const;
  return { kind: "number", exact: rationalOf(decimalOfNumber(value)), numer: null, denom: null } as const;
}

/** What the page shows of the season: always a sentence, the second chart only where there is a season. */
export function seasonView(series: JudgedSeries, setting: PointSetting, title: string): KpiView["season"] {
  const adjusted = adjustedSeries(series);
  if (adjusted === null) return null;
  const { locale } = setting.style;
  return {
    strength: adjusted.strength,
    seasonal: adjusted.isSeasonal,
    months: adjusted.months,
    sentence: seasonSentence(adjusted, locale),
    title: seasonTitle(title, locale),
    points: adjusted.isSeasonal ? kpiPoints(adjusted.series, setting) : [],
    segments: adjusted.isSeasonal ? kpiSegments(adjusted.series, setting.style) : [],
  };
}
