import type { Kysely } from "kysely";
import type { Engine } from "../dialect-differences.ts";
import {
  createTable,
  date,
  figure,
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
} from "./table-plan.ts";

type VersionsPlan = TablePlan & { readonly key: readonly string[] };

const LONG = text(20_000);
const id = said(36);
const person = orEmpty(ref("person"));

const TABLES: readonly VersionsPlan[] = [
  {
    name: "objective_proposal",
    key: ["public_id"],
    columns: {
      public_id: id,
      objective_id: ref("objective"),
      by_id: person,
      answers: orEmpty(id),
      kpi_id: orEmpty(ref("kpi")),
      target: orEmpty(figure),
      text: LONG,
      outcome: word("open", "agreed", "countered", "declined"),
      settled_by: person,
    },
    checks: ["(kpi_id is null) = (target is null)", "target is not null or length(text) > 0"],
    indexes: [["objective_id"]],
  },
  {
    name: "acknowledgement",
    key: ["objective_id", "person_id"],
    columns: { objective_id: ref("objective"), person_id: ref("person"), revision: whole(1, 2_147_483_647) },
  },
  {
    name: "commitment",
    key: ["public_id"],
    columns: {
      public_id: id,
      person_id: ref("person"),
      objective_id: ref("objective"),
      text: said(4000),
      account: LONG,
      reviewed_on: orEmpty(date),
      withdrawn: flag,
    },
    indexes: [["person_id"]],
  },
  {
    name: "objective_lineage",
    key: ["objective_id"],
    columns: { objective_id: ref("objective"), previous_id: ref("objective") },
    checks: ["previous_id <> objective_id"],
  },
  {
    name: "objective_closing",
    key: ["objective_id"],
    columns: {
      objective_id: ref("objective"),
      outcome: word("reached", "partly", "not_reached"),
      assessment: said(20_000),
      by_id: person,
    },
  },
];

/** How objectives are agreed, read, taken on, closed and carried on. */
export function agreement(engine: Engine) {
  return {
    up: async (db: Kysely<unknown>): Promise<void> => {
      for (const plan of TABLES) {
        const table = { ...versions(plan), key: plan.key };
        await createTable(db, engine, table);
        await guardRecords(db, engine, table);
      }
    },
  };
}
