import type { Month } from "../domain/month.ts";
import type { PeriodState } from "../domain/revision.ts";
import { longMonthText } from "./month-text.ts";
import { tellEntry } from "./told/tell-entry.ts";

const WORD: Readonly<Record<PeriodState, string>> = { open: "Open", closed: "Closed", locked: "Locked" };

export type StateCounts = Readonly<Record<PeriodState, number>>;

/** "Locked", or of a unit whose parts differ "Locked for 3 of 8 units". */
export function periodStateText(counts: StateCounts): string {
  const units = counts.open + counts.closed + counts.locked;
  const parts = (["locked", "closed"] as const).filter((state) => counts[state] > 0);
  const [first] = parts;
  if (first === undefined) return WORD.open;
  if (counts[first] === units) return WORD[first];
  return parts.map((state) => `${WORD[state]} for ${counts[state]} of ${units} units`).join(", ");
}

/** "October 2026 is open for Finland". */
export function monthHeadline(stateText: string, month: Month, { unit, locale }: { unit: string; locale: string }) {
  const text = stateText.charAt(0).toLowerCase() + stateText.slice(1);
  return `${longMonthText(month, locale)}, ${unit}: ${text}`;
}

/** "October 2026 is now closed for 5 units." */
export function monthStepText(
  state: PeriodState,
  month: Month,
  { changed, locale }: { changed: number; locale: string },
) {
  const name = longMonthText(month, locale);
  if (changed === 0) return `${name} was ${WORD[state].toLowerCase()} already.`;
  return `${name} is now ${WORD[state].toLowerCase()} for ${changed === 1 ? "1 unit" : `${changed} units`}.`;
}

/** "3 results wait for approval". */
export function waitingHeadline(rows: number): string {
  if (rows === 0) return "Nothing waits for approval";
  return rows === 1 ? "1 result waits for approval" : `${rows} results wait for approval`;
}

export function decidedText(verdict: "approve" | "reject", decided: number): string {
  const results = decided === 1 ? "1 result" : `${decided} results`;
  return `${results} ${verdict === "approve" ? "approved" : "rejected"}.`;
}

export type StateNote = {
  readonly state: "draft" | "submitted" | "approved" | "rejected";
  readonly counts: boolean;
  readonly restatement: boolean;
  readonly by: string | null;
  readonly reason: string | null;
  /** The figure of the revision. */
  readonly shown: string;
};

/** What is to be known of a revision that does not count; null where there is nothing. */
export function stateNoteText(
  { state, counts, restatement, by, reason, shown }: StateNote,
  locale: string,
): string | null {
  const words = { by: by ?? tellEntry("note.commandLine", locale), shown };
  if (state === "rejected") {
    const told = tellEntry(restatement ? "note.restatementRejected" : "note.rejected", locale, words);
    return reason === null ? told : `${told}: ${reason}`;
  }
  if (state !== "submitted" || counts) return null;
  return tellEntry(restatement ? "note.restated" : "note.submitted", locale, words);
}

const DOUBT: Readonly<Record<string, string>> = {
  ten_times: "ten times what is usual",
  outside_usual: "outside the usual range",
  repeat: "the same for months",
  denominator_drop: "divided by far less than usual",
  late: "late",
  estimated: "estimated",
};

/** A quality flag in a few words; confirmed where its writer said that it is right. */
export function flagText(rule: string, isConfirmed: boolean): string {
  const text = DOUBT[rule] ?? rule;
  return isConfirmed ? `${text}, confirmed` : text;
}
