/** The inputs of a management review, lettered as in ISO 9001:2015, 9.3.2: one list for each edition. */
export const REVIEW_INPUTS = {
  "9001:2015": ["a", "b", "c1", "c2", "c3", "c4", "c5", "c6", "c7", "d", "e", "f"],
} as const;

export type ReviewEdition = keyof typeof REVIEW_INPUTS;
export const REVIEW_EDITION: ReviewEdition = "9001:2015";
export type ReviewInputCode = (typeof REVIEW_INPUTS)[typeof REVIEW_EDITION][number];

export const DECISION_KINDS = ["improvement", "system_change", "resources", "other"] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

export const REVIEW_STATES = ["planned", "running", "held", "cancelled"] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

const NEXT: Readonly<Record<ReviewState, readonly ReviewState[]>> = {
  planned: ["running", "cancelled"],
  running: ["held", "planned"],
  held: [],
  cancelled: ["planned"],
};

export function mayBecome(from: ReviewState, to: ReviewState): boolean {
  return from === to || NEXT[from].includes(to);
}

type Covered = { readonly review: string; readonly input: string; readonly covered: boolean };

/** Which reviews covered each input: an empty list is a gap in the year. */
export function coverageOfInputs(noted: readonly Covered[]): { input: ReviewInputCode; reviews: string[] }[] {
  return REVIEW_INPUTS[REVIEW_EDITION].map((input) => ({
    input,
    reviews: noted.filter((note) => note.input === input && note.covered).map(({ review }) => review),
  }));
}
