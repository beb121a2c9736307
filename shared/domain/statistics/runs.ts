import { at } from "./numerics.ts";

/** -1, 0 or +1 a point; 0 where the rule is not met. */
export type Marks = Int8Array;

/** The side of the centre that each value lies on: +1 above, -1 below, 0 on it or absent. */
export function sidesOf(values: readonly number[], centre: number): Marks {
  const sides = new Int8Array(values.length);
  for (let i = 0; i < sides.length; i++) sides[i] = signOf(at(values, i) - centre);
  return sides;
}

/** Members of any stretch of at least `length` rows strictly on one side of the centre, with that side's sign. */
export function markShifts(sides: Marks, length: number): Marks {
  const marks = new Int8Array(sides.length);
  forEachStretch(sides, (from, to) => {
    if (to - from >= length) marks.fill(at(sides, from), from, to);
  });
  return marks;
}

/** The trends that a row is a member of. A turning point can end a rise and begin a fall. */
export type TrendMarks = { rising: Marks; falling: Marks; direction: Marks };

/**
 * Members of any stretch of `length` rows strictly rising or strictly falling; a tie or a hole breaks it.
 * `direction` is what the anchor calls the trend's: the sign of the next difference where the next row is a member too,
 * else of the previous one.
 */
export function markTrends(values: readonly number[], length: number): TrendMarks {
  const rising = new Int8Array(values.length);
  const falling = new Int8Array(values.length);
  const steps = new Int8Array(Math.max(0, values.length - 1));
  for (let i = 0; i < steps.length; i++) steps[i] = signOf(at(values, i + 1) - at(values, i));
  forEachStretch(steps, (from, to) => {
    if (to - from >= length - 1) (at(steps, from) > 0 ? rising : falling).fill(at(steps, from), from, to + 1);
  });
  const isMember = (i: number) => (rising[i] ?? 0) !== 0 || (falling[i] ?? 0) !== 0;
  const direction = new Int8Array(values.length);
  for (let i = 0; i < values.length; i++) {
    if (!isMember(i)) continue;
    const next = isMember(i + 1) ? (steps[i] ?? 0) : 0;
    direction[i] = next !== 0 ? next : (steps[i - 1] ?? 0);
  }
  return { rising, falling, direction };
}

/**
 * The far points of any full window of three rows that all lie on one side of the centre with at least two far ones.
 * `far` says, per row, whether it lies beyond the near limit in the sense of the rule set.
 */
export function markTwoInThree(sides: Marks, far: readonly boolean[]): Marks {
  const marks = new Int8Array(sides.length);
  for (let i = 2; i < sides.length; i++) {
    const side = at(sides, i);
    if (side === 0 || sides[i - 1] !== side || sides[i - 2] !== side) continue;
    const members = [i - 2, i - 1, i].filter((j) => far[j] === true);
    if (members.length >= 2) for (const j of members) marks[j] = side;
  }
  return marks;
}

/** The far points of one side in any window of three rows that holds two of them, the third lying anywhere. */
export function markTwoOfThree(sides: Marks, far: readonly boolean[]): Marks {
  const marks = new Int8Array(sides.length);
  for (let i = 1; i < sides.length; i++) {
    for (const side of [1, -1]) {
      const members = [i - 2, i - 1, i].filter((j) => far[j] === true && sides[j] === side);
      if (members.length >= 2) for (const j of members) marks[j] = side;
    }
  }
  return marks;
}

function signOf(difference: number): number {
  if (difference > 0) return 1;
  return difference < 0 ? -1 : 0;
}

/** Calls `visit` for each maximal stretch of equal signs other than 0: from the first index to the one after the last. */
function forEachStretch(signs: Marks, visit: (from: number, to: number) => void): void {
  let from = 0;
  for (let i = 1; i <= signs.length; i++) {
    if (i < signs.length && signs[i] === signs[from]) continue;
    if ((signs[from] ?? 0) !== 0) visit(from, i);
    from = i;
  }
}
