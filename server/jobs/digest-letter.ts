import type { Reminder } from "../../shared/domain/reminder.ts";
import {
  alertHeadline,
  alertLine,
  DRAFT_NOTE,
  greetingText,
  MAIL_WORDS,
  moreResults,
  owedTitle,
  reminderHeadline,
  whyMailed,
} from "../../shared/text/mail-text.ts";
import { chanceText } from "../../shared/text/verdict.ts";
import type { Letter, LetterLine } from "../mail/letter.ts";
import type { ChangedKpi } from "./changed-kpis.ts";
import type { Owed } from "./owed-results.ts";

/** So many results of a unit are named, and so many units one by one. */
const NAMED = 15;
const UNITS = 8;

export type DigestFacts = {
  readonly name: string;
  readonly organisation: string;
  readonly locale: string;
  /** Address of the product, without a slash at its end. */
  readonly at: string;
  /** What is owed, by the reminders that ask for it. */
  readonly reminded: readonly { readonly reminder: Reminder; readonly owed: readonly Owed[] }[];
  readonly changed: readonly ChangedKpi[];
  readonly endings: { readonly reminders: string | null; readonly alerts: string | null };
};

/** One mail of all that a person is told on a day. */
export function digestLetter(facts: DigestFacts): Letter {
  const { reminded, changed, locale, at, organisation, name } = facts;
  const headlines = reminded.map(({ reminder, owed }) =>
    reminderHeadline({ ...reminder, count: countOf(owed) }, locale),
  );
  const [subject = alertHeadline(changed.length), ...others] = headlines;
  const parts = reminded.flatMap((one) => owedParts(one, facts));
  const more = others.map((title) => ({ title, lines: [] }));
  const news = changed.length === 0 ? [] : [{ title: alertHeadline(changed.length), lines: changedLines(facts) }];
  const [first] = reminded[0]?.owed ?? [];
  const button =
    first === undefined
      ? { label: MAIL_WORDS.look, href: `${at}/overview` }
      : { label: MAIL_WORDS.enter, href: entryAddress(at, first) };
  return {
    ...{ language: "en", subject, greeting: greetingText(name), parts: [...more, ...parts, ...news], button },
    foot: footOf(facts, organisation),
  };
}

function countOf(owed: readonly Owed[]): number {
  return owed.reduce((sum, { cells }) => sum + cells.length, 0);
}

function owedParts(
  { reminder, owed }: DigestFacts["reminded"][number],
  { at, locale }: Pick<DigestFacts, "at" | "locale">,
): Letter["parts"] {
  const isLate = reminder.kind === "late";
  const titleOf = ({ unit, month, dueOn }: Owed) => owedTitle({ unit: unit.name, month, dueOn, isLate }, locale);
  if (owed.length > UNITS) {
    const lines = owed.map((one) => ({
      text: titleOf(one),
      note: moreOf(one.cells.length),
      href: entryAddress(at, one),
    }));
    return [{ title: reminderHeadline({ ...reminder, count: countOf(owed) }, locale), lines }];
  }
  return owed.map((one) => {
    const named = one.cells.slice(0, NAMED).map(({ kpi, name, isDraft }) => ({
      ...{ text: name, href: entryAddress(at, one, kpi) },
      ...(isDraft ? { note: DRAFT_NOTE } : {}),
    }));
    const left = one.cells.length - named.length;
    const rest = left === 0 ? [] : [{ text: moreResults(left), href: entryAddress(at, one) }];
    return { title: titleOf(one), lines: [...named, ...rest] };
  });
}

const moreOf = (count: number) => `${count}`;

/** The address that opens the cell itself. */
function entryAddress(at: string, { unit, month }: Owed, kpi?: string): string {
  const query = new URLSearchParams({ u: unit.code, p: month, ...(kpi === undefined ? {} : { kpi }) });
  return `${at}/entry?${query}`;
}

function changedLines({ changed, at, locale }: DigestFacts): LetterLine[] {
  return changed.map(({ unit, kpi, before, after, reasons }) => {
    const told = {
      ...{ name: `${kpi.name}, ${unit.name}`, reasons, variationWord: kpi.verdict.variationWord },
      status: { before: before.status, after: after.status },
      chance: { before: chanceText(before.chance, locale), after: chanceText(after.chance, locale) },
    };
    const year = reasons.includes("chance") && kpi.yearEnd !== null ? ` ${kpi.yearEnd.sentence}` : "";
    const query = new URLSearchParams({ u: unit.code, p: kpi.period });
    return {
      text: alertLine(told, locale),
      note: `${kpi.verdict.sentence}${year}`,
      href: `${at}/kpis/${encodeURIComponent(kpi.kpi)}?${query}`,
    };
  });
}

function footOf({ reminded, changed, endings, at }: DigestFacts, organisation: string): LetterLine[] {
  const kinds = [
    ...(reminded.length > 0 ? (["reminders"] as const) : []),
    ...(changed.length > 0 ? (["alerts"] as const) : []),
  ];
  return [
    ...kinds.map((kind) => ({ text: whyMailed(kind, organisation) })),
    { text: MAIL_WORDS.chooseMails, href: `${at}/you` },
    ...kinds.flatMap((kind) => {
      const href = endings[kind];
      const text = kind === "reminders" ? MAIL_WORDS.endReminders : MAIL_WORDS.endAlerts;
      return href === null ? [] : [{ text, href }];
    }),
  ];
}
