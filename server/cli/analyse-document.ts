import { type Month, monthIndex } from "../../shared/domain/month.ts";
import { analyseSeries } from "../../shared/domain/statistics/analyse-series.ts";
import { meetsTarget } from "../../shared/domain/statistics/assurance.ts";
import type { AskedChart } from "../../shared/domain/statistics/chart-kind.ts";
import { median } from "../../shared/domain/statistics/numerics.ts";
import { targetInForce } from "../../shared/domain/statistics/outlook.ts";
import type { RuleSetName } from "../../shared/domain/statistics/rule-set.ts";
import { seasonOf } from "../../shared/domain/statistics/season.ts";
import type { SeriesAnalysis, SeriesInput } from "../../shared/domain/statistics/series.ts";
import { type AnalysisDocument, analysisDocument } from "../../shared/domain/statistics/series-document.ts";
import type { StatusKind } from "../../shared/domain/status-kind.ts";
import { type Verdict, verdictOf } from "../../shared/domain/verdict.ts";
import {
  chartNote,
  chartReasonText,
  overdispersionText,
  resemblanceNote,
  seasonSentence,
} from "../../shared/text/chart-text.ts";
import { verdictText } from "../../shared/text/verdict.ts";
import type { FileSeries } from "./file-series.ts";

export type AnalyseOptions = {
  ruleSet: RuleSetName;
  rebase: readonly Month[];
  fixAfter: number | null;
  screening: boolean;
  /** The product's own choice unless asked for. */
  chart: AskedChart | null;
  /** Language of the sentences. */
  locale: string;
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
} & AnalysisDocument & {
    chart_reason: string;
    season: { strength: number; seasonal: boolean; sentence: string } | null;
    notes: string[];
    sentence: string;
    advice: string;
    /** Of a file of single events: the date of each point. */
    dates?: readonly string[];
  };

export type AnalyseDocument = { series: SeriesDocument[] };

export function analyseDocument(all: readonly FileSeries[], options: AnalyseOptions): AnalyseDocument {
  return { series: all.map((series) => seriesDocument(series, options)) };
}

function seriesDocument(series: FileSeries, options: AnalyseOptions): SeriesDocument {
  const { unit, measure, direction, rows, decimals, dates } = series;
  const { chart, locale, ...rest } = options;
  const analysis = analyseSeries(inputOf(series), {
    ...rest,
    ...chartOf(series, chart),
    monthsPerPeriod: monthsPerPeriod(rows),
  });
  const newest = rows.at(-1);
  const words = verdictText(verdictOnFile(series, analysis), { decimals, locale });
  return {
    unit,
    measure,
    direction: SPELLED[direction],
    target: newest?.target ?? null,
    low: newest?.low ?? null,
    high: newest?.high ?? null,
    ...analysisDocument(analysis),
    chart_reason: chartReasonText(analysis.chartReason, locale),
    season: dates === undefined ? seasonDocument(analysis, locale) : null,
    notes: fileNotes(analysis, locale),
    sentence: words.sentence,
    advice: words.advice,
    ...(dates === undefined ? {} : { dates }),
  };
}

function chartOf({ dates }: FileSeries, asked: AskedChart | null): { chart?: AskedChart | "t" } {
  if (dates !== undefined) return { chart: "t" };
  return asked === null ? {} : { chart: asked };
}

/** A file states values, not multipliers: the power of ten that its values and parts agree on; without one, no parts. */
function inputOf({ direction, rows }: FileSeries): SeriesInput {
  const ratios = rows.flatMap(({ value, numerator, denominator }) =>
    value && numerator && denominator ? [(value * denominator) / numerator] : [],
  );
  const ratio = median(ratios);
  const multiplier = 10 ** Math.round(Math.log10(ratio));
  if (Math.abs(ratio / multiplier - 1) < 0.01) return { direction, rows, multiplier };
  return { direction, rows: rows.map((row) => ({ ...row, numerator: null, denominator: null })) };
}

function seasonDocument({ points }: SeriesAnalysis, locale: string): SeriesDocument["season"] {
  const season = seasonOf(points.map(({ value }) => value));
  if (season === null) return null;
  return { strength: season.strength, seasonal: season.isSeasonal, sentence: seasonSentence(season, locale) };
}

function fileNotes(analysis: SeriesAnalysis, locale: string): string[] {
  const note = chartNote(analysis, locale);
  const { overdispersion } = analysis;
  const resemblance = resemblanceNote(analysis, locale);
  return [
    ...(note === null ? [] : [note]),
    ...(overdispersion === null ? [] : [overdispersionText(overdispersion, locale)]),
    ...(resemblance === null ? [] : [resemblance]),
  ];
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
