import type { Selectable } from "kysely";
import type { ArrayType } from "./many-rows.ts";
import type { Schema } from "./schema.ts";

/** Version tables with the columns of their keys, and the type of each key column. */
export const VERSION_KEYS = {
  organisation: {},
  person_state: { person_id: "integer" },
  role_grant: { grant_no: "integer" },
  unit_version: { unit_id: "integer" },
  unit_edge: { child_id: "integer", from_month: "text" },
  period_state: { unit_id: "integer", month: "text" },
  policy: { valid_from: "text" },
  strategy_version: { strategy_id: "integer" },
  theme_version: { theme_id: "integer" },
  objective_version: { objective_id: "integer" },
  objective_kpi: { objective_id: "integer", kpi_id: "integer" },
  kpi_version: { kpi_id: "integer" },
  kpi_definition: { kpi_id: "integer", from_month: "text" },
  tolerance: { kpi_id: "integer", from_month: "text" },
  assignment_term: { assignment_id: "integer", from_month: "text" },
  target: { kpi_id: "integer", unit_id: "integer", month: "text" },
  accepted_deviation: { kpi_id: "integer", unit_id: "integer", from_month: "text" },
  process_phase: { kpi_id: "integer", unit_id: "integer", from_month: "text" },
  annotation: { public_id: "text" },
  dated_change: { change_no: "integer" },
  quality_flag: { measurement_id: "integer", rule: "text" },
  action_version: { action_id: "integer" },
  decision_version: { decision_id: "integer" },
  party_version: { party_id: "integer" },
  need_version: { need_id: "integer" },
  risk_version: { risk_id: "integer" },
  issue_version: { issue_id: "integer" },
  objective_need: { objective_id: "integer", need_id: "integer" },
  objective_risk: { objective_id: "integer", risk_id: "integer" },
  need_risk: { need_id: "integer", risk_id: "integer" },
  action_risk: { action_id: "integer", risk_id: "integer" },
  objective_proposal: { public_id: "text" },
  acknowledgement: { objective_id: "integer", person_id: "integer" },
  commitment: { public_id: "text" },
  objective_lineage: { objective_id: "integer" },
  objective_closing: { objective_id: "integer" },
  training_version: { training_id: "integer" },
  competence_need_version: { competence_need_id: "integer" },
  training_record: { public_id: "text" },
  competence_feed: { kpi_id: "integer" },
  review_version: { review_id: "integer" },
  review_input: { review_id: "integer", input: "text" },
  miss_cause: { kpi_id: "integer", unit_id: "integer", month: "text" },
  year_forecast: { kpi_id: "integer", unit_id: "integer", fiscal_year: "integer", known_to: "text" },
  year_outcome: { kpi_id: "integer", unit_id: "integer", fiscal_year: "integer" },
  confidence: { kpi_id: "integer", unit_id: "integer", fiscal_year: "integer" },
  notice_setting: { scope: "text" },
  person_notice: { person_id: "integer" },
  deputy: { public_id: "text" },
  hand_over: { public_id: "text" },
} as const satisfies { readonly [T in keyof Schema]?: { readonly [C in keyof Schema[T]]?: ArrayType } };

/** A table of versions of which one row of each key is open. Measurements have two and a writer of their own. */
export type VersionTable = keyof typeof VERSION_KEYS;

type KeyColumn<T extends VersionTable> = keyof (typeof VERSION_KEYS)[T] & keyof Schema[T];
type Kept = "id" | "event" | "n" | "recorded_from" | "recorded_to";

export type Row<T extends keyof Schema> = Selectable<Schema[T]>;
export type KeyOf<T extends VersionTable> = Pick<Row<T>, KeyColumn<T> & keyof Row<T>>;
/** All that a version says, without its key and what the store itself writes. */
export type ValuesOf<T extends VersionTable> = Omit<Row<T>, KeyColumn<T> | Kept>;

export const IDENTITY_TABLES = [
  "person",
  "unit",
  "strategy",
  "theme",
  "kpi",
  "objective",
  "action",
  "decision",
  "party",
  "need",
  "risk",
  "issue",
  "review",
  "training",
  "competence_need",
] as const;
export type IdentityTableName = (typeof IDENTITY_TABLES)[number];

const VERSION_TABLES = Object.keys(VERSION_KEYS) as VersionTable[];

/** Every table whose rows an audit event answers for, in the order in which digests name them. */
export const RECORD_TABLES = [
  ...IDENTITY_TABLES,
  ...VERSION_TABLES,
  "policy_sentence" as const,
  "assignment" as const,
  "measurement" as const,
  "snapshot" as const,
  "acted_for" as const,
].toSorted();
export type RecordTable = (typeof RECORD_TABLES)[number];
