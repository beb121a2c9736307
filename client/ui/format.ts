import type { Month } from "../../shared/domain/month.ts";
import { dateText, instantText } from "../../shared/text/instant-text.ts";

const formats = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

function numberFormat(locale: string, decimals: number): Intl.NumberFormat {
  const key = `n ${locale} ${decimals}`;
  const kept = formats.get(key);
  if (kept instanceof Intl.NumberFormat) return kept;
  const made = new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  formats.set(key, made);
  return made;
}

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `d ${locale} ${JSON.stringify(options)}`;
  const kept = formats.get(key);
  if (kept instanceof Intl.DateTimeFormat) return kept;
  const made = new Intl.DateTimeFormat(locale, options);
  formats.set(key, made);
  return made;
}

/** The middle of the month, far from every time zone's edge. */
function instantIn(month: Month): Date {
  return new Date(`${month}-15T12:00:00Z`);
}

/** A number with a fixed count of decimals and a true minus sign. */
export function formatNumber(value: number, decimals: number, locale: string): string {
  return numberFormat(locale, decimals).format(value).replace("-", "−");
}

/** From here on the numbers of a scale are shortened, so that they fit beside it. */
const LONG_NUMBER = 100_000;

/** A number of a scale whose largest is `reach`: "1.5M" where the numbers are long. */
export function formatTick(value: number, { decimals, reach, locale }: Tick): string {
  if (Math.abs(reach) < LONG_NUMBER) return formatNumber(value, decimals, locale);
  const key = `t ${locale}`;
  const kept = formats.get(key);
  const format =
    kept instanceof Intl.NumberFormat
      ? kept
      : new Intl.NumberFormat(locale, { notation: "compact", maximumSignificantDigits: 3 });
  formats.set(key, format);
  return format.format(value).replace("-", "−");
}

type Tick = { decimals: number; reach: number; locale: string };

/** "O". */
export function monthLetter(month: Month, locale: string): string {
  return dateFormat(locale, { month: "narrow", timeZone: "UTC" }).format(instantIn(month));
}

/** "5 Nov 2026, 14:10 EET": an instant in the organisation's zone, with the zone's name. */
export function formatInstant(instant: string, locale: string, timeZone: string): string {
  return instantText(instant, locale, timeZone);
}

/** "5 Nov 2026". */
export function formatDate(date: string, locale: string): string {
  return dateText(date, locale);
}

/** "14:02": the time of an instant in the organisation's zone. */
export function formatClock(instant: string, locale: string, timeZone: string): string {
  return dateFormat(locale, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone }).format(
    new Date(instant),
  );
}
