import type { Month } from "../domain/month.ts";
import { monthText } from "./month-text.ts";

export type MoveFacts = {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly change: string;
  /** Null where parts are not weighed, so that there is no mix. */
  readonly rate: string | null;
  readonly mix: string | null;
  /** The largest effects with their signs, largest first. */
  readonly largest: readonly { readonly name: string; readonly shown: string }[];
};

/** "Visits on time went from 95.5 to 95.2 (−0.30). The parts' own rates account for +0.20, …". */
export function moveSentence({ name, before, after, change, rate, mix, largest }: MoveFacts): string {
  const sentences = [
    before === after
      ? `${name} stands at ${after}, as it did then (${change}).`
      : `${name} went from ${before} to ${after} (${change}).`,
  ];
  if (rate !== null && mix !== null) {
    sentences.push(`The parts' own rates account for ${rate}, the mix of parts for ${mix}.`);
  }
  if (largest.length > 0)
    sentences.push(`Largest: ${largest.map(({ name, shown }) => `${name} ${shown}`).join(", ")}.`);
  return sentences.join(" ");
}

/** Said where every part moved one way and the whole the other. */
export function opposedWarning({ parts, rose }: { readonly parts: number; readonly rose: boolean }): string {
  const [whole, each] = rose ? ["up", "down"] : ["down", "up"];
  return [
    `All ${parts} parts went ${each}, yet the whole went ${whole}:`,
    "what changed is how much each part counts, not what it does. Judge the parts, not the whole.",
  ].join(" ");
}

export const CHANCE_NOTE =
  "This month is within the usual range: the change may be chance, and no single part needs explaining for it.";

const WHY_NOT = {
  rule: "This KPI takes one of its parts (the smallest, the largest, or its own value): its change has no shares to split.",
  definition:
    "The definition changed between the two periods: their figures are computed differently and can't be compared.",
  no_value: "One of the two periods has no value, so there is no change to explain.",
  derived: "This KPI is computed from others. Explain the move of each of those instead.",
} as const;

export function unexplainedSentence(why: keyof typeof WHY_NOT): string {
  return WHY_NOT[why];
}

/** "Oct 2026", "Jan 2026 – Oct 2026". */
export function spanText({ first, last }: { readonly first: Month; readonly last: Month }, locale: string): string {
  return first === last ? monthText(last, locale) : `${monthText(first, locale)} – ${monthText(last, locale)}`;
}
