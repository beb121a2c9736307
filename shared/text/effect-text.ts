import { decimalOfNumber } from "../domain/decimal.ts";
import { rationalOf, roundHalfAway } from "../domain/rational.ts";
import {
  type EffectReading,
  type EffectVerdict,
  FEWEST_AFTER,
  FEWEST_BEFORE,
} from "../domain/statistics/effect-of-action.ts";
import type { StepEstimate } from "../domain/statistics/step-estimate.ts";
import type { NumberStyle } from "./figure-text.ts";
import { monthText } from "./month-text.ts";
import { shownDifference, shownNumber } from "./number-format.ts";

type Style = Pick<NumberStyle, "decimals" | "locale">;

const WORDS: Record<EffectVerdict, string> = {
  effective: "Effective",
  not_effective: "Not effective",
  too_early: "Too early to say",
};

export function effectWord(verdict: EffectVerdict): string {
  return WORDS[verdict];
}

/** "Callbacks −0.30 by Mar 2026": what was promised before the action began. */
export function expectedEffectText(
  { name, size, by }: { readonly name: string; readonly size: number; readonly by: EffectReading["by"] },
  style: Style,
): string {
  const promised = `${name} ${difference(size, style)}`;
  return by === null ? promised : `${promised} by ${monthText(by, style.locale)}`;
}

/** What the data say of an action, in one sentence: the same on every surface. */
export function effectSentence(reading: EffectReading, style: Style): string {
  const { estimate } = reading;
  return (estimate === null ? null : judgedSentence(reading, estimate, style)) ?? waitingSentence(reading, style);
}

/** Why nothing can be said as yet. */
function waitingSentence({ reason, by, monthsBefore, monthsAfter }: EffectReading, { locale }: Style): string {
  if (reason === "few_before") {
    return `The data cannot tell: ${counted(monthsBefore)} with a result before it began, ${FEWEST_BEFORE} are needed.`;
  }
  if (reason === "few_after") {
    return `Too early to say: ${counted(monthsAfter)} with a result since it began, ${FEWEST_AFTER} are needed.`;
  }
  return `Too early to say: the effect is judged once ${by === null ? "its month" : monthText(by, locale)} is reported.`;
}

/** Null where the months are not to be judged yet, although they could be. */
function judgedSentence({ reason, expected }: EffectReading, estimate: StepEstimate, style: Style): string | null {
  const range = rangeText(estimate, style);
  const moved = `${movedText(estimate, style)}, outside chance (${range})`;
  const promised = difference(expected, style);
  if (reason === "reached") return `${moved}; ${promised} was expected.`;
  if (reason === "less_than_expected") return `${moved}, yet less than the ${promised} expected.`;
  if (reason === "opposite") return `${moved}: the opposite of what was expected.`;
  if (reason === "no_change") {
    return `No change seen: ${level(estimate.before, style)} before, ${level(estimate.after, style)} since (${range}).`;
  }
  if (reason !== "not_told_apart") return null;
  const soFar = `${difference(estimate.change, style)} (${range})`;
  return `Too early to say: so far ${soFar}; chance and the expected ${promised} both fit.`;
}

/** What a reader of the sentence must know of how it was reached. */
export function effectNotes({ estimate, monthsBefore, monthsAfter }: EffectReading): string[] {
  const notes = [`${counted(monthsBefore)} before are compared with ${counted(monthsAfter)} since.`];
  if (estimate === null) return notes;
  if (estimate.season) notes.push("The yearly pattern of the months before was taken out.");
  if (estimate.dependence > 0) notes.push("Neighbouring months resemble each other; the range was widened for it.");
  if (estimate.drift) {
    notes.push("The months before were already moving; the change is measured from where they were heading.");
  }
  return notes;
}

function counted(months: number): string {
  return `${months} ${months === 1 ? "month" : "months"}`;
}

function movedText(estimate: StepEstimate, style: Style): string {
  const verb = estimate.change < 0 ? "fell" : "rose";
  return `The level ${verb} from ${level(estimate.before, style)} to ${level(estimate.after, style)}`;
}

/** "−0.38, between −0.51 and −0.25". */
function rangeText({ change, low, high }: StepEstimate, style: Style): string {
  return `${difference(change, style)}, between ${difference(low, style)} and ${difference(high, style)}`;
}

function level(value: number, { decimals, locale }: Style): string {
  return shownNumber(shown(value, decimals), decimals, locale);
}

function difference(value: number, { decimals, locale }: Style): string {
  return shownDifference(shown(value, decimals), decimals, locale);
}

function shown(value: number, decimals: number) {
  return roundHalfAway(rationalOf(decimalOfNumber(Number(value.toPrecision(12)))), decimals);
}
