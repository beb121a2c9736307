import type { Month } from "../month.ts";
import type { SeriesRow } from "./series.ts";

/** Rows `from` (included) to `to` (excluded), within which limits, runs and trends are computed. */
export type RowRange = { from: number; to: number };

/** Splits a series before the first row at or after each rebase period. No rows, no segments. */
export function segmentRanges(rows: readonly SeriesRow[], rebase: readonly Month[]): RowRange[] {
  const starts = rebase.map((month) => rows.findIndex((row) => row.period >= month)).filter((index) => index > 0);
  const cuts = [...new Set([0, ...starts])].sort((a, b) => a - b);
  return cuts.map((from, i) => ({ from, to: cuts[i + 1] ?? rows.length })).filter(({ from, to }) => to > from);
}
