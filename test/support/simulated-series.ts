import { monthAt } from "../../shared/domain/month.ts";
import type { Random } from "../../shared/domain/statistics/seeded-random.ts";
import type { SeriesInput } from "../../shared/domain/statistics/series.ts";

function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Months of a process that does not change, with noise of standard deviation 1. */
export type StableProcess = (months: number, random: Random) => number[];

export const independent: StableProcess = (months, random) => Array.from({ length: months }, () => normal(random));

/** Each month takes over `phi` of the one before; variance 1. */
export function autoregressive(phi: number): StableProcess {
  return (months, random) => {
    const values: number[] = [];
    for (let i = 0; i < months; i++) {
      const before = values.at(-1);
      values.push(before === undefined ? normal(random) : phi * before + Math.sqrt(1 - phi * phi) * normal(random));
    }
    return values;
  };
}

/** A yearly wave of this amplitude that peaks in any month. The amplitude of a wave as large as the noise is the root of 2. */
export function seasonal(amplitude: number): StableProcess {
  return (months, random) => {
    const peak = Math.floor(random() * 12);
    return independent(months, random).map((x, i) => x + amplitude * Math.sin((2 * Math.PI * (i + peak)) / 12));
  };
}

/** A season without a shape: each calendar month has its own level, of standard deviation 1. */
export const unevenSeason: StableProcess = (months, random) => {
  const levels = independent(12, random);
  return independent(months, random).map((x, i) => x + (levels[i % 12] ?? 0));
};

export function seriesOf(
  values: readonly (number | null)[],
  direction: SeriesInput["direction"] = "higher",
): SeriesInput {
  const start = 2020 * 12;
  return { direction, rows: values.map((value, i) => ({ period: monthAt(start + i), value })) };
}
