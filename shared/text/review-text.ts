import type { DecisionKind, ReviewInputCode, ReviewState } from "../domain/review-inputs.ts";

const INPUTS: Readonly<Record<ReviewInputCode, string>> = {
  a: "Actions from earlier reviews",
  b: "Changes in external and internal issues",
  c1: "Customer satisfaction and feedback of interested parties",
  c2: "How far quality objectives are met",
  c3: "Process performance and conformity of products and services",
  c4: "Nonconformities and corrective actions",
  c5: "Monitoring and measurement results",
  c6: "Audit results",
  c7: "Performance of external providers",
  d: "Adequacy of resources",
  e: "Effectiveness of actions on risks and opportunities",
  f: "Opportunities for improvement",
};

/** What an input of ISO 9001:2015, 9.3.2 asks for, in our words. */
export function inputTitle(input: ReviewInputCode): string {
  return INPUTS[input];
}

const KINDS: Readonly<Record<DecisionKind, string>> = {
  improvement: "Opportunity for improvement",
  system_change: "Change to the management system",
  resources: "Resources",
  other: "Other",
};

export function decisionKindWord(kind: DecisionKind): string {
  return KINDS[kind];
}

const STATES: Readonly<Record<ReviewState, string>> = {
  planned: "Planned",
  running: "Under way",
  held: "Held",
  cancelled: "Cancelled",
};

export function reviewStateWord(state: ReviewState): string {
  return STATES[state];
}

/** "12 of 12 inputs covered this year", "3 inputs not covered yet this year". */
export function coverageText({ covered, all }: { readonly covered: number; readonly all: number }): string {
  if (covered === all) return `All ${all} inputs were covered this year`;
  const open = all - covered;
  return `${open} of ${all} inputs not covered yet this year`;
}
