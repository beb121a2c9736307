import type { KpiPoint, KpiView } from "../../shared/contracts/kpi-view.ts";
import { decimalOfNumber } from "../../shared/domain/decimal.ts";
import { exactValue, figureView } from "../../shared/domain/figure.ts";
import { type Month, monthIndex } from "../../shared/domain/month.ts";
import { rationalNumber } from "../../shared/domain/rational.ts";
import type { AnalysisChart } from "../../shared/domain/statistics/chart-kind.ts";
import type { AnalysedPoint, AnalysedSegment } from "../../shared/domain/statistics/series.ts";
import { figureText, type NumberStyle } from "../../shared/text/figure-text.ts";
import { NO_NUMBER, shownNumber } from "../../shared/text/number-format.ts";
import { spokenPoint, statusWord, usualRangeText } from "../../shared/text/series-text.ts";
import type { JudgedPeriod, JudgedSeries } from "./judged-series.ts";
import { shownTarget, shownVariance } from "./shown.ts";

/** A month's figure as it stood before a restatement after lock. */
export type Restated = ReadonlyMap<Month, string>;

export type PointSetting = {
  readonly style: NumberStyle;
  readonly restated: Restated;
  /** The oldest period to show. */
  readonly from: Month;
};

/** A point for each period, with the limits of its own phase and what a reader hears of it. */
export function kpiPoints(series: JudgedSeries, setting: PointSetting): KpiPoint[] {
  const values = new Map(
    series.periods.map(({ month, judgement }) => [monthIndex(month), exactValue(judgement.figure)]),
  );
  return series.periods.flatMap((period, index) => {
    const point = series.analysis.points[index];
    if (point === undefined || period.month < setting.from) return [];
    const before = values.get(monthIndex(period.month) - 12) ?? null;
    const lastYear = before === null ? null : rationalNumber(before);
    return [kpiPoint(period, point, { ...setting, lastYear, drawsValues: series.analysis.chart !== "g" })];
  });
}

function kpiPoint(
  { month, judgement }: JudgedPeriod,
  point: AnalysedPoint,
  { style, restated, lastYear, drawsValues }: PointSetting & { lastYear: number | null; drawsValues: boolean },
): KpiPoint {
  const { figure, target, status, coverage } = judgement;
  const shown = figureText(figure, style);
  return {
    period: month,
    figure: figureView(figure),
    shown,
    target: shownTarget(target, style),
    variance: shownVariance(figure, target, style),
    status,
    statusWord: statusWord(status, style.locale),
    coverage,
    excluded: point.excluded,
    mean: point.mean,
    low: point.lower,
    high: point.upper,
    ...(drawsValues ? {} : plottedView(point, style)),
    pointType: point.pointType,
    specialCause: point.specialCause,
    rules: [...point.rules],
    lastYear,
    restatedFrom: restated.get(month) ?? null,
    spoken: spokenPoint({ month, shown, status, pointType: point.pointType, locale: style.locale }),
  };
}

function plottedView({ plotted }: AnalysedPoint, { locale }: NumberStyle) {
  const decimals = plotted !== null && Number.isInteger(plotted) ? 0 : 1;
  const shown = plotted === null ? NO_NUMBER : shownNumber(decimalOfNumber(plotted), decimals, locale);
  return { plotted, plottedShown: shown };
}

/** Phases of the chart, each with its usual range in words and why it began. */
export function kpiSegments(series: JudgedSeries, style: NumberStyle): KpiView["segments"] {
  const { segments, points } = series.analysis;
  return segments.map((segment, index) => ({
    firstPeriod: segment.firstPeriod,
    lastPeriod: points.findLast((point) => point.segment === index)?.period ?? segment.firstPeriod,
    n: segment.n,
    mean: segment.mean,
    low: segment.lower,
    high: segment.upper,
    trial: segment.limits === "trial",
    label: segmentLabel(segment, style, series.analysis.chart),
    reason: index === 0 ? null : (series.breaks.findLast(({ month }) => month <= segment.firstPeriod)?.reason ?? null),
  }));
}

function segmentLabel(segment: AnalysedSegment, style: NumberStyle, chart: AnalysisChart): string {
  const { lower: low, upper: high, mean: centre, limits, values: months } = segment;
  return usualRangeText({ low, high, centre, limits, chart, months }, style);
}
