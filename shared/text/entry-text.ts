import type { DateText } from "../domain/calendar.ts";
import { decimalOfNumber } from "../domain/decimal.ts";
import type { EntryDoubt, EntryFault, EntryRange } from "../domain/entry-checks.ts";
import type { EntryContent } from "../domain/entry-content.ts";
import type { Month } from "../domain/month.ts";
import { rationalOf, roundHalfAway } from "../domain/rational.ts";
import { longMonthText } from "./month-text.ts";
import { leftToRight, shownNumber } from "./number-format.ts";
import { tellEntry } from "./told/tell-entry.ts";

/** How the cells of a KPI are written. */
export type EntryStyle = { readonly decimals: number; readonly locale: string };

/** A number as it was entered: all its digits, in the reader's locale, without grouping, so that it reads back the same. */
export function typedNumber(value: number, locale: string): string {
  const mark = shownNumber(decimalOfNumber(0.5), 1, locale).includes(",") ? "," : ".";
  const text = value.toLocaleString("en", { useGrouping: false, maximumSignificantDigits: 15 });
  return text.replace(".", mark);
}

/** A range with the KPI's decimals: "96–99". */
export function rangeText({ low, high }: EntryRange, { decimals, locale }: EntryStyle): string {
  const text = (value: number) =>
    shownNumber(roundHalfAway(rationalOf(decimalOfNumber(value)), decimals), decimals, locale);
  return leftToRight(`${text(low)}–${text(high)}`, locale);
}

/** A number as it was entered, or, where it is a quotient without end, with the KPI's decimals. */
function amountText(value: number, { decimals, locale }: EntryStyle): string {
  const exact = decimalOfNumber(value);
  if (exact.scale <= decimals + 2) return typedNumber(value, locale);
  return shownNumber(roundHalfAway(rationalOf(exact), decimals), decimals, locale);
}

/** Why a cell cannot be saved and what to do: field, problem, remedy. */
export function faultText(fault: EntryFault, kpi: string, locale: string): string {
  const value = "value" in fault ? typedNumber(fault.value, locale) : "";
  const limit = "limit" in fault ? typedNumber(fault.limit, locale) : "";
  return tellEntry(`fault.${fault.code}`, locale, { kpi, value, limit });
}

/** What is asked about a cell: what was noticed, and the question with its correction, where there is one. */
export type DoubtText = { readonly notice: string; readonly correction: string | null };

export function doubtText(doubt: EntryDoubt, style: EntryStyle): DoubtText {
  const value = amountText(doubt.value, style);
  const { locale } = style;
  switch (doubt.code) {
    case "ten_times":
      return {
        notice: tellEntry(`doubt.times_${doubt.is}`, locale, { value, range: rangeText(doubt.usual, style) }),
        correction: contentText(doubt.suggestion, locale),
      };
    case "outside_usual":
      return {
        notice: tellEntry("doubt.outside", locale, { value, range: rangeText(doubt.usual, style) }),
        correction: null,
      };
    case "repeat":
      return { notice: tellEntry("doubt.repeat", locale, { value, months: doubt.months }), correction: null };
    case "denominator_drop": {
      const range = rangeText(doubt.usual, { ...style, decimals: 0 });
      return { notice: tellEntry("doubt.denominator", locale, { value, range }), correction: null };
    }
  }
}

/** What a cell says, in one word or number: "97.6", "46 / 1,800", "n/a", "empty". */
export function contentText(content: EntryContent, locale: string): string {
  switch (content.kind) {
    case "value":
      return typedNumber(content.value, locale);
    case "ratio":
      return `${typedNumber(content.numerator, locale)} / ${typedNumber(content.denominator, locale)}`;
    case "not_applicable":
      return tellEntry("notApplicable", locale);
    case "missing":
      return tellEntry("empty", locale);
  }
}

export type EntryProgress = {
  readonly entered: number;
  readonly total: number;
  readonly drafts: number;
  readonly dueOn: DateText;
  readonly isPastDue: boolean;
  readonly locale: string;
};

/** "8 of 12 entered, due Friday 6 November". */
export function entryHeadline({ entered, total, drafts, dueOn, isPastDue, locale }: EntryProgress): string {
  if (total === 0) return tellEntry("nothing", locale);
  if (entered === total && drafts === 0) return tellEntry("allSubmitted", locale, { total });
  return tellEntry(isPastDue ? "wasDueOn" : "dueOn", locale, { entered, total, day: dayText(dueOn, locale) });
}

/** "Friday 6 November". */
export function dayText(date: DateText, locale: string): string {
  const day = new Intl.DateTimeFormat(locale, { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" });
  return day.format(new Date(`${date}T12:00:00Z`)).replace(",", "");
}

/** "4 to enter · 1 to check · 1 needs a cause". */
export function entrySubline(
  { toEnter, toCheck, causes, drafts }: { toEnter: number; toCheck: number; causes: number; drafts: number },
  locale: string,
): string {
  const parts = [
    ...(toEnter === 0 ? [] : [tellEntry("toEnter", locale, { count: toEnter })]),
    ...(toCheck === 0 ? [] : [tellEntry("toCheck", locale, { count: toCheck })]),
    ...(causes === 0 ? [] : [tellEntry("causes", locale, { count: causes })]),
    ...(toEnter === 0 && drafts > 0 ? [tellEntry("ready", locale)] : []),
  ];
  return parts.length === 0 ? tellEntry("nothingLeft", locale) : parts.join(" · ");
}

/** Why a month takes no entries, and what to do. */
export type ReadOnlyReason =
  | {
      readonly kind: "closed" | "locked";
      readonly by: string | null;
      readonly on: string;
      /** Names of people who can help. */
      readonly ask: readonly string[];
    }
  | { readonly kind: "future" }
  | { readonly kind: "no_right" };

export function readOnlyText(reason: ReadOnlyReason, month: Month, locale: string): string {
  const name = longMonthText(month, locale);
  switch (reason.kind) {
    case "closed":
    case "locked": {
      const names = reason.ask.length === 0 ? "" : ` (${reason.ask.join(", ")})`;
      const words = { month: name, day: reason.on, names };
      return reason.by === null
        ? tellEntry(`${reason.kind}On`, locale, words)
        : tellEntry(`${reason.kind}By`, locale, { ...words, by: reason.by });
    }
    case "future":
      return tellEntry("future", locale, { month: name });
    case "no_right":
      return tellEntry("noRight", locale);
  }
}

/** "October 2026: 12 results submitted." and what is still missing. */
export function submittedText(counts: { submitted: number; missing: number }, month: Month, locale: string): string {
  const { submitted, missing } = counts;
  const rest =
    missing === 0 ? tellEntry("nothingMissing", locale) : tellEntry("stillMissing", locale, { count: missing });
  if (submitted === 0) return tellEntry("nothingNew", locale, { rest });
  return tellEntry("submitted", locale, { month: longMonthText(month, locale), count: submitted, rest });
}
