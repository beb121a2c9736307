import type { RecordTable } from "../../db/record-tables.ts";
import { trainingRows } from "./training-rows.ts";

export type SampleRow = Readonly<Record<string, string | number | null>>;

const HASH = "a".repeat(64);
const said = { id: 1, event: 1 };
const version = { ...said, n: 1, recorded_from: 1000, recorded_to: null };
const withdrawn = { withdrawn: 0 };
const plan = { plan_what: "a", plan_resources: "b", plan_who: "c", plan_when: "d", plan_evaluation: "e" };
const noBand = { low: null, high: null };

/** One valid row of each record table, with every column, each after those it refers to. */
export const SAMPLE_ROWS: readonly (readonly [RecordTable | "audit_event", SampleRow])[] = [
  [
    "audit_event",
    {
      ...{ seq: 1, at: 1000, actor: "operator", command: "founded", entity: "organisation", entity_code: "" },
      ...{ unit_code: null, before: null, after: "{}", reason: null, digest: HASH, rows: "{}" },
      ...{ previous_hash: HASH, hash: HASH },
    },
  ],
  ["person", { ...said, code: "p1" }],
  ["unit", { ...said, code: "GROUP" }],
  ["unit", { ...said, id: 2, code: "B1" }],
  ["strategy", { ...said, code: "S26" }],
  ["theme", { ...said, code: "T1" }],
  ["kpi", { ...said, code: "CALLBACKS" }],
  ["objective", { ...said, code: "O-26-01" }],
  ["action", { ...said, code: "A-0001" }],
  ["decision", { ...said, code: "D-0001" }],
  ["party", { ...said, code: "P-0001" }],
  ["need", { ...said, code: "N-0001" }],
  ["risk", { ...said, code: "R-0001" }],
  ["issue", { ...said, code: "I-0001" }],
  ["review", { ...said, code: "V-0001" }],
  [
    "organisation",
    {
      ...version,
      ...{ name: "Example", fiscal_year_start: 4, locale: "en-GB", time_zone: "Europe/Helsinki", entry_due_day: 10 },
      ...{ minimum_coverage: 90, approval: 0, retention_years: 10 },
    },
  ],
  ["person_state", { ...version, person_id: 1, state: "active" }],
  [
    "role_grant",
    {
      ...version,
      ...{ grant_no: 1, person_id: 1, role: "viewer", unit_id: 1, from_date: "2026-01-01", to_date: null },
      ...withdrawn,
    },
  ],
  ["unit_version", { ...version, unit_id: 1, name: "Group", kind: "group" }],
  ["unit_edge", { ...version, child_id: 2, from_month: "0000-01", parent_id: 1, ends: 0, ...withdrawn }],
  ["period_state", { ...version, unit_id: 2, month: "2026-03", state: "closed", by_id: 1 }],
  [
    "dated_change",
    {
      ...{ ...version, change_no: 1, kind: "move", unit_id: 2, from_month: "2026-01", content: "{}", effects: "[]" },
      ...{ reason: "x", state: "approved", proposed_by: null, decided_by: 1, verdict_reason: null },
    },
  ],
  ["policy", { ...version, text: "Quality starts with me.", approved_by: 1, valid_from: "2026-01-01" }],
  ["policy_sentence", { ...said, policy_id: 1, position: 1, text: "Quality starts with me." }],
  ["strategy_version", { ...version, strategy_id: 1, name: "S", from_year: 2026, to_year: 2028, statement: "" }],
  ["theme_version", { ...version, theme_id: 1, strategy_id: 1, name: "T", long_term_goal: "", position: 1 }],
  [
    "objective_version",
    {
      ...version,
      ...{ objective_id: 1, fiscal_year: 2026, unit_id: 1, theme_id: 1, parent_id: null, statement: "Fewer" },
      ...{ policy_sentence_id: 1, owner_id: 1, state: "approved", ...plan },
    },
  ],
  ["objective_kpi", { ...version, objective_id: 1, kpi_id: 1, weight: 1, ...withdrawn }],
  ["kpi_version", { ...version, kpi_id: 1, owner_id: 1, theme_id: 1, timing: "lagging" }],
  [
    "kpi_definition",
    {
      ...version,
      ...{ kpi_id: 1, version: 1, from_month: "0000-01", name: "Callbacks", description: "", formula: "" },
      ...{ data_source: "", exclusions: "", unit_of_measure: "%", decimals: 2, direction: "lower", input: "ratio" },
      ...{ numerator_label: "", denominator_label: "", multiplier: 12, expression: null, frequency: "month" },
      ...{ minimum: 0, maximum: null, org_rule: "ratio", time_rule: "cumulative_ratio", chart_kind: "auto", uses: "" },
    },
  ],
  ["tolerance", { ...version, kpi_id: 1, from_month: "0000-01", kind: "percent", amount: 5, ...withdrawn }],
  ["assignment", { ...said, kpi_id: 1, unit_id: 2 }],
  [
    "assignment_term",
    {
      ...version,
      ...{ assignment_id: 1, from_month: "2024-01", to_month: null, entered_by: 1, approver_id: null },
      ...{ deputy_id: null, not_applicable_reason: null, ...withdrawn },
    },
  ],
  [
    "target",
    {
      ...version,
      ...{ kpi_id: 1, unit_id: 2, month: "2026-03", value: 1.7, ...noBand, share: 1, stretch: null, benchmark: null },
      ...{ reason: null, approved_by: 1, ...withdrawn },
    },
  ],
  [
    "accepted_deviation",
    {
      ...version,
      ...{ kpi_id: 1, unit_id: 2, from_month: "2026-03", until_month: "2026-06", value: 2, ...noBand },
      ...{ reason: "Rebuilding", ...withdrawn },
    },
  ],
  [
    "process_phase",
    { ...version, kpi_id: 1, unit_id: 2, from_month: "2026-03", reason: "New line", by_id: 1, ...withdrawn },
  ],
  [
    "annotation",
    {
      ...version,
      ...{ public_id: "01890000-0000-7000-8000-000000000001", kpi_id: 1, unit_id: 2, from_month: "2026-03" },
      ...{ to_month: "2026-03", kind: "event", text: "Strike", by_id: 1, ...withdrawn },
    },
  ],
  [
    "measurement",
    {
      ...version,
      ...{ assignment_id: 1, period: "2026-03", kind: "number", value: null, numerator: 46, denominator: 120 },
      ...{ comment: null, cause: null, state: "submitted", counts: 1, source: "grid", restatement: 0, reason: null },
      by_id: 1,
    },
  ],
  ["quality_flag", { ...version, measurement_id: 1, rule: "late", answer: null, answered_by: null }],
  [
    "action_version",
    {
      ...version,
      ...{ action_id: 1, kind: "corrective", title: "Train", cause: "", owner_id: 1, unit_id: 2, kpi_id: 1 },
      ...{ objective_id: 1, started_on: null, due_on: "2026-06-30", state: "planned", progress: 0, resources: "" },
      ...{ effect_kpi_id: 1, effect_unit_id: 2, effect_size: -0.5, effect_by: "2026-12", verification: null },
      ...{ steps: "[]", cost: 100, spent: 20, decision_id: 1, judged_by: null, override_reason: null },
    },
  ],
  [
    "decision_version",
    {
      ...version,
      ...{ decision_id: 1, kind: "resources", unit_id: 1, kpi_id: 1, text: "Hire", options: "", rationale: "" },
      ...{ owner_id: 1, decided_on: "2026-04-20", review_on: null, evidence_snapshot: null },
      ...{ review_id: 1, supersedes_id: null, seen: null },
    },
  ],
  [
    "review_version",
    {
      ...version,
      ...{ review_id: 1, title: "April", level: "organisation", unit_id: 1, period: "2026-03" },
      ...{ planned_on: "2026-04-20", held_on: null, state: "planned", participants: "", minutes: "" },
    },
  ],
  ["review_input", { ...version, review_id: 1, input: "a", covered: 1, note: "" }],
  [
    "miss_cause",
    {
      ...version,
      ...{ kpi_id: 1, unit_id: 2, month: "2026-03", fact: "Late", whys: "[]", cause: "", action_id: 1, by_id: 1 },
      ...withdrawn,
    },
  ],
  [
    "year_forecast",
    {
      ...version,
      ...{ kpi_id: 1, unit_id: 1, fiscal_year: 2026, known_to: "2026-03", as_of: 1000, basis: "then" },
      ...{ inputs_sha256: HASH, method: "years", rule_set: "plumbline-1", history_months: 36 },
      ...{ median: 2, low80: 1, high80: 3, low95: 0, high95: 4, probability: 0.5, target_low: 2, target_high: 2 },
    },
  ],
  ["year_outcome", { ...version, kpi_id: 1, unit_id: 1, fiscal_year: 2026, figure: 2.1, reached: 1 }],
  [
    "confidence",
    {
      ...version,
      ...{ kpi_id: 1, unit_id: 2, fiscal_year: 2026, month: "2026-03", level: 7, note: "", probability: 0.4, by_id: 1 },
      ...withdrawn,
    },
  ],
  ["party_version", { ...version, party_id: 1, name: "Riders", kind: "user", ...withdrawn }],
  [
    "need_version",
    {
      ...version,
      ...{ need_id: 1, party_id: 1, unit_id: 1, text: "A safe ride", requirement: "", reviewed_on: "2026-01-01" },
      ...withdrawn,
    },
  ],
  [
    "risk_version",
    {
      ...version,
      ...{ risk_id: 1, kind: "risk", unit_id: 1, text: "Doors fail", likelihood: 3, consequence: 4, treatment: "" },
      ...{ owner_id: 1, verdict: "effective", verdict_reason: "The level fell.", ...withdrawn },
    },
  ],
  [
    "issue_version",
    { ...version, issue_id: 1, kind: "internal", unit_id: 1, text: "People retire", reviewed_on: null, ...withdrawn },
  ],
  ["objective_need", { ...version, objective_id: 1, need_id: 1, ...withdrawn }],
  ["objective_risk", { ...version, objective_id: 1, risk_id: 1, ...withdrawn }],
  ["need_risk", { ...version, need_id: 1, risk_id: 1, ...withdrawn }],
  ["action_risk", { ...version, action_id: 1, risk_id: 1, ...withdrawn }],
  [
    "objective_proposal",
    {
      ...version,
      ...{ public_id: "01890000-0000-7000-8000-000000000003", objective_id: 1, by_id: 1, answers: null, kpi_id: 1 },
      ...{ target: 1.7, text: "", outcome: "open", settled_by: null },
    },
  ],
  ["acknowledgement", { ...version, objective_id: 1, person_id: 1, revision: 1 }],
  [
    "commitment",
    {
      ...version,
      ...{ public_id: "01890000-0000-7000-8000-000000000004", person_id: 1, objective_id: 1, text: "I ask first" },
      ...{ account: "", reviewed_on: "2026-01-01", ...withdrawn },
    },
  ],
  ["objective", { ...said, id: 2, code: "O-25-01" }],
  ["objective_lineage", { ...version, objective_id: 1, previous_id: 2 }],
  [
    "objective_closing",
    { ...version, objective_id: 1, outcome: "partly", assessment: "Two of three were reached.", by_id: 1 },
  ],
  ["person", { ...said, id: 2, code: "p2" }],
  [
    "notice_setting",
    {
      ...version,
      ...{ scope: "organisation", before_days: 3, on_due_day: 1, late_days: 7, may_unsubscribe: 1 },
      ...{ quiet_from: 20, quiet_to: 7 },
    },
  ],
  [
    "person_notice",
    {
      ...version,
      ...{ person_id: 1, reminders: 1, on_status: 1, on_signal: 1, on_chance: 0, quiet_from: 20, quiet_to: 7 },
    },
  ],
  [
    "deputy",
    {
      ...version,
      ...{ public_id: "01890000-0000-7000-8000-000000000005", person_id: 1, deputy_id: 2, from_date: "2026-07-01" },
      ...{ to_date: "2026-07-31", reason: "Summer leave", ...withdrawn },
    },
  ],
  [
    "hand_over",
    {
      ...version,
      ...{ public_id: "01890000-0000-7000-8000-000000000006", from_id: 1, to_id: 2, on_date: "2026-08-01" },
      ...{ items: "{}", reason: "", by_id: 1, state: "planned" },
    },
  ],
  ["acted_for", { ...said, by_id: 2, for_id: 1, action: "enter-results" }],
  ...trainingRows({ said, version, withdrawn }),
  [
    "snapshot",
    {
      ...said,
      ...{ public_id: "01890000-0000-7000-8000-000000000002", label: "March", unit_id: 1, fiscal_year: 2026 },
      ...{ period: "2026-03", as_of: 1000, payload: "{}", sha256: HASH, audit_seq: 1, audit_hash: HASH },
      ...{ audit_signature: HASH, by_id: 1, taken_at: 1000 },
    },
  ],
];
