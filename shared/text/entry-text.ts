import type { DateText } from "../domain/calendar.ts";
import { decimalOfNumber } from "../domain/decimal.ts";
import type { EntryDoubt, EntryFault, EntryRange } from "../domain/entry-checks.ts";
import type { EntryContent } from "../domain/entry-content.ts";
import type { Month } from "../domain/month.ts";
import { rationalOf, roundHalfAway } from "../domain/rational.ts";
import { longMonthText } from "./month-text.ts";
import { shownNumber } from "./number-format.ts";

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
  return `${text(low)}–${text(high)}`;
}

/** A number as it was entered, or, where it is a quotient without end, with the KPI's decimals. */
function amountText(value: number, { decimals, locale }: EntryStyle): string {
  const exact = decimalOfNumber(value);
  if (exact.scale <= decimals + 2) return typedNumber(value, locale);
  return shownNumber(roundHalfAway(rationalOf(exact), decimals), decimals, locale);
}

/** Why a cell cannot be saved and what to do: field, problem, remedy. */
export function faultText(fault: EntryFault, kpi: string, locale: string): string {
  switch (fault.code) {
    case "below_minimum":
      return `${kpi}: ${typedNumber(fault.value, locale)} is below ${typedNumber(fault.limit, locale)}, the least it can be. Correct the number.`;
    case "above_maximum":
      return `${kpi}: ${typedNumber(fault.value, locale)} is above ${typedNumber(fault.limit, locale)}, the most it can be. Correct the number.`;
    case "negative_denominator":
      return `${kpi}: ${typedNumber(fault.value, locale)} cannot be divided by. Enter a number that is not negative.`;
    case "wrong_input":
      return `${kpi} does not take this kind of number. Enter what its cells ask for.`;
  }
}

/** What is asked about a cell: what was noticed, and the question with its correction, where there is one. */
export type DoubtText = { readonly notice: string; readonly correction: string | null };

export function doubtText(doubt: EntryDoubt, style: EntryStyle): DoubtText {
  const value = amountText(doubt.value, style);
  switch (doubt.code) {
    case "ten_times":
      return {
        notice: `${value} is ten times ${doubt.is} than usual (${rangeText(doubt.usual, style)}).`,
        correction: contentText(doubt.suggestion, style.locale),
      };
    case "outside_usual":
      return { notice: `${value} is outside the usual range (${rangeText(doubt.usual, style)}).`, correction: null };
    case "repeat":
      return { notice: `${value} for ${doubt.months} months in a row: is it new?`, correction: null };
    case "denominator_drop":
      return {
        notice: `Divided by ${value}, less than half of what is usual (${rangeText(doubt.usual, { ...style, decimals: 0 })}).`,
        correction: null,
      };
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
      return "n/a";
    case "missing":
      return "empty";
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
  if (total === 0) return "Nothing to enter for this month";
  if (entered === total && drafts === 0) return `All ${total} submitted`;
  return `${entered} of ${total} entered, ${isPastDue ? "was due" : "due"} ${dayText(dueOn, locale)}`;
}

/** "Friday 6 November". */
export function dayText(date: DateText, locale: string): string {
  const day = new Intl.DateTimeFormat(locale, { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" });
  return day.format(new Date(`${date}T12:00:00Z`)).replace(",", "");
}

/** "4 to enter · 1 to check · 1 needs a cause". */
export function entrySubline(counts: { toEnter: number; toCheck: number; causes: number; drafts: number }): string {
  const { toEnter, toCheck, causes, drafts } = counts;
  const parts = [
    ...(toEnter === 0 ? [] : [`${toEnter} to enter`]),
    ...(toCheck === 0 ? [] : [`${toCheck} to check`]),
    ...(causes === 0 ? [] : [`${causes} ${causes === 1 ? "needs" : "need"} a cause`]),
    ...(toEnter === 0 && drafts > 0 ? ["ready to submit"] : []),
  ];
  return parts.length === 0 ? "Nothing is left to do." : parts.join(" · ");
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
      return `${name} was closed${byWhom(reason)}. To change a result, ask your approver or quality manager to reopen it${whom(reason)}.`;
    case "locked":
      return `${name} was locked${byWhom(reason)}. To change a result, ask your approver or quality manager to restate it${whom(reason)}, and say why.`;
    case "future":
      return `${name} has not begun. Results can be entered once it has.`;
    case "no_right":
      return "You may read these results. To enter them, ask your administrator for the role of a contributor here.";
  }
}

function whom({ ask }: { ask: readonly string[] }): string {
  return ask.length === 0 ? "" : ` (${ask.join(", ")})`;
}

function byWhom({ by, on }: { by: string | null; on: string }): string {
  return ` on ${on}${by === null ? "" : ` by ${by}`}`;
}

/** "October 2026: 12 results submitted." and what is still missing. */
export function submittedText(counts: { submitted: number; missing: number }, month: Month, locale: string): string {
  const { submitted, missing } = counts;
  const results = submitted === 1 ? "1 result" : `${submitted} results`;
  const rest = missing === 0 ? "Nothing is missing." : `${missing} still missing.`;
  return submitted === 0
    ? `Nothing new to submit. ${rest}`
    : `${longMonthText(month, locale)}: ${results} submitted. ${rest}`;
}
