import { at, isPresent, median } from "./numerics.ts";

/** Runs about the median (Anhoej and Olesen 2014). Nulls where no value lies off the median: then there is no verdict. */
export type RunChart = {
  median: number | null;
  /** Values off the median; fewer than ten mean little. */
  useful: number;
  longestRun: number | null;
  /** A longer run than this is a signal: round(log2 of the useful values) + 3. */
  longestRunLimit: number | null;
  crossings: number | null;
  /** Fewer crossings than this are a signal: the 5 % quantile of a fair coin's changes. */
  fewestCrossings: number | null;
  hasSignal: boolean;
};

/** Runs about the median of the values, or about the one that is given. */
export function runChart(values: readonly number[], about: number | null = null): RunChart {
  const present = values.filter(isPresent);
  const centre = present.length === 0 ? null : (about ?? median(present));
  const sides = present.map((x) => Math.sign(x - (centre ?? 0))).filter((side) => side !== 0);
  if (sides.length === 0) return { ...NO_RUNS, median: centre };
  const { longest, crossings } = runsOf(sides);
  const longestRunLimit = Math.round(Math.log2(sides.length)) + 3;
  const fewestCrossings = fewestCoinChanges(sides.length - 1);
  return {
    median: centre,
    useful: sides.length,
    longestRun: longest,
    longestRunLimit,
    crossings,
    fewestCrossings,
    hasSignal: longest > longestRunLimit || crossings < fewestCrossings,
  };
}

const NO_RUNS: RunChart = {
  median: null,
  useful: 0,
  longestRun: null,
  longestRunLimit: null,
  crossings: null,
  fewestCrossings: null,
  hasSignal: false,
};

function runsOf(sides: readonly number[]): { longest: number; crossings: number } {
  let longest = 1;
  let length = 1;
  let crossings = 0;
  for (let i = 1; i < sides.length; i++) {
    const goesOn = at(sides, i) === at(sides, i - 1);
    length = goesOn ? length + 1 : 1;
    crossings += goesOn ? 0 : 1;
    longest = Math.max(longest, length);
  }
  return { longest, crossings };
}

/** The smallest k with P(changes <= k) of at least 5 %, for `tosses` independent fair ones; in logarithms, so none vanish. */
function fewestCoinChanges(tosses: number): number {
  let logTerm = -tosses * Math.LN2;
  let share = Math.exp(logTerm);
  let k = 0;
  while (share < 0.05 && k < tosses) {
    logTerm += Math.log((tosses - k) / (k + 1));
    k += 1;
    share += Math.exp(logTerm);
  }
  return k;
}
