import { at, isPresent } from "./numerics.ts";
import type { Marks } from "./runs.ts";

/** A quiet stretch is a signal only where chance would keep so still less often than this. */
const CHANCE_OF_QUIET = 0.001;

/** The value that more than half of all months share (always 100 %, nearly always zero), or null. */
export function usualValue(values: readonly number[]): number | null {
  // Majority vote: whatever holds more than half of the months is the last candidate standing.
  let candidate = Number.NaN;
  let lead = 0;
  for (const x of values) {
    if (!isPresent(x)) continue;
    if (lead === 0) candidate = x;
    lead += x === candidate ? 1 : -1;
  }
  let present = 0;
  let count = 0;
  for (const x of values) {
    if (isPresent(x)) present += 1;
    if (x === candidate) count += 1;
  }
  return 2 * count > present ? candidate : null;
}

/**
 * Sides for runs of a series that mostly has one value. A mean lies beside that value, so that every uneventful stretch
 * would count as a run; here the value itself is the centre and lies on no side. A stretch at the value is a run only
 * where the months before it left the value so often that such a stretch is no chance: (1 - q)^length < 0.001,
 * q = (departures + 1) / (months + 2).
 */
export function sidesOfMostlyConstant(values: readonly number[], usual: number, mean: number): Marks {
  const sides = Int8Array.from(values, (x) => (isPresent(x) ? Math.sign(x - usual) : 0));
  let departures = 0;
  let months = 0;
  for (let from = 0; from < values.length; ) {
    const x = at(values, from);
    if (x !== usual) {
      departures += isPresent(x) ? 1 : 0;
      months += isPresent(x) ? 1 : 0;
      from += 1;
      continue;
    }
    let to = from;
    while (values[to] === usual) to += 1;
    const rate = (departures + 1) / (months + 2);
    if ((1 - rate) ** (to - from) < CHANCE_OF_QUIET) sides.fill(Math.sign(usual - mean), from, to);
    months += to - from;
    from = to;
  }
  return sides;
}
