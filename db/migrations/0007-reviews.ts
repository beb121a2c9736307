import type { Kysely } from "kysely";
import type { Engine } from "../dialect-differences.ts";
import { REVIEW_TABLES } from "./0001-review-tables.ts";
import {
  addColumns,
  code,
  createTable,
  date,
  figure,
  figureWithin,
  flag,
  guardRecords,
  json,
  month,
  orEmpty,
  ref,
  said,
  type TablePlan,
  text,
  versions,
  whole,
  word,
  written,
} from "./table-plan.ts";

type VersionsPlan = TablePlan & { readonly key: readonly string[] };

const LONG = text(20_000);

const REVIEW: TablePlan = { name: "review", columns: written({ code }), unique: [["code"]] };

const ADDED: Readonly<Record<string, TablePlan["columns"]>> = {
  action_version: {
    steps: orEmpty(json),
    cost: orEmpty(figure),
    spent: orEmpty(figure),
    decision_id: orEmpty(ref("decision")),
    judged_by: orEmpty(word("data", "person")),
    override_reason: orEmpty(said(4000)),
  },
  decision_version: {
    review_id: orEmpty(ref("review")),
    supersedes_id: orEmpty(ref("decision")),
    seen: orEmpty(json),
  },
};

const SAID: readonly VersionsPlan[] = [
  {
    name: "review_version",
    key: ["review_id"],
    columns: {
      review_id: ref("review"),
      title: said(300),
      level: word("organisation", "area", "unit"),
      unit_id: ref("unit"),
      period: month,
      planned_on: date,
      held_on: orEmpty(date),
      state: word("planned", "running", "held", "cancelled"),
      participants: LONG,
      minutes: LONG,
    },
    checks: ["state <> 'held' or held_on is not null"],
  },
  {
    name: "review_input",
    key: ["review_id", "input"],
    columns: { review_id: ref("review"), input: said(20), covered: flag, note: LONG },
  },
  {
    name: "miss_cause",
    key: ["kpi_id", "unit_id", "month"],
    columns: {
      kpi_id: ref("kpi"),
      unit_id: ref("unit"),
      month,
      fact: said(4000),
      whys: json,
      cause: text(4000),
      action_id: orEmpty(ref("action")),
      by_id: orEmpty(ref("person")),
      withdrawn: flag,
    },
  },
  {
    name: "confidence",
    key: ["kpi_id", "unit_id", "fiscal_year"],
    columns: {
      kpi_id: ref("kpi"),
      unit_id: ref("unit"),
      fiscal_year: whole(1900, 9999),
      month,
      level: whole(0, 10),
      note: text(4000),
      probability: orEmpty(figureWithin(0, 1)),
      by_id: orEmpty(ref("person")),
      withdrawn: flag,
    },
  },
];

/** Reviews with their inputs, causes of misses, owners' confidence, and what actions and decisions hold beside it. */
export function reviews(engine: Engine) {
  return {
    up: async (db: Kysely<unknown>): Promise<void> => {
      await createTable(db, engine, REVIEW);
      await guardRecords(db, engine, REVIEW);
      for (const plan of SAID) {
        const table = { ...versions(plan), key: plan.key };
        await createTable(db, engine, table);
        await guardRecords(db, engine, table);
      }
      for (const [name, columns] of Object.entries(ADDED)) {
        const had = REVIEW_TABLES.find((plan) => plan.name === name)?.columns ?? {};
        await addColumns(db, engine, { name, columns, had });
      }
    },
  };
}
