import type { Cell } from "../../shared/domain/cell.ts";
import type { Month } from "../../shared/domain/month.ts";
import type { Pair } from "./dirty-cells.ts";
import type { UnitKey } from "./unit-trees.ts";

/** Cells by KPI, month and unit. */
export class CellMap {
  readonly #cells = new Map<number, Map<Month, Map<UnitKey, Cell>>>();

  get(kpi: number, month: Month, unit: UnitKey): Cell | undefined {
    return this.#cells.get(kpi)?.get(month)?.get(unit);
  }

  set({ kpi, month }: Pair, unit: UnitKey, cell: Cell): void {
    let byMonth = this.#cells.get(kpi);
    if (byMonth === undefined) {
      byMonth = new Map();
      this.#cells.set(kpi, byMonth);
    }
    let byUnit = byMonth.get(month);
    if (byUnit === undefined) {
      byUnit = new Map();
      byMonth.set(month, byUnit);
    }
    byUnit.set(unit, cell);
  }
}
