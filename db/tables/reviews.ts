import type { Versioned, Written } from "./versioned.ts";

/** Key: action; its code is its number, `A-0001`. */
export interface ActionVersionTable extends Versioned {
  action_id: number;
  kind: "initiative" | "corrective" | "improvement" | "training" | "risk_treatment";
  title: string;
  cause: string;
  owner_id: number | null;
  unit_id: number;
  kpi_id: number | null;
  objective_id: number | null;
  started_on: string | null;
  due_on: string | null;
  state: "planned" | "started" | "done" | "effective" | "not_effective" | "dropped";
  /** Percent done, as its owner says. */
  progress: number;
  resources: string;
  effect_kpi_id: number | null;
  effect_unit_id: number | null;
  effect_size: number | null;
  effect_by: string | null;
  verification: string | null;
  /** JSON. */
  steps: string | null;
  /** What it is planned to cost and what was spent, in the organisation's currency. */
  cost: number | null;
  spent: number | null;
  /** The decision that it carries out. */
  decision_id: number | null;
  /** Who ended it as effective or not: the data, or a person with a reason. */
  judged_by: "data" | "person" | null;
  override_reason: string | null;
}

/** Key: decision; its code is its number, `D-0001`. */
export interface DecisionVersionTable extends Versioned {
  decision_id: number;
  kind: "improvement" | "system_change" | "resources" | "other";
  unit_id: number;
  kpi_id: number | null;
  text: string;
  options: string;
  rationale: string;
  owner_id: number | null;
  decided_on: string;
  review_on: string | null;
  evidence_snapshot: string | null;
  review_id: number | null;
  /** The earlier decision that this one takes the place of. */
  supersedes_id: number | null;
  /** JSON: the view that was on screen. */
  seen: string | null;
}

/** Immutable. `payload` is canonical JSON, `sha256` its hash; the audit head stands beside it, outside the hash. */
export interface SnapshotTable extends Written {
  public_id: string;
  label: string;
  unit_id: number;
  fiscal_year: number;
  period: string;
  as_of: number;
  payload: string;
  sha256: string;
  audit_seq: number;
  audit_hash: string;
  audit_signature: string;
  by_id: number | null;
  taken_at: number;
}
