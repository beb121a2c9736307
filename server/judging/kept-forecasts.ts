import { createHash } from "node:crypto";
import type { ForecastAsked, YearForecast, YearQuestion } from "../../shared/domain/statistics/year-forecast.ts";
import { forecastApart } from "./statistics-threads.ts";

/** Forecasts kept at most; the oldest go first. About a kilobyte each. */
const KEPT = 5_000;

const kept = new Map<string, Promise<YearForecast | null>>();

/** Names all that a forecast is made from: the same hash is the same forecast, on every machine. */
export function forecastHash(question: YearQuestion): string {
  return createHash("sha256").update(JSON.stringify(question)).digest("hex");
}

/** The forecasts of questions in their order: those asked before are kept, the others are made in threads of their own. */
export async function keptForecasts(questions: readonly ForecastAsked[]): Promise<(YearForecast | null)[]> {
  const keys = questions.map((asked) => JSON.stringify(asked.whatIf ?? null) + forecastHash(asked.question));
  const lacking = questions.map((asked, i) => ({ asked, key: keys[i] ?? "" })).filter(({ key }) => !kept.has(key));
  const wanted = new Map(lacking.map(({ key, asked }) => [key, asked]));
  if (wanted.size > 0) {
    const made = forecastApart([...wanted.values()]);
    for (const [i, key] of [...wanted.keys()].entries()) {
      keep(
        key,
        made.then((forecasts) => forecasts[i] ?? null),
      );
    }
  }
  return Promise.all(keys.map((key) => kept.get(key) ?? null));
}

function keep(key: string, forecast: Promise<YearForecast | null>): void {
  kept.set(key, forecast);
  forecast.catch(() => kept.delete(key));
  const [oldest] = kept.keys();
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
}
