import { decimalOfNumber } from "../domain/decimal.ts";
import type { AnalysisChart, ChartReason } from "../domain/statistics/chart-kind.ts";
import { NOTABLE_AUTOCORRELATION, type Overdispersion, type SeriesAnalysis } from "../domain/statistics/series.ts";
import { filled } from "./message-format.ts";
import { shownNumber } from "./number-format.ts";
import { messagesFor } from "./verdict.ts";

/** "Single values (XmR)", "Ratio by its denominators (p′)". */
export function chartName(chart: AnalysisChart, locale: string): string {
  return messagesFor(locale).charts.names[chart];
}

/** Why this chart, in one sentence. */
export function chartReasonText(reason: ChartReason, locale: string): string {
  return messagesFor(locale).charts.reasons[reason];
}

/** What the points of the chart are, where they are not the values themselves; null where they are. */
export function chartNote({ chart }: Pick<SeriesAnalysis, "chart">, locale: string): string | null {
  const { notes } = messagesFor(locale).charts;
  if (chart === "g") return notes.intervals;
  if (chart === "t") return notes.days;
  return chart === "run" || chart === "xmr" ? null : notes.varying;
}

/** The test that a plain p or u chart is shown with, in one sentence. */
export function overdispersionText(test: Overdispersion, locale: string): string {
  const { charts } = messagesFor(locale);
  const ratio = shownNumber(decimalOfNumber(Math.round(test.ratio * 10) / 10), 1, locale);
  return filled(test.isOverdispersed ? charts.overdispersed : charts.notOverdispersed, { ratio }, locale);
}

type ToldSeason = { readonly strength: number; readonly isSeasonal: boolean; readonly months: number };

/** Whether a season repeats, and how strongly: 0 to 1. */
export function seasonSentence({ strength, isSeasonal, months }: ToldSeason, locale: string): string {
  const { season } = messagesFor(locale);
  const shown = shownNumber(decimalOfNumber(Math.round(strength * 100) / 100), 2, locale);
  return filled(isSeasonal ? season.seasonal : season.none, { strength: shown, months }, locale);
}

export function seasonTitle(title: string, locale: string): string {
  return filled(messagesFor(locale).season.title, { title }, locale);
}

/** That neighbouring months resemble each other, where they do so notably; null where not. */
export function resemblanceNote(
  { acf1, dependence }: Pick<SeriesAnalysis, "acf1" | "dependence">,
  locale: string,
): string | null {
  if (acf1 === null || Math.abs(acf1) <= NOTABLE_AUTOCORRELATION) return null;
  const { notes } = messagesFor(locale);
  return dependence > 0 ? notes.widened : notes.narrow;
}
