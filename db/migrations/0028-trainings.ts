import type { Kysely } from "kysely";
import type { Engine } from "../dialect-differences.ts";
import {
  code,
  createTable,
  date,
  flag,
  guardRecords,
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

const IDENTITIES: readonly TablePlan[] = ["training", "competence_need"].map((name) => ({
  name,
  columns: written({ code }),
  unique: [["code"]],
}));

const SAID: readonly VersionsPlan[] = [
  {
    name: "training_version",
    key: ["training_id"],
    columns: {
      training_id: ref("training"),
      title: said(300),
      unit_id: ref("unit"),
      objective_id: orEmpty(ref("objective")),
      action_id: orEmpty(ref("action")),
      description: LONG,
      valid_months: orEmpty(whole(1, 600)),
      withdrawn: flag,
    },
  },
  {
    name: "competence_need_version",
    key: ["competence_need_id"],
    columns: {
      competence_need_id: ref("competence_need"),
      unit_id: ref("unit"),
      role: orEmpty(
        word(...["viewer", "contributor", "approver", "leader", "executive", "quality-manager", "auditor", "admin"]),
      ),
      competence: said(4000),
      training_id: ref("training"),
      withdrawn: flag,
    },
  },
  {
    name: "training_record",
    key: ["public_id"],
    columns: {
      public_id: said(36),
      training_id: ref("training"),
      person_id: ref("person"),
      unit_id: ref("unit"),
      held_on: date,
      result: word("passed", "attended", "failed"),
      valid_to: orEmpty(date),
      note: LONG,
      by_id: orEmpty(ref("person")),
      withdrawn: flag,
    },
    checks: ["valid_to is null or valid_to >= held_on"],
    indexes: [["training_id"], ["person_id"]],
  },
  {
    name: "competence_feed",
    key: ["kpi_id"],
    columns: { kpi_id: ref("kpi"), withdrawn: flag },
  },
];

/** What people have to know, what they were taught, until when that holds, and the KPIs that count it. */
export function trainings(engine: Engine) {
  return {
    up: async (db: Kysely<unknown>): Promise<void> => {
      for (const plan of IDENTITIES) {
        await createTable(db, engine, plan);
        await guardRecords(db, engine, plan);
      }
      for (const plan of SAID) {
        const table = { ...versions(plan), key: plan.key };
        await createTable(db, engine, table);
        await guardRecords(db, engine, table);
      }
    },
  };
}
