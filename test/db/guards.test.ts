import { beforeEach, describe, expect, test } from "vitest";
import { loose } from "../../db/loose.ts";
import { RECORD_TABLES } from "../../db/record-tables.ts";
import type { Store } from "../../db/store.ts";
import { describeEachDatabase } from "../support/databases.ts";
import { SAMPLE_ROWS, type SampleRow } from "../support/sample-rows.ts";

const directly = (store: Store) => loose(store.signInDatabase.db);
const insert = (store: Store, table: string, row: SampleRow) => directly(store).insertInto(table).values(row).execute();

async function withSamples(store: Store): Promise<Store> {
  for (const [table, row] of SAMPLE_ROWS) await insert(store, table, row);
  return store;
}

const TABLES = [...new Set(SAMPLE_ROWS.map(([table]) => table))];

/** Faults of one value each; the row is valid without them. */
const FAULTS: readonly (readonly [table: string, fault: SampleRow])[] = [
  ["unit", { code: "with space" }],
  ["unit", { code: "" }],
  ["unit", { code: "-starts-with-dash" }],
  ["unit", { code: "Ä" }],
  ["unit", { code: "x".repeat(65) }],
  ["organisation", { fiscal_year_start: 13 }],
  ["organisation", { entry_due_day: 0 }],
  ["organisation", { minimum_coverage: 101 }],
  ["organisation", { approval: 2 }],
  ["role_grant", { role: "owner" }],
  ["role_grant", { to_date: "2025-12-31" }],
  ["role_grant", { from_date: "2026-1-1" }],
  ["role_grant", { person_id: 99 }],
  ["unit_version", { kind: "team" }],
  ["unit_version", { name: "" }],
  ["unit_edge", { parent_id: 2 }],
  ["unit_edge", { ends: 1 }],
  ["unit_edge", { from_month: "2026-13" }],
  ["unit_edge", { from_month: "2026-00" }],
  ["unit_edge", { from_month: "26-01" }],
  ["unit_edge", { from_month: "2026-01-01" }],
  ["period_state", { state: "shut" }],
  ["strategy_version", { to_year: 2025 }],
  ["objective_version", { plan_when: "" }],
  ["objective_version", { policy_sentence_id: null }],
  ["objective_version", { parent_id: 1 }],
  ["objective_kpi", { weight: 0 }],
  ["kpi_definition", { decimals: 7 }],
  ["kpi_definition", { input: "value" }],
  ["kpi_definition", { expression: "[A]" }],
  ["kpi_definition", { maximum: -1 }],
  ["kpi_definition", { multiplier: 0 }],
  ["kpi_definition", { multiplier: 1e15 }],
  ["kpi_definition", { frequency: "half_year" }],
  ["tolerance", { amount: -1 }],
  ["assignment_term", { to_month: "2023-12" }],
  ["target", { low: 1, high: 2 }],
  ["target", { value: null, low: 1 }],
  ["target", { value: null, low: 3, high: 2 }],
  ["target", { value: 1e15 }],
  ["accepted_deviation", { value: null }],
  ["accepted_deviation", { until_month: "2026-02" }],
  ["annotation", { to_month: "2026-02" }],
  ["measurement", { value: 1 }],
  ["measurement", { denominator: null }],
  ["measurement", { kind: "missing" }],
  ["measurement", { numerator: -1e15 }],
  ["measurement", { state: "rejected" }],
  ["measurement", { state: "approved", counts: 0 }],
  ["measurement", { restatement: 1, reason: "wrong meter" }],
  ["measurement", { restatement: 1, state: "approved" }],
  ["measurement", { recorded_to: 999 }],
  ["measurement", { n: 0 }],
  ["measurement", { assignment_id: 99 }],
  ["quality_flag", { rule: "odd" }],
  ["action_version", { effect_size: null }],
  ["action_version", { state: "effective" }],
  ["action_version", { progress: 101 }],
  ["action_version", { judged_by: "fortune" }],
  ["action_version", { decision_id: 99 }],
  ["decision_version", { decided_on: "2026-04-32" }],
  ["decision_version", { supersedes_id: 99 }],
  ["review_version", { state: "held" }],
  ["review_version", { level: "moon" }],
  ["review_input", { covered: 2 }],
  ["miss_cause", { fact: "" }],
  ["year_forecast", { probability: 1.1 }],
  ["year_forecast", { basis: "later" }],
  ["year_forecast", { low80: 5 }],
  ["year_outcome", { reached: 2 }],
  ["confidence", { level: 11 }],
  ["confidence", { probability: 1.1 }],
  ["snapshot", { sha256: "A".repeat(64) }],
  ["snapshot", { sha256: "abc" }],
];

describeEachDatabase("what the database itself refuses", (database) => {
  let store: Store;
  beforeEach(async () => {
    store = await withSamples(await database.open());
  });

  test("each value that a column or a row cannot hold", async () => {
    for (const [table, fault] of FAULTS) {
      const sample = SAMPLE_ROWS.findLast(([name]) => name === table)?.[1];
      const other = { ...sample, id: 50, ...unlike(table), ...fault };
      const fitting = `${table} ${JSON.stringify(fault)}`;
      await expect(insert(store, table, other), fitting).rejects.toThrow(/check|foreign/i);
    }
    for (const table of new Set(FAULTS.map(([name]) => name))) {
      const sample = SAMPLE_ROWS.findLast(([name]) => name === table)?.[1];
      await insert(store, table, { ...sample, id: 50, ...unlike(table) });
    }
  });

  test("a second open version of a key, and a second first one", async () => {
    for (const [table, row] of SAMPLE_ROWS.filter(([, row]) => "recorded_to" in row)) {
      const again = { ...row, id: 50 };
      await expect(insert(store, table, { ...again, n: 2 }), `${table} open twice`).rejects.toThrow(/unique|one open/i);
      await expect(insert(store, table, { ...again, recorded_to: 2000 }), `${table} n twice`).rejects.toThrow(
        /unique/i,
      );
    }
  });

  test("any change of a record but its end, and that once", async () => {
    const db = directly(store);
    for (const table of TABLES) {
      const row = SAMPLE_ROWS.find(([name]) => name === table)?.[1] ?? {};
      for (const column of Object.keys(row).filter((name) => name !== "recorded_to")) {
        const changing = db
          .updateTable(table)
          .set({ [column]: row[column] ?? null })
          .execute();
        await expect(changing, `${table}.${column}`).rejects.toThrow("append-only");
      }
      await expect(db.deleteFrom(table).execute(), `delete from ${table}`).rejects.toThrow("append-only");
      if (!("recorded_to" in row)) continue;
      await expect(db.updateTable(table).set({ recorded_to: null }).execute()).rejects.toThrow("append-only");
      await db.updateTable(table).set({ recorded_to: 2000 }).execute();
      await expect(db.updateTable(table).set({ recorded_to: 3000 }).execute()).rejects.toThrow("append-only");
      await expect(db.updateTable(table).set({ recorded_to: null }).execute()).rejects.toThrow("append-only");
    }
  });

  // PostgreSQL has no statement that puts one row in the place of another.
  if (database.engine === "sqlite") {
    test("a row put in the place of another", async () => {
      const [, unit] = SAMPLE_ROWS.find(([table]) => table === "unit") ?? ["unit", {}];
      await expect(directly(store).replaceInto("unit").values(unit).execute()).rejects.toThrow("append-only");
    });
  }

  test("one measurement may have an open counting and an open pending revision, and no third", async () => {
    const sample = SAMPLE_ROWS.find(([table]) => table === "measurement")?.[1] ?? {};
    const pending = { ...sample, id: 2, n: 2, counts: 0, state: "draft" };
    await insert(store, "measurement", pending);
    await expect(insert(store, "measurement", { ...pending, id: 3, n: 3 })).rejects.toThrow(/unique|one open/i);
    await expect(insert(store, "measurement", { ...sample, id: 3, n: 3 })).rejects.toThrow(/unique|one open/i);
  });
});

/** Another key, so that a row is refused for its fault and not as a second of its key. */
function unlike(table: string): SampleRow {
  const others: Readonly<Record<string, SampleRow>> = {
    unit: { code: "OTHER" },
    role_grant: { grant_no: 2 },
    unit_version: { unit_id: 2 },
    unit_edge: { from_month: "2026-05" },
    period_state: { month: "2026-05" },
    kpi_definition: { from_month: "2026-05" },
    tolerance: { from_month: "2026-05" },
    assignment_term: { from_month: "2024-05" },
    target: { month: "2026-05" },
    accepted_deviation: { from_month: "2026-05" },
    annotation: { public_id: "other" },
    measurement: { period: "2026-05" },
    quality_flag: { rule: "repeat" },
    snapshot: { public_id: "other" },
  };
  return others[table] ?? { n: 2, recorded_to: 2000 };
}

describeEachDatabase("the schema", (database) => {
  test("has the tables and columns that the code knows", async () => {
    const store = await database.open();
    const tables = await store.signInDatabase.db.introspection.getTables();
    const columnsOf = new Map(tables.map(({ name, columns }) => [name, columns.map((column) => column.name).sort()]));
    for (const [table, row] of SAMPLE_ROWS) expect(columnsOf.get(table), table).toEqual(Object.keys(row).sort());
  });
});

describe("the samples", () => {
  test("stand for every record table", () => {
    expect(TABLES.toSorted()).toEqual(["audit_event", ...RECORD_TABLES].toSorted());
  });
});
