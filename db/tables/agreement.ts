import type { Flag, Versioned } from "./versioned.ts";

/** Key: proposal. A step of the catchball on an objective: a target or a wording, and what became of it. */
export interface ObjectiveProposalTable extends Versioned {
  public_id: string;
  objective_id: number;
  by_id: number | null;
  /** Public id of the proposal that this one counters. */
  answers: string | null;
  kpi_id: number | null;
  /** Proposed for the year; null where the wording alone is proposed. */
  target: number | null;
  text: string;
  outcome: "open" | "agreed" | "countered" | "declined";
  settled_by: number | null;
}

/** Key: objective and person: they have read this revision of it. */
export interface AcknowledgementTable extends Versioned {
  objective_id: number;
  person_id: number;
  revision: number;
}

/** Key: commitment. What a person takes on for an objective, and their own honest account of it. */
export interface CommitmentTable extends Versioned {
  public_id: string;
  person_id: number;
  objective_id: number;
  text: string;
  account: string;
  reviewed_on: string | null;
  withdrawn: Flag;
}

/** Key: objective. The objective of the year before that it carries on. */
export interface ObjectiveLineageTable extends Versioned {
  objective_id: number;
  previous_id: number;
}

/** Key: objective. How it was judged when its year was closed. */
export interface ObjectiveClosingTable extends Versioned {
  objective_id: number;
  outcome: "reached" | "partly" | "not_reached";
  assessment: string;
  by_id: number | null;
}
