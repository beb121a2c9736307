import type { AlertReason } from "../domain/alert.ts";
import type { DateText } from "../domain/calendar.ts";
import type { Month } from "../domain/month.ts";
import type { StatusKind } from "../domain/status-kind.ts";
import { dateText } from "./instant-text.ts";
import { longMonthText } from "./month-text.ts";
import { statusWord } from "./series-text.ts";

const results = (count: number) => `${count} ${count === 1 ? "result" : "results"}`;

type Reminding = {
  readonly kind: "before" | "due" | "late";
  readonly period: Month;
  readonly dueOn: DateText;
  readonly count: number;
};

/** "12 results of October 2026 are due on 10 Nov 2026". */
export function reminderHeadline({ kind, period, dueOn, count }: Reminding, locale: string): string {
  const verb = count === 1 ? "is" : "are";
  if (kind === "late") return `${results(count)} ${verb} late`;
  const what = `${results(count)} of ${longMonthText(period, locale)} ${verb}`;
  if (kind === "due") return `${what} due today`;
  return `${what} due on ${dateText(dueOn, locale)}`;
}

/** "Lahti, October 2026: due on 10 Nov 2026". */
export function owedTitle(
  owed: { readonly unit: string; readonly month: Month; readonly dueOn: DateText; readonly isLate: boolean },
  locale: string,
): string {
  const day = dateText(owed.dueOn, locale);
  return `${owed.unit}, ${longMonthText(owed.month, locale)}: ${owed.isLate ? "was due on" : "due on"} ${day}`;
}

export const DRAFT_NOTE = "Entered, not submitted yet";

export function moreResults(count: number): string {
  return `${results(count)} more`;
}

/** "3 KPIs have changed" */
export function alertHeadline(count: number): string {
  return count === 1 ? "1 KPI has changed" : `${count} KPIs have changed`;
}

type Alerted = {
  readonly name: string;
  readonly reasons: readonly AlertReason[];
  readonly status: { readonly before: StatusKind; readonly after: StatusKind };
  readonly variationWord: string;
  readonly chance: { readonly before: string; readonly after: string };
};

/** "On-time delivery: On target → Off target · Worsening". */
export function alertLine({ name, reasons, status, variationWord, chance }: Alerted, locale: string): string {
  const parts = reasons.map((reason) => {
    if (reason === "status") return `${statusWord(status.before, locale)} → ${statusWord(status.after, locale)}`;
    return reason === "signal" ? variationWord : `chance for the year ${chance.before} → ${chance.after}`;
  });
  return `${name}: ${parts.join(" · ")}`;
}

export function greetingText(name: string): string {
  return `Hello ${name},`;
}

/** Why a mail came. */
export function whyMailed(kind: "reminders" | "alerts", organisation: string): string {
  const what = kind === "reminders" ? "you enter results there" : "you asked to be told of changes";
  return `You get this from Plumbline of ${organisation}, since ${what}. At most one such mail a day.`;
}

export const MAIL_WORDS = {
  enter: "Enter the results",
  look: "Open the overview",
  chooseMails: "Choose what you are written to about",
  endReminders: "No more reminders",
  endAlerts: "No more news of changes",
} as const;
