import type { Cell } from "../../shared/domain/cell.ts";
import { cellOfText, cellText } from "../../shared/domain/cell-text.ts";
import type { Month } from "../../shared/domain/month.ts";
import { deleteMany, upsertMany } from "../dialect-differences.ts";
import type { Reading } from "../writing.ts";
import { CellMap } from "./cell-map.ts";
import type { Pair } from "./dirty-cells.ts";
import type { KpiRules } from "./kpi-rules.ts";
import type { UnitKey } from "./unit-trees.ts";

export type KeptScope = {
  readonly kpis: readonly number[];
  readonly months: readonly Month[];
  readonly units: readonly UnitKey[];
};

/** The kept cells of these units. */
export async function readKeptCells({ db }: Pick<Reading, "db">, rules: KpiRules, scope: KeptScope): Promise<CellMap> {
  const cells = new CellMap();
  if (scope.units.length === 0 || scope.kpis.length === 0 || scope.months.length === 0) return cells;
  const rows = await db
    .selectFrom("kept_cell")
    .select(["unit_id", "kpi_id", "month", "cell"])
    .where("unit_id", "in", scope.units.map(Number))
    .where("kpi_id", "in", scope.kpis)
    .where("month", "in", scope.months)
    .execute();
  for (const row of rows) {
    const month = row.month as Month;
    const ofMonth = rules.of(row.kpi_id, month);
    if (ofMonth === null) continue;
    cells.set({ kpi: row.kpi_id, month }, String(row.unit_id), cellOfText(row.cell, ofMonth));
  }
  return cells;
}

/** A cell made anew; null where there is none any more. */
export type MadeCell = Pair & { readonly unit: UnitKey; readonly cell: Cell | null };

const CELL_KEY = { table: "kept_cell", key: ["unit_id", "kpi_id", "month"] };

/** Puts cells in the place of what was kept of them. */
export async function writeKeptCells(
  { db, engine }: Pick<Reading, "db" | "engine">,
  rules: KpiRules,
  made: readonly MadeCell[],
): Promise<void> {
  const kept: unknown[][] = [];
  const gone: unknown[][] = [];
  for (const { kpi, month, unit, cell } of made.toSorted(inOrderOfKeys)) {
    const ofMonth = rules.of(kpi, month);
    const key = [Number(unit), kpi, month];
    if (cell === null || ofMonth === null) gone.push(key);
    else kept.push([...key, cellText(cell, ofMonth)]);
  }
  await upsertMany(db, { engine, ...CELL_KEY }, { columns: [...CELL_KEY.key, "cell"], rows: kept });
  await deleteMany(db, { engine, table: CELL_KEY.table }, { columns: CELL_KEY.key, rows: gone });
}

/** The order in which cells lie in the table, so that writing them goes from page to page. */
function inOrderOfKeys(a: MadeCell, b: MadeCell): number {
  if (a.unit !== b.unit) return Number(a.unit) - Number(b.unit);
  if (a.kpi !== b.kpi) return a.kpi - b.kpi;
  return a.month < b.month ? -1 : 1;
}
