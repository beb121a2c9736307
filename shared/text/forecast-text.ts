import { decimalOfNumber } from "../domain/decimal.ts";
import type { TimeRule } from "../domain/kpi-definition.ts";
import type { HistoryKind } from "../domain/statistics/forecast-paths.ts";
import type { RequiredValue } from "../domain/statistics/required-value.ts";
import { ENGLISH_FORECAST, type ForecastMessages } from "./forecast-messages.ts";
import { shownNumber } from "./number-format.ts";

const LANGUAGES: Readonly<Record<string, ForecastMessages>> = { en: ENGLISH_FORECAST };

/** The words of the reader's language; English where there are none. */
function messagesFor(locale: string): ForecastMessages {
  return LANGUAGES[locale.split("-")[0] ?? ""] ?? ENGLISH_FORECAST;
}

/** How the months to come were drawn, in a sentence. */
export function methodText(history: HistoryKind | "over", locale: string): string {
  return messagesFor(locale).methods[history];
}

/** Said where six months that count are not there yet. */
export function noForecastText(locale: string): string {
  return messagesFor(locale).none;
}

type Style = { readonly decimals: number; readonly locale: string };

/** The labels of a forecast month beside a chart. */
export function forecastLabels(
  { median, low80, high80 }: { readonly median: number; readonly low80: number; readonly high80: number },
  { decimals, locale }: Style,
): { label: string; range: string; shortRange: string } {
  const messages = messagesFor(locale);
  const text = (value: number) => shownNumber(decimalOfNumber(value), decimals, locale);
  return {
    label: filled(messages.label, { value: text(median) }),
    range: filled(messages.range, { low: text(low80), high: text(high80) }),
    shortRange: filled(messages.shortRange, { low: text(low80), high: text(high80) }),
  };
}

/** What the months to come must be for the year to reach its target; rounded so that what it says is enough. */
export function requiredText(required: RequiredValue, { decimals, locale, timeRule }: Style & { timeRule: TimeRule }) {
  const messages = messagesFor(locale);
  const { atLeast, atMost, months, isPossible } = required;
  const low = atLeast === null ? "" : enough(atLeast, { decimals, locale, round: Math.ceil });
  const high = atMost === null ? "" : enough(atMost, { decimals, locale, round: Math.floor });
  const value = filled(messages[sideOf(required)], { low, high });
  const many = months === 1 ? messages.required.one : messages.required.many;
  const possible = timeRule === "last" ? messages.required.last : many;
  return filled(isPossible ? possible : messages.required.impossible, { value, months: String(months) });
}

function sideOf({ atLeast, atMost }: RequiredValue): "between" | "atLeast" | "atMost" {
  if (atLeast === null) return "atMost";
  return atMost === null ? "atLeast" : "between";
}

/** Less than this share of the last digit is an error of arithmetic, not a demand. */
const NOTHING = 1e-6;

function enough(value: number, { decimals, locale, round }: Style & { round: (x: number) => number }): string {
  const scaled = value * 10 ** decimals;
  const nearest = Math.round(scaled);
  const whole = Math.abs(scaled - nearest) < NOTHING ? nearest : round(scaled);
  return shownNumber(decimalOfNumber(whole / 10 ** decimals), decimals, locale);
}

function filled(template: string, words: Readonly<Record<string, string>>): string {
  return template.replaceAll(/\{(\w+)\}/g, (whole, name: string) => words[name] ?? whole);
}
