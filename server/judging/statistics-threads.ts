import type { ForecastAsked, YearForecast } from "../../shared/domain/statistics/year-forecast.ts";
import { AnsweringThreads } from "../answering-threads.ts";
import type { PackedAnalysis, PackedSeries } from "./packed-series.ts";
import type { StatisticsAnswer, StatisticsQuestion } from "./statistics.worker.ts";

const threads = new AnsweringThreads<StatisticsQuestion, StatisticsAnswer>({
  module: new URL("./statistics.worker.ts", import.meta.url),
  most: 2,
  memoryMb: 256,
});

/** Series that a thread is sent at once: their answers are then taken apart without holding the event loop for long. */
const SERIES_AT_ONCE = 25;

/** Forecasts made beside the event loop, in the order asked. */
export async function forecastApart(asked: readonly ForecastAsked[]): Promise<(YearForecast | null)[]> {
  const size = Math.ceil(asked.length / threads.count);
  const answers = await Promise.all(parts(asked, size).map((part) => threads.ask({ kind: "forecasts", asked: part })));
  return answers.flat() as (YearForecast | null)[];
}

/** Analyses made beside the event loop, in the order asked; each as soon as it is there. */
export function analyseApart(asked: readonly PackedSeries[]): Promise<PackedAnalysis>[] {
  const size = Math.max(1, Math.min(SERIES_AT_ONCE, Math.ceil(asked.length / threads.count)));
  return parts(asked, size).flatMap((part) => {
    const answer = threads.ask({ kind: "analyses", asked: part });
    return part.map(async (_, i) => (await answer)[i] as PackedAnalysis);
  });
}

function parts<Each>(all: readonly Each[], size: number): Each[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, part) => all.slice(part * size, (part + 1) * size));
}
