import { decimalOfNumber } from "../domain/decimal.ts";
import type { Month } from "../domain/month.ts";
import type { AnalysisChart } from "../domain/statistics/chart-kind.ts";
import { FEWEST_VALUES_FOR_FIRM_LIMITS } from "../domain/statistics/segment-judgement.ts";
import type { LimitsKind, PointType, Variation } from "../domain/statistics/series.ts";
import type { StatusKind } from "../domain/status-kind.ts";
import type { NumberStyle } from "./figure-text.ts";
import { filled } from "./message-format.ts";
import { monthText } from "./month-text.ts";
import { NO_NUMBER, shownNumber } from "./number-format.ts";
import { messagesFor } from "./verdict.ts";

export function statusWord(status: StatusKind, locale: string): string {
  return messagesFor(locale).statuses[status];
}

export type HeardPoint = {
  readonly month: Month;
  readonly shown: string;
  readonly status: StatusKind;
  readonly pointType: PointType | null;
  readonly locale: string;
};

/** What a listener hears of one month: "Aug 2026, 5.0, off target, worse than usual". */
export function spokenPoint({ month, shown, status, pointType, locale }: HeardPoint): string {
  const parts = [monthText(month, locale), shown, statusWord(status, locale).toLowerCase()];
  if (pointType !== null) parts.push(messagesFor(locale).heard[pointType]);
  return parts.join(messagesFor(locale).separator);
}

/** How a phase's limits are told: by its chart, the newest month's where each has its own. */
export type ToldRange = {
  readonly low: number | null;
  readonly high: number | null;
  readonly centre: number | null;
  readonly limits: LimitsKind;
  readonly chart: AnalysisChart;
  /** With a value, of the phase. */
  readonly months: number;
};

/** "Usual range 3.8–4.6", "Trial limits 3.8–4.6", "Median 4.1", or why there are none. */
export function usualRangeText(
  { low, high, centre, limits, chart, months }: ToldRange,
  { decimals, locale }: Pick<NumberStyle, "decimals" | "locale">,
): string {
  const { range } = messagesFor(locale);
  const digits = chart === "g" && high !== null && high >= 100 ? 0 : decimals;
  const shown = (value: number | null) =>
    value === null ? NO_NUMBER : shownNumber(decimalOfNumber(value), digits, locale);
  const words = { range: `${shown(low)}–${shown(high)}`, centre: shown(centre), high: shown(high) };
  const hasLimits = low !== null && high !== null && limits !== "none";
  if (chart === "run" && centre !== null) {
    if (hasLimits) return filled(range.medianAndTrial, words, locale);
    return months < FEWEST_VALUES_FOR_FIRM_LIMITS ? range.none : filled(range.median, words, locale);
  }
  if (!hasLimits) return range.none;
  if (limits === "trial") return filled(range.trial, words, locale);
  if (chart === "xmr") return filled(range.usual, words, locale);
  return filled(chart === "g" || chart === "t" ? range.upTo : range.newest, words, locale);
}

type Judged = { readonly status: StatusKind; readonly variation: Variation };

/** "8 of 12 on target · 2 improving, 1 worsening · 1 not reported". */
export function overviewSubline(kpis: readonly Judged[], locale: string): string {
  const { subline } = messagesFor(locale);
  const count = (holds: (kpi: Judged) => boolean) => kpis.filter(holds).length;
  const said = (number: number, words: string) => (number === 0 ? [] : [filled(words, { count: number }, locale)]);
  const of = (variation: Variation) => count((kpi) => kpi.variation === variation);
  const changes = [...said(of("improving"), subline.improving), ...said(of("worsening"), subline.worsening)];
  const onTarget = count(({ status }) => status === "on");
  return [
    filled(subline.onTarget, { count: onTarget, all: kpis.length }, locale),
    ...(changes.length === 0 ? [] : [changes.join(messagesFor(locale).separator)]),
    ...said(
      count(({ status }) => status === "missing"),
      subline.missing,
    ),
    ...said(
      count(({ status }) => status === "incomplete"),
      subline.incomplete,
    ),
  ].join(" · ");
}
