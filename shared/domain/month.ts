/**
 * A calendar month as text, `YYYY-MM`: it sorts, compares and stores as it reads, and no time zone can move it.
 * Arithmetic goes through the count of months since year 0.
 */
export type Month = string & { readonly __brand: "Month" };

/** The month before every month that can be entered: the start of whatever is valid "always". */
export const ALWAYS = "0000-01" as Month;

const PATTERN = /^(\d{4})-(0[1-9]|1[0-2])$/;

export function isMonth(text: string): text is Month {
  return PATTERN.test(text);
}

/** The month in `text`, or null where it is not one. */
export function parseMonth(text: string): Month | null {
  return isMonth(text) ? text : null;
}

/** Months since year 0; the inverse of `monthAt`. */
export function monthIndex(month: Month): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

export function monthAt(index: number): Month {
  const year = Math.floor(index / 12);
  return `${String(year).padStart(4, "0")}-${String(index - year * 12 + 1).padStart(2, "0")}` as Month;
}

export function addMonths(month: Month, count: number): Month {
  return monthAt(monthIndex(month) + count);
}

/** Every month from `first` to `last`, both included; empty when `last` is earlier. */
export function monthRange(first: Month, last: Month): Month[] {
  const start = monthIndex(first);
  return Array.from({ length: Math.max(0, monthIndex(last) - start + 1) }, (_, i) => monthAt(start + i));
}

/** 1 to 12. */
export function monthOfYear(month: Month): number {
  return Number(month.slice(5, 7));
}

export function yearOf(month: Month): number {
  return Number(month.slice(0, 4));
}
