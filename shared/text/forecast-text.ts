import { decimalOfNumber } from "../domain/decimal.ts";
import type { TimeRule } from "../domain/kpi-definition.ts";
import type { HistoryKind } from "../domain/statistics/forecast-paths.ts";
import type { RequiredValue } from "../domain/statistics/required-value.ts";
import { leftToRight, shownNumber } from "./number-format.ts";
import { tellPage } from "./told/tell-page.ts";

/** How the months to come were drawn, in a sentence. */
export function methodText(history: HistoryKind | "over", locale: string): string {
  return tellPage(`method.${history}`, locale);
}

/** Said where six months that count are not there yet. */
export function noForecastText(locale: string): string {
  return tellPage("noForecast", locale);
}

type Style = { readonly decimals: number; readonly locale: string };

/** The labels of a forecast month beside a chart. */
export function forecastLabels(
  { median, low80, high80 }: { readonly median: number; readonly low80: number; readonly high80: number },
  { decimals, locale }: Style,
): { label: string; range: string; shortRange: string } {
  const text = (value: number) => shownNumber(decimalOfNumber(value), decimals, locale);
  const range = leftToRight(`${text(low80)}–${text(high80)}`, locale);
  return {
    label: tellPage("forecast", locale, { value: text(median) }),
    range: tellPage("range80", locale, { range }),
    shortRange: tellPage("range80Short", locale, { range }),
  };
}

/** What the months to come must be for the year to reach its target; rounded so that what it says is enough. */
export function requiredText(required: RequiredValue, { decimals, locale, timeRule }: Style & { timeRule: TimeRule }) {
  const { atLeast, atMost, months, isPossible } = required;
  const low = atLeast === null ? "" : enough(atLeast, { decimals, locale, round: Math.ceil });
  const high = atMost === null ? "" : enough(atMost, { decimals, locale, round: Math.floor });
  const value = tellPage(sideOf(required), locale, { low, high });
  const many = months === 1 ? ("one" as const) : ("many" as const);
  const possible = timeRule === "last" ? ("last" as const) : many;
  return tellPage(`required.${isPossible ? possible : "impossible"}`, locale, { value, months });
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
