import { type EtsParameters, runEts, SEASON } from "./ets.ts";
import { at, isPresent, plainMean } from "./numerics.ts";
import { seasonalEffects } from "./seasonal-effects.ts";
import type { Random } from "./seeded-random.ts";

/** Draws one joint path of the coming months. */
type PathMaker = (random: Random) => number[];

/** How far the months behind reach. */
export type HistoryKind = "none" | "little" | "year" | "years";

export const FEWEST_FOR_FORECAST = 6;

/** How many months to draw; `monthly` false where a period is longer than a month and has no season to learn. */
export type Ahead = { readonly months: number; readonly monthly?: boolean };

export type PathSource = { history: HistoryKind; makers: readonly PathMaker[]; method: string };

/**
 * The ways to go on from a history (NaN where a month has no value), to be drawn from in equal shares. Each alone is too
 * sure of itself; together they hold what comes as often as they say (chosen by backtest).
 */
export function pathSource(history: readonly number[], { months, monthly = true }: Ahead): PathSource {
  const count = history.filter(isPresent).length;
  if (count < FEWEST_FOR_FORECAST) return { history: "none", makers: [], method: "none" };
  if (!monthly)
    return { history: "little", makers: [meanPaths(history, months)], method: "mean of the newest periods" };
  if (count < SEASON)
    return { history: "little", makers: [meanPaths(history, months)], method: "mean of the months so far" };
  const level = smoothedPaths(history, months, { alpha: 0.5 });
  const yearMean = meanPaths(history, months);
  if (history.length < 2 * SEASON) {
    return { history: "year", makers: [yearMean, level], method: "12-month mean and smoothed level" };
  }
  const drift = smoothedPaths(history, months, { alpha: 0.3, beta: 0.06, phi: 0.9 });
  return {
    history: "years",
    makers: [lastYearPaths(history, months), yearMean, level, drift],
    method: "mixture of last year's season, 12-month mean, smoothed level and damped trend",
  };
}

function drawn(random: Random, from: readonly number[]): number {
  return at(from, Math.floor(random() * from.length));
}

/**
 * Years are not all alike: some paths are drawn wider than the usual month's errors, so that the far ends of the range
 * hold what they say. The numbers were chosen by backtest (test/bench).
 */
const WIDE = { share: 0.3, factor: 2.5 };

function widthOf(random: Random): number {
  return random() < WIDE.share ? WIDE.factor : 1;
}

/** How far, in departures of single months, a whole path of a way may lie off. */
const SHIFT_OF = { mean: 0.2, lastYear: 0.1 };

/** Share of its one-step errors that a smoothed path carries on; what the ways differ by makes up for the rest. */
const ERROR_SHARE = 0.7;

/** Draws past months that nobody can count: like the newest twelve that can be. */
export function gapPaths(history: readonly number[], months: number): PathMaker {
  return meanPaths(history, months);
}

/** The mean of the last twelve months and their departures from it, one drawn for each month. */
function meanPaths(history: readonly number[], months: number): PathMaker {
  const recent = history.slice(-SEASON).filter(isPresent);
  const known = recent.length >= FEWEST_FOR_FORECAST ? recent : history.filter(isPresent).slice(-SEASON);
  const mean = plainMean(known);
  const n = known.length;
  const departures = known.map((x) => (x - mean) * Math.sqrt(n / Math.max(1, n - 1)));
  // Few months know their own mean badly.
  const isLittle = n < SEASON;
  const shift = isLittle ? 2.5 / Math.sqrt(n) : SHIFT_OF.mean;
  const spread = isLittle ? 1.5 : 1;
  return (random) => {
    const centre = mean + widthOf(random) * shift * drawn(random, departures);
    return Array.from({ length: months }, () => centre + spread * drawn(random, departures));
  };
}

/** The same month a year ago and a change from year to year, one drawn for each month; their mean is the drift. */
function lastYearPaths(history: readonly number[], months: number): PathMaker {
  const changes = history
    .slice(SEASON)
    .map((x, i) => x - at(history, i))
    .filter(isPresent);
  if (changes.length === 0) return meanPaths(history, months);
  const drift = plainMean(changes);
  const fallback = plainMean(history.slice(-SEASON).filter(isPresent));
  const before = Array.from({ length: months }, (_, i) => {
    const x = at(history, history.length - SEASON + (i % SEASON));
    return isPresent(x) ? x : fallback;
  });
  return (random) => {
    const shift = widthOf(random) * SHIFT_OF.lastYear * (drawn(random, changes) - drift);
    return before.map((x) => x + shift + drawn(random, changes));
  };
}

/** Smoothing of what the season leaves, its own one-step errors drawn again, the season put back. */
function smoothedPaths(history: readonly number[], months: number, parameters: EtsParameters): PathMaker {
  const effects = seasonalEffects(history);
  const effectOf = (i: number) => at(effects, (((i - history.length) % SEASON) + SEASON) % SEASON);
  const adjusted = history.map((x, i) => x - effectOf(i));
  const start = plainMean(adjusted.filter(isPresent).slice(0, FEWEST_FOR_FORECAST));
  const { errors, state } = runEts(adjusted, parameters, { level: start, slope: 0, season: [] });
  const settled = errors
    .slice(FEWEST_FOR_FORECAST)
    .filter(isPresent)
    .slice(-5 * SEASON);
  const known = settled.length > 0 ? settled : [0];
  const { alpha, beta, phi = 1 } = parameters;
  return (random) => {
    let { level, slope } = state;
    const width = widthOf(random) * ERROR_SHARE;
    return Array.from({ length: months }, (_, i) => {
      const error = width * (random() < 0.5 ? -1 : 1) * drawn(random, known);
      const moved = beta === undefined ? level : level + phi * slope;
      level = moved + alpha * error;
      slope = beta === undefined ? 0 : phi * slope + beta * error;
      return moved + error + effectOf(history.length + i);
    });
  };
}
