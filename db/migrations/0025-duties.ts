import { type Kysely, sql } from "kysely";
import { columnType, type Engine } from "../dialect-differences.ts";
import {
  createTable,
  date,
  flag,
  guardRecords,
  instant,
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

const hour = whole(0, 23);
const person = ref("person");

const SAID: readonly VersionsPlan[] = [
  {
    name: "notice_setting",
    key: ["scope"],
    columns: {
      scope: word("organisation"),
      before_days: whole(0, 28),
      on_due_day: flag,
      late_days: whole(0, 31),
      may_unsubscribe: flag,
      quiet_from: hour,
      quiet_to: hour,
    },
  },
  {
    name: "person_notice",
    key: ["person_id"],
    columns: {
      person_id: person,
      reminders: flag,
      on_status: flag,
      on_signal: flag,
      on_chance: flag,
      quiet_from: orEmpty(hour),
      quiet_to: orEmpty(hour),
    },
    checks: ["(quiet_from is null) = (quiet_to is null)"],
  },
  {
    name: "deputy",
    key: ["public_id"],
    columns: {
      public_id: said(36),
      person_id: person,
      deputy_id: person,
      from_date: date,
      to_date: date,
      reason: text(2000),
      withdrawn: flag,
    },
    checks: ["person_id <> deputy_id", "from_date <= to_date"],
    indexes: [["person_id"]],
  },
  {
    name: "hand_over",
    key: ["public_id"],
    columns: {
      public_id: said(36),
      from_id: person,
      to_id: person,
      on_date: date,
      items: json,
      reason: text(2000),
      by_id: orEmpty(person),
      state: word("planned", "done", "cancelled"),
    },
    checks: ["from_id <> to_id"],
  },
];

const ACTED_FOR: TablePlan = {
  name: "acted_for",
  columns: written({ by_id: person, for_id: person, action: said(100) }),
  indexes: [["event"]],
};

/** No record: what was sent already, and what a person was last told. */
const WORKING: readonly TablePlan[] = [
  {
    name: "notice_sent",
    columns: {
      person_id: person,
      kind: word("before", "due", "late"),
      period: month,
      no: whole(0, 1000),
      at: instant,
    },
    primary: ["person_id", "kind", "period", "no"],
    clusteredByKey: true,
  },
  { name: "alert_seen", columns: { person_id: person, seen: json, at: instant }, primary: ["person_id"] },
];

/** Reminders and alerts, deputies and hand-overs; and of a job, why its last attempt failed. */
export function duties(engine: Engine) {
  return {
    up: async (db: Kysely<unknown>): Promise<void> => {
      for (const plan of SAID) {
        const table = { ...versions(plan), key: plan.key };
        await createTable(db, engine, table);
        await guardRecords(db, engine, table);
      }
      await createTable(db, engine, ACTED_FOR);
      await guardRecords(db, engine, ACTED_FOR);
      for (const plan of WORKING) await createTable(db, engine, plan);
      await sql`alter table job add column last_error ${columnType(engine, "text")}`.execute(db);
    },
  };
}
