import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { analyseSeries } from "../../shared/domain/statistics/analyse-series.ts";
import type { SeriesAnalysis } from "../../shared/domain/statistics/series.ts";
import { type AnalysisAsked, type PackedSeries, packSeries, unpackAnalysis } from "./packed-series.ts";
import { analyseApart } from "./statistics-threads.ts";

/** Analyses kept at most; those asked for longest ago go first. About ten kilobytes each. */
const KEPT = 2_500;

/** Fewer are analysed in this thread: to send one takes as long. */
const FEWEST_APART = 4;

const kept = new Map<string, Promise<SeriesAnalysis>>();

/** So many are named and sent before others have their turn on the event loop. */
const AT_ONCE = 50;

/**
 * The analyses of series, in their order. Each is kept under all that it is made of (values, targets, beginnings of limits,
 * chart, rule set), whatever else was recorded meanwhile; those that are lacking are made beside the event loop.
 */
export async function keptAnalyses(asked: readonly AnalysisAsked[]): Promise<SeriesAnalysis[]> {
  const analyses: Promise<SeriesAnalysis>[] = [];
  for (let first = 0; first < asked.length; first += AT_ONCE) {
    if (first > 0) await setImmediate();
    analyses.push(...keptOrMade(asked.slice(first, first + AT_ONCE)));
  }
  for (const key of kept.keys()) {
    if (kept.size <= KEPT) break;
    kept.delete(key);
  }
  return Promise.all(analyses);
}

function keptOrMade(asked: readonly AnalysisAsked[]): Promise<SeriesAnalysis>[] {
  const named = asked.map((series) => {
    const packed = packSeries(series);
    return { series, packed, key: createHash("sha256").update(packed.head).update(packed.numbers).digest("base64") };
  });
  const lacking = new Map(named.filter(({ key }) => !kept.has(key)).map((each) => [each.key, each]));
  const made = analyse([...lacking.values()]);
  const ofKey = new Map([...lacking.keys()].map((key, i) => [key, made[i]]));
  return named.flatMap(({ key }) => {
    const analysis = ofKey.get(key) ?? kept.get(key);
    if (analysis === undefined) return [];
    keep(key, analysis);
    return [analysis];
  });
}

type Named = { readonly series: AnalysisAsked; readonly packed: PackedSeries };

function analyse(lacking: readonly Named[]): Promise<SeriesAnalysis>[] {
  if (lacking.length < FEWEST_APART) {
    return lacking.map(async ({ series: { input, options } }) => analyseSeries(input, options));
  }
  return analyseApart(lacking.map(({ packed }) => packed)).map(async (answer) => unpackAnalysis(await answer));
}

/** Puts it at the end of those that go; one that failed is made again. */
function keep(key: string, analysis: Promise<SeriesAnalysis>): void {
  kept.delete(key);
  kept.set(key, analysis);
  analysis.catch(() => kept.delete(key));
}
