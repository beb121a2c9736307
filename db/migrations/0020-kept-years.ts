import { type Kysely, sql } from "kysely";
import type { Engine } from "../dialect-differences.ts";
import { createTable, json, type TablePlan } from "./table-plan.ts";

/** A key of what is computed from records alone: what those may hold has been checked there. */
const number = { type: "integer" } as const;

const KEPT_YEAR: TablePlan = {
  name: "kept_year",
  columns: { unit_id: number, kpi_id: number, year: number, cells: json },
  primary: ["unit_id", "kpi_id", "year"],
  clusteredByKey: true,
};

/** Cells are kept by the calendar year. They are made anew from the records when this migration has run. */
export function keptYears(engine: Engine) {
  return {
    up: async (db: Kysely<unknown>): Promise<void> => {
      await createTable(db, engine, KEPT_YEAR);
      await db.schema.dropTable("kept_cell").execute();
      await sql`delete from kept_month`.execute(db);
    },
  };
}
