import { addMonths, type Month } from "../month.ts";
import { isPresent } from "./numerics.ts";
import type { SeriesRow } from "./series.ts";
import { type StepEstimate, stepEstimate } from "./step-estimate.ts";

export const EFFECT_VERDICTS = ["effective", "not_effective", "too_early"] as const;
export type EffectVerdict = (typeof EFFECT_VERDICTS)[number];

/** Why the verdict is what it is. */
export const EFFECT_REASONS = [
  "reached",
  "less_than_expected",
  "no_change",
  "opposite",
  "not_due",
  "few_after",
  "not_told_apart",
  "few_before",
] as const;
export type EffectReason = (typeof EFFECT_REASONS)[number];

export type EffectQuestion = {
  /** A row for every expected period, in order; of one definition and, but for the action itself, one phase. */
  readonly rows: readonly SeriesRow[];
  /** The first month that the action could change. */
  readonly from: Month;
  /** Expected change of the level, in the KPI's unit of measure: negative for a fall. Never 0. */
  readonly expected: number;
  /** The month by which the effect is to show; null: it may be judged at any time. */
  readonly by: Month | null;
};

export type EffectReading = {
  readonly verdict: EffectVerdict;
  readonly reason: EffectReason;
  readonly expected: number;
  readonly from: Month;
  readonly by: Month | null;
  /** Months with a value on either side. */
  readonly monthsBefore: number;
  readonly monthsAfter: number;
  /** Null where there are too few months to estimate anything. */
  readonly estimate: StepEstimate | null;
};

/** Months before the action that it is compared with, at most. */
const LOOKS_BACK = 36;
export const FEWEST_BEFORE = 6;
export const FEWEST_AFTER = 3;
/** So many months after, a change that cannot be told from chance counts as none. */
const PATIENCE = 12;

/**
 * Did it work? The months from the action on against those before it, as a step with its range of 95 %.
 *
 * Effective: the whole range lies on the expected side of no change. Not effective: it does not, and either the expected
 * size is out of its reach or twelve months have passed. Too early: the month by which the effect was promised has not
 * been reported, fewer than three months came after, or no change and the expected one both fit the months so far.
 */
export function effectOfAction({ rows, from, expected, by }: EffectQuestion): EffectReading {
  const values = rows.map((row) => (row.excluded === true || row.value === null ? Number.NaN : row.value));
  const split = rows.findIndex(({ period }) => period >= from);
  const at = split === -1 ? rows.length : split;
  const start = Math.max(0, at - LOOKS_BACK);
  const window = values.slice(start);
  const monthsBefore = window.slice(0, at - start).filter(isPresent).length;
  const monthsAfter = window.slice(at - start).filter(isPresent).length;
  const newest = rows[values.findLastIndex(isPresent)]?.period ?? null;
  const facts = { expected, from, by, monthsBefore, monthsAfter };
  const estimate = monthsBefore < FEWEST_BEFORE || monthsAfter < FEWEST_AFTER ? null : stepEstimate(window, at - start);
  if (by !== null && (newest === null || newest < by)) return { ...facts, ...tooEarly("not_due"), estimate };
  if (monthsBefore < FEWEST_BEFORE) return { ...facts, ...tooEarly("few_before"), estimate };
  if (estimate === null) return { ...facts, ...tooEarly("few_after"), estimate };
  return { ...facts, ...judged(estimate, { expected, monthsAfter }), estimate };
}

type Judged = Pick<EffectReading, "verdict" | "reason">;

const tooEarly = (reason: EffectReason): Judged => ({ verdict: "too_early", reason });

function judged(
  { change, low, high }: StepEstimate,
  { expected, monthsAfter }: { readonly expected: number; readonly monthsAfter: number },
): Judged {
  const sign = Math.sign(expected);
  const [least, most] = sign > 0 ? [low, high] : [-high, -low];
  const wanted = Math.abs(expected);
  if (least > 0) return { verdict: "effective", reason: sign * change >= wanted ? "reached" : "less_than_expected" };
  if (most < 0) return { verdict: "not_effective", reason: "opposite" };
  if (most >= wanted && monthsAfter < PATIENCE) return tooEarly("not_told_apart");
  return { verdict: "not_effective", reason: "no_change" };
}

/** The first month that an action could change: that of its start where it began in the first half, else the next. */
export function firstMonthOf(startedOn: string): Month {
  const month = startedOn.slice(0, 7) as Month;
  return Number(startedOn.slice(8, 10)) <= 15 ? month : addMonths(month, 1);
}
