import type { BowlerCell, BowlerView } from "../../shared/contracts/bowler.ts";
import { fiscalYearOf, monthsOfWindow } from "../../shared/domain/calendar.ts";
import type { Month } from "../../shared/domain/month.ts";
import { figureText, targetText } from "../../shared/text/figure-text.ts";
import { NO_NUMBER } from "../../shared/text/number-format.ts";
import { statusWord } from "../../shared/text/series-text.ts";
import type { JudgedSeries } from "./judged-series.ts";
import { forecastPoints } from "./kpi-forecast-view.ts";
import { styleOf } from "./overview-kpi.ts";
import type { UnitInsight } from "./unit-insight.ts";
import type { YearEnds } from "./year-ends.ts";

type Asked = { readonly until: Month; readonly yearEnds: YearEnds };

/** The fiscal year of every KPI, month by month: judged where it has come, forecast where it has not. */
export function bowlerOf(
  insight: UnitInsight,
  series: readonly JudgedSeries[],
  { until, yearEnds }: Asked,
): BowlerView {
  const { fiscalYearStart } = insight.settings;
  const months = monthsOfWindow("year", until, fiscalYearStart);
  return {
    unit: insight.unit,
    period: until,
    fiscalYear: fiscalYearOf(until, fiscalYearStart),
    months: [...months],
    rows: series.map((each) => ({ kpi: each.kpi.code, cells: cellsOf(insight, each, { months, yearEnds }) })),
  };
}

type Row = { readonly months: readonly Month[]; readonly yearEnds: YearEnds };

function cellsOf(insight: UnitInsight, series: JudgedSeries, { months, yearEnds }: Row): BowlerCell[] {
  const style = styleOf(insight, series);
  const judged = new Map(series.periods.map(({ month, judgement }) => [month, judgement]));
  const coming = forecastPoints(yearEnds.get(series.kpi.code), series, style);
  const targets = new Map(series.kpi.periods.map(({ month, target }) => [month, target?.target ?? null]));
  return months.map((month) => {
    const actual = judged.get(month);
    if (actual !== undefined) {
      const { figure, target, status } = actual;
      const shown = { shown: figureText(figure, style), target: target && targetText(target, style) };
      return { month, kind: "actual", ...shown, status, statusWord: statusWord(status, style.locale) };
    }
    const target = targets.get(month) ?? null;
    const planned = target && targetText(target, style);
    const forecast = coming.find(({ period }) => period === month);
    const rest = { target: planned, status: null, statusWord: "" };
    if (forecast !== undefined) return { month, kind: "forecast", shown: forecast.shown, ...rest };
    return { month, kind: "none", shown: NO_NUMBER, ...rest };
  });
}
