import { seriesOfTable } from "../../server/cli/series-file.ts";
import { FILE_LIMITS } from "../../server/files/limits.ts";
import { readCsv } from "../../server/files/read-csv.ts";
import type { Direction } from "../../shared/domain/kpi-definition.ts";
import { monthAt, monthIndex } from "../../shared/domain/month.ts";

/** A year of a real series as it stood after some of its months, and what became of it. */
export type YearEndCase = {
  series: string;
  year: number;
  origin: number;
  direction: Direction;
  /** All months to the origin, NaN where there is none. */
  history: number[];
  /** Plain mean of the year's twelve months. */
  actual: number;
  targets: number[];
  /** Mean monthly target; null where a month has none. */
  target: number | null;
  /** Mean |x(t) - x(t - 12)| of the whole series. */
  scale: number;
  isPercentage: boolean;
};

type Values = { first: number; values: number[]; targets: number[] };

/** Cases after 3, 6 and 9 months of every complete year with at least two years before it. */
export function yearEndCases(csv: Uint8Array, years: readonly number[]): YearEndCase[] {
  const file = seriesOfTable(readCsv(csv, FILE_LIMITS));
  if (file.kind === "refused") throw new Error(file.faults[0]?.message);
  return file.series.flatMap(({ unit, measure, direction, rows }) => {
    const first = monthIndex(rows[0]?.period ?? monthAt(0));
    const last = monthIndex(rows.at(-1)?.period ?? monthAt(0));
    const byMonth = new Map(rows.map((row) => [monthIndex(row.period), row]));
    const months = Array.from({ length: last - first + 1 }, (_, i) => byMonth.get(first + i));
    const series = {
      first,
      values: months.map((row) => row?.value ?? Number.NaN),
      targets: months.map((row) => row?.target ?? Number.NaN),
    };
    const name = `${unit} | ${measure}`;
    return years.flatMap((year) => casesOfYear({ series, name, direction, year }));
  });
}

function casesOfYear({
  series,
  name,
  direction,
  year,
}: {
  series: Values;
  name: string;
  direction: Direction;
  year: number;
}): YearEndCase[] {
  const { first, values, targets } = series;
  const start = year * 12 - first;
  const inYear = start < 0 ? [] : values.slice(start, start + 12);
  if (start < 24 || inYear.length < 12 || inYear.some(Number.isNaN)) return [];
  const aims = targets.slice(start, start + 12);
  return [3, 6, 9].map((origin) => ({
    series: name,
    year,
    origin,
    direction,
    history: values.slice(0, start + origin),
    actual: mean(inYear),
    targets: aims,
    target: aims.some(Number.isNaN) ? null : mean(aims),
    scale: mean(
      values
        .slice(12)
        .map((x, i) => Math.abs(x - (values[i] ?? Number.NaN)))
        .filter((x) => !Number.isNaN(x)),
    ),
    isPercentage: /%|OTP|vailab|Assessment|On-Time|pct/.test(name),
  }));
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, x) => sum + x, 0) / values.length;
}
