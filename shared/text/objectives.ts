import type { ApprovalNeed } from "../domain/objective-approval.ts";

const NEED: Readonly<Record<ApprovalNeed, string>> = {
  theme: "a theme of a strategy that covers its year",
  policy_sentence: "a sentence of the quality policy",
  kpi_with_targets: "a KPI with targets",
  what: "what will be done",
  resources: "the resources",
  who: "who does it",
  when: "when it is done",
  evaluation: "how its results are evaluated",
};

/** "Approval waits for: a KPI with targets, who does it." Empty where nothing is missing. */
export function approvalSentence(missing: readonly ApprovalNeed[]): string {
  return missing.length === 0 ? "" : `Approval waits for: ${missing.map((need) => NEED[need]).join(", ")}.`;
}

export const OBJECTIVE_STATE = {
  draft: "Draft",
  proposed: "Proposed",
  approved: "Approved",
  closed: "Closed",
} as const;

export const CLOSING_OUTCOME = {
  reached: "Reached",
  partly: "Partly reached",
  not_reached: "Not reached",
} as const;

export const PROPOSAL_OUTCOME = {
  open: "Waits for an answer",
  agreed: "Agreed",
  countered: "Answered with another proposal",
  declined: "Declined",
} as const;

type Decided = { readonly decidedOn: string; readonly rationale: string };

/** "Decided on 2026-07-14: the level has held for a year." */
export function lessonOfDecision({ decidedOn, rationale }: Decided): string {
  return rationale === "" ? `Decided on ${decidedOn}.` : `Decided on ${decidedOn}: ${rationale}`;
}

type Ended = { readonly state: string; readonly verification: string | null };

/** "Effective: the level fell from 2.1 to 1.7, outside chance." */
export function lessonOfAction({ state, verification }: Ended): string {
  return `${state === "effective" ? "Effective" : "Not effective"}: ${verification ?? ""}`;
}

type Counted = {
  readonly objectives: number;
  readonly blind: number;
  readonly neglected: number;
  readonly open: number;
};

/** The headline of the year's objectives: what breaks the loop, else how many there are. */
export function objectivesHeadline({ objectives, blind, neglected, open }: Counted): string {
  const said = [
    ...(neglected === 0 ? [] : [`${neglected} off target without an action`]),
    ...(blind === 0 ? [] : [`${blind} without a KPI`]),
    ...(open === 0 ? [] : [`${open} not approved yet`]),
  ];
  const count = `${objectives} ${objectives === 1 ? "objective" : "objectives"}`;
  return said.length === 0 ? `${count}, each measured and cared for` : `${count}: ${said.join(", ")}`;
}
