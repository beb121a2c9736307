import { decimalOfNumber } from "../domain/decimal.ts";
import type { Month } from "../domain/month.ts";
import type { LimitsKind, PointType, Variation } from "../domain/statistics/series.ts";
import type { StatusKind } from "../domain/status-kind.ts";
import type { NumberStyle } from "./figure-text.ts";
import { monthText } from "./month-text.ts";
import { shownNumber } from "./number-format.ts";
import { messagesFor } from "./verdict.ts";

export function statusWord(status: StatusKind, locale: string): string {
  return messagesFor(locale).statuses[status];
}

const HEARD: Record<PointType, string> = {
  common_cause: "within the usual range",
  special_cause_improvement: "better than usual",
  special_cause_concern: "worse than usual",
  special_cause_neutral_high: "higher than usual",
  special_cause_neutral_low: "lower than usual",
};

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
  if (pointType !== null) parts.push(HEARD[pointType]);
  return parts.join(", ");
}

/** "Usual range 3.8–4.6", "Trial limits 3.8–4.6", or why there are none. */
export function usualRangeText(
  range: { low: number | null; high: number | null; limits: LimitsKind },
  { decimals, locale }: Pick<NumberStyle, "decimals" | "locale">,
): string {
  const { low, high, limits } = range;
  if (low === null || high === null || limits === "none") return "Too few months for a usual range";
  const text = (value: number) => shownNumber(decimalOfNumber(value), decimals, locale);
  return `${limits === "trial" ? "Trial limits" : "Usual range"} ${text(low)}–${text(high)}`;
}

type Judged = { readonly status: StatusKind; readonly variation: Variation };

/** "8 of 12 on target · 2 improving, 1 worsening · 1 not reported". */
export function overviewSubline(kpis: readonly Judged[]): string {
  const count = (holds: (kpi: Judged) => boolean) => kpis.filter(holds).length;
  const said = (number: number, words: string) => (number === 0 ? [] : [`${number} ${words}`]);
  const changes = [
    ...said(
      count(({ variation }) => variation === "improving"),
      "improving",
    ),
    ...said(
      count(({ variation }) => variation === "worsening"),
      "worsening",
    ),
  ];
  return [
    `${count(({ status }) => status === "on")} of ${kpis.length} on target`,
    ...(changes.length === 0 ? [] : [changes.join(", ")]),
    ...said(
      count(({ status }) => status === "missing"),
      "not reported",
    ),
    ...said(
      count(({ status }) => status === "incomplete"),
      "incomplete",
    ),
  ].join(" · ");
}
