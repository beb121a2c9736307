import type { Flag, Versioned } from "./versioned.ts";

/** Key: review; its code is its number, `V-0001`. */
export interface ReviewVersionTable extends Versioned {
  review_id: number;
  title: string;
  level: "organisation" | "area" | "unit";
  unit_id: number;
  /** The month that it looks at. */
  period: string;
  planned_on: string;
  held_on: string | null;
  state: "planned" | "running" | "held" | "cancelled";
  participants: string;
  minutes: string;
}

/** Key: review and input. */
export interface ReviewInputTable extends Versioned {
  review_id: number;
  /** An input of ISO 9001, 9.3.2, as the edition letters it. */
  input: string;
  covered: Flag;
  note: string;
}

/** Key: KPI, unit and month. A miss as fact, cause (found by asking why) and action. */
export interface MissCauseTable extends Versioned {
  kpi_id: number;
  unit_id: number;
  month: string;
  fact: string;
  /** JSON: up to five answers. */
  whys: string;
  cause: string;
  action_id: number | null;
  by_id: number | null;
  withdrawn: Flag;
}

/** Key: KPI, unit and fiscal year. How sure its owner is of the year's target. */
export interface ConfidenceTable extends Versioned {
  kpi_id: number;
  unit_id: number;
  fiscal_year: number;
  /** The newest month that the owner knew. */
  month: string;
  /** 0 to 10. */
  level: number;
  note: string;
  /** What was calculated at the same time, 0 to 1. */
  probability: number | null;
  by_id: number | null;
  withdrawn: Flag;
}
