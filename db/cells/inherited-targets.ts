import type { Cell } from "../../shared/domain/cell.ts";
import type { KpiDefinition } from "../../shared/domain/kpi-definition.ts";
import type { Month } from "../../shared/domain/month.ts";
import { inheritedTarget, type Target } from "../../shared/domain/target.ts";
import { ancestorsOf } from "../../shared/domain/tree.ts";
import type { Reading } from "../writing.ts";
import type { CellMap } from "./cell-map.ts";
import type { CellsScope } from "./cells-from-records.ts";
import { readTargets } from "./month-facts.ts";
import type { UnitKey } from "./unit-trees.ts";

/** The nearest ancestor's explicit target of each KPI, month and unit that may take it. */
export type InheritedTargets = { of(kpi: number, month: Month, unit: UnitKey): Target | null };

const NONE: InheritedTargets = { of: () => null };

/**
 * Reads what is set above the units. Cells hold what lies in and below a unit and keep apart which part of it would
 * take a target from above, so that setting one there changes no cell below: it enters here, when a cell is read.
 */
export async function readInheritedTargets(
  reading: Reading,
  scope: CellsScope,
  cells: CellMap,
): Promise<InheritedTargets> {
  const { kpis, months } = whereOpen(scope, cells);
  if (kpis.length === 0) return NONE;
  const trees = await scope.trees();
  const above = new Set<UnitKey>();
  for (const month of months) {
    for (const unit of scope.units) for (const ancestor of ancestorsOf(trees.of(month), unit)) above.add(ancestor);
  }
  if (above.size === 0) return NONE;
  const set = await readTargets(reading, { kpis, months, units: [...above] });
  return { of: (kpi, month, unit) => inheritedTarget(trees.of(month), unit, set.of(kpi, month).targets) };
}

function whereOpen({ rules, kpis, months, units }: CellsScope, cells: CellMap): { kpis: number[]; months: Month[] } {
  const [openKpis, openMonths] = [new Set<number>(), new Set<Month>()];
  for (const kpi of kpis) {
    for (const month of months) {
      const ofMonth = rules.of(kpi, month);
      if (ofMonth === null || !takesFromAbove(ofMonth)) continue;
      if (!units.some((unit) => isOpen(cells.get(kpi, month, unit)))) continue;
      openKpis.add(kpi);
      openMonths.add(month);
    }
  }
  return { kpis: [...openKpis], months: months.filter((month) => openMonths.has(month)) };
}

function takesFromAbove({ input, orgRule }: KpiDefinition): boolean {
  return input !== "derived" && orgRule !== "sum";
}

function isOpen(cell: Cell | undefined): boolean {
  return cell !== undefined && cell.explicit === null && (!cell.targetsBelow || cell.parts.openParts > 0);
}
