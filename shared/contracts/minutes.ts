import type { AgendaItem, DecisionRow, ReviewRow } from "./reviews.ts";

/** A value as it was seen when a decision was taken. */
export type SeenValue = {
  readonly kpi: string;
  readonly name: string;
  readonly shown: string;
  readonly target: string;
  readonly statusWord: string;
  readonly sentence: string;
};

/** A decision with what was on the screen: the frozen payload itself goes along, so that its hash can be checked anywhere. */
export type MinutedDecision = {
  readonly decision: DecisionRow;
  readonly evidence: {
    readonly snapshot: string;
    readonly sha256: string;
    readonly asOf: string;
    readonly seen: readonly SeenValue[];
    readonly payload: unknown;
  } | null;
};

/** The minutes of a review as a file carries them. */
export type MinutesDocument = {
  readonly format: "plumbline-minutes-1";
  readonly organisation: { readonly name: string; readonly locale: string; readonly timeZone: string };
  readonly writtenAt: string;
  readonly review: ReviewRow;
  readonly agenda: readonly Omit<AgendaItem, "kpi" | "version">[];
  readonly decisions: readonly MinutedDecision[];
};

export const MINUTES_FORMATS = ["pdf", "html", "json"] as const;
export type MinutesFormat = (typeof MINUTES_FORMATS)[number];
