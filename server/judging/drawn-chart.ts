import type { KpiView } from "../../shared/contracts/kpi-view.ts";
import type { AnalysisChart } from "../../shared/domain/statistics/chart-kind.ts";
import { possibleCharts } from "../../shared/domain/statistics/choose-chart.ts";
import { chartName, chartNote, chartReasonText, overdispersionText } from "../../shared/text/chart-text.ts";
import type { JudgedSeries } from "./judged-series.ts";
import { kpiPoints, kpiSegments, type PointSetting } from "./kpi-points.ts";
import { seasonView } from "./season-view.ts";
import { seriesNotes } from "./series-verdict.ts";

export type DrawnChart = Pick<
  KpiView,
  | "ruleSet"
  | "chart"
  | "chartName"
  | "chartReason"
  | "chartUnit"
  | "charts"
  | "points"
  | "segments"
  | "notes"
  | "season"
>;

/** The chart of a series: which, why, what else may be chosen, its points and limits, and what a reader must know. */
export function drawnChart(series: JudgedSeries, setting: PointSetting, title: string): DrawnChart {
  const { analysis } = series;
  const { locale } = setting.style;
  return {
    ruleSet: analysis.ruleSet,
    chart: analysis.chart,
    chartName: chartName(analysis.chart, locale),
    chartReason: chartReasonText(analysis.chartReason, locale),
    chartUnit: chartUnit(series),
    charts: chartsOf(series).map((chart) => ({ chart, name: chartName(chart, locale) })),
    points: kpiPoints(series, setting),
    segments: kpiSegments(series, setting.style),
    notes: chartNotes(series, locale),
    season: seasonView(series, setting, title),
  };
}

/** What the scale of a chart counts where that is not the KPI's unit of measure. */
function chartUnit({ analysis, definition }: JudgedSeries): string | null {
  if (analysis.chart !== "g") return null;
  return definition.input === "ratio" ? (definition.denominatorLabel ?? "") : "";
}

function chartsOf({ periods, analysis, definition }: JudgedSeries): AnalysisChart[] {
  const rows = periods.map(({ judgement: { figure } }, index) => {
    const value = analysis.points[index]?.value ?? null;
    return figure.kind === "number" ? { value, hasParts: figure.denom !== null && figure.numer !== null } : null;
  });
  return possibleCharts({
    hasParts: definition.input === "ratio" && rows.every((row) => row === null || row.hasParts),
    areCounts: rows.every((row) => row === null || row.value === null || Number.isInteger(row.value)),
  });
}

/** Everything a reader of the chart must know beside the verdict, the test of a plain chart among it. */
export function chartNotes(series: JudgedSeries, locale: string): string[] {
  const { analysis } = series;
  const note = chartNote(analysis, locale);
  const test = analysis.overdispersion;
  return [
    ...(note === null ? [] : [note]),
    ...(test === null ? [] : [overdispersionText(test, locale)]),
    ...seriesNotes(series, locale),
  ];
}
