import { type Month, monthOfYear } from "../domain/month.ts";

const names = new Map<string, string>();

function nameOf(month: Month, locale: string, width: "short" | "long"): string {
  const key = `${locale} ${width} ${month.slice(5)}`;
  const found = names.get(key);
  if (found !== undefined) return found;
  const day = new Date(Date.UTC(2020, monthOfYear(month) - 1, 15));
  const made = new Intl.DateTimeFormat(locale, { month: width, timeZone: "UTC" }).format(day);
  names.set(key, made);
  return made;
}

/** "Feb 2026". */
export function monthText(month: Month, locale: string): string {
  return `${nameOf(month, locale, "short")} ${month.slice(0, 4)}`;
}

/** "February 2026". */
export function longMonthText(month: Month, locale: string): string {
  return `${nameOf(month, locale, "long")} ${month.slice(0, 4)}`;
}

/** "Feb". */
export function shortMonthName(month: Month, locale: string): string {
  return nameOf(month, locale, "short");
}
