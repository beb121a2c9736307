import type { Compared, OverviewKpi, YearEndView } from "../../shared/contracts/insight.ts";
import { monthsOfWindow, yearBefore } from "../../shared/domain/calendar.ts";
import { compareWithLastYear } from "../../shared/domain/comparison.ts";
import { decimalOfNumber } from "../../shared/domain/decimal.ts";
import { exactValue, type Figure, figureView, MISSING } from "../../shared/domain/figure.ts";
import { judgementOver } from "../../shared/domain/kpi-at-unit.ts";
import { rationalOf } from "../../shared/domain/rational.ts";
import type { Target } from "../../shared/domain/target.ts";
import { figureText, type NumberStyle } from "../../shared/text/figure-text.ts";
import type { JudgedSeries } from "./judged-series.ts";
import { shownVariance } from "./shown.ts";
import type { UnitInsight } from "./unit-insight.ts";

type TwoYears = { readonly now: Figure; readonly before: Figure; readonly months: number };

/** The same months of last year, only those that both years report. */
export function lastYear(insight: UnitInsight, series: JudgedSeries, style: NumberStyle): OverviewKpi["lastYear"] {
  const { before, months } = twoYears(insight, series);
  return { figure: figureView(before), shown: figureText(before, style), months };
}

/** The year to date against the same months of last year. */
export function againstLastYear(insight: UnitInsight, series: JudgedSeries, style: NumberStyle): Compared | null {
  const { now, before, months } = twoYears(insight, series);
  const exact = exactValue(before);
  if (exact === null) return null;
  return compared({ figure: now, base: { kind: "value", value: exact }, months }, style, figureText(before, style));
}

/** The year as it may end, or ended, against the year's target; `months` is how many are known. */
export function yearAgainstTarget(yearEnd: YearEndView | null, style: NumberStyle): Compared | null {
  const { target = null, median = 0, historyMonths = 0 } = yearEnd ?? {};
  if (target === null) return null;
  const exact = (value: number) => rationalOf(decimalOfNumber(value));
  const base = baseOf(target, exact);
  if (base === null) return null;
  const figure: Figure = { kind: "number", exact: exact(median), numer: null, denom: null };
  return compared({ figure, base, months: historyMonths }, style, target.label);
}

type Exact = (value: number) => ReturnType<typeof rationalOf>;

function baseOf({ value, low, high }: NonNullable<YearEndView["target"]>, exact: Exact): Target | null {
  if (value !== null) return { kind: "value", value: exact(value) };
  return low === null || high === null ? null : { kind: "band", low: exact(low), high: exact(high) };
}

type Sides = { readonly figure: Figure; readonly base: Target; readonly months: number };

/** More or less of what has a band to stay within is neither good nor bad in itself. */
function compared({ figure, base, months }: Sides, style: NumberStyle, shownBase: string): Compared | null {
  const judged =
    style.direction === "band" && base.kind === "value" ? { ...style, direction: "neutral" as const } : style;
  const variance = shownVariance(figure, base, judged);
  return variance === null ? null : { shown: figureText(figure, style), base: shownBase, months, variance };
}

function twoYears(insight: UnitInsight, { kpi, newest }: JudgedSeries): TwoYears {
  const months = monthsOfWindow("ytd", newest.month, insight.settings.fiscalYearStart);
  const yearAgo = yearBefore(months);
  if (kpi.expression !== null) {
    const over = (window: typeof months) => judgementOver(insight.figures, kpi.code, window)?.figure ?? MISSING;
    return { now: over(months), before: over(yearAgo), months: yearAgo.length };
  }
  const now = kpi.periods.filter((period) => months.includes(period.month));
  const earlier = kpi.periods.filter((period) => yearAgo.includes(period.month));
  const like = compareWithLastYear(now, earlier, insight.figures.due);
  return { now: like?.thisYear ?? MISSING, before: like?.lastYear ?? MISSING, months: like?.months ?? 0 };
}
