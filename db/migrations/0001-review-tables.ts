import type { TablePlan } from "./table-plan.ts";
import {
  counter,
  date,
  figure,
  figureWithin,
  instant,
  json,
  month,
  orEmpty,
  ref,
  said,
  sha256,
  text,
  versions,
  whole,
  word,
  written,
} from "./table-plan.ts";

/** Part of migration 0001: what people do and decide on the figures, snapshots, and tables that hold no record. */

const LONG = text(20_000);
const person = orEmpty(ref("person"));

type VersionsPlan = TablePlan & { readonly key: readonly string[] };

export const REVIEW_TABLES: readonly VersionsPlan[] = [
  {
    name: "quality_flag",
    key: ["measurement_id", "rule"],
    columns: {
      measurement_id: ref("measurement"),
      rule: word("ten_times", "repeat", "outside_usual", "denominator_drop", "late", "estimated"),
      answer: orEmpty(said(10_000)),
      answered_by: person,
    },
  },
  {
    name: "action_version",
    key: ["action_id"],
    columns: {
      action_id: ref("action"),
      kind: word("initiative", "corrective", "improvement", "training", "risk_treatment"),
      title: said(1000),
      cause: LONG,
      owner_id: person,
      unit_id: ref("unit"),
      kpi_id: orEmpty(ref("kpi")),
      objective_id: orEmpty(ref("objective")),
      started_on: orEmpty(date),
      due_on: orEmpty(date),
      state: word("planned", "started", "done", "effective", "not_effective", "dropped"),
      progress: whole(0, 100),
      resources: LONG,
      effect_kpi_id: orEmpty(ref("kpi")),
      effect_unit_id: orEmpty(ref("unit")),
      effect_size: orEmpty(figure),
      effect_by: orEmpty(month),
      verification: orEmpty(said(20_000)),
    },
    checks: [
      "(effect_kpi_id is null) = (effect_size is null)",
      "state not in ('effective', 'not_effective') or verification is not null",
    ],
  },
  {
    name: "decision_version",
    key: ["decision_id"],
    columns: {
      decision_id: ref("decision"),
      kind: word("improvement", "system_change", "resources", "other"),
      unit_id: ref("unit"),
      kpi_id: orEmpty(ref("kpi")),
      text: said(20_000),
      options: LONG,
      rationale: LONG,
      owner_id: person,
      decided_on: date,
      review_on: orEmpty(date),
      evidence_snapshot: orEmpty(said(36)),
    },
  },
].map((plan) => ({ ...versions(plan), key: plan.key }));

export const SNAPSHOT: TablePlan = {
  name: "snapshot",
  columns: written({
    public_id: said(36),
    label: said(300),
    unit_id: ref("unit"),
    fiscal_year: whole(1900, 9999),
    period: month,
    as_of: instant,
    payload: json,
    sha256,
    audit_seq: whole(0, 2_147_483_647),
    audit_hash: sha256,
    audit_signature: sha256,
    by_id: person,
    taken_at: instant,
  }),
  unique: [["public_id"]],
  indexes: [["unit_id", "period"]],
};

/** A key of what is computed from records alone: what those may hold has been checked there. */
const number = { type: "integer" } as const;

/** What may be forgotten, repeated or computed again: no records. */
export const WORKING_TABLES: readonly TablePlan[] = [
  {
    name: "person_name",
    columns: {
      person_id: ref("person"),
      name: said(300),
      email: orEmpty(said(320)),
      user_id: orEmpty(said(100)),
      locale: orEmpty(said(35)),
    },
    primary: ["person_id"],
    unique: [["email"], ["user_id"]],
  },
  {
    name: "security_event",
    columns: { id: counter, at: instant, actor: said(100), kind: said(100), detail: text(10_000) },
    indexes: [["at"]],
  },
  {
    name: "kept_cell",
    columns: { unit_id: number, kpi_id: number, month: { type: "text" }, cell: json },
    primary: ["unit_id", "kpi_id", "month"],
    clusteredByKey: true,
  },
  {
    name: "kept_month",
    columns: { kpi_id: number, month: { type: "text" } },
    primary: ["kpi_id", "month"],
    clusteredByKey: true,
  },
  {
    name: "job",
    columns: {
      id: counter,
      public_id: said(36),
      kind: said(100),
      state: word("waiting", "running", "done", "failed", "cancelled"),
      progress: figureWithin(0, 1),
      input: json,
      outcome: orEmpty(json),
      by_id: person,
      created_at: instant,
      run_after: instant,
      held_by: orEmpty(said(200)),
      held_until: orEmpty(instant),
      attempts: whole(0, 1_000_000),
    },
    unique: [["public_id"]],
    indexes: [["state", "run_after"]],
  },
  {
    name: "idempotency",
    columns: {
      key: said(255),
      person_id: ref("person"),
      body_hash: sha256,
      status: whole(100, 599),
      answer: json,
      at: instant,
    },
    primary: ["person_id", "key"],
    indexes: [["at"]],
  },
];
