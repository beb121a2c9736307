import { type Figure, shownValue } from "../domain/figure.ts";
import type { Direction } from "../domain/kpi-definition.ts";
import { roundHalfAway } from "../domain/rational.ts";
import type { Target } from "../domain/target.ts";
import { filled } from "./message-format.ts";
import { leftToRight, NO_NUMBER, shownNumber } from "./number-format.ts";
import { tellEntry } from "./told/tell-entry.ts";
import { messagesFor } from "./verdict.ts";

/** How a KPI's numbers are written. */
export type NumberStyle = { readonly decimals: number; readonly direction: Direction; readonly locale: string };

/** A figure as it is judged and shown; a dash where there is no number, "n/a" where none applies. */
export function figureText(figure: Figure, style: NumberStyle): string {
  if (figure.kind === "not_applicable") return tellEntry("notApplicable", style.locale);
  const shown = shownValue(figure, style.decimals);
  return shown === null ? NO_NUMBER : shownNumber(shown, style.decimals, style.locale);
}

/** A target with its inequality: "≤ 4.0", "≥ 92.0"; a band as "4.0–6.0". */
export function targetText(target: Target, style: NumberStyle): string {
  const text = (value: Parameters<typeof roundHalfAway>[0]) =>
    shownNumber(roundHalfAway(value, style.decimals), style.decimals, style.locale);
  if (target.kind === "band") return leftToRight(`${text(target.low)}–${text(target.high)}`, style.locale);
  if (style.direction === "neutral") return text(target.value);
  return leftToRight(`${style.direction === "lower" ? "≤" : "≥"} ${text(target.value)}`, style.locale);
}

/** The same in words: "at most 4.0", "at least 92.0", "between 4.0 and 6.0". */
export function targetPhrase(target: Target, style: NumberStyle): string {
  const words = messagesFor(style.locale).target;
  if (target.kind === "band") {
    const [low = "", high = ""] = withoutMarks(targetText(target, style)).split("–");
    return filled(words.between, { low, high }, style.locale);
  }
  const value = withoutMarks(targetText(target, style));
  if (style.direction === "neutral") return value;
  return filled(style.direction === "lower" ? words.atMost : words.atLeast, { value }, style.locale);
}

/** A target's number or numbers alone: without its inequality, and without what keeps its order in a line. */
export function withoutMarks(target: string): string {
  return target.replace(/^\u2066?(?:[≤≥] )?|\u2069$/g, "");
}
