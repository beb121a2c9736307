import type { TimeRule } from "../kpi-definition.ts";
import { at, isPresent } from "./numerics.ts";

/** The months of a year as plain numbers: NaN where there is none. */
export type YearMonths = { readonly values: readonly number[]; readonly denominators: readonly number[] };

/** The figure of a year by its time rule; NaN where no month has a value. Months without a value are left out. */
export function yearFigure({ values, denominators }: YearMonths, rule: TimeRule): number {
  switch (rule) {
    case "sum":
      return totalOf(values).sum;
    case "mean": {
      const { sum, count } = totalOf(values);
      return sum / count;
    }
    case "min":
      return extremeOf(values, Math.min);
    case "max":
      return extremeOf(values, Math.max);
    case "last":
      return values.some(isPresent) ? at(values, values.length - 1) : Number.NaN;
    case "ratio":
    case "cumulative_ratio":
      return weighted(values, denominators, rule);
  }
}

function totalOf(values: readonly number[]): { sum: number; count: number } {
  let sum = 0;
  let count = 0;
  for (const x of values) {
    if (!isPresent(x)) continue;
    sum += x;
    count += 1;
  }
  return { sum: count === 0 ? Number.NaN : sum, count };
}

function extremeOf(values: readonly number[], extreme: (a: number, b: number) => number): number {
  let found = Number.NaN;
  for (const x of values) if (isPresent(x)) found = isPresent(found) ? extreme(found, x) : x;
  return found;
}

/**
 * Values weigh by their denominators: sum(n) / sum(d), or sum(n) / mean(d) where they build up over the year. Taken as
 * departures from the first value, so that equal months give that value exactly.
 */
function weighted(values: readonly number[], denominators: readonly number[], rule: TimeRule): number {
  let origin = Number.NaN;
  let departures = 0;
  let weights = 0;
  let months = 0;
  for (const [i, x] of values.entries()) {
    const d = at(denominators, i);
    if (!isPresent(x * d)) continue;
    if (months === 0) origin = x;
    departures += (x - origin) * d;
    weights += d;
    months += 1;
  }
  return (origin + departures / weights) * (rule === "cumulative_ratio" ? months : 1);
}
