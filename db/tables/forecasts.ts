import type { Flag, Versioned } from "./versioned.ts";

/** Key: KPI, unit, fiscal year and the newest month that was known. Said once. */
export interface YearForecastTable extends Versioned {
  kpi_id: number;
  unit_id: number;
  fiscal_year: number;
  known_to: string;
  /** The instant whose records it was made from. */
  as_of: number;
  /** `then`: it was made at that time. `since`: later, from the records of that time. */
  basis: "then" | "since";
  inputs_sha256: string;
  /** How far the months behind it reached, which decides how it was made. */
  method: string;
  rule_set: string;
  history_months: number;
  median: number;
  low80: number;
  high80: number;
  low95: number;
  high95: number;
  probability: number | null;
  /** Equal where the target is no band. */
  target_low: number | null;
  target_high: number | null;
}

/** Key: KPI, unit and fiscal year. `figure` is null where too few units have reported; `reached` also without a target. */
export interface YearOutcomeTable extends Versioned {
  kpi_id: number;
  unit_id: number;
  fiscal_year: number;
  figure: number | null;
  reached: Flag | null;
}
