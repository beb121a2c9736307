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
import { tellPage } from "./told/tell-page.ts";

type Style = Pick<NumberStyle, "decimals" | "locale">;

export function effectWord(verdict: EffectVerdict, locale: string): string {
  return tellPage(`effectWord.${verdict}`, locale);
}

/** "Callbacks −0.30 by Mar 2026": what was promised before the action began. */
export function expectedEffectText(
  { name, size, by }: { readonly name: string; readonly size: number; readonly by: EffectReading["by"] },
  style: Style,
): string {
  const promised = `${name} ${difference(size, style)}`;
  if (by === null) return promised;
  return tellPage("promise.by", style.locale, { promised, month: monthText(by, style.locale) });
}

/** What the data say of an action, in one sentence: the same on every surface. */
export function effectSentence(reading: EffectReading, style: Style): string {
  const { estimate } = reading;
  return (estimate === null ? null : judgedSentence(reading, estimate, style)) ?? waitingSentence(reading, style);
}

/** Why nothing can be said as yet. */
function waitingSentence({ reason, by, monthsBefore, monthsAfter }: EffectReading, { locale }: Style): string {
  if (reason === "few_before") {
    return tellPage("judged.fewBefore", locale, { months: monthsBefore, needed: FEWEST_BEFORE });
  }
  if (reason === "few_after") {
    return tellPage("judged.fewAfter", locale, { months: monthsAfter, needed: FEWEST_AFTER });
  }
  return by === null
    ? tellPage("judged.wait", locale)
    : tellPage("judged.waitMonth", locale, { month: monthText(by, locale) });
}

/** Null where the months are not to be judged yet, although they could be. */
function judgedSentence({ reason, expected }: EffectReading, estimate: StepEstimate, style: Style): string | null {
  const { locale } = style;
  const range = rangeText(estimate, style);
  const [before, after] = [level(estimate.before, style), level(estimate.after, style)];
  const moved = tellPage(estimate.change < 0 ? "judged.fell" : "judged.rose", locale, { before, after });
  const promised = difference(expected, style);
  if (reason === "reached" || reason === "less_than_expected" || reason === "opposite") {
    return tellPage(`judged.${reason}`, locale, { moved, range, promised });
  }
  if (reason === "no_change") return tellPage("judged.noChange", locale, { before, after, range });
  if (reason !== "not_told_apart") return null;
  return tellPage("judged.notApart", locale, { change: difference(estimate.change, style), range, promised });
}

/** What a reader of the sentence must know of how it was reached. */
export function effectNotes({ estimate, monthsBefore, monthsAfter }: EffectReading, locale: string): string[] {
  const notes = [tellPage("note.compared", locale, { before: monthsBefore, after: monthsAfter })];
  if (estimate === null) return notes;
  if (estimate.season) notes.push(tellPage("note.season", locale));
  if (estimate.dependence > 0) notes.push(tellPage("note.dependence", locale));
  if (estimate.drift) notes.push(tellPage("note.drift", locale));
  return notes;
}

/** "−0.38, between −0.51 and −0.25". */
function rangeText({ change, low, high }: StepEstimate, style: Style): string {
  return tellPage("judged.range", style.locale, {
    ...{ change: difference(change, style), low: difference(low, style), high: difference(high, style) },
  });
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
