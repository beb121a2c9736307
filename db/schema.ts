import type { Generated } from "kysely";

/**
 * The one schema, for SQLite and PostgreSQL.
 *
 * Ids are integers inside the database and never leave it; codes and UUIDv7 public ids do. Instants are milliseconds
 * since 1970 UTC, months are `YYYY-MM`, dates `YYYY-MM-DD`. Truth values are 0 and 1.
 *
 * Two kinds of record tables, both append-only (a trigger refuses every other change):
 * - identities: a code that never changes, written once;
 * - versions: what was said of an identity, numbered by `n` within its key. The newest is the row whose `recorded_to` is
 *   null; saying something new closes it and adds a row whose `recorded_from` is the closed row's `recorded_to`. Taking
 *   something back is a version too (`withdrawn` = 1). So as-of is a filter, and every closed row has its successor.
 *
 * Each record row names the audit event that wrote it. What may be forgotten (names, sessions), repeated (jobs) or computed
 * again (kept cells) is no record and stands in tables of its own at the end.
 */
export interface Schema {
  audit_event: AuditEventTable;

  organisation: OrganisationTable;
  person: IdentityTable;
  person_state: PersonStateTable;
  role_grant: RoleGrantTable;
  unit: IdentityTable;
  unit_version: UnitVersionTable;
  unit_edge: UnitEdgeTable;
  period_state: PeriodStateTable;

  policy: PolicyTable;
  policy_sentence: PolicySentenceTable;
  strategy: IdentityTable;
  strategy_version: StrategyVersionTable;
  theme: IdentityTable;
  theme_version: ThemeVersionTable;
  objective: IdentityTable;
  objective_version: ObjectiveVersionTable;
  objective_kpi: ObjectiveKpiTable;

  kpi: IdentityTable;
  kpi_version: KpiVersionTable;
  kpi_definition: KpiDefinitionTable;
  tolerance: ToleranceTable;
  assignment: AssignmentTable;
  assignment_term: AssignmentTermTable;
  target: TargetTable;
  accepted_deviation: AcceptedDeviationTable;
  process_phase: ProcessPhaseTable;
  annotation: AnnotationTable;

  measurement: MeasurementTable;
  quality_flag: QualityFlagTable;

  action: IdentityTable;
  action_version: ActionVersionTable;
  decision: IdentityTable;
  decision_version: DecisionVersionTable;

  snapshot: SnapshotTable;

  person_name: PersonNameTable;
  security_event: SecurityEventTable;
  kept_cell: KeptCellTable;
  job: JobTable;
  idempotency: IdempotencyTable;
}

type Flag = 0 | 1;

interface Written {
  id: Generated<number>;
  /** Sequence of the audit event that wrote the row. */
  event: number;
}

interface Versioned extends Written {
  /** 1 for the first version of its key. */
  n: number;
  recorded_from: number;
  /** Null while it is the newest of its key. */
  recorded_to: number | null;
}

/** Code by which files, URLs and snapshots name the thing; for persons it carries no meaning. */
export interface IdentityTable extends Written {
  code: string;
}

/** One event a command, chained: `hash` = HMAC-SHA-256 over the canonical event with `previous_hash`. */
export interface AuditEventTable {
  seq: number;
  at: number;
  /** Code of the person, or `operator`, or `system`. */
  actor: string;
  command: string;
  entity: string;
  /** Code of the thing changed; empty for commands on many. */
  entity_code: string;
  /** Code of the unit it concerns, for the rights of the reader; null for the whole organisation. */
  unit_code: string | null;
  before: string | null;
  after: string | null;
  reason: string | null;
  /** Digest over the record rows that the command wrote, and how many they were by table. */
  digest: string;
  rows: string;
  previous_hash: string;
  hash: string;
}

/** Key: none (one organisation a database). */
export interface OrganisationTable extends Versioned {
  name: string;
  /** 1 to 12. */
  fiscal_year_start: number;
  locale: string;
  time_zone: string;
  /** Day of the following month by which results are due, 1 to 28. */
  entry_due_day: number;
  /** Percent of due results a figure needs to be judged. */
  minimum_coverage: number;
  approval: Flag;
  retention_years: number;
}

/** Key: person. */
export interface PersonStateTable extends Versioned {
  person_id: number;
  state: "active" | "suspended" | "left";
}

/** Key: grant_no (a number of its own for each grant). */
export interface RoleGrantTable extends Versioned {
  grant_no: number;
  person_id: number;
  role: string;
  /** Null: the whole organisation. */
  unit_id: number | null;
  from_date: string | null;
  to_date: string | null;
  withdrawn: Flag;
}

/** Key: unit. */
export interface UnitVersionTable extends Versioned {
  unit_id: number;
  name: string;
  kind: string;
}

/** Key: child and from_month. The parent in force in a month is that of the newest `from_month` up to it. */
export interface UnitEdgeTable extends Versioned {
  child_id: number;
  /** `0000-01`: always. */
  from_month: string;
  /** Null for the root, and for a unit that left the tree (`ends` = 1). */
  parent_id: number | null;
  ends: Flag;
  withdrawn: Flag;
}

/** Key: unit and month. Closing an area writes a row for each unit in it. No row: open. */
export interface PeriodStateTable extends Versioned {
  unit_id: number;
  month: string;
  state: "open" | "closed" | "locked";
  by_id: number | null;
}

/** Key: none; the policy in force on a day is the newest with `valid_from` up to it. */
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
  frequency: "month" | "quarter" | "half_year" | "year";
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

/** The only place of names and e-mail addresses (with the account tables of the sign-in library): erasable. */
export interface PersonNameTable {
  person_id: number;
  name: string;
  email: string | null;
  /** The sign-in library's user, null until there is an account. */
  user_id: string | null;
  locale: string | null;
}

/** Refused calls and sign-ins: outside the chain, kept for a year. */
export interface SecurityEventTable {
  id: Generated<number>;
  at: number;
  actor: string;
  kind: string;
  detail: string;
}

/**
 * The memory of now: each unit's cell of each KPI and month, made in the writing transaction from its own facts and its
 * direct children's cells by the function that answers as-of questions from the records. No history, no record.
 */
export interface KeptCellTable {
  unit_id: number;
  kpi_id: number;
  month: string;
  /** Packed cell of shared/domain. */
  cell: string;
}

export interface JobTable {
  id: Generated<number>;
  public_id: string;
  kind: string;
  state: "waiting" | "running" | "done" | "failed" | "cancelled";
  /** 0 to 1. */
  progress: number;
  input: string;
  outcome: string | null;
  by_id: number | null;
  created_at: number;
  run_after: number;
  /** The server that runs it and until when it may. */
  held_by: string | null;
  held_until: number | null;
  attempts: number;
}

export interface IdempotencyTable {
  key: string;
  person_id: number;
  body_hash: string;
  status: number;
  answer: string;
  at: number;
}
