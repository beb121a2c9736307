import { at, isPresent } from "./numerics.ts";
import type { MonthTarget, Standing } from "./year-chance.ts";
import type { SimulatedYear } from "./year-course.ts";
import { spreadOf } from "./year-end.ts";
import { type YearMonths, yearFigure } from "./year-figure.ts";

/** The value that each month still to come must have on average for the year to meet its target exactly. */
export type RequiredValue = {
  /** How many months are still to come. */
  readonly months: number;
  /** Of a band both edges; else one of them is null, by the side that is better. */
  readonly atLeast: number | null;
  readonly atMost: number | null;
  /** Whether the hard limits of the values leave room for it. */
  readonly isPossible: boolean;
};

type Question = Standing & { readonly target: MonthTarget; readonly simulated: SimulatedYear };

/**
 * All rules but the extremes are straight lines in a level that all open months share: two points give the level that
 * meets the target. Denominators to come and months that nobody can count take their expected values. Null where no month
 * is still to come, no side is better, or the known months of an extreme have decided already.
 */
export function requiredValue(question: Question): RequiredValue | null {
  const { target, direction, slots } = question;
  const months = slots.filter(({ kind }) => kind === "open").length;
  if (target === null || direction === "neutral" || months === 0) return null;
  const low = levelFor("low" in target ? target.low : target.value, question);
  const high = levelFor("low" in target ? target.high : target.value, question);
  if (low === null || high === null) return null;
  const atLeast = direction === "lower" ? null : low;
  const atMost = direction === "higher" ? null : high;
  return { months, atLeast, atMost, isPossible: isPossible({ atLeast, atMost }, question) };
}

function isPossible({ atLeast, atMost }: Pick<RequiredValue, "atLeast" | "atMost">, { bounds }: Standing): boolean {
  const { minimum, maximum } = bounds;
  const tooHigh = atLeast !== null && maximum !== null && atLeast > maximum;
  const tooLow = atMost !== null && minimum !== null && atMost < minimum;
  return !tooHigh && !tooLow;
}

function levelFor(aim: number, question: Question): number | null {
  const { timeRule, slots } = question;
  if (timeRule === "last") return slots.at(-1)?.kind === "open" ? aim : null;
  if (timeRule === "min" || timeRule === "max") return extremeLevel(aim, question);
  const expected = expectedYear(question);
  const figureAt = (level: number) => {
    const values = slots.map((slot, i) => (slot.kind === "open" ? level : at(expected.values, i)));
    return yearFigure({ values, denominators: expected.denominators }, timeRule);
  };
  const none = figureAt(0);
  const level = (aim - none) / (figureAt(1) - none);
  return Number.isFinite(level) ? level + 0 : null;
}

/** An extreme asks the aim of every month, unless a known month lies beyond it already. */
function extremeLevel(aim: number, { timeRule, slots }: Question): number | null {
  const known = slots.flatMap((slot) => (slot.kind === "known" && slot.value !== null ? [slot.value] : []));
  if (known.length === 0) return aim;
  const extreme = yearFigure({ values: known, denominators: [] }, timeRule);
  const isDecided = timeRule === "min" ? extreme < aim : extreme > aim;
  return isDecided ? null : aim;
}

/** The year with what is expected of months that are not known; open ones have a denominator only. */
function expectedYear({ slots, simulated, timeRule }: Question): YearMonths {
  const { paths } = simulated;
  const middle = (pick: (path: YearMonths) => number) => {
    const drawn = paths.map(pick).filter(isPresent);
    return drawn.length === 0 ? Number.NaN : spreadOf(drawn).median;
  };
  const isWeighed = timeRule === "ratio" || timeRule === "cumulative_ratio";
  return {
    values: slots.map((slot, i) => {
      if (slot.kind === "known") return slot.value ?? Number.NaN;
      return slot.kind === "open" ? Number.NaN : middle((path) => at(path.values, i));
    }),
    denominators: slots.map((slot, i) => {
      if (slot.kind === "known") return slot.denominator ?? Number.NaN;
      return isWeighed ? middle((path) => at(path.denominators, i)) : Number.NaN;
    }),
  };
}
