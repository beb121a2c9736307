import type { HistoryKind } from "../domain/statistics/forecast-paths.ts";
import { ENGLISH_FORECAST, type ForecastMessages } from "./forecast-messages.ts";

const LANGUAGES: Readonly<Record<string, ForecastMessages>> = { en: ENGLISH_FORECAST };

/** The words of the reader's language; English where there are none. */
function messagesFor(locale: string): ForecastMessages {
  return LANGUAGES[locale.split("-")[0] ?? ""] ?? ENGLISH_FORECAST;
}

/** How the months to come were drawn, in a sentence. */
export function methodText(history: HistoryKind | "over", locale: string): string {
  return messagesFor(locale).methods[history];
}
