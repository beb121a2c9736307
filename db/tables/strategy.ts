import type { Flag, Versioned, Written } from "./versioned.ts";

/** Key: valid_from. The policy in force on a day is the newest with `valid_from` up to it. */
export interface PolicyTable extends Versioned {
  text: string;
  approved_by: number | null;
  valid_from: string;
}

export interface PolicySentenceTable extends Written {
  policy_id: number;
  position: number;
  text: string;
}

/** Key: strategy. */
export interface StrategyVersionTable extends Versioned {
  strategy_id: number;
  name: string;
  from_year: number;
  to_year: number;
  statement: string;
}

/** Key: theme. */
export interface ThemeVersionTable extends Versioned {
  theme_id: number;
  strategy_id: number;
  name: string;
  long_term_goal: string;
  position: number;
}

/** Key: objective. `n` is the objective's revision. */
export interface ObjectiveVersionTable extends Versioned {
  objective_id: number;
  fiscal_year: number;
  unit_id: number;
  theme_id: number;
  parent_id: number | null;
  statement: string;
  policy_sentence_id: number | null;
  owner_id: number | null;
  state: "draft" | "proposed" | "approved" | "closed";
  plan_what: string;
  plan_resources: string;
  plan_who: string;
  plan_when: string;
  plan_evaluation: string;
}

/** Key: objective and KPI. */
export interface ObjectiveKpiTable extends Versioned {
  objective_id: number;
  kpi_id: number;
  weight: number;
  withdrawn: Flag;
}
