import { type Month, monthIndex } from "../../shared/domain/month.ts";
import { analyseSeries } from "../../shared/domain/statistics/analyse-series.ts";
import { meetsTarget } from "../../shared/domain/statistics/assurance.ts";
import { targetInForce } from "../../shared/domain/statistics/outlook.ts";
import type { RuleSetName } from "../../shared/domain/statistics/rule-set.ts";
import type { SeriesAnalysis } from "../../shared/domain/statistics/series.ts";
import { type AnalysisDocument, analysisDocument } from "../../shared/domain/statistics/series-document.ts";
import type { StatusKind } from "../../shared/domain/status-kind.ts";
import { type Verdict, verdictOf } from "../../shared/domain/verdict.ts";
import { verdictText } from "../../shared/text/verdict.ts";
import type { FileSeries } from "./series-file.ts";

export type AnalyseOptions = {
  ruleSet: RuleSetName;
  rebase: readonly Month[];
  fixAfter: number | null;
  screening: boolean;
};

/** One series of the document that `plumbline analyse --json` prints. */
export type SeriesDocument = {
  unit: string;
  measure: string;
  direction: "increase" | "decrease" | "neutral" | "band";
  /** In force at the newest row; of a band, its edges. */
  target: number | null;
  low: number | null;
  high: number | null;
} & AnalysisDocument & { sentence: string; advice: string };

export type AnalyseDocument = { series: SeriesDocument[] };

export function analyseDocument(all: readonly FileSeries[], options: AnalyseOptions): AnalyseDocument {
  return { series: all.map((series) => seriesDocument(series, options)) };
}

function seriesDocument(series: FileSeries, options: AnalyseOptions): SeriesDocument {
  const { unit, measure, direction, rows, decimals } = series;
  const analysis = analyseSeries({ direction, rows }, { ...options, monthsPerPeriod: monthsPerPeriod(rows) });
  const newest = rows.at(-1);
  const words = verdictText(verdictOnFile(series, analysis), { decimals, locale: "en-GB" });
  return {
    unit,
    measure,
    direction: SPELLED[direction],
    target: newest?.target ?? null,
    low: newest?.low ?? null,
    high: newest?.high ?? null,
    ...analysisDocument(analysis),
    sentence: words.sentence,
    advice: words.advice,
  };
}

const SPELLED = { higher: "increase", lower: "decrease", neutral: "neutral", band: "band" } as const;

function verdictOnFile(series: FileSeries, analysis: SeriesAnalysis): Verdict {
  return verdictOf({
    period: series.rows.at(-1)?.period ?? ("0000-01" as Month),
    status: statusOfNewest(series),
    offSince: null,
    analysis,
    plan: "none",
    newestDecision: null,
  });
}

/** A file knows no due days, tolerances or coverage: a month is reported or missing, on target or off. */
function statusOfNewest({ rows, direction }: FileSeries): StatusKind {
  const newest = rows.at(-1);
  const target = targetInForce(newest);
  if (newest === undefined || newest.value === null) return "missing";
  if (target === null || direction === "neutral") return "no_target";
  return meetsTarget(newest.value, target, direction) ? "on" : "off";
}

/** 12, 6 or 3 where every gap between rows is a multiple of it and there are enough rows to tell; else 1. */
function monthsPerPeriod(rows: FileSeries["rows"]): number {
  const gaps = rows.slice(1).map((row, i) => monthIndex(row.period) - monthIndex(rows[i]?.period ?? row.period));
  return gaps.length < 3 ? 1 : ([12, 6, 3].find((months) => gaps.every((gap) => gap % months === 0)) ?? 1);
}
