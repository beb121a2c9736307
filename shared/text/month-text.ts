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

/** How a month stands in a sentence: "Feb 2026", "Februar 2026", "2/2026", "2026年2月". */
export type MonthStyle = "short" | "long" | "numeric" | "year-first";

export function monthInSentence(month: Month, locale: string, style: MonthStyle): string {
  if (style === "numeric") return `${monthOfYear(month)}/${month.slice(0, 4)}`;
  return style === "long" ? longMonthText(month, locale) : monthText(month, locale);
}

/** "Feb 2026"; in Chinese the year comes first. */
export function monthText(month: Month, locale: string): string {
  if (locale.startsWith("zh")) return `${month.slice(0, 4)}年${monthOfYear(month)}月`;
  return `${nameOf(month, locale, "short")} ${month.slice(0, 4)}`;
}

/** "February 2026". */
export function longMonthText(month: Month, locale: string): string {
  if (locale.startsWith("zh")) return monthText(month, locale);
  return `${nameOf(month, locale, "long")} ${month.slice(0, 4)}`;
}

/** "February". */
export function longMonthName(month: Month, locale: string): string {
  return nameOf(month, locale, "long");
}

/** "Feb". */
export function shortMonthName(month: Month, locale: string): string {
  return nameOf(month, locale, "short");
}
