import type { TablePlan } from "./table-plan.ts";
import {
  code,
  date,
  figureWithin,
  flag,
  formed,
  instant,
  json,
  month,
  orEmpty,
  positive,
  ref,
  said,
  sha256,
  text,
  versions,
  whole,
  word,
  written,
} from "./table-plan.ts";

/** Part of migration 0001: the chain, the organisation, its strategy and objectives. In the order of their references. */

const ROLES = ["viewer", "contributor", "approver", "leader", "executive", "quality-manager", "auditor", "admin"];

const auditEvent: TablePlan = {
  name: "audit_event",
  columns: {
    seq: whole(1, 2_147_483_647),
    at: instant,
    actor: formed("code"),
    command: said(100),
    entity: said(100),
    entity_code: text(200),
    unit_code: orEmpty(code),
    before: orEmpty(json),
    after: orEmpty(json),
    reason: orEmpty(text(10_000)),
    digest: sha256,
    rows: json,
    previous_hash: sha256,
    hash: sha256,
  },
  primary: ["seq"],
  unique: [["hash"]],
  indexes: [["entity", "entity_code", "seq"]],
};

function identity(name: string): TablePlan {
  return { name, columns: written({ code }), unique: [["code"]] };
}

export const ONCE_TABLES: readonly TablePlan[] = [
  auditEvent,
  ...["person", "unit", "strategy", "theme", "kpi", "objective", "action", "decision"].map(identity),
];

export const ORGANISATION_TABLES: readonly (TablePlan & { readonly key: readonly string[] })[] = [
  {
    name: "organisation",
    key: [],
    columns: {
      name: said(300),
      fiscal_year_start: whole(1, 12),
      locale: said(35),
      time_zone: said(100),
      entry_due_day: whole(1, 28),
      minimum_coverage: figureWithin(0, 100),
      approval: flag,
      retention_years: whole(1, 100),
    },
  },
  {
    name: "person_state",
    key: ["person_id"],
    columns: { person_id: ref("person"), state: word("active", "suspended", "left") },
  },
  {
    name: "role_grant",
    key: ["grant_no"],
    columns: {
      grant_no: whole(1, 2_147_483_647),
      person_id: ref("person"),
      role: word(...ROLES),
      unit_id: orEmpty(ref("unit")),
      from_date: orEmpty(date),
      to_date: orEmpty(date),
      withdrawn: flag,
    },
    checks: ["from_date <= to_date"],
    indexes: [["person_id"]],
  },
  {
    name: "unit_version",
    key: ["unit_id"],
    columns: {
      unit_id: ref("unit"),
      name: said(300),
      kind: word("group", "area", "country", "branch", "factory", "function"),
    },
  },
  {
    name: "unit_edge",
    key: ["child_id", "from_month"],
    columns: {
      child_id: ref("unit"),
      from_month: month,
      parent_id: orEmpty(ref("unit")),
      ends: flag,
      withdrawn: flag,
    },
    checks: ["parent_id <> child_id", "ends = 0 or parent_id is null"],
  },
  {
    name: "period_state",
    key: ["unit_id", "month"],
    columns: {
      unit_id: ref("unit"),
      month,
      state: word("open", "closed", "locked"),
      by_id: orEmpty(ref("person")),
    },
    indexes: [["month"]],
  },
  {
    name: "policy",
    key: ["valid_from"],
    columns: { text: said(50_000), approved_by: orEmpty(ref("person")), valid_from: date },
  },
].map((plan) => ({ ...versions(plan), key: plan.key }));

export const POLICY_SENTENCE: TablePlan = {
  name: "policy_sentence",
  columns: written({ policy_id: ref("policy"), position: whole(1, 1000), text: said(5000) }),
  unique: [["policy_id", "position"]],
};

const LONG = text(20_000);

export const STRATEGY_TABLES: readonly (TablePlan & { readonly key: readonly string[] })[] = [
  {
    name: "strategy_version",
    key: ["strategy_id"],
    columns: {
      strategy_id: ref("strategy"),
      name: said(300),
      from_year: whole(1900, 9999),
      to_year: whole(1900, 9999),
      statement: LONG,
    },
    checks: ["from_year <= to_year"],
  },
  {
    name: "theme_version",
    key: ["theme_id"],
    columns: {
      theme_id: ref("theme"),
      strategy_id: ref("strategy"),
      name: said(300),
      long_term_goal: LONG,
      position: whole(0, 100_000),
    },
  },
  {
    name: "objective_version",
    key: ["objective_id"],
    columns: {
      objective_id: ref("objective"),
      fiscal_year: whole(1900, 9999),
      unit_id: ref("unit"),
      theme_id: ref("theme"),
      parent_id: orEmpty(ref("objective")),
      statement: said(5000),
      policy_sentence_id: orEmpty(ref("policy_sentence")),
      owner_id: orEmpty(ref("person")),
      state: word("draft", "proposed", "approved", "closed"),
      plan_what: LONG,
      plan_resources: LONG,
      plan_who: LONG,
      plan_when: LONG,
      plan_evaluation: LONG,
    },
    checks: [
      "parent_id <> objective_id",
      "state not in ('approved', 'closed') or (policy_sentence_id is not null and length(plan_what) > 0 and " +
        "length(plan_resources) > 0 and length(plan_who) > 0 and length(plan_when) > 0 and length(plan_evaluation) > 0)",
    ],
  },
  {
    name: "objective_kpi",
    key: ["objective_id", "kpi_id"],
    columns: {
      objective_id: ref("objective"),
      kpi_id: ref("kpi"),
      weight: positive,
      withdrawn: flag,
    },
    indexes: [["kpi_id"]],
  },
].map((plan) => ({ ...versions(plan), key: plan.key }));
