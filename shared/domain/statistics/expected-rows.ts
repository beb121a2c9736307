import { addMonths, monthsBetween } from "../month.ts";
import type { SeriesRow } from "./series.ts";

/**
 * The rows with one for every expected period between the first and the last: an absent month is a hole in the chart,
 * never a bridge. The target in force carries on through it.
 */
export function expectedRows(rows: readonly SeriesRow[], monthsPerPeriod: number): readonly SeriesRow[] {
  const complete: SeriesRow[] = [];
  for (const row of rows) {
    const previous = complete.at(-1);
    if (previous !== undefined) {
      const missing = Math.ceil(monthsBetween(previous.period, row.period) / monthsPerPeriod) - 1;
      for (let i = 1; i <= missing; i++) {
        complete.push({
          ...previous,
          period: addMonths(previous.period, i * monthsPerPeriod),
          value: null,
          excluded: false,
        });
      }
    }
    complete.push(row);
  }
  return complete.length === rows.length ? rows : complete;
}
