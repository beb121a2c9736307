import type { ForecastPoint, KpiForecastView } from "../../shared/contracts/forecasts.ts";
import { decimalOfNumber } from "../../shared/domain/decimal.ts";
import type { Month } from "../../shared/domain/month.ts";
import type { MonthForecast, YearForecast } from "../../shared/domain/statistics/year-forecast.ts";
import { hasMonthsToCome } from "../../shared/domain/statistics/year-forecast.ts";
import { type Target, targetView } from "../../shared/domain/target.ts";
import type { NumberStyle } from "../../shared/text/figure-text.ts";
import { forecastLabels, requiredText } from "../../shared/text/forecast-text.ts";
import { shownNumber } from "../../shared/text/number-format.ts";
import type { JudgedSeries } from "./judged-series.ts";
import { shownTarget } from "./shown.ts";
import type { YearEnd } from "./year-ends.ts";

/** The months to come behind a year's end; null where none is forecast. */
export function kpiForecastView(
  yearEnd: YearEnd | undefined,
  series: JudgedSeries,
  style: NumberStyle,
): KpiForecastView | null {
  const { forecast = null, standing } = yearEnd ?? {};
  if (forecast === null || standing?.kind !== "open") return null;
  const newest = series.newest.month;
  const coming = forecast.months.filter(({ month }) => month > newest);
  const last = coming.at(-1);
  const labels = last === undefined ? { label: "", shortRange: "" } : forecastLabels(last, style);
  const { timeRule } = series.definition;
  const { required } = forecast;
  return {
    points: coming.map((month) => {
      const target = targetOf(series, month.month);
      return {
        ...pointOf(month, style),
        target: shownTarget(target, style),
        variance: varianceOf(month.median, target),
      };
    }),
    ...{ label: labels.label, rangeLabel: labels.shortRange },
    uncounted: forecast.months.filter(({ isPast }) => isPast).map(({ month }) => month),
    required: required === null ? null : { ...required, sentence: requiredText(required, { ...style, timeRule }) },
    expectedLevel: hasMonthsToCome(standing.question) ? levelOf(forecast) : null,
  };
}

/** The months to come as a snapshot keeps them. */
export function forecastPoints(
  yearEnd: YearEnd | undefined,
  series: JudgedSeries,
  style: NumberStyle,
): ForecastPoint[] {
  const months = yearEnd?.forecast?.months ?? [];
  return months.filter(({ month }) => month > series.newest.month).map((month) => pointOf(month, style));
}

function pointOf({ month, median, low80, high80 }: MonthForecast, style: NumberStyle): ForecastPoint {
  const { range } = forecastLabels({ median, low80, high80 }, style);
  const shown = shownNumber(decimalOfNumber(median), style.decimals, style.locale);
  return { period: month, median, low80, high80, shown, range };
}

function targetOf({ kpi }: JudgedSeries, month: Month): Target | null {
  return kpi.periods.find((period) => period.month === month)?.target?.target ?? null;
}

/** By how much a forecast month differs from its target; of a band from the nearer edge, 0 within. */
function varianceOf(median: number, target: Target | null): number | null {
  const { value, low, high } = targetView(target);
  if (value !== null) return median - value;
  if (low === null || high === null) return null;
  if (median < low) return median - low;
  return median > high ? median - high : 0;
}

function levelOf({ months }: YearForecast): number | null {
  const coming = months.filter(({ isPast }) => !isPast);
  return coming.length === 0 ? null : coming.reduce((sum, { median }) => sum + median, 0) / coming.length;
}
