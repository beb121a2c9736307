import type { YearForecast } from "../../shared/domain/statistics/year-forecast.ts";
import type { JudgedSeries } from "./judged-series.ts";
import { keptForecasts } from "./kept-forecasts.ts";
import type { UnitInsight } from "./unit-insight.ts";
import { type YearAsked, type YearStanding, yearStanding } from "./year-question.ts";

/** How a KPI's year stands and, while it is open, how it may end; null where there is too little history. */
export type YearEnd = { readonly standing: YearStanding; readonly forecast: YearForecast | null };

/** Year-ends by KPI code. */
export type YearEnds = ReadonlyMap<string, YearEnd>;

/** The fiscal year of a month for each series, forecast from what was known at that month. */
export async function yearEndsOf(
  insight: UnitInsight,
  series: readonly JudgedSeries[],
  asked: YearAsked,
): Promise<YearEnds> {
  const standings = series.map((each) => ({ code: each.kpi.code, standing: yearStanding(insight, each, asked) }));
  const open = standings.flatMap(({ code, standing }) =>
    standing.kind === "open" ? [{ code, question: standing.question }] : [],
  );
  const forecasts = await keptForecasts(open.map(({ question }) => ({ question })));
  const byCode = new Map(open.map(({ code }, i) => [code, forecasts[i] ?? null]));
  return new Map(standings.map(({ code, standing }) => [code, { standing, forecast: byCode.get(code) ?? null }]));
}
