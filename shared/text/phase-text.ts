import type { Month } from "../domain/month.ts";
import type { SeriesAnalysis } from "../domain/statistics/series.ts";
import { monthText } from "./month-text.ts";
import { NO_NUMBER } from "./number-format.ts";

/** A run of this many months or more is worth asking whether the process changed (STATISTICS 4). */
const MONTHS_THAT_PROPOSE = 8;

type SplitProposal = { readonly since: Month; readonly changedIn: Month; readonly sentence: string };

/**
 * The split that a lasting shift proposes, in words; null where nothing lasts long enough, or where a phase already
 * begins there. "Since" is the first month of the run, "changed in" the estimated change point.
 */
export function splitProposal(
  { run, segments }: Pick<SeriesAnalysis, "run" | "segments">,
  locale: string,
): SplitProposal | null {
  if (run?.rule !== "shift" || run.months < MONTHS_THAT_PROPOSE) return null;
  const { since, changedIn, months } = run;
  if (segments.some(({ firstPeriod }) => firstPeriod === changedIn)) return null;
  const sentence = [
    `The level seems to have changed in ${monthText(changedIn, locale)}.`,
    `The run on one side has lasted ${months} months, since ${monthText(since, locale)}.`,
    "Where the cause is known and here to stay, record the process change: limits then begin anew.",
  ].join(" ");
  return { since, changedIn, sentence };
}

/** What chart and words say under one set of phases. */
export type PhaseWords = {
  readonly variation: SeriesAnalysis["variation"];
  readonly variationWord: string;
  readonly outlookWord: string;
  /** "Usual range 3.8–4.6" of the newest phase. */
  readonly rangeLabel: string;
  readonly monthsInPhase: number;
  readonly needsDecision: boolean;
};

type PhaseEffect = { readonly text: string; readonly warns: boolean };

/** What differs between two sets of phases, warnings first; "Nothing else changes" is said, not left out. */
export function phaseEffects(before: PhaseWords, after: PhaseWords): PhaseEffect[] {
  const warnings: string[] = [];
  if (before.variation === "worsening" && after.variation !== "worsening") {
    warnings.push(
      `"${before.variationWord}" would no longer be shown. Save this only where the cause is known and here to stay.`,
    );
  }
  if (before.needsDecision && !after.needsDecision) warnings.push("The KPI would no longer ask for a decision.");
  if (after.variation === "too_few" && before.variation !== "too_few") {
    warnings.push(
      `The newest phase would have ${after.monthsInPhase} months: too few to judge until there are 13 with a value.`,
    );
  }
  const changes = [
    change("Signal", before.variationWord, after.variationWord),
    change("Outlook", judged(before.outlookWord), judged(after.outlookWord)),
    change("Range", before.rangeLabel, after.rangeLabel),
  ];
  return [...warnings.map((text) => ({ text, warns: true })), ...changes.map((text) => ({ text, warns: false }))];
}

function judged(word: string): string {
  return word === NO_NUMBER ? "not judged" : word;
}

function change(what: string, before: string, after: string): string {
  return before === after ? `${what}: ${before}, as before.` : `${what}: ${before} becomes ${after}.`;
}
