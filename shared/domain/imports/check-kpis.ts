import { compareDecimals, type Decimal, decimalOfNumber, ONE } from "../decimal.ts";
import { codesOf, parseExpression } from "../expression.ts";
import { definitionFaults, type FigureRules, versionOf } from "../kpi-definition.ts";
import { ALWAYS } from "../month.ts";
import { findCircles } from "./expression-circles.ts";
import { FindingList } from "./finding.ts";
import type { ReferenceData, ReferenceKpi } from "./reference.ts";
import type { ImportRow } from "./row.ts";
import { type CheckedRows, checkPercents } from "./row-checks.ts";

type KpiRow = ImportRow<"kpis">;
type Checking = { reference: ReferenceData; errors: FindingList };

const FAULT_COLUMN = {
  "ratio-rule-needs-ratio-input": "org_rule",
  "derived-needs-expression": "expression",
  "expression-needs-derived-input": "expression",
  "multiplier-not-positive": "multiplier",
  "limits-reversed": "maximum",
} as const;

export function checkKpis(rows: readonly KpiRow[], reference: ReferenceData): CheckedRows {
  const errors = new FindingList();
  const checking = { reference, errors };
  const first = new Map<string, KpiRow>();
  const begun = new Set(
    rows.filter(({ from, faulty }) => from === null && !faulty.includes("from")).map(({ code }) => code),
  );
  const allowed = reference.may("edit-definitions", null);
  const inFile = new Set(rows.map(({ code }) => code));
  for (const row of rows) {
    if (!allowed) errors.add({ row: row.row, column: "code" }, "not-allowed", { unit: "the organisation" });
    checkRules(row, errors);
    checkTheme(row, first.get(row.code ?? ""), checking);
    checkExpression(row, inFile, checking);
    if (row.code === null) continue;
    const stored = reference.kpis.get(row.code);
    if (stored !== undefined) checkChange(row, stored, checking);
    else if (!begun.has(row.code) && row.from !== null)
      errors.add({ row: row.row, column: "from" }, "first-version-is-always");
    if (!first.has(row.code)) first.set(row.code, row);
  }
  for (const { row, circle } of findCircles(rows, reference)) {
    errors.add({ row, column: "expression" }, "expression-circular", { circle: circle.join(" → ") });
  }
  return { errors, warnings: new FindingList() };
}

/** The rules of a row, or null while a cell that they need is faulty. */
function rulesOf(row: KpiRow): FigureRules | null {
  const { input, decimals, direction, orgRule, timeRule, multiplier } = row;
  if (input === null || decimals === null || direction === null || orgRule === null || timeRule === null) return null;
  const factor: Decimal = multiplier === null ? ONE : decimalOfNumber(multiplier);
  return { input, decimals, direction, orgRule, timeRule, multiplier: factor };
}

function checkRules(row: KpiRow, errors: FindingList): void {
  const at = (column: string) => ({ row: row.row, column });
  const { expression, minimum, maximum, tolerance, toleranceKind, unitOfMeasure, faulty } = row;
  const rules = rulesOf(row);
  const faults = rules === null ? [] : definitionFaults({ ...rules, expression, minimum, maximum });
  for (const fault of faults) {
    if (fault === "decimals-out-of-range" || faulty.includes(FAULT_COLUMN[fault])) continue;
    const inTime = fault === "ratio-rule-needs-ratio-input" && row.orgRule !== "ratio";
    errors.add(at(inTime ? "time_rule" : FAULT_COLUMN[fault]), fault, { low: minimum ?? "", high: maximum ?? "" });
  }
  if (tolerance !== null && tolerance < 0) errors.add(at("tolerance"), "tolerance-negative");
  const lacksKind = tolerance !== null && toleranceKind === null && !faulty.includes("tolerance_kind");
  if (lacksKind) errors.add(at("tolerance_kind"), "tolerance-kind-missing");
  const ofUnit = row.percents.filter((column) => column !== "tolerance" || toleranceKind !== "percent");
  if (unitOfMeasure !== null) checkPercents({ row: row.row, percents: ofUnit }, unitOfMeasure, errors);
}

/** The theme is the KPI's, not the version's. */
function checkTheme(row: KpiRow, first: KpiRow | undefined, { reference, errors }: Checking): void {
  const { theme } = row;
  const at = { row: row.row, column: "theme" };
  if (theme !== null && !reference.themes.has(theme)) errors.add(at, "unknown-theme", { code: theme });
  if (first !== undefined && first.theme !== theme)
    errors.add(at, "theme-disagrees", { code: row.code ?? "", earlier: first.row });
}

function checkExpression(row: KpiRow, inFile: ReadonlySet<string | null>, { reference, errors }: Checking): void {
  if (row.expression === null || row.input !== "derived") return;
  const at = { row: row.row, column: "expression" };
  const parsed = parseExpression(row.expression);
  if (parsed.kind === "fault") {
    errors.add(at, "expression-wrong", { fault: parsed.fault, at: parsed.at + 1 });
    return;
  }
  for (const code of codesOf(parsed.expression)) {
    if (!inFile.has(code) && !reference.kpis.has(code)) errors.add(at, "unknown-kpi", { code });
  }
}

/** A version that results were entered under, or that locked months were judged by, is not rewritten. */
function checkChange(row: KpiRow, stored: ReferenceKpi, { reference, errors }: Checking): void {
  const rules = rulesOf(row);
  if (rules === null || reference.isUnchanged(row.row)) return;
  const from = row.from ?? ALWAYS;
  const before = versionOf(stored.versions, from);
  const isRewritten = before !== null && before.validFrom === from;
  const isOtherFigure =
    before !== null && (before.input !== rules.input || !isSame(before.multiplier, rules.multiplier));
  if (isRewritten && isOtherFigure && stored.hasResults)
    errors.add({ row: row.row, column: "from" }, "definition-in-use", { code: row.code ?? "" });
  const locked = reference.lockedMonths(null).findLast((month) => month >= from);
  if (locked !== undefined && changesFigures(row, rules, stored)) {
    errors.add({ row: row.row, column: "from" }, "locked-past", { month: locked });
  }
}

function changesFigures(row: KpiRow, rules: FigureRules, stored: ReferenceKpi): boolean {
  const from = row.from ?? ALWAYS;
  const before = versionOf(stored.versions, from);
  if (before === null) return false;
  const plain = ["input", "decimals", "direction", "orgRule", "timeRule"] as const;
  const tolerance = stored.tolerances.findLast((one) => one.from <= from);
  return (
    plain.some((name) => before[name] !== rules[name]) ||
    !isSame(before.multiplier, rules.multiplier) ||
    before.frequency !== (row.frequency ?? "month") ||
    (before.expression ?? "") !== (row.expression ?? "") ||
    (tolerance?.amount ?? null) !== row.tolerance ||
    (tolerance !== undefined && tolerance.kind !== row.toleranceKind)
  );
}

function isSame(a: Decimal, b: Decimal): boolean {
  return compareDecimals(a, b) === 0;
}
