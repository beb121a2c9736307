import { decimalNumber, decimalOfNumber, multiplyDecimals } from "./decimal.ts";
import { type EntryContent, type EntryRules, isSameContent, valueOfContent } from "./entry-content.ts";

/** Both ends included. */
export type EntryRange = { readonly low: number; readonly high: number };

/** What a new cell is held against: the unit's own series before the month. */
export type EntryHistory = {
  /** The usual range of the values; null where there are too few months. */
  readonly usual: EntryRange | null;
  /** Of a ratio's denominators: their smallest and largest of late; null where there are too few. */
  readonly usualDenominator: EntryRange | null;
  /** The newest contents before the month, the newest last. */
  readonly before: readonly EntryContent[];
};

/** What cannot be saved: only a broken format and the KPI's hard limits block. */
export type EntryFault =
  | { readonly code: "below_minimum" | "above_maximum"; readonly value: number; readonly limit: number }
  | { readonly code: "negative_denominator"; readonly value: number }
  | { readonly code: "wrong_input" };

/** What is asked about and may stand. `suggestion` is a correction that one key accepts. */
export type EntryDoubt =
  | {
      readonly code: "ten_times";
      readonly value: number;
      readonly is: "lower" | "higher";
      readonly suggestion: EntryContent;
      readonly usual: EntryRange;
    }
  | { readonly code: "outside_usual"; readonly value: number; readonly usual: EntryRange }
  | { readonly code: "repeat"; readonly value: number; readonly months: number }
  | { readonly code: "denominator_drop"; readonly value: number; readonly usual: EntryRange };

/** So many equal months in a row, the new one included, are asked about. */
export const REPEATED_MONTHS = 4;
/** A denominator below this share of the smallest usual one is asked about. */
const DROPPED_SHARE = 0.5;

/** Why a cell cannot be saved; null where it can. Emptied and not applicable always can. */
export function entryFault(content: EntryContent, rules: EntryRules): EntryFault | null {
  if (content.kind === "missing" || content.kind === "not_applicable") return null;
  if (rules.input !== content.kind) return { code: "wrong_input" };
  if (content.kind === "ratio" && content.denominator < 0) {
    return { code: "negative_denominator", value: content.denominator };
  }
  const value = valueOfContent(content, rules);
  if (value === null) return null;
  if (rules.minimum !== null && value < rules.minimum) {
    return { code: "below_minimum", value, limit: rules.minimum };
  }
  return rules.maximum !== null && value > rules.maximum
    ? { code: "above_maximum", value, limit: rules.maximum }
    : null;
}

/**
 * What is asked about a cell, the first that holds of: ten times too high or low, outside the usual range, unchanged for
 * four months; and beside them a denominator that fell to less than half of what is usual. None of it blocks.
 */
export function entryDoubts(content: EntryContent, rules: EntryRules, history: EntryHistory): EntryDoubt[] {
  if (content.kind !== "value" && content.kind !== "ratio") return [];
  const doubt =
    tenTimes(content, rules, history) ?? outsideUsual(content, rules, history) ?? repeat(content, rules, history);
  const drop = denominatorDrop(content, history);
  const isSlip = doubt?.code === "ten_times";
  return [...(doubt === null ? [] : [doubt]), ...(drop === null || isSlip ? [] : [drop])];
}

function isInside(value: number, { low, high }: EntryRange): boolean {
  return low <= value && value <= high;
}

type Numbers = Extract<EntryContent, { kind: "value" | "ratio" }>;

/** A value outside the usual range that comes to lie inside it when one of its numbers is moved by one place. */
function tenTimes(content: Numbers, rules: EntryRules, { usual, usualDenominator }: EntryHistory): EntryDoubt | null {
  const value = valueOfContent(content, rules);
  if (usual === null || value === null || isInside(value, usual)) return null;
  const suggestion = shifted(content, usualDenominator).find((candidate) => {
    const moved = valueOfContent(candidate, rules);
    return moved !== null && isInside(moved, usual) && entryFault(candidate, rules) === null;
  });
  if (suggestion === undefined) return null;
  return { code: "ten_times", value, is: value < usual.low ? "lower" : "higher", suggestion, usual };
}

/** The cell with one of its numbers ten times larger or smaller; of a ratio first the one that looks wrong. */
function shifted(content: Numbers, usualDenominator: EntryRange | null): EntryContent[] {
  if (content.kind === "value")
    return [byTen(content.value), byTenth(content.value)].map((value) => ({ kind: "value", value }));
  const { numerator, denominator } = content;
  const tops = [byTen(numerator), byTenth(numerator)].map((moved) => ({ ...content, numerator: moved }));
  const bottoms = [byTen(denominator), byTenth(denominator)].map((moved) => ({ ...content, denominator: moved }));
  const isBottomUsual = usualDenominator === null || isInside(denominator, usualDenominator);
  return isBottomUsual ? tops : bottoms.filter((moved) => isInside(moved.denominator, usualDenominator)).concat(tops);
}

/** By decimals, so that 9.76 becomes 97.6 and no digit more. */
function byTen(value: number): number {
  return decimalNumber(multiplyDecimals(decimalOfNumber(value), { digits: 10, scale: 0 })) ?? value;
}

function byTenth(value: number): number {
  return decimalNumber(multiplyDecimals(decimalOfNumber(value), { digits: 1, scale: 1 })) ?? value;
}

function outsideUsual(content: Numbers, rules: EntryRules, { usual }: EntryHistory): EntryDoubt | null {
  const value = valueOfContent(content, rules);
  return usual === null || value === null || isInside(value, usual) ? null : { code: "outside_usual", value, usual };
}

/** Equal to the last three: of a ratio both its numbers. Months that are 0 may well stay so and are not asked about. */
function repeat(content: Numbers, rules: EntryRules, { before }: EntryHistory): EntryDoubt | null {
  const value = valueOfContent(content, rules);
  const last = before.slice(1 - REPEATED_MONTHS);
  if (value === null || value === 0 || last.length < REPEATED_MONTHS - 1) return null;
  return last.every((earlier) => isSameContent(earlier, content))
    ? { code: "repeat", value, months: REPEATED_MONTHS }
    : null;
}

function denominatorDrop(content: Numbers, { usualDenominator }: EntryHistory): EntryDoubt | null {
  if (content.kind !== "ratio" || usualDenominator === null) return null;
  const { denominator } = content;
  if (denominator >= usualDenominator.low * DROPPED_SHARE) return null;
  return { code: "denominator_drop", value: denominator, usual: usualDenominator };
}
