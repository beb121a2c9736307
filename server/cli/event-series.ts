import type { Table } from "../../shared/domain/imports/table.ts";
import type { Direction } from "../../shared/domain/kpi-definition.ts";
import type { Month } from "../../shared/domain/month.ts";
import type { FileSeries, SeriesFault, SeriesFile } from "./file-series.ts";

/** The column that makes a file one of single events: one row an event. */
export const EVENT_DATE = "event_date";

const MILLISECONDS_A_DAY = 86_400_000;

type Events = { unit: string; measure: string; direction: Direction; days: number[] };

export type EventReading = {
  table: Table;
  textAt: (column: string, index: number) => string;
  directionOf: (text: string) => Direction | undefined;
};

/**
 * Series of days between events, a row for each event but the first: the days since the one before, in the month of the
 * event. The direction tells of the events: `decrease` means that fewer are better.
 */
export function eventSeries({ table, textAt, directionOf }: EventReading): SeriesFile {
  const all = new Map<string, Events>();
  const faults: SeriesFault[] = [];
  table.rowNumbers.forEach((row, i) => {
    const fault = (column: string, message: string) => faults.push({ row, column, message });
    const direction = directionOf(textAt("direction", i));
    const written = textAt(EVENT_DATE, i);
    const day = dayOf(written);
    if (direction === undefined) {
      fault("direction", `"${textAt("direction", i)}" is no direction; use increase, decrease or neutral.`);
    }
    if (day === null) fault(EVENT_DATE, `"${written}" is no date; write it as 2026-04-20.`);
    if (day === null || direction === undefined) return;
    const [unit, measure] = [textAt("unit", i), textAt("measure", i) || textAt("kpi", i)];
    const key = JSON.stringify([unit, measure]);
    const events = all.get(key) ?? { unit, measure, direction, days: [] };
    if (events.direction !== direction) fault("direction", "The direction differs from earlier rows of the series.");
    events.days.push(day);
    all.set(key, events);
  });
  if (faults.length > 0) return { kind: "refused", faults };
  return { kind: "series", series: [...all.values()].map(intervals) };
}

function intervals({ unit, measure, direction, days }: Events): FileSeries {
  const ordered = days.toSorted((a, b) => a - b);
  const dates = ordered.slice(1).map(dateOf);
  const rows = dates.map((date, i) => ({
    period: date.slice(0, 7) as Month,
    ...{ value: (ordered[i + 1] ?? 0) - (ordered[i] ?? 0), numerator: null, denominator: null },
    ...{ target: null, low: null, high: null },
  }));
  return { unit, measure, direction, decimals: 0, rows, dates };
}

/** Days since 1970, null where the text is no date. */
function dayOf(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const day = Date.parse(`${text}T00:00:00Z`) / MILLISECONDS_A_DAY;
  return Number.isInteger(day) && dateOf(day) === text ? day : null;
}

function dateOf(day: number): string {
  return new Date(day * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}
