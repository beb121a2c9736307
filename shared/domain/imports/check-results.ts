import { isPeriod, isWithin, periodOf } from "../calendar.ts";
import { type KpiDefinition, versionOf } from "../kpi-definition.ts";
import type { Month } from "../month.ts";
import { FindingList } from "./finding.ts";
import { agreesWithParts, isWithinLimits, ratioValue } from "./ratio-agreement.ts";
import type { ReferenceData, ReferenceKpi } from "./reference.ts";
import type { ImportRow } from "./row.ts";
import { type CheckedRows, checkPercents, isKnownAndAllowed } from "./row-checks.ts";

type ResultRow = ImportRow<"results">;

interface Judged {
  row: ResultRow;
  definition: KpiDefinition;
  errors: FindingList;
}

/** Whether a row gives no figure, no comment and no fault: nothing is said and nothing is stored. */
export function saysNothing(row: ResultRow): boolean {
  const { value, numerator, denominator, comment, faulty } = row;
  return value === null && numerator === null && denominator === null && comment === null && faulty.length === 0;
}

export function checkResults(rows: readonly ResultRow[], reference: ReferenceData): CheckedRows {
  const errors = new FindingList();
  const warnings = new FindingList();
  for (const row of rows) {
    const known = isKnownAndAllowed(row, reference, { errors, action: "enter-results" });
    if (!known || row.unit === null || row.kpi === null || row.period === null || saysNothing(row)) continue;
    const definition = versionOf(reference.kpis.get(row.kpi)?.versions ?? [], row.period);
    if (definition === null) continue;
    const notEntered = notEnteredCode(definition, reference.kpis.get(row.kpi));
    if (notEntered !== null) {
      errors.add({ row: row.row, column: "kpi" }, notEntered, { kpi: row.kpi });
      continue;
    }
    const place = { unit: row.unit, kpi: row.kpi, period: row.period };
    if (!reference.isUnchanged(row.row)) checkPlace(place, { row, definition, errors }, reference);
    checkPercents(row, definition.unitOfMeasure, errors);
    if (definition.input === "ratio") checkRatio({ row, definition, errors });
    else checkValue({ row, definition, errors });
  }
  return { errors, warnings };
}

/** Why nobody enters the KPI; null where it is entered. */
function notEnteredCode(definition: KpiDefinition, kpi: ReferenceKpi | undefined) {
  if (definition.input === "derived") return "derived-not-entered";
  return kpi?.isCounted === true ? "counted-not-entered" : null;
}

/** Whether the unit reports the KPI for this month, and the month still takes results. */
function checkPlace(
  place: { unit: string; kpi: string; period: Month },
  judged: Judged,
  reference: ReferenceData,
): void {
  const { unit, kpi, period } = place;
  const { row, definition, errors } = judged;
  const at = { row: row.row, column: "period" };
  const { currentMonth, fiscalYearStart } = reference;
  if (period > currentMonth) errors.add(at, "future-month", { month: period });
  if (!isPeriod(period, definition.frequency, fiscalYearStart)) {
    const right = periodOf(period, definition.frequency, fiscalYearStart);
    errors.add(at, "not-a-period-end", { kpi, frequency: definition.frequency, month: period, right });
    return;
  }
  const terms = reference.terms.get(kpi)?.get(unit) ?? [];
  if (!terms.some((term) => isWithin(period, term.from, term.to))) {
    errors.add({ row: row.row, column: "kpi" }, "not-assigned", { kpi, unit, month: period });
  }
  const state = reference.stateOf(unit, period);
  if (state === "closed") errors.add(at, "month-closed", { month: period });
  if (state === "locked") errors.add(at, "month-locked", { month: period });
}

function checkValue({ row, definition, errors }: Judged): void {
  const { value, numerator, denominator, comment, faulty } = row;
  if (numerator !== null) errors.add({ row: row.row, column: "numerator" }, "parts-need-ratio", { kpi: row.kpi ?? "" });
  if (denominator !== null)
    errors.add({ row: row.row, column: "denominator" }, "parts-need-ratio", { kpi: row.kpi ?? "" });
  if (typeof value === "number") checkLimits(value, { row, definition, errors });
  const nothingElse = numerator === null && denominator === null && faulty.length === 0;
  if (value === null && comment !== null && nothingElse)
    errors.add({ row: row.row, column: "comment" }, "comment-without-figure");
}

function checkRatio(judged: Judged): void {
  const { row, errors } = judged;
  const { value, numerator, denominator, comment, faulty } = row;
  const at = (column: string) => ({ row: row.row, column });
  if (value === "not_applicable") {
    if (numerator !== null || denominator !== null) errors.add(at("value"), "not-applicable-with-number");
    return;
  }
  if (numerator !== null && denominator !== null) {
    checkParts({ value, numerator, denominator }, judged);
    return;
  }
  const lacking = numerator === null ? "numerator" : "denominator";
  if (faulty.includes("numerator") || faulty.includes("denominator")) return;
  const isSaid = value !== null || numerator !== null || denominator !== null;
  if (isSaid) errors.add(at(lacking), "ratio-needs-parts", { kpi: row.kpi ?? "" });
  else if (comment !== null && faulty.length === 0) errors.add(at("comment"), "comment-without-figure");
}

function checkParts(parts: { value: number | null; numerator: number; denominator: number }, judged: Judged): void {
  const { value, denominator } = parts;
  const { row, definition, errors } = judged;
  if (denominator < 0) {
    errors.add({ row: row.row, column: "denominator" }, "denominator-negative");
    return;
  }
  const exact = ratioValue(parts, definition);
  if (exact === null) {
    if (value !== null) errors.add({ row: row.row, column: "value" }, "value-without-denominator");
    return;
  }
  if (value !== null && !agreesWithParts(value, parts, definition)) {
    const computed = Number(exact.toPrecision(15));
    errors.add({ row: row.row, column: "value" }, "numerator-and-value-disagree", { value, computed });
  }
  checkLimits(exact, judged);
}

function checkLimits(value: number, { row, definition, errors }: Judged): void {
  if (isWithinLimits(value, definition)) return;
  const { minimum, maximum } = definition;
  const column = definition.input === "ratio" ? "numerator" : "value";
  const shown = Number(value.toPrecision(15));
  errors.add({ row: row.row, column }, "beyond-limits", {
    value: shown,
    kpi: row.kpi ?? "",
    low: minimum ?? "any",
    high: maximum ?? "any",
  });
}
