import type { Kysely } from "kysely";
import type { Engine } from "../dialect-differences.ts";
import {
  createTable,
  figure,
  figureWithin,
  flag,
  guardRecords,
  instant,
  month,
  orEmpty,
  ref,
  said,
  sha256,
  type TablePlan,
  versions,
  whole,
  word,
} from "./table-plan.ts";

const year = { kpi_id: ref("kpi"), unit_id: ref("unit"), fiscal_year: whole(1900, 9999) };

const PLANS: readonly (TablePlan & { readonly key: readonly string[] })[] = [
  {
    name: "year_forecast",
    key: ["kpi_id", "unit_id", "fiscal_year", "known_to"],
    columns: {
      ...year,
      known_to: month,
      as_of: instant,
      basis: word("then", "since"),
      inputs_sha256: sha256,
      method: said(40),
      rule_set: said(40),
      history_months: whole(0, 100_000),
      median: figure,
      low80: figure,
      high80: figure,
      low95: figure,
      high95: figure,
      probability: orEmpty(figureWithin(0, 1)),
      target_low: orEmpty(figure),
      target_high: orEmpty(figure),
    },
    checks: ["low95 <= low80", "low80 <= median", "median <= high80", "high80 <= high95"],
  },
  {
    name: "year_outcome",
    key: ["kpi_id", "unit_id", "fiscal_year"],
    columns: { ...year, figure: orEmpty(figure), reached: orEmpty(flag) },
  },
];

/** What was forecast of a year, when and from what, and what became of it. */
export function forecasts(engine: Engine) {
  return {
    up: async (db: Kysely<unknown>): Promise<void> => {
      for (const plan of PLANS) {
        const table = { ...versions(plan), key: plan.key };
        await createTable(db, engine, table);
        await guardRecords(db, engine, table);
      }
    },
  };
}
