import { type Kysely, sql } from "kysely";
import type { Engine } from "../dialect-differences.ts";
import {
  createTable,
  guardRecords,
  json,
  month,
  orEmpty,
  ref,
  said,
  type TablePlan,
  versions,
  whole,
  word,
} from "./table-plan.ts";

const DATED_CHANGE: TablePlan & { readonly key: readonly string[] } = {
  key: ["change_no"],
  ...versions({
    name: "dated_change",
    key: ["change_no"],
    columns: {
      change_no: whole(1, 2_147_483_647),
      kind: word("move", "end", "target", "tolerance", "definition", "deviation"),
      unit_id: orEmpty(ref("unit")),
      from_month: month,
      content: json,
      effects: json,
      reason: said(5000),
      state: word("proposed", "approved", "rejected"),
      proposed_by: orEmpty(ref("person")),
      decided_by: orEmpty(ref("person")),
      verdict_reason: orEmpty(said(5000)),
    },
    checks: ["state = 'proposed' or decided_by is not null", "decided_by is null or state <> 'proposed'"],
  }),
};

/** Changes dated back into locked months, and the few pending revisions found without reading the many that count. */
export function monthClose(engine: Engine) {
  return {
    up: async (db: Kysely<unknown>): Promise<void> => {
      await createTable(db, engine, DATED_CHANGE);
      await guardRecords(db, engine, DATED_CHANGE);
      await sql
        .raw("create index measurement_pending on measurement (assignment_id) where counts = 0 and recorded_to is null")
        .execute(db);
    },
  };
}
