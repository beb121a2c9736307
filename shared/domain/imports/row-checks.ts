import type { Action } from "../permissions.ts";
import type { FindingList } from "./finding.ts";
import type { ReferenceData } from "./reference.ts";

/** Errors refuse the file; warnings are told and let it pass. */
export interface CheckedRows {
  errors: FindingList;
  warnings: FindingList;
}

interface CodedRow {
  readonly row: number;
  readonly unit: string | null;
  readonly kpi: string | null;
}

/** Whether the row's unit and KPI are there and the unit is the person's to write; names what is not. */
export function isKnownAndAllowed(
  row: CodedRow,
  reference: ReferenceData,
  told: { errors: FindingList; action: Action },
): boolean {
  const { unit, kpi } = row;
  const { errors, action } = told;
  const unitKnown = unit !== null && reference.units.has(unit);
  const kpiKnown = kpi !== null && reference.kpis.has(kpi);
  if (unit !== null && !unitKnown) errors.add({ row: row.row, column: "unit" }, "unknown-unit", { code: unit });
  if (kpi !== null && !kpiKnown) errors.add({ row: row.row, column: "kpi" }, "unknown-kpi", { code: kpi });
  const allowed = unitKnown && reference.may(action, unit);
  if (unitKnown && !allowed) errors.add({ row: row.row, column: "unit" }, "not-allowed", { unit });
  return unitKnown && kpiKnown && allowed;
}

/** Whether a percent sign makes sense behind a number in this unit of measure. */
function isInPercent(unitOfMeasure: string): boolean {
  return /%|per ?cent/i.test(unitOfMeasure);
}

/** Names every number that bears a percent sign although its unit of measure does not. */
export function checkPercents(
  row: { readonly row: number; readonly percents: readonly string[] },
  unitOfMeasure: string,
  errors: FindingList,
): void {
  for (const column of row.percents) {
    const isCount = column === "numerator" || column === "denominator";
    if (isCount || !isInPercent(unitOfMeasure)) {
      errors.add({ row: row.row, column }, "percent-unexpected", { unit: isCount ? "a count" : unitOfMeasure });
    }
  }
}
