import type { Month } from "../domain/month.ts";
import { monthText } from "./month-text.ts";

type Pair = { readonly name: string; readonly before: string; readonly after: string };

/** "Callback rate, Mar 2026: corrected from 4.1 to 4.3." */
export function correctedText({ name, before, after }: Pair, period: Month, locale: string): string {
  return `${name}, ${monthText(period, locale)}: corrected from ${before} to ${after}.`;
}

/** "Callback rate moved from 4.1 (Mar 2026) to 4.3 (Apr 2026)." */
export function movedText({ name, before, after }: Pair, [from, to]: readonly [Month, Month], locale: string): string {
  return `${name} moved from ${before} (${monthText(from, locale)}) to ${after} (${monthText(to, locale)}).`;
}

/** "Callback rate was: On target, Stable, Will meet. It is now: Off target, Worsening, May miss." */
export function verdictChangedText({ name, before, after }: Pair): string {
  return `${name} was: ${before}. It is now: ${after}.`;
}

/** "2 months corrected, 3 verdicts changed, 4 KPIs moved on"; what is nought is left out. */
export function comparisonHeadline(counts: {
  readonly corrected: number;
  readonly verdict: number;
  readonly moved: number;
  readonly others: number;
}): string {
  const said = (count: number, one: string, many: string) =>
    count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
  const parts = [
    ...said(counts.corrected, "month corrected", "months corrected"),
    ...said(counts.verdict, "verdict changed", "verdicts changed"),
    ...said(counts.moved, "KPI moved on", "KPIs moved on"),
    ...said(counts.others, "KPI came or went", "KPIs came or went"),
  ];
  return parts.length === 0 ? "Nothing has changed" : parts.join(", ");
}
