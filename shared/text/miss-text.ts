import type { Figure } from "../domain/figure.ts";
import type { Month } from "../domain/month.ts";
import type { Target } from "../domain/target.ts";
import { figureText, type NumberStyle, targetPhrase } from "./figure-text.ts";
import { longMonthText } from "./month-text.ts";

type Fact = { readonly month: Month; readonly figure: Figure; readonly target: Target | null };

/** "2.40 against at most 1.70 in March 2026": the fact that a cause is looked for. */
export function missFact({ month, figure, target }: Fact, style: NumberStyle): string {
  const against = target === null ? "" : ` against ${targetPhrase(target, style)}`;
  return `${figureText(figure, style)}${against} in ${longMonthText(month, style.locale)}`;
}

type Said = { readonly level: number; readonly probability: number | null; readonly by: string | null };

/** The owner's confidence beside the calculated chance, in one sentence. */
export function confidenceText(said: Said | null): string {
  if (said === null) return "Nobody has said how sure they are of the year's target.";
  const who = said.by ?? "The owner";
  const sure = `${who} is ${said.level} of 10 sure of the year's target`;
  if (said.probability === null) return `${sure}; nothing could be calculated then.`;
  return `${sure}; calculated was about ${chanceText(said.probability)}.`;
}

/** Rounded to 5 %; 0 % and 100 % only where arithmetic has settled it. */
export function chanceText(probability: number): string {
  if (probability === 0 || probability === 1) return `${probability * 100} %`;
  return `${Math.min(95, Math.max(5, Math.round(probability * 20) * 5))} %`;
}
