import type { Direction } from "../kpi-definition.ts";
import { meetsTarget, type TargetInForce } from "./assurance.ts";
import { type Random, seededRandom } from "./seeded-random.ts";

/** A process as it runs: its level, how far single periods stray, and how much neighbours resemble each other. */
export type RunningProcess = {
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
  /** First-order autocorrelation that the limits were widened for; 0 for none. */
  readonly dependence: number;
  /** Hard limits of a value. */
  readonly minimum: number | null;
  readonly maximum: number | null;
};

export type SimulatedYears = {
  /** The first of them, drawn. */
  readonly years: { values: number[]; missed: boolean[] }[];
  /** Periods of a year that miss: on average, and between what nine in ten years stay. */
  readonly misses: { readonly mean: number; readonly low: number; readonly high: number };
};

export type YearsAsked = {
  readonly target: TargetInForce;
  readonly direction: Direction;
  readonly periods: number;
  readonly seed: number;
};

const RUNS = 1000;
const DRAWN = 6;

/**
 * Years of a process that stays as it is, against a target: normal about its level within its natural limits (three
 * sigma), each period resembling the last as far as the limits say. The same seed gives the same years.
 */
export function simulateYears(
  process: RunningProcess,
  { target, direction, periods, seed }: YearsAsked,
): SimulatedYears {
  const random = seededRandom(seed);
  const years = Array.from({ length: RUNS }, () => {
    const values = yearOf(process, periods, random);
    return { values, missed: values.map((value) => !meetsTarget(value, target, direction)) };
  });
  const counts = years.map(({ missed }) => missed.filter(Boolean).length).sort((a, b) => a - b);
  const at = (share: number) => counts[Math.min(RUNS - 1, Math.floor(share * RUNS))] ?? 0;
  const mean = counts.reduce((sum, count) => sum + count, 0) / RUNS;
  return { years: years.slice(0, DRAWN), misses: { mean, low: at(0.05), high: at(0.95) } };
}

function yearOf(process: RunningProcess, periods: number, random: Random): number[] {
  const { mean, upper, dependence, minimum, maximum } = process;
  const sigma = (upper - mean) / 3;
  const fresh = Math.sqrt(1 - dependence * dependence);
  let stray = normal(random);
  return Array.from({ length: periods }, (_, period) => {
    if (period > 0) stray = dependence * stray + fresh * normal(random);
    const value = mean + sigma * stray;
    return Math.min(maximum ?? value, Math.max(minimum ?? value, value));
  });
}

/** A standard normal number out of two even ones (Box and Muller 1958). */
function normal(random: Random): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random()));
  return radius * Math.cos(2 * Math.PI * random());
}

/**
 * How far a target lies from the level, as a share of the way to the edge of the usual range: 0 at the level, 1 at the
 * edge, negative on the good side. Of a band the edge that the level is nearer to, or past. Null where nothing is better.
 */
export function demandOf(
  { mean, lower, upper }: Pick<RunningProcess, "mean" | "lower" | "upper">,
  target: TargetInForce,
  direction: Direction,
): number | null {
  const half = (upper - lower) / 2;
  if (half <= 0 || direction === "neutral") return null;
  if ("low" in target) return Math.max(target.low - mean, mean - target.high) / half;
  return (direction === "lower" ? mean - target.value : target.value - mean) / half;
}
