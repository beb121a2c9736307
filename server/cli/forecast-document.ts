import type { TimeRule } from "../../shared/domain/kpi-definition.ts";
import { addMonths, type Month, monthIndex, monthRange } from "../../shared/domain/month.ts";
import { seedOf } from "../../shared/domain/statistics/seeded-random.ts";
import type { MonthTarget } from "../../shared/domain/statistics/year-chance.ts";
import { forecastYearEnd, type YearEnd } from "../../shared/domain/statistics/year-end.ts";
import type { FileRow, FileSeries } from "./file-series.ts";

export type ForecastOptions = {
  /** The fiscal year, named by the calendar year in which it ends. */
  year: number;
  /** The last month whose values are used; targets of later months are. */
  knownTo: Month;
  /** `ratio` where numerators and denominators stand, else `mean`, unless it is said. */
  timeRule: TimeRule | null;
  /** 1 to 12. */
  fiscalYearStart: number;
};

/** One forecast of the document that `plumbline forecast --json` prints; nulls where there is too little history. */
export type ForecastEntry = {
  unit: string;
  measure: string;
  year: number;
  known_to: Month;
  median: number | null;
  low80: number | null;
  high80: number | null;
  low95: number | null;
  high95: number | null;
  target: number | null;
  probability: number | null;
  method: string;
  /** Months that the forecast was made from. */
  history: number;
  time_rule: TimeRule;
};

export type ForecastDocument = { forecasts: ForecastEntry[] };

export function forecastDocument(all: readonly FileSeries[], options: ForecastOptions): ForecastDocument {
  return { forecasts: all.map((series) => entryOf(series, options)) };
}

/** First month of the fiscal year. */
export function firstMonthOf(year: number, fiscalYearStart: number): Month {
  const calendarYear = fiscalYearStart === 1 ? year : year - 1;
  return `${String(calendarYear).padStart(4, "0")}-${String(fiscalYearStart).padStart(2, "0")}` as Month;
}

function entryOf(series: FileSeries, options: ForecastOptions): ForecastEntry {
  const { unit, measure, direction, rows } = series;
  const { year, knownTo, fiscalYearStart } = options;
  const start = firstMonthOf(year, fiscalYearStart);
  const months = monthRange(start, addMonths(start, 11));
  const known = rows.filter((row) => row.period <= knownTo);
  const timeRule = options.timeRule ?? (isRatio(known) ? "ratio" : "mean");
  const byPeriod = new Map(known.map((row) => [row.period, row]));
  const first = known[0]?.period ?? knownTo;
  const history = monthRange(earlier(first, start), knownTo).map((month) => {
    const row = byPeriod.get(month);
    return { value: row?.value ?? null, denominator: row?.denominator ?? null };
  });
  const forecast = forecastYearEnd({
    direction,
    timeRule,
    history,
    knownInYear: Math.max(0, monthIndex(knownTo) - monthIndex(start) + 1),
    monthsInYear: 12,
    targets: months.map((month) => targetAt(rows, month)),
    bounds: isPercentage(series) ? { minimum: 0, maximum: 100 } : { minimum: null, maximum: null },
    seed: seedOf(JSON.stringify([unit, measure, year, knownTo])),
  });
  return { unit, measure, year, known_to: knownTo, ...numbersOf(forecast, history), time_rule: timeRule };
}

function earlier(a: Month, b: Month): Month {
  return [a, b].sort()[0] ?? a;
}

function numbersOf(forecast: YearEnd | null, history: readonly { value: number | null }[]) {
  const known = history.filter(({ value }) => value !== null).length;
  return {
    median: finite(forecast?.median),
    low80: finite(forecast?.low80),
    high80: finite(forecast?.high80),
    low95: finite(forecast?.low95),
    high95: finite(forecast?.high95),
    target: finite(forecast?.target),
    probability: finite(forecast?.probability),
    method: forecast?.method ?? "none: fewer than six months known",
    history: known,
  };
}

function finite(value: number | null | undefined): number | null {
  return value !== null && value !== undefined && Number.isFinite(value) ? value : null;
}

/** The target in force: the newest at or before the month. */
function targetAt(rows: readonly FileRow[], month: Month): MonthTarget {
  const row = rows.findLast(({ period }) => period <= month);
  if (row === undefined) return null;
  const { target = null, low = null, high = null } = row;
  if (low !== null && high !== null) return { low, high };
  return target === null ? null : { value: target };
}

function isRatio(rows: readonly FileRow[]): boolean {
  const reported = rows.filter(({ value }) => value !== null);
  return (
    reported.length > 0 && reported.every(({ numerator, denominator }) => numerator !== null && denominator !== null)
  );
}

/** A share in per cent: by its name, or because every value is 100 times a part over its whole. */
function isPercentage({ measure, rows }: FileSeries): boolean {
  const reported = rows.filter(({ value }) => value !== null);
  if (reported.some(({ value }) => value !== null && (value < 0 || value > 100))) return false;
  if (/%|percent|pct/i.test(measure)) return true;
  return reported.length > 0 && reported.every(isShare);
}

function isShare({ value, numerator, denominator }: FileRow): boolean {
  if (value === null || numerator === null || denominator === null || denominator <= 0) return false;
  return numerator <= denominator && Math.abs(value - (100 * numerator) / denominator) < 1e-3;
}
