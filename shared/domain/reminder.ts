import { type DateText, dueDate, monthOf } from "./calendar.ts";
import { addMonths, type Month } from "./month.ts";

export type ReminderRule = {
  /** 0: no reminder before the due day. */
  readonly beforeDays: number;
  readonly onDueDay: boolean;
  /** Days from one late reminder to the next; 0: none. */
  readonly lateDays: number;
};

/** What a person is reminded of on a day: of a month before or on its due day, or of it and all before it when it is late. */
export type Reminder = {
  readonly kind: "before" | "due" | "late";
  readonly period: Month;
  readonly dueOn: DateText;
  /** Of late ones the how-manieth, else 0. */
  readonly no: number;
};

/**
 * The reminders of a day. One that was missed, since no server ran on its day, is still given until the next would be:
 * the day itself is not asked for, only what has been reached. Whether it was sent already is for the sender to know.
 */
export function remindersOn(
  today: DateText,
  { beforeDays, onDueDay, lateDays }: ReminderRule,
  entryDueDay: number,
): Reminder[] {
  const last = addMonths(monthOf(today), -1);
  const reminders: Reminder[] = [];
  for (const period of [addMonths(last, -1), last]) {
    const dueOn = dueDate(period, entryDueDay);
    const days = daysBetween(dueOn, today);
    const of = { period, dueOn };
    if (days < 0 && -days <= beforeDays) reminders.push({ ...of, kind: "before", no: 0 });
    if (days === 0 && onDueDay) reminders.push({ ...of, kind: "due", no: 0 });
    const no = lateDays === 0 ? 0 : Math.floor(days / lateDays);
    const isNewestLate = days > 0 && (period === last || daysBetween(dueDate(last, entryDueDay), today) <= 0);
    if (no >= 1 && isNewestLate) reminders.push({ ...of, kind: "late", no });
  }
  return reminders;
}

/** Whole days from one date to another; negative where the other comes first. */
function daysBetween(from: DateText, to: DateText): number {
  return dayNumber(to) - dayNumber(from);
}

/** Days since 1 March of the year 0 of the Gregorian calendar (civil-day count, H. Hinnant, "chrono-compatible dates"). */
function dayNumber(date: DateText): number {
  const month = Number(date.slice(5, 7));
  const year = Number(date.slice(0, 4)) - (month <= 2 ? 1 : 0);
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + Number(date.slice(8, 10)) - 1;
  return 365 * year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + dayOfYear;
}

/** Whether nobody is written to at this hour (0 to 23). Equal hours mean that there are no quiet ones. */
export function isQuiet(hour: number, { from, to }: { readonly from: number; readonly to: number }): boolean {
  return from <= to ? from <= hour && hour < to : hour >= from || hour < to;
}
