import { at, isPresent } from "./numerics.ts";
import type { PatternRules } from "./rule-set.ts";
import type { Marks } from "./runs.ts";
import type { XmrLimits } from "./xmr-limits.ts";

/** What the zone and pattern tests of the textbooks find, a row each. */
export type PatternMarks = { fourInFive: Marks; hugging: boolean[]; alternating: boolean[]; bothSides: boolean[] };

/**
 * Four of five beyond one sigma, fifteen within it, fourteen alternating, eight beyond it on both sides
 * (Western Electric 1956; Nelson 1984). A hole breaks every one of them; a tie breaks the alternating.
 */
export function markPatterns(values: readonly number[], limits: XmrLimits, rules: PatternRules): PatternMarks {
  const sigma = (limits.upper - limits.mean) / 3;
  const zone = Int8Array.from(values, (x) => beyond(x - limits.mean, sigma));
  const within = values.map((x, i) => isPresent(x) && sigma > 0 && at(zone, i) === 0);
  return {
    fourInFive: rules.fourInFive ? fourInFive(zone) : new Int8Array(values.length),
    hugging: stretches(within, rules.huggingLength),
    alternating: alternating(values, rules.alternatingLength),
    bothSides: bothSides(zone, rules.bothSidesLength),
  };
}

function beyond(distance: number, sigma: number): number {
  if (distance > sigma) return 1;
  return distance < -sigma ? -1 : 0;
}

function fourInFive(zone: Marks): Marks {
  const marks = new Int8Array(zone.length);
  for (let i = 4; i < zone.length; i++) {
    for (const side of [1, -1]) {
      const members = [i - 4, i - 3, i - 2, i - 1, i].filter((j) => zone[j] === side);
      if (members.length >= 4) for (const j of members) marks[j] = side;
    }
  }
  return marks;
}

/** Members of any unbroken stretch of at least `length` rows of which `holds` is true. */
function stretches(holds: readonly boolean[], length: number): boolean[] {
  const marks = holds.map(() => false);
  let from = 0;
  for (let i = 0; i <= holds.length; i++) {
    if (holds[i] === true) continue;
    if (i - from >= length) marks.fill(true, from, i);
    from = i + 1;
  }
  return marks;
}

function alternating(values: readonly number[], length: number): boolean[] {
  const steps = values.slice(1).map((x, i) => Math.sign(x - at(values, i)));
  const turns = steps.map((step, i) => i > 0 && step * (steps[i - 1] ?? 0) === -1);
  const marks = values.map(() => false);
  let from = 1;
  for (let i = 1; i <= turns.length; i++) {
    if (turns[i] === true) continue;
    // steps from - 1 to i - 1 alternate; they join the rows from - 1 to i
    if (i - from + 2 >= length) marks.fill(true, from - 1, i + 1);
    from = i + 1;
  }
  return marks;
}

function bothSides(zone: Marks, length: number): boolean[] {
  const marks = stretches(
    Array.from(zone, (side) => side !== 0),
    length,
  );
  let from = 0;
  for (let i = 0; i <= marks.length; i++) {
    if (marks[i] === true) continue;
    const stretch = zone.subarray(from, i);
    if (!(stretch.includes(1) && stretch.includes(-1))) marks.fill(false, from, i);
    from = i + 1;
  }
  return marks;
}
