import type { Flag, Versioned, Written } from "./versioned.ts";

/** Key: KPI. */
export interface KpiVersionTable extends Versioned {
  kpi_id: number;
  owner_id: number | null;
  theme_id: number | null;
  timing: "leading" | "lagging";
}

/** Key: KPI and from_month (`0000-01` for the first definition: valid always). `version` counts the from-months. */
export interface KpiDefinitionTable extends Versioned {
  kpi_id: number;
  version: number;
  from_month: string;
  name: string;
  description: string;
  formula: string;
  data_source: string;
  exclusions: string;
  unit_of_measure: string;
  decimals: number;
  direction: "higher" | "lower" | "band" | "neutral";
  input: "value" | "ratio" | "derived";
  numerator_label: string;
  denominator_label: string;
  multiplier: number;
  expression: string | null;
  frequency: "month" | "quarter" | "half-year" | "year";
  minimum: number | null;
  maximum: number | null;
  org_rule: "ratio" | "sum" | "mean" | "min" | "max" | "none";
  time_rule: "ratio" | "cumulative_ratio" | "sum" | "mean" | "min" | "max" | "last";
  chart_kind: "auto" | "xmr" | "p-prime" | "u-prime" | "run";
  uses: string;
}

/** Key: KPI and from_month. */
export interface ToleranceTable extends Versioned {
  kpi_id: number;
  from_month: string;
  kind: "absolute" | "percent";
  amount: number;
  withdrawn: Flag;
}

/** Unique by KPI and unit. */
export interface AssignmentTable extends Written {
  kpi_id: number;
  unit_id: number;
}

/** Key: assignment and from_month. */
export interface AssignmentTermTable extends Versioned {
  assignment_id: number;
  from_month: string;
  to_month: string | null;
  entered_by: number | null;
  approver_id: number | null;
  deputy_id: number | null;
  not_applicable_reason: string | null;
  withdrawn: Flag;
}

/** Key: KPI, unit and month. */
export interface TargetTable extends Versioned {
  kpi_id: number;
  unit_id: number;
  month: string;
  value: number | null;
  low: number | null;
  high: number | null;
  /** Into how many equal shares the amounts are split: 12 where a fiscal year's sum was given, else 1. */
  share: number;
  stretch: number | null;
  benchmark: number | null;
  reason: string | null;
  approved_by: number | null;
  withdrawn: Flag;
}

/** Key: KPI, unit and from_month: a target that counts for a while, with its reason. */
export interface AcceptedDeviationTable extends Versioned {
  kpi_id: number;
  unit_id: number;
  from_month: string;
  until_month: string;
  value: number | null;
  low: number | null;
  high: number | null;
  reason: string;
  withdrawn: Flag;
}

/** Key: KPI, unit and from_month. */
export interface ProcessPhaseTable extends Versioned {
  kpi_id: number;
  unit_id: number;
  from_month: string;
  reason: string;
  by_id: number | null;
  withdrawn: Flag;
}

/** Key: public_id. */
export interface AnnotationTable extends Versioned {
  public_id: string;
  kpi_id: number;
  unit_id: number;
  from_month: string;
  to_month: string;
  kind: "note" | "event" | "process_change";
  text: string;
  by_id: number | null;
  withdrawn: Flag;
}
