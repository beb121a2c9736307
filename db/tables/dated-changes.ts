import type { Versioned } from "./versioned.ts";

/** Key: change_no. A change of tree, target, tolerance, definition or deviation dated back into locked months. */
export interface DatedChangeTable extends Versioned {
  change_no: number;
  kind: "move" | "end" | "target" | "tolerance" | "definition" | "deviation";
  /** The unit whose rights decide; null for the whole organisation. */
  unit_id: number | null;
  from_month: string;
  /** What is to be changed, as JSON. */
  content: string;
  /** What it changes in locked months, as JSON: when it was proposed, and as approved once it is. */
  effects: string;
  reason: string;
  state: "proposed" | "approved" | "rejected";
  proposed_by: number | null;
  decided_by: number | null;
  verdict_reason: string | null;
}
