import { isPeriod, monthsOfYear, periodOf } from "../calendar.ts";
import { type KpiDefinition, versionOf } from "../kpi-definition.ts";
import type { Month } from "../month.ts";
import { FindingList } from "./finding.ts";
import { isWithinLimits } from "./ratio-agreement.ts";
import type { ReferenceData } from "./reference.ts";
import type { ImportPeriod, ImportRow } from "./row.ts";
import { type CheckedRows, checkPercents, isKnownAndAllowed } from "./row-checks.ts";

type TargetRow = ImportRow<"targets">;

/** The periods that a row gives a target for: its month, or those of its fiscal year. */
export function periodsOfTarget(period: ImportPeriod, definition: KpiDefinition, fiscalYearStart: number): Month[] {
  if (period.kind === "month") return [period.month];
  return monthsOfYear(period.year, fiscalYearStart).filter((month) =>
    isPeriod(month, definition.frequency, fiscalYearStart),
  );
}

/** Time rules under which a year's target is shared among its periods: each share is what the limits are about. */
const SHARED: readonly KpiDefinition["timeRule"][] = ["sum", "cumulative_ratio"];

export function checkTargets(rows: readonly TargetRow[], reference: ReferenceData): CheckedRows {
  const checked = { errors: new FindingList(), warnings: new FindingList() };
  for (const row of rows) {
    const known = isKnownAndAllowed(row, reference, { errors: checked.errors, action: "edit-targets" });
    if (known && row.kpi !== null && row.period !== null) checkTarget(row, row.period, { reference, ...checked });
  }
  return checked;
}

type Checking = CheckedRows & { reference: ReferenceData };

function checkTarget(row: TargetRow, period: ImportPeriod, checking: Checking): void {
  const { reference, errors, warnings } = checking;
  const { fiscalYearStart } = reference;
  const [lastOfYear] = period.kind === "year" ? monthsOfYear(period.year, fiscalYearStart).slice(-1) : [period.month];
  const definition =
    lastOfYear === undefined ? null : versionOf(reference.kpis.get(row.kpi ?? "")?.versions ?? [], lastOfYear);
  if (definition === null) return;
  checkPercents(row, definition.unitOfMeasure, errors);
  checkShape(row, definition, errors);
  const periods = periodsOfTarget(period, definition, fiscalYearStart);
  checkMonths(row, periods, { ...checking, definition });
  const isShared = period.kind === "year" && SHARED.includes(definition.timeRule);
  const parts = isShared ? Math.max(1, periods.length) : 1;
  for (const column of ["value", "low", "high"] as const) {
    const value = row[column];
    if (value !== null && !isWithinLimits(value / parts, definition)) {
      warnings.add({ row: row.row, column }, "target-beyond-limits", { value, kpi: row.kpi ?? "" });
    }
  }
}

/** A band has two edges, every other direction one value. */
function checkShape(row: TargetRow, definition: KpiDefinition, errors: FindingList): void {
  const { value, low, high, faulty } = row;
  const kpi = row.kpi ?? "";
  const isBand = definition.direction === "band";
  if (isBand && value !== null) errors.add({ row: row.row, column: "value" }, "band-needs-edges", { kpi });
  for (const column of ["low", "high"] as const) {
    const isGiven = row[column] !== null || faulty.includes(column);
    if (isBand && !isGiven) errors.add({ row: row.row, column }, "band-needs-edges", { kpi });
    if (!isBand && isGiven) errors.add({ row: row.row, column }, "edges-need-band", { kpi });
  }
  if (!isBand && value === null && !faulty.includes("value"))
    errors.add({ row: row.row, column: "value" }, "target-missing");
  if (low !== null && high !== null && low > high)
    errors.add({ row: row.row, column: "high" }, "limits-reversed", { low, high });
}

function checkMonths(
  row: TargetRow,
  months: readonly Month[],
  checking: Checking & { definition: KpiDefinition },
): void {
  const { reference, errors, definition } = checking;
  const at = { row: row.row, column: "period" };
  const wrong = months.find((month) => !isPeriod(month, definition.frequency, reference.fiscalYearStart));
  if (wrong !== undefined) {
    const right = periodOf(wrong, definition.frequency, reference.fiscalYearStart);
    errors.add(at, "not-a-period-end", { kpi: row.kpi ?? "", frequency: definition.frequency, month: wrong, right });
  }
  const lockedMonths = reference.lockedMonths(row.unit);
  const locked = months.find((month) => lockedMonths.includes(month));
  if (locked !== undefined && !reference.isUnchanged(row.row)) errors.add(at, "month-locked", { month: locked });
}
