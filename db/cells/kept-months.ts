import type { Month } from "../../shared/domain/month.ts";
import { upsertMany } from "../many-rows.ts";
import type { Reading } from "../writing.ts";
import type { DirtyCells, Pair } from "./dirty-cells.ts";
import type { KpiRules } from "./kpi-rules.ts";

/**
 * Of which KPIs and months cells are kept: of those with a report or a target. A month of which nothing was said is
 * not kept, and computed from the records when it is asked for: assignments reach into an endless future.
 */
export async function readKeptMonths(
  { db }: Pick<Reading, "db">,
  scope: { readonly kpis: readonly number[] | null; readonly first: string },
): Promise<Pair[]> {
  const { kpis, first } = scope;
  if (kpis?.length === 0) return [];
  const rows = await db
    .selectFrom("kept_month")
    .select(["kpi_id", "month"])
    .where("month", ">=", first)
    .$if(kpis !== null, (query) => query.where("kpi_id", "in", kpis ?? []))
    .execute();
  return rows.map((row) => ({ kpi: row.kpi_id, month: row.month as Month }));
}

/** Begins to keep what is dirty and has not been kept: then all of it is to be made. */
export async function beginKeeping(
  { db, engine }: Pick<Reading, "db" | "engine">,
  rules: KpiRules,
  dirty: DirtyCells,
): Promise<void> {
  const [first = "9999-12"] = dirty
    .pairs()
    .map(({ month }) => month)
    .sort();
  const kept = new Set((await readKeptMonths({ db }, { kpis: dirty.kpis(), first })).map(pairText));
  const begun = dirty.pairs().filter((pair) => !kept.has(pairText(pair)) && isKept(rules, pair));
  for (const pair of begun) dirty.mark(pair, "all");
  const columns = ["kpi_id", "month"];
  const rows = begun.map(({ kpi, month }) => [kpi, month]);
  await upsertMany(db, { engine, table: "kept_month", key: columns }, { columns, rows });
}

/** Derived KPIs are computed from their inputs' cells whenever they are shown. */
function isKept(rules: KpiRules, { kpi, month }: Pair): boolean {
  return rules.of(kpi, month)?.input !== "derived";
}

function pairText({ kpi, month }: Pair): string {
  return `${kpi} ${month}`;
}
