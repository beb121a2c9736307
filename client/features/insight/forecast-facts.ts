import type { YearEndView } from "../../../shared/contracts/insight.ts";
import type { KpiView } from "../../../shared/contracts/kpi-view.ts";
import { fiscalYearName, monthsOfYear } from "../../../shared/domain/calendar.ts";
import type { Month } from "../../../shared/domain/month.ts";
import { readNumber } from "../../../shared/domain/number-recognition.ts";
import { monthText } from "../../../shared/text/month-text.ts";
import { say } from "../../text/say.ts";
import { formatNumber } from "../../ui/format.ts";

/** A month of the year in the table of the forecast: what it was, or what it may be. */
export type YearRow = {
  readonly month: Month;
  readonly actual: string | null;
  readonly forecast: string | null;
  readonly range: string | null;
  readonly target: string | null;
  readonly note: string | null;
};

/** The months of the year that the page knows or forecasts, in order. */
export function yearRows(
  view: KpiView,
  { fiscalYearStart, locale }: { readonly fiscalYearStart: number; readonly locale: string },
): YearRow[] {
  const text = (value: number) => formatNumber(value, view.decimals, locale);
  const { yearEnd, forecast } = view;
  if (yearEnd === null) return [];
  const months = new Set(monthsOfYear(yearEnd.fiscalYear, fiscalYearStart));
  const known = view.points
    .filter(({ period }) => months.has(period))
    .map((point) => ({
      month: point.period,
      actual: point.shown,
      forecast: null,
      range: null,
      target: point.target?.label ?? null,
      note: uncountedNote(view, point.period),
    }));
  const coming = (forecast?.points ?? []).map(({ period, shown, low80, high80, target }) => ({
    ...{ month: period, actual: null, forecast: shown, range: `${text(low80)}–${text(high80)}` },
    ...{ target: target?.label ?? null, note: null },
  }));
  return [...known, ...coming];
}

function uncountedNote({ forecast, yearEnd }: KpiView, month: Month): string | null {
  const isOpen = yearEnd !== null && !yearEnd.isOver && yearEnd.knownTo !== null && month > yearEnd.knownTo;
  return isOpen || forecast?.uncounted.includes(month) ? say("tabs.incomplete") : null;
}

/** "36 results up to Oct 2026". */
export function madeFrom({ historyMonths, knownTo }: YearEndView, locale: string): string {
  const results = say("tabs.results", { count: historyMonths });
  return knownTo === null ? results : say("tabs.resultsUntil", { results, month: monthText(knownTo, locale) });
}

/** The large figures of a year's end. */
export function yearEndFigures({ shown, target, isOver, fiscalYear }: YearEndView) {
  const year = fiscalYearName(fiscalYear);
  const goal = target === null ? [] : [{ label: say("tabs.targetYear", { year }), text: target.label }];
  if (isOver) return [{ label: year, text: shown.median }, ...goal];
  return [
    { label: say("tabs.expectedYear", { year }), text: shown.median },
    { label: say("words.range80"), text: shown.range80 },
    { label: say("words.range95"), text: shown.range95 },
    ...goal,
    { label: say("tabs.chance"), text: shown.chance },
  ];
}

export type WhatIfKind = "level" | "shift";

/** The number that was typed into a what-if; null where it is none, or could be two. */
export function whatIfAmount(text: string, view: KpiView): number | null {
  const values = view.points.flatMap(({ figure }) => (figure.value === null ? [] : [figure.value]));
  const usual = values.length === 0 ? undefined : { low: Math.min(...values), high: Math.max(...values) };
  const reading = readNumber(text, { decimal: "auto", usual });
  return reading.kind === "number" ? reading.value : null;
}
