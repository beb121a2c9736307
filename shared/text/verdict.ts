import { decimalOfNumber } from "../domain/decimal.ts";
import type { Month } from "../domain/month.ts";
import { FEWEST_VALUES_FOR_FIRM_LIMITS } from "../domain/statistics/segment-judgement.ts";
import type { StatusKind } from "../domain/status-kind.ts";
import type { Verdict, VerdictFacts } from "../domain/verdict.ts";
import { type Language, languageOf } from "./languages.ts";
import { filled, type Words } from "./message-format.ts";
import { monthInSentence } from "./month-text.ts";
import { leftToRight, NO_NUMBER, shownNumber } from "./number-format.ts";
import { ARABIC } from "./verdict-messages.ar.ts";
import { GERMAN } from "./verdict-messages.de.ts";
import { FINNISH } from "./verdict-messages.fi.ts";
import { SWEDISH } from "./verdict-messages.sv.ts";
import { ENGLISH, type VerdictMessages } from "./verdict-messages.ts";
import { CHINESE } from "./verdict-messages.zh.ts";

/** How a KPI's verdict is written. Bounds are the hard limits of its values: no sentence expects more than 100 %. */
export type VerdictStyle = {
  decimals: number;
  locale: string;
  bounds?: { minimum: number | null; maximum: number | null };
};

export type VerdictText = {
  /** The verdict, one or two short sentences. */
  sentence: string;
  /** What follows from it. */
  advice: string;
  statusWord: string;
  variationWord: string;
  outlookWord: string;
  /** Why a decision is needed; null where none is. */
  reason: string | null;
};

/** The words of a verdict, for every surface the same. */
export function verdictText(verdict: Verdict, style: VerdictStyle): VerdictText {
  const messages = messagesFor(style.locale);
  const fill = filler(verdict.facts, style);
  const { sentence, advice } = messages.situations[verdict.situation];
  const gap = verdict.gap === null ? "" : `${fill(messages.gaps[verdict.gap])} `;
  return {
    sentence: gap + fill(sentence),
    advice: fill(advice),
    statusWord: messages.statuses[verdict.status],
    variationWord: messages.variations[verdict.variation],
    outlookWord: verdict.outlook === null ? NO_NUMBER : messages.outlooks[verdict.outlook],
    reason: verdict.reason === null ? null : fill(messages.reasons[verdict.reason]),
  };
}

/** One of the three questions of a KPI page: the answer in a few words, then the facts. */
export type Answer = { question: string; answer: string; detail: string; tone: "good" | "bad" | "watch" | "plain" };

export type AnswerFacts = {
  /** The figure and its target as shown, "at most 4.0"; null where there is none. */
  figure: string | null;
  target: string | null;
  coverage: { reported: number; due: number } | null;
};

export function verdictAnswers(
  verdict: Verdict,
  facts: AnswerFacts,
  style: VerdictStyle,
): { onTarget: Answer; changed: Answer; willMeet: Answer } {
  const messages = messagesFor(style.locale);
  const fill = filler(verdict.facts, style);
  const changed = messages.changed[verdict.variation];
  const isSingleMiss = verdict.variation === "stable" && verdict.status === "off" && verdict.outlook !== "will_miss";
  return {
    onTarget: {
      question: messages.questions.onTarget,
      answer: messages.onTarget[verdict.status],
      detail: onTargetDetail(messages, facts, style.locale),
      tone: STATUS_TONE[verdict.status],
    },
    changed: {
      question: messages.questions.changed,
      answer: fill(changed.sentence),
      detail: isSingleMiss ? messages.notATrend : fill(changed.advice),
      tone: VARIATION_TONE[verdict.variation],
    },
    willMeet: willMeetAnswer(verdict, messages, fill),
  };
}

function onTargetDetail(messages: VerdictMessages, { figure, target, coverage }: AnswerFacts, locale: string): string {
  const parts: string[] = [];
  if (figure !== null && target !== null) parts.push(filled(messages.against, { figure, target }, locale));
  else if (figure !== null) parts.push(`${figure}.`);
  if (coverage !== null && coverage.reported < coverage.due) {
    parts.push(filled(messages.coverage, coverage, locale));
  }
  return parts.join(" ");
}

function willMeetAnswer(
  { outlook, facts }: Verdict,
  messages: VerdictMessages,
  fill: (text: string) => string,
): Answer {
  const question = messages.questions.willMeet;
  if (outlook === null) {
    return { question, answer: messages.noOutlook.sentence, detail: fill(messages.noOutlook.advice), tone: "plain" };
  }
  const expect = facts.expected === null ? "" : ` ${fill(messages.expect)}`;
  return {
    question,
    answer: messages.outlooks[outlook],
    detail: fill(messages.willMeet[outlook]) + expect,
    tone: OUTLOOK_TONE[outlook],
  };
}

const STATUS_TONE: Record<StatusKind, Answer["tone"]> = {
  not_due: "plain",
  missing: "watch",
  no_value: "plain",
  incomplete: "watch",
  no_target: "plain",
  on: "good",
  near: "watch",
  off: "bad",
};
const VARIATION_TONE: Record<Verdict["variation"], Answer["tone"]> = {
  improving: "good",
  worsening: "bad",
  one_off: "watch",
  stable: "plain",
  higher: "plain",
  lower: "plain",
  too_few: "plain",
};
const OUTLOOK_TONE = { will_meet: "good", may_miss: "watch", will_miss: "bad" } as const;

/** "Three KPIs need a decision this month". */
export function decisionHeadline(count: number, locale: string): string {
  const { headline, numbers } = messagesFor(locale);
  if (count === 0) return headline.none;
  return count === 1 ? headline.one : filled(headline.many, { count: numbers[count] ?? count }, locale);
}

export type YearEndFacts = {
  median: number;
  low80: number;
  high80: number;
  /** 0 to 1; exactly 0 or 1 only once the known months have settled it. Null without a target. */
  probability: number | null;
  /** The year's target as shown, "at least 95.0". */
  target: string | null;
  /** Every month of the year is known. */
  isOver?: boolean;
  /** Months behind the forecast, where they are fewer than a year has; else null. */
  littleHistory?: number | null;
};

/** The year's figure and the chance to reach its target, to the nearest 5 %: a sentence of its own beside the verdict. */
export function yearEndSentence(facts: YearEndFacts, style: VerdictStyle): string {
  const { yearEnd } = messagesFor(style.locale);
  const { probability, littleHistory = null } = facts;
  const target = facts.target ?? NO_NUMBER;
  const median = numberText(facts.median, style);
  const range = leftToRight(`${numberText(facts.low80, style)}–${numberText(facts.high80, style)}`, style.locale);
  const chance = probability === null ? NO_NUMBER : `${roundedPercent(probability)} %`;
  const said = filled(yearEnd[yearEndKind(facts)], { median, range, target, chance }, style.locale);
  return littleHistory === null ? said : `${said} ${filled(yearEnd.little, { months: littleHistory }, style.locale)}`;
}

function yearEndKind({ probability, target, isOver = false }: YearEndFacts): keyof VerdictMessages["yearEnd"] {
  if (probability === null || target === null) return isOver ? "over" : "noTarget";
  if (probability === 1) return isOver ? "overReached" : "reached";
  if (probability === 0) return isOver ? "overMissed" : "missed";
  return "open";
}

/** A probability as it is said: to the nearest 5 %, never 0 or 100 while it is open. */
export function roundedPercent(probability: number): number {
  return Math.min(95, Math.max(5, Math.round(probability * 20) * 5));
}

/** A chance in a few words: "about 35 %", "reached", "out of reach"; a dash where there is nothing to reach. */
export function chanceText(probability: number | null, locale: string): string {
  const { chances } = messagesFor(locale);
  if (probability === null) return NO_NUMBER;
  if (probability === 0 || probability === 1) return probability === 1 ? chances.reached : chances.missed;
  return filled(chances.open, { percent: roundedPercent(probability) }, locale);
}

const MESSAGES: Record<Language, VerdictMessages> = {
  en: ENGLISH,
  fi: FINNISH,
  de: GERMAN,
  sv: SWEDISH,
  "zh-CN": CHINESE,
  ar: ARABIC,
};

/** The words of the reader's language; English where there are none. */
export function messagesFor(locale: string): VerdictMessages {
  return MESSAGES[languageOf(locale) ?? "en"];
}

function filler(facts: VerdictFacts, style: VerdictStyle): (template: string) => string {
  const { monthStyle } = messagesFor(style.locale);
  const month = (value: Month | null) =>
    value === null ? NO_NUMBER : monthInSentence(value, style.locale, monthStyle);
  const words: Words = {
    since: month(facts.since),
    changedIn: month(facts.changedIn),
    judged: month(facts.judgedPeriod),
    period: month(facts.period),
    months: facts.runMonths ?? 0,
    value: facts.value === null ? NO_NUMBER : numberText(facts.value, style),
    misses: Math.min(9, Math.max(1, facts.missesInTen ?? 5)),
    range: facts.expected === null ? NO_NUMBER : rangeText(facts.expected, style),
    count: facts.months,
    wanted: FEWEST_VALUES_FOR_FIRM_LIMITS,
  };
  return (template) => filled(template, words, style.locale);
}

function rangeText({ lower, upper }: { lower: number; upper: number }, style: VerdictStyle): string {
  const { minimum = null, maximum = null } = style.bounds ?? {};
  const low = minimum === null ? lower : Math.max(minimum, lower);
  const high = maximum === null ? upper : Math.min(maximum, upper);
  return leftToRight(`${numberText(low, style)}–${numberText(high, style)}`, style.locale);
}

function numberText(value: number, { decimals, locale }: VerdictStyle): string {
  return shownNumber(decimalOfNumber(value), decimals, locale);
}
