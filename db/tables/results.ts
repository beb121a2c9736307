import type { Flag, Versioned } from "./versioned.ts";

/**
 * Revisions of measurements. Key: assignment and period, where at most one counting and one newer pending revision are open;
 * only another counting revision closes a counting one.
 */
export interface MeasurementTable extends Versioned {
  assignment_id: number;
  /** Last month of the KPI's period. */
  period: string;
  kind: "number" | "not_applicable" | "missing";
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  comment: string | null;
  cause: string | null;
  state: "draft" | "submitted" | "approved" | "rejected";
  /** Settled when written: approved, or submitted while approval was off; a restatement only once approved. */
  counts: Flag;
  source: "grid" | "import" | "api";
  restatement: Flag;
  reason: string | null;
  by_id: number | null;
}

/** Key: measurement (a revision) and rule. */
export interface QualityFlagTable extends Versioned {
  measurement_id: number;
  rule: "ten_times" | "repeat" | "outside_usual" | "denominator_drop" | "late" | "estimated";
  answer: string | null;
  answered_by: number | null;
}
