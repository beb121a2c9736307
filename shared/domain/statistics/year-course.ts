import { gapPaths, type PathSource, pathSource } from "./forecast-paths.ts";
import { at, isPresent, median, plainMean } from "./numerics.ts";
import { type Random, seededRandom } from "./seeded-random.ts";
import type { YearMonths } from "./year-figure.ts";

/** One month up to the last known one, oldest first, without gaps; null where there is no value. */
export type KnownMonth = { readonly value: number | null; readonly denominator?: number | null };

/** A month of the year: a fact, a past one that nobody can count, or one still to come. */
export type YearSlot =
  | ({ readonly kind: "known" } & KnownMonth)
  /** Past, and reported by too few units or none: drawn like the months around it. */
  | { readonly kind: "gap" }
  /** So many months after the last of the history. */
  | { readonly kind: "open"; readonly ahead: number };

/** Values that a month cannot pass. */
export type Bounds = { readonly minimum: number | null; readonly maximum: number | null };

/** What if the open months ran at a level on average, or higher or lower by an amount than they are expected to. */
export type WhatIf = { readonly kind: "level" | "shift"; readonly amount: number };

/** How a year stands and what its open months are drawn from. */
export type YearCourse = {
  readonly history: readonly KnownMonth[];
  readonly slots: readonly YearSlot[];
  readonly bounds: Bounds;
  readonly seed: number;
  readonly paths?: number;
  /** False where a period is longer than a month: then there is no season to learn. */
  readonly monthly: boolean;
  readonly whatIf?: WhatIf | null;
};

export type SimulatedYear = { readonly paths: readonly YearMonths[]; readonly source: PathSource };

const PATHS = 2000;

/** Streams of their own for values, denominators and gaps: what one of them draws moves no other. */
const STREAMS = { denominators: 0x9e3779b9, gaps: 0x85ebca6b };

/** How many of the year's months are not known. */
export function openMonths({ slots }: Pick<YearCourse, "slots">): number {
  return slots.filter(({ kind }) => kind !== "known").length;
}

/**
 * The year over and over: what is known as it is, the rest drawn as joint paths. One path where all is known; null where
 * there is too little history to draw from. The same course gives the same paths.
 */
export function simulateYear(course: YearCourse): SimulatedYear | null {
  const { history, slots, seed, monthly } = course;
  const months = Math.max(0, ...slots.map((slot) => (slot.kind === "open" ? slot.ahead : 0)));
  const numbers = history.map(({ value }) => value ?? Number.NaN);
  const source = pathSource(numbers, { months, monthly });
  const unknown = openMonths(course);
  if (unknown > 0 && source.makers.length === 0) return null;
  const random = seededRandom(seed);
  const gaps = slots.filter(({ kind }) => kind === "gap").length;
  const gapRandom = seededRandom(seed ^ STREAMS.gaps);
  const drawGaps = gaps === 0 ? () => [] : gapPaths(numbers, gaps);
  const drawDenominators = denominatorPaths(history, months, seededRandom(seed ^ STREAMS.denominators));
  const count = unknown === 0 ? 1 : (course.paths ?? PATHS);
  const drawn = Array.from({ length: count }, (_, i) => ({
    ahead: months === 0 ? [] : pathOf(source, i, random),
    gaps: drawGaps(gapRandom),
    denominators: drawDenominators(),
  }));
  const shift = shiftOf(course, drawn);
  return { source, paths: drawn.map((path) => filled(course, path, shift)) };
}

type Drawn = {
  readonly ahead: readonly number[];
  readonly gaps: readonly number[];
  readonly denominators: { readonly ahead: readonly number[]; readonly gap: number };
};

function pathOf({ makers }: PathSource, i: number, random: Random): number[] {
  return at(makers, i % makers.length)(random);
}

/** By how much a what-if moves the months to come. */
function shiftOf({ slots, whatIf = null, bounds }: YearCourse, drawn: readonly Drawn[]): number {
  if (whatIf === null) return 0;
  if (whatIf.kind === "shift") return whatIf.amount;
  const ahead = slots.flatMap((slot) => (slot.kind === "open" ? [slot.ahead] : []));
  const means = drawn.map((path) => plainMean(ahead.map((i) => within(at(path.ahead, i - 1), bounds))));
  return whatIf.amount - plainMean(means);
}

function filled({ slots, bounds }: YearCourse, path: Drawn, shift: number): YearMonths {
  let gap = 0;
  const values: number[] = [];
  const denominators: number[] = [];
  for (const slot of slots) {
    if (slot.kind === "known") {
      values.push(slot.value ?? Number.NaN);
      denominators.push(slot.denominator ?? Number.NaN);
    } else if (slot.kind === "gap") {
      values.push(within(at(path.gaps, gap), bounds));
      denominators.push(path.denominators.gap);
      gap += 1;
    } else {
      values.push(within(within(at(path.ahead, slot.ahead - 1), bounds) + shift, bounds));
      denominators.push(at(path.denominators.ahead, slot.ahead - 1));
    }
  }
  return { values, denominators };
}

function within(x: number, { minimum, maximum }: Bounds): number {
  return Math.min(maximum ?? Number.POSITIVE_INFINITY, Math.max(minimum ?? Number.NEGATIVE_INFINITY, x));
}

/** Denominators of the open months: those of a year ago, grown by one year's change drawn for the whole path. */
function denominatorPaths(history: readonly KnownMonth[], months: number, random: Random): () => Drawn["denominators"] {
  const known = history.map(({ denominator }) => denominator ?? Number.NaN);
  if (!known.some(isPresent)) {
    const none = { ahead: new Array<number>(months).fill(Number.NaN), gap: Number.NaN };
    return () => none;
  }
  const usual = median(known.slice(-12).filter(isPresent));
  const growth = known
    .slice(12)
    .map((x, i) => x / at(known, i))
    .filter((x) => Number.isFinite(x) && x > 0)
    .slice(-24);
  const yearAgo = Array.from({ length: months }, (_, i) => known[known.length - 12 + i] ?? Number.NaN);
  return () => {
    const factor = growth.length === 0 ? 1 : at(growth, Math.floor(random() * growth.length));
    return { ahead: yearAgo.map((x) => (isPresent(x) && x > 0 ? x * factor : usual)), gap: usual };
  };
}
