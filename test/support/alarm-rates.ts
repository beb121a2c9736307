import { analyseSeries } from "../../shared/domain/statistics/analyse-series.ts";
import { type Random, seededRandom } from "../../shared/domain/statistics/seeded-random.ts";
import type { AnalysisOptions } from "../../shared/domain/statistics/series.ts";
import { independent, type StableProcess, seriesOf } from "./simulated-series.ts";

const FALSE_VERDICTS = new Set(["improving", "worsening", "one_off"]);

export type RateQuestion = { months: number; series: number; seed: number; options?: AnalysisOptions };

/** Share of stable series whose newest month is called improving, worsening or one-off. */
export function falseVerdictRate(process: StableProcess, { months, series, seed, options = {} }: RateQuestion): number {
  const random = seededRandom(seed);
  let alarms = 0;
  for (let i = 0; i < series; i++) {
    if (isAlarm(process(months, random), options)) alarms += 1;
  }
  return alarms / series;
}

/**
 * Share of independent series in which a shift of `sigmas`, after `known` stable months, is called within six months,
 * the series being read anew each month.
 */
export function detectionRate(sigmas: number, { months: known, series, seed, options = {} }: RateQuestion): number {
  const random = seededRandom(seed);
  let found = 0;
  for (let i = 0; i < series; i++) if (isFound(shifted(known, sigmas, random), known, options)) found += 1;
  return found / series;
}

function shifted(known: number, sigmas: number, random: Random): number[] {
  return independent(known + 6, random).map((x, i) => (i < known ? x : x + sigmas));
}

function isFound(values: readonly number[], known: number, options: AnalysisOptions): boolean {
  return [1, 2, 3, 4, 5, 6].some((months) => isAlarm(values.slice(0, known + months), options));
}

function isAlarm(values: readonly number[], options: AnalysisOptions): boolean {
  return FALSE_VERDICTS.has(analyseSeries(seriesOf(values), options).variation);
}
