import { type Kysely, sql } from "kysely";
import { appendOnlyPrelude, type Engine } from "../dialect-differences.ts";
import { ASSIGNMENT, KPI_TABLES, MEASUREMENT } from "./0001-kpi-tables.ts";
import { ONCE_TABLES, ORGANISATION_TABLES, POLICY_SENTENCE, STRATEGY_TABLES } from "./0001-organisation-tables.ts";
import { REVIEW_TABLES, SNAPSHOT, WORKING_TABLES } from "./0001-review-tables.ts";
import { createTable, guardRecords, type TablePlan } from "./table-plan.ts";

type Plan = TablePlan & { readonly key?: readonly string[] };

/** Every record table, each after those it refers to. */
const RECORDS: readonly Plan[] = [
  ...ONCE_TABLES,
  ...ORGANISATION_TABLES,
  POLICY_SENTENCE,
  ...STRATEGY_TABLES,
  ASSIGNMENT,
  ...KPI_TABLES,
  { ...MEASUREMENT, key: ["assignment_id", "period", "counts"] },
  ...REVIEW_TABLES,
  SNAPSHOT,
];

/** The whole first schema. It runs in one transaction on both engines. */
export function foundation(engine: Engine) {
  return {
    up: async (db: Kysely<unknown>): Promise<void> => {
      for (const statement of appendOnlyPrelude(engine)) await sql.raw(statement).execute(db);
      for (const plan of RECORDS) {
        await createTable(db, engine, plan);
        await guardRecords(db, engine, plan);
      }
      for (const plan of WORKING_TABLES) await createTable(db, engine, plan);
    },
  };
}
