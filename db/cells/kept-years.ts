import { type Month, monthOfYear, yearOf } from "../../shared/domain/month.ts";
import { deleteMany, upsertMany } from "../many-rows.ts";
import type { Reading } from "../writing.ts";
import type { Pair } from "./dirty-cells.ts";
import type { UnitKey } from "./unit-trees.ts";

export type KeptScope = {
  readonly kpis: readonly number[];
  readonly months: readonly Month[];
  readonly units: readonly UnitKey[];
};

const TABLE = "kept_year";
const KEY = ["unit_id", "kpi_id", "year"];
const BETWEEN = ";";

/** Twelve cells of a KPI at a unit: as they are kept, and taken apart into texts ("" for none) once one is changed. */
type Year = { readonly kept: string; changed: string[] | null };

/** Reads the kept cells of whole calendar years. */
export async function readKeptYears({ db }: Pick<Reading, "db">, scope: KeptScope): Promise<KeptYears> {
  const kept = new KeptYears();
  const { units, kpis, months } = scope;
  if (units.length === 0 || kpis.length === 0 || months.length === 0) return kept;
  const rows = await db
    .selectFrom(TABLE)
    .select(["unit_id", "kpi_id", "year", "cells"])
    .where("unit_id", "in", units.map(Number))
    .where("kpi_id", "in", kpis)
    .where("year", "in", [...new Set(months.map(yearOf))])
    .execute();
  for (const { unit_id, kpi_id, year, cells } of rows) kept.add({ kpi: kpi_id, year }, String(unit_id), cells);
  return kept;
}

/** Kept cells on their way out of the database and back into it: a row is a KPI's calendar year at a unit. */
export class KeptYears {
  readonly #byKpi = new Map<number, Map<number, Map<UnitKey, Year>>>();

  add({ kpi, year }: { kpi: number; year: number }, unit: UnitKey, cells: string): void {
    this.#unitsOf(kpi, year).set(unit, { kept: cells, changed: null });
  }

  /** "" where nothing is kept. */
  textOf({ kpi, month }: Pair, unit: UnitKey): string {
    const year = this.#byKpi.get(kpi)?.get(yearOf(month))?.get(unit);
    return textIn(year, monthOfYear(month) - 1);
  }

  /** Puts a cell in the place of what was kept; "" takes it away. */
  put({ kpi, month }: Pair, unit: UnitKey, text: string): void {
    const units = this.#unitsOf(kpi, yearOf(month));
    const at = monthOfYear(month) - 1;
    let year = units.get(unit);
    if (textIn(year, at) === text) return;
    if (year === undefined) {
      year = { kept: "", changed: null };
      units.set(unit, year);
    }
    year.changed ??= year.kept === "" ? [] : year.kept.split(BETWEEN);
    while (year.changed.length < at) year.changed.push("");
    year.changed[at] = text;
  }

  /** Writes what has changed, in the order in which rows lie in the table, so that it goes from page to page. */
  async write({ db, engine }: Pick<Reading, "db" | "engine">): Promise<void> {
    const changed = [...this.#changed()].sort((a, b) => a.unit - b.unit || a.kpi - b.kpi || a.year - b.year);
    const kept = changed.flatMap(({ unit, kpi, year, text }) => (text === "" ? [] : [[unit, kpi, year, text]]));
    const gone = changed.flatMap(({ unit, kpi, year, text }) => (text === "" ? [[unit, kpi, year]] : []));
    await upsertMany(db, { engine, table: TABLE, key: KEY }, { columns: [...KEY, "cells"], rows: kept });
    await deleteMany(db, { engine, table: TABLE }, { columns: KEY, rows: gone });
  }

  *#changed(): Generator<{ unit: number; kpi: number; year: number; text: string }> {
    for (const [kpi, years] of this.#byKpi) {
      for (const [year, units] of years) {
        for (const [unit, { changed }] of units) {
          if (changed !== null) yield { unit: Number(unit), kpi, year, text: changed.join(BETWEEN).replace(/;+$/, "") };
        }
      }
    }
  }

  #unitsOf(kpi: number, year: number): Map<UnitKey, Year> {
    let byYear = this.#byKpi.get(kpi);
    if (byYear === undefined) {
      byYear = new Map();
      this.#byKpi.set(kpi, byYear);
    }
    let units = byYear.get(year);
    if (units === undefined) {
      units = new Map();
      byYear.set(year, units);
    }
    return units;
  }
}

/** One cell of twelve, found without taking the others apart: a page reads one month of thousands of rows. */
function textIn(year: Year | undefined, at: number): string {
  if (year === undefined) return "";
  if (year.changed !== null) return year.changed[at] ?? "";
  let start = 0;
  for (let before = 0; before < at; before += 1) {
    const end = year.kept.indexOf(BETWEEN, start);
    if (end < 0) return "";
    start = end + 1;
  }
  const end = year.kept.indexOf(BETWEEN, start);
  return year.kept.slice(start, end < 0 ? year.kept.length : end);
}
