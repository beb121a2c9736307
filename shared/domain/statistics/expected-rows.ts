import { monthAt, monthIndex } from "../month.ts";
import { at } from "./numerics.ts";
import type { SeriesRow } from "./series.ts";

/**
 * The rows with one for every expected period between the first and the last: an absent month is a hole in the chart,
 * never a bridge. The target in force carries on through it.
 */
export function expectedRows(rows: readonly SeriesRow[], monthsPerPeriod: number): readonly SeriesRow[] {
  const indices = rows.map((row) => monthIndex(row.period));
  const first = indices[0] ?? 0;
  if (indices.every((index, i) => index - first === i * monthsPerPeriod)) return rows;
  const complete: SeriesRow[] = [];
  rows.forEach((row, i) => {
    const previous = rows[i - 1];
    if (previous !== undefined) {
      const before = at(indices, i - 1);
      for (let index = before + monthsPerPeriod; index < at(indices, i); index += monthsPerPeriod) {
        complete.push({ ...previous, period: monthAt(index), value: null, excluded: false });
      }
    }
    complete.push(row);
  });
  return complete;
}
