import { sql } from "kysely";
import { ALWAYS, type Month } from "../../shared/domain/month.ts";
import type { RecordTable } from "../record-tables.ts";
import type { Reading } from "../writing.ts";
import type { Pair } from "./dirty-cells.ts";
import { DirtyCells } from "./dirty-cells.ts";
import { readKeptMonths } from "./kept-months.ts";
import { type UnitTrees, withDescendants } from "./unit-trees.ts";

/** The tables in which a command added rows, with the first id that it gave in each. */
export type Touched = ReadonlyMap<RecordTable, number>;

type Marking = { readonly reading: Reading; readonly trees: UnitTrees; readonly dirty: DirtyCells };

/** More rows than this in one command are marked by whole months: nearly all of their units are touched anyway. */
const MANY_ROWS = 20_000;

/**
 * What the rows that a command has written make out of date. Reports and targets bring their month into what is kept;
 * changes of tree, definition, assignment and deviation touch only months that are kept already.
 */
export async function dirtiedBy(reading: Reading, trees: UnitTrees, touched: Touched): Promise<DirtyCells> {
  const marking: Marking = { reading, trees, dirty: new DirtyCells() };
  const marks: readonly [RecordTable, (marking: Marking, first: number) => Promise<void>][] = [
    ["measurement", markReports],
    ["target", markTargets],
    ["accepted_deviation", markDeviations],
    ["assignment_term", markTerms],
    ["kpi_definition", markDefinitions],
    ["unit_edge", markEdges],
    ["organisation", markCalendar],
  ];
  for (const [table, mark] of marks) {
    const first = touched.get(table);
    if (first !== undefined) await mark(marking, first);
  }
  return marking.dirty;
}

async function markReports({ reading: { db }, dirty }: Marking, first: number): Promise<void> {
  const written = db
    .selectFrom("measurement as m")
    .innerJoin("assignment as a", "a.id", "m.assignment_id")
    .where("m.id", ">=", first)
    .where("m.counts", "=", 1);
  const { count } = await written.select(sql<number>`count(*)`.as("count")).executeTakeFirstOrThrow();
  if (Number(count) > MANY_ROWS) {
    const pairs = await written.select(["a.kpi_id", "m.period"]).distinct().execute();
    for (const { kpi_id, period } of pairs) dirty.mark({ kpi: kpi_id, month: period as Month }, "all");
    return;
  }
  const rows = await written.select(["a.kpi_id", "a.unit_id", "m.period"]).execute();
  for (const { kpi_id, unit_id, period } of rows) {
    dirty.markOne({ kpi: kpi_id, month: period as Month }, String(unit_id));
  }
}

async function markTargets({ reading: { db }, dirty }: Marking, first: number): Promise<void> {
  const written = db.selectFrom("target").where("id", ">=", first);
  const { count } = await written.select(sql<number>`count(*)`.as("count")).executeTakeFirstOrThrow();
  if (Number(count) > MANY_ROWS) {
    const pairs = await written.select(["kpi_id", "month"]).distinct().execute();
    for (const { kpi_id, month } of pairs) dirty.mark({ kpi: kpi_id, month: month as Month }, "all");
    return;
  }
  const rows = await written.select(["kpi_id", "unit_id", "month"]).execute();
  for (const { kpi_id, unit_id, month } of rows) {
    dirty.markOne({ kpi: kpi_id, month: month as Month }, String(unit_id));
  }
}

/** From its first month on: an earlier version may have lasted longer. */
async function markDeviations({ reading, dirty }: Marking, first: number): Promise<void> {
  const rows = await reading.db
    .selectFrom("accepted_deviation")
    .select(["kpi_id", "unit_id", "from_month"])
    .where("id", ">=", first)
    .execute();
  await markSince(reading, dirty, rows);
}

/** From its first month on: an earlier version may have lasted longer. */
async function markTerms({ reading, dirty }: Marking, first: number): Promise<void> {
  const rows = await reading.db
    .selectFrom("assignment_term as t")
    .innerJoin("assignment as a", "a.id", "t.assignment_id")
    .select(["a.kpi_id", "a.unit_id", "t.from_month"])
    .where("t.id", ">=", first)
    .execute();
  await markSince(reading, dirty, rows);
}

type Since = { readonly kpi_id: number; readonly unit_id: number; readonly from_month: string };

async function markSince(reading: Reading, dirty: DirtyCells, rows: readonly Since[]): Promise<void> {
  const kept = Map.groupBy(await keptSince(reading, rows), (pair) => pair.kpi);
  for (const { kpi_id, unit_id, from_month } of rows) {
    for (const pair of kept.get(kpi_id) ?? []) if (pair.month >= from_month) dirty.markOne(pair, String(unit_id));
  }
}

function keptSince(reading: Reading, rows: readonly { kpi_id: number; from_month: string }[]): Promise<Pair[]> {
  const kpis = [...new Set(rows.map((row) => row.kpi_id))];
  return readKeptMonths(reading, { kpis, first: earliest(rows) });
}

function earliest(rows: readonly { from_month: string }[]): Month {
  const [first = "9999-12"] = rows.map((row) => row.from_month).sort();
  return first as Month;
}

async function markDefinitions({ reading, dirty }: Marking, first: number): Promise<void> {
  const rows = await reading.db
    .selectFrom("kpi_definition")
    .select(["kpi_id", "from_month"])
    .where("id", ">=", first)
    .execute();
  for (const pair of await keptSince(reading, rows)) {
    if (rows.some((row) => row.kpi_id === pair.kpi && row.from_month <= pair.month)) dirty.mark(pair, "all");
  }
}

/** Where a unit moved, its subtree (which may have joined or left the tree) and every parent it has had. */
async function markEdges({ reading, trees, dirty }: Marking, first: number): Promise<void> {
  const { db } = reading;
  const written = await db
    .selectFrom("unit_edge")
    .select(["child_id", "from_month"])
    .where("id", ">=", first)
    .execute();
  const kept = await readKeptMonths(reading, { kpis: null, first: earliest(written) });
  if (kept.length === 0) return;
  const children = [...new Set(written.map((row) => row.child_id))];
  const edges = await db.selectFrom("unit_edge").select("parent_id").where("child_id", "in", children).execute();
  const parents = edges.flatMap(({ parent_id }) => (parent_id === null ? [] : [String(parent_id)]));
  const touched = new Map<Month, ReadonlySet<string>>();
  for (const pair of kept) {
    const moved = touched.get(pair.month) ?? withDescendants(trees.of(pair.month), children.map(String));
    touched.set(pair.month, moved);
    dirty.mark(pair, [...moved, ...parents]);
  }
}

/** Another start of the fiscal year moves the periods of quarterly, half-yearly and yearly KPIs. */
async function markCalendar({ reading, dirty }: Marking): Promise<void> {
  const rows = await reading.db
    .selectFrom("organisation")
    .select("fiscal_year_start")
    .orderBy("n", "desc")
    .limit(2)
    .execute();
  const [now, before] = rows;
  if (before === undefined || now?.fiscal_year_start === before.fiscal_year_start) return;
  for (const pair of await readKeptMonths(reading, { kpis: null, first: ALWAYS })) dirty.mark(pair, "all");
}
