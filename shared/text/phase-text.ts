import type { Month } from "../domain/month.ts";
import type { SeriesAnalysis } from "../domain/statistics/series.ts";
import { monthText } from "./month-text.ts";
import { NO_NUMBER } from "./number-format.ts";
import { tellPage } from "./told/tell-page.ts";

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
    tellPage("proposal.changed", locale, { month: monthText(changedIn, locale) }),
    tellPage("proposal.run", locale, { months, month: monthText(since, locale) }),
    tellPage("proposal.advice", locale),
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
export function phaseEffects(before: PhaseWords, after: PhaseWords, locale: string): PhaseEffect[] {
  const warnings: string[] = [];
  if (before.variation === "worsening" && after.variation !== "worsening") {
    warnings.push(tellPage("effect.noLonger", locale, { word: before.variationWord }));
  }
  if (before.needsDecision && !after.needsDecision) warnings.push(tellPage("effect.noDecision", locale));
  if (after.variation === "too_few" && before.variation !== "too_few") {
    warnings.push(tellPage("effect.tooFew", locale, { months: after.monthsInPhase }));
  }
  const judged = (word: string) => (word === NO_NUMBER ? tellPage("effect.notJudged", locale) : word);
  const change = (what: "signal" | "outlook" | "range", was: string, is: string) =>
    tellPage(was === is ? "effect.same" : "effect.becomes", locale, {
      ...{ what: tellPage(`effect.${what}`, locale), before: was, after: is },
    });
  const changes = [
    change("signal", before.variationWord, after.variationWord),
    change("outlook", judged(before.outlookWord), judged(after.outlookWord)),
    change("range", before.rangeLabel, after.rangeLabel),
  ];
  return [...warnings.map((text) => ({ text, warns: true })), ...changes.map((text) => ({ text, warns: false }))];
}
