import { analyseSeries } from "../../shared/domain/statistics/analyse-series.ts";
import { type ForecastAsked, forecastYear, type YearForecast } from "../../shared/domain/statistics/year-forecast.ts";
import { answerQuestions } from "../answering-threads.ts";
import { type PackedAnalysis, type PackedSeries, packAnalysis, unpackSeries } from "./packed-series.ts";

/** What a thread of the statistics is sent. */
export type StatisticsQuestion =
  | { readonly kind: "analyses"; readonly asked: readonly PackedSeries[] }
  | { readonly kind: "forecasts"; readonly asked: readonly ForecastAsked[] };

/** What it answers, each at the place of its question. */
export type StatisticsAnswer = readonly PackedAnalysis[] | readonly (YearForecast | null)[];

answerQuestions((question: StatisticsQuestion): StatisticsAnswer => {
  if (question.kind === "forecasts") return question.asked.map((asked) => forecastYear(asked));
  return question.asked.map((packed) => {
    const { input, options } = unpackSeries(packed);
    return packAnalysis(analyseSeries(input, options));
  });
});
