import type { TablePlan } from "./table-plan.ts";
import {
  figure,
  figureWithin,
  flag,
  month,
  orEmpty,
  positive,
  ref,
  said,
  text,
  versions,
  whole,
  word,
  written,
} from "./table-plan.ts";

/** Part of migration 0001: KPIs, their targets and what is measured. */

const LONG = text(20_000);
const person = orEmpty(ref("person"));
/** One value, or the two edges of a band, or neither. */
const ONE_TARGET = ["value is null or (low is null and high is null)", "(low is null) = (high is null)", "low <= high"];

type VersionsPlan = TablePlan & { readonly key: readonly string[] };

export const KPI_TABLES: readonly VersionsPlan[] = [
  {
    name: "kpi_version",
    key: ["kpi_id"],
    columns: {
      kpi_id: ref("kpi"),
      owner_id: person,
      theme_id: orEmpty(ref("theme")),
      timing: word("leading", "lagging"),
    },
  },
  {
    name: "kpi_definition",
    key: ["kpi_id", "from_month"],
    columns: {
      kpi_id: ref("kpi"),
      version: whole(1, 100_000),
      from_month: month,
      name: said(300),
      description: LONG,
      formula: LONG,
      data_source: LONG,
      exclusions: LONG,
      unit_of_measure: text(100),
      decimals: whole(0, 6),
      direction: word("higher", "lower", "band", "neutral"),
      input: word("value", "ratio", "derived"),
      numerator_label: text(300),
      denominator_label: text(300),
      multiplier: positive,
      expression: orEmpty(said(5000)),
      frequency: word("month", "quarter", "half-year", "year"),
      minimum: orEmpty(figure),
      maximum: orEmpty(figure),
      org_rule: word("ratio", "sum", "mean", "min", "max", "none"),
      time_rule: word("ratio", "cumulative_ratio", "sum", "mean", "min", "max", "last"),
      chart_kind: word("auto", "xmr", "p-prime", "u-prime", "run"),
      uses: text(1000),
    },
    checks: [
      "(input = 'derived') = (expression is not null)",
      "input = 'ratio' or (org_rule <> 'ratio' and time_rule not in ('ratio', 'cumulative_ratio'))",
      "minimum <= maximum",
    ],
  },
  {
    name: "tolerance",
    key: ["kpi_id", "from_month"],
    columns: {
      kpi_id: ref("kpi"),
      from_month: month,
      kind: word("absolute", "percent"),
      amount: figureWithin(0, 1e14),
      withdrawn: flag,
    },
  },
  {
    name: "assignment_term",
    key: ["assignment_id", "from_month"],
    columns: {
      assignment_id: ref("assignment"),
      from_month: month,
      to_month: orEmpty(month),
      entered_by: person,
      approver_id: person,
      deputy_id: person,
      not_applicable_reason: orEmpty(said(2000)),
      withdrawn: flag,
    },
    checks: ["from_month <= to_month"],
  },
  {
    name: "target",
    key: ["kpi_id", "unit_id", "month"],
    columns: {
      kpi_id: ref("kpi"),
      unit_id: ref("unit"),
      month,
      value: orEmpty(figure),
      low: orEmpty(figure),
      high: orEmpty(figure),
      share: whole(1, 12),
      stretch: orEmpty(figure),
      benchmark: orEmpty(figure),
      reason: orEmpty(said(5000)),
      approved_by: person,
      withdrawn: flag,
    },
    checks: ONE_TARGET,
  },
  {
    name: "accepted_deviation",
    key: ["kpi_id", "unit_id", "from_month"],
    columns: {
      kpi_id: ref("kpi"),
      unit_id: ref("unit"),
      from_month: month,
      until_month: month,
      value: orEmpty(figure),
      low: orEmpty(figure),
      high: orEmpty(figure),
      reason: said(5000),
      withdrawn: flag,
    },
    checks: [...ONE_TARGET, "from_month <= until_month", "value is not null or low is not null"],
  },
  {
    name: "process_phase",
    key: ["kpi_id", "unit_id", "from_month"],
    columns: {
      kpi_id: ref("kpi"),
      unit_id: ref("unit"),
      from_month: month,
      reason: said(5000),
      by_id: person,
      withdrawn: flag,
    },
  },
  {
    name: "annotation",
    key: ["public_id"],
    columns: {
      public_id: said(36),
      kpi_id: ref("kpi"),
      unit_id: ref("unit"),
      from_month: month,
      to_month: month,
      kind: word("note", "event", "process_change"),
      text: said(10_000),
      by_id: person,
      withdrawn: flag,
    },
    checks: ["from_month <= to_month"],
    indexes: [["kpi_id", "unit_id"]],
  },
].map((plan) => ({ ...versions(plan), key: plan.key }));

export const ASSIGNMENT: TablePlan = {
  name: "assignment",
  columns: written({ kpi_id: ref("kpi"), unit_id: ref("unit") }),
  unique: [["kpi_id", "unit_id"]],
  indexes: [["unit_id"]],
};

/** Two rows of a key may be open: one that counts and one that is pending, hence `counts` in the key of open rows. */
export const MEASUREMENT: TablePlan = versions({
  name: "measurement",
  key: ["assignment_id", "period"],
  columns: {
    assignment_id: ref("assignment"),
    period: month,
    kind: word("number", "not_applicable", "missing"),
    value: orEmpty(figure),
    numerator: orEmpty(figure),
    denominator: orEmpty(figure),
    comment: orEmpty(said(10_000)),
    cause: orEmpty(said(10_000)),
    state: word("draft", "submitted", "approved", "rejected"),
    counts: flag,
    source: word("grid", "import", "api"),
    restatement: flag,
    reason: orEmpty(said(10_000)),
    by_id: person,
  },
  checks: [
    "(kind = 'number') = (value is not null or numerator is not null)",
    "value is null or numerator is null",
    "(numerator is null) = (denominator is null)",
    "counts = 0 or state = 'approved' or (state = 'submitted' and restatement = 0)",
    "counts = 1 or state <> 'approved'",
    "restatement = 0 or reason is not null",
  ],
});
