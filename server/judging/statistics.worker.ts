import { parentPort } from "node:worker_threads";
import { type ForecastAsked, forecastYear, type YearForecast } from "../../shared/domain/statistics/year-forecast.ts";

/** What a thread of the statistics is sent, and what it answers: one forecast for each question, in order. */
export type StatisticsWork = { readonly id: number; readonly forecasts: readonly ForecastAsked[] };
export type StatisticsAnswer = { readonly id: number; readonly forecasts: readonly (YearForecast | null)[] };

parentPort?.on("message", ({ id, forecasts }: StatisticsWork) => {
  const answer: StatisticsAnswer = { id, forecasts: forecasts.map((asked) => forecastYear(asked)) };
  parentPort?.postMessage(answer);
});
