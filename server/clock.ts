import type { DateText } from "../shared/domain/calendar.ts";

const formats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day of an instant in a time zone, for instance `Europe/Helsinki`. */
export function dayIn(timeZone: string, instant: number): DateText {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
    formats.set(timeZone, format);
  }
  const part = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  return `${part["year"]}-${part["month"]}-${part["day"]}` as DateText;
}

/** The hour of an instant in a time zone, 0 to 23. */
export function hourIn(timeZone: string, instant: number): number {
  const format = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", hourCycle: "h23" });
  return Number(format.format(instant));
}

/** Whether this machine knows the time zone. */
export function isTimeZone(name: string): boolean {
  try {
    dayIn(name, 0);
    return true;
  } catch {
    return false;
  }
}

/** The last millisecond of a day in a time zone: what an as-of date means. */
export function endOfDay(timeZone: string, date: DateText): number {
  const noon = Date.parse(`${date}T12:00:00Z`);
  let low = noon - 36 * HOUR;
  let high = noon + 36 * HOUR;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (dayIn(timeZone, middle) <= date) low = middle;
    else high = middle;
  }
  return low;
}

const HOUR = 3_600_000;
