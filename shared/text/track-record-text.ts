import type { Decile, TrackRecord } from "../domain/statistics/track-record.ts";

/** The words of a track record in one language. Another language is another such record. */
type TrackRecordMessages = {
  none: string;
  better: string;
  same: string;
  worse: string;
  decile: string;
  noDecile: string;
  brier: string;
  inside: string;
  unscored: string;
};

const ENGLISH: TrackRecordMessages = {
  none: "No year-end forecast has been scored yet",
  better: "Year-end forecasts said more than the base rate does",
  same: "Year-end forecasts said no more than the base rate does",
  worse: "Year-end forecasts said less than the base rate does",
  decile: "When we said {from}–{to} %, {came} % did, of {count}.",
  noDecile: "We have not said {from}–{to} % of a year that is known.",
  brier:
    "Brier score {brier}, of {count} forecasts; always saying the base rate, {base} %, would score {baseBrier}. 0 is perfect.",
  inside: "{inside} % of {count} figures fell inside the 80 % range.",
  unscored: "{count} forecasts are kept and wait for their year to end.",
};

const LANGUAGES: Readonly<Record<string, TrackRecordMessages>> = { en: ENGLISH };

function messagesFor(locale: string): TrackRecordMessages {
  return LANGUAGES[locale.split("-")[0] ?? ""] ?? ENGLISH;
}

/** Differences of the score below this share of the base rate's say nothing. */
const NOTABLE = 0.05;

/** Whether the forecasts were worth more than knowing how many targets are reached. */
export function trackRecordHeadline({ brier, baseBrier }: TrackRecord, locale: string): string {
  const messages = messagesFor(locale);
  if (brier === null || baseBrier === null) return messages.none;
  if (Math.abs(brier - baseBrier) <= NOTABLE * baseBrier) return messages.same;
  return brier < baseBrier ? messages.better : messages.worse;
}

/** The scores in sentences, each with the number of forecasts that it is of. */
export function trackRecordSentences(record: TrackRecord, locale: string): string[] {
  const messages = messagesFor(locale);
  const { brier, baseRate, baseBrier, inside80, scored, known, made } = record;
  const sentences: string[] = [];
  if (brier !== null && baseRate !== null && baseBrier !== null) {
    const words = { brier: score(brier, locale), base: percent(baseRate), baseBrier: score(baseBrier, locale) };
    sentences.push(filled(messages.brier, { ...words, count: count(scored, locale) }));
  }
  if (inside80 !== null) {
    sentences.push(filled(messages.inside, { inside: percent(inside80), count: count(known, locale) }));
  }
  if (made > known) sentences.push(filled(messages.unscored, { count: count(made - known, locale) }));
  return sentences;
}

/** How often a chance between two tenths came true. */
export function decileText({ from, to, count: of, cameTrue }: Decile, locale: string): string {
  const messages = messagesFor(locale);
  const words = { from: percent(from), to: percent(to), count: count(of, locale) };
  if (cameTrue === null) return filled(messages.noDecile, words);
  return filled(messages.decile, { ...words, came: percent(cameTrue) });
}

function percent(share: number): string {
  return String(Math.round(share * 100));
}

function score(value: number, locale: string): string {
  return value.toLocaleString(locale, { minimumFractionDigits: 3, maximumFractionDigits: 3 });
}

function count(value: number, locale: string): string {
  return value.toLocaleString(locale);
}

function filled(template: string, words: Readonly<Record<string, string>>): string {
  return template.replaceAll(/\{(\w+)\}/g, (whole, name: string) => words[name] ?? whole);
}
