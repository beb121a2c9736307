import { addMonths, type Month, monthOfYear, monthRange } from "./month.ts";

/** A calendar day as text, `YYYY-MM-DD`, in the organisation's time zone. */
export type DateText = string & { readonly __brand: "DateText" };

/** How often a KPI is reported. */
export const FREQUENCIES = ["month", "quarter", "half-year", "year"] as const;
export type Frequency = (typeof FREQUENCIES)[number];

const MONTHS_IN: Record<Frequency, number> = { month: 1, quarter: 3, "half-year": 6, year: 12 };
const DATE = /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** What a due day depends on: the day on which the question is asked and the day by which a month is due. */
export type DueRule = {
  /**
   * The day of the question. A question as of a day D means the end of D: ask it with `dayAfter(D)`.
   */
  readonly today: DateText;
  /** 1 to 31: the day of the following month by which results are due; the last day where a month is shorter. */
  readonly entryDueDay: number;
};

/** The date in `text`, or null where the calendar has no such day. */
export function parseDate(text: string): DateText | null {
  const [, year, month, day] = DATE.exec(text) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  return Number(day) <= daysInMonth(`${year}-${month}` as Month) ? (text as DateText) : null;
}

/** 28 to 31, by the Gregorian rule of leap years. */
export function daysInMonth(month: Month): number {
  const year = Number(month.slice(0, 4));
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const number = monthOfYear(month);
  return number === 2 && isLeap ? 29 : (DAYS[number - 1] ?? 31);
}

export function monthOf(date: DateText): Month {
  return date.slice(0, 7) as Month;
}

function firstDay(month: Month): DateText {
  return `${month}-01` as DateText;
}

export function lastDay(month: Month): DateText {
  return dayOf(month, 31);
}

/** The given day of a month, or its last day where it is shorter. */
function dayOf(month: Month, day: number): DateText {
  return `${month}-${String(Math.min(day, daysInMonth(month))).padStart(2, "0")}` as DateText;
}

export function dayAfter(date: DateText): DateText {
  const month = monthOf(date);
  const day = Number(date.slice(8, 10));
  return day < daysInMonth(month) ? dayOf(month, day + 1) : firstDay(addMonths(month, 1));
}

export function dayBefore(date: DateText): DateText {
  const month = monthOf(date);
  const day = Number(date.slice(8, 10));
  return day > 1 ? dayOf(month, day - 1) : dayOf(addMonths(month, -1), 31);
}

/** The same day so many months later, or the last one of a shorter month. */
export function addMonthsToDate(date: DateText, months: number): DateText {
  return dayOf(addMonths(monthOf(date), months), Number(date.slice(8, 10)));
}

/** The last day on which the results of `month` may be entered without being late. */
export function dueDate(month: Month, entryDueDay: number): DateText {
  return dayOf(addMonths(month, 1), entryDueDay);
}

export function hasEnded(month: Month, today: DateText): boolean {
  return today.slice(0, 7) > month;
}

/** Whether the due day of `month` has passed: on the due day itself it has not. */
export function isPastDue(month: Month, due: DueRule): boolean {
  return due.today > dueDate(month, due.entryDueDay);
}

/** The fiscal year of a month, named by the calendar year in which it ends: FY2026 with a start in April is April 2025 to March 2026. */
export function fiscalYearOf(month: Month, startMonth: number): number {
  const year = Number(month.slice(0, 4));
  return startMonth > 1 && monthOfYear(month) >= startMonth ? year + 1 : year;
}

export function firstMonthOfYear(fiscalYear: number, startMonth: number): Month {
  const calendarYear = startMonth > 1 ? fiscalYear - 1 : fiscalYear;
  return addMonths(`${String(calendarYear).padStart(4, "0")}-01` as Month, startMonth - 1);
}

/** The twelve months of a fiscal year. */
export function monthsOfYear(fiscalYear: number, startMonth: number): Month[] {
  const first = firstMonthOfYear(fiscalYear, startMonth);
  return monthRange(first, addMonths(first, 11));
}

/** "FY26": the short name of a fiscal year. */
export function fiscalYearName(fiscalYear: number): string {
  return `FY${String(fiscalYear % 100).padStart(2, "0")}`;
}

/** 0 to 11: how far into its fiscal year a month is. */
export function monthOfFiscalYear(month: Month, startMonth: number): number {
  return (monthOfYear(month) - startMonth + 12) % 12;
}

/** The period in which `month` falls: the last month of that part of the fiscal year. */
export function periodOf(month: Month, frequency: Frequency, startMonth: number): Month {
  const length = MONTHS_IN[frequency];
  return addMonths(month, length - 1 - (monthOfFiscalYear(month, startMonth) % length));
}

/** Whether results of this frequency are reported in this month. */
export function isPeriod(month: Month, frequency: Frequency, startMonth: number): boolean {
  return (monthOfFiscalYear(month, startMonth) + 1) % MONTHS_IN[frequency] === 0;
}

/** Periods a fiscal year has: 12, 4, 2 or 1. */
export function periodsPerYear(frequency: Frequency): number {
  return 12 / MONTHS_IN[frequency];
}

/** The periods among the months from `first` to `last`, both included. */
export function periodsBetween(first: Month, last: Month, reporting: Reporting): Month[] {
  return monthRange(first, last).filter((month) => isPeriod(month, reporting.frequency, reporting.startMonth));
}

/** How a KPI reports within an organisation's year. */
export type Reporting = { readonly frequency: Frequency; readonly startMonth: number };

/** The windows over which a time rule is taken. */
export const WINDOWS = ["month", "quarter", "ytd", "year", "rolling-12"] as const;
export type Window = (typeof WINDOWS)[number];

/**
 * The months of a window at `month`: the fiscal quarter and the year whole, the year to date and the rolling
 * twelve up to and including `month`.
 */
export function monthsOfWindow(window: Window, month: Month, startMonth: number): Month[] {
  const first = firstMonthOfYear(fiscalYearOf(month, startMonth), startMonth);
  switch (window) {
    case "month":
      return [month];
    case "quarter": {
      const last = periodOf(month, "quarter", startMonth);
      return monthRange(addMonths(last, -2), last);
    }
    case "ytd":
      return monthRange(first, month);
    case "year":
      return monthRange(first, addMonths(first, 11));
    case "rolling-12":
      return monthRange(addMonths(month, -11), month);
  }
}

/** The same months a year earlier. */
export function yearBefore(months: readonly Month[]): Month[] {
  return months.map((month) => addMonths(month, -12));
}

/** Whether a month lies in a validity from `first` to `last`, both included; `last` null is open. */
export function isWithin(month: Month, first: Month, last: Month | null): boolean {
  return first <= month && (last === null || month <= last);
}
