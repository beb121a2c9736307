import { isWithin } from "../calendar.ts";
import { versionOf } from "../kpi-definition.ts";
import type { Month } from "../month.ts";
import { FindingList } from "./finding.ts";
import type { ReferenceData, ReferenceTerm } from "./reference.ts";
import type { ImportRow } from "./row.ts";
import type { CheckedRows } from "./row-checks.ts";

type AssignmentRow = ImportRow<"assignments">;

export interface AssignedTerm extends ReferenceTerm {
  row: number;
  kpi: string;
  unit: string;
}

export interface CheckedAssignments extends CheckedRows {
  /** One for each unit that the rows name or stand for, new or changed ones only. */
  terms: AssignedTerm[];
}

export function checkAssignments(rows: readonly AssignmentRow[], reference: ReferenceData): CheckedAssignments {
  const errors = new FindingList();
  const readable = rows.filter((row) => checkRow(row, reference, errors));
  const terms = mergeTerms(expand(readable, reference), reference, errors);
  return { errors, warnings: new FindingList(), terms };
}

function checkRow(row: AssignmentRow, reference: ReferenceData, errors: FindingList): boolean {
  const before = errors.count;
  const { unit, from, to } = row;
  checkKpi(row, reference, errors);
  if (from !== null && to !== null && to < from)
    errors.add({ row: row.row, column: "to" }, "period-reversed", { from, to });
  const place = unit === "*" ? null : unit;
  const at = { row: row.row, column: "unit" };
  if (place !== null && !reference.units.has(place)) errors.add(at, "unknown-unit", { code: place });
  else if (unit !== null && !reference.may("edit-assignments", place)) {
    errors.add(at, "not-allowed", { unit: place ?? "the organisation" });
  }
  return errors.count === before && row.faulty.length === 0;
}

function checkKpi({ row, kpi, from }: AssignmentRow, reference: ReferenceData, errors: FindingList): void {
  if (kpi === null) return;
  const known = reference.kpis.get(kpi);
  if (known === undefined) errors.add({ row, column: "kpi" }, "unknown-kpi", { code: kpi });
  else if (from !== null && versionOf(known.versions, from)?.input === "derived") {
    errors.add({ row, column: "kpi" }, "derived-not-assigned", { kpi });
  }
}

/** A star stands for the units without children in its time; a row that names the unit itself goes before it. */
function expand(rows: readonly AssignmentRow[], reference: ReferenceData): AssignedTerm[] {
  const named = new Set(rows.map(({ kpi, unit }) => `${kpi}\n${unit}`));
  return rows.flatMap(({ row, kpi, unit, from, to }) => {
    if (kpi === null || unit === null || from === null) return [];
    if (unit !== "*") return [{ row, kpi, unit, from, to }];
    const leaves = unitsWithoutChildren(reference, { from, to });
    return leaves.filter((leaf) => !named.has(`${kpi}\n${leaf}`)).map((leaf) => ({ row, kpi, unit: leaf, from, to }));
  });
}

function unitsWithoutChildren(reference: Pick<ReferenceData, "edges">, { from, to }: ReferenceTerm): string[] {
  const inTime = reference.edges.filter((edge) => overlaps({ from: edge.fromMonth, to: edge.toMonth }, { from, to }));
  const parents = new Set(inTime.map(({ parent }) => parent));
  return [...new Set(inTime.map(({ child }) => child))].filter((unit) => !parents.has(unit)).sort();
}

function mergeTerms(expanded: readonly AssignedTerm[], reference: ReferenceData, errors: FindingList): AssignedTerm[] {
  const given = new Map<string, AssignedTerm[]>();
  return expanded.filter((term) => {
    const key = `${term.kpi}\n${term.unit}`;
    const stored = reference.terms.get(term.kpi)?.get(term.unit) ?? [];
    if (stored.some((one) => one.from <= term.from && one.to === term.to)) return false;
    const others = [...stored.filter((one) => one.from !== term.from), ...(given.get(key) ?? [])];
    const other = others.find((one) => overlaps(one, term));
    if (other !== undefined) {
      const { kpi, unit } = term;
      errors.add({ row: term.row, column: "from" }, "assignments-overlap", {
        kpi,
        unit,
        from: other.from,
        to: other.to ?? "open",
      });
    }
    const locked = firstLockedChange(term, stored, reference);
    if (locked !== undefined) errors.add({ row: term.row, column: "from" }, "locked-past", { month: locked });
    given.set(key, [...(given.get(key) ?? []), term]);
    return true;
  });
}

/** A locked month in which the unit would begin, or cease, to report. */
function firstLockedChange(
  term: AssignedTerm,
  stored: readonly ReferenceTerm[],
  reference: ReferenceData,
): Month | undefined {
  const reported = (terms: readonly ReferenceTerm[], month: Month) =>
    terms.some(({ from, to }) => isWithin(month, from, to));
  const after = [...stored.filter(({ from }) => from !== term.from), term];
  return reference.lockedMonths(term.unit).find((month) => reported(stored, month) !== reported(after, month));
}

function overlaps(a: ReferenceTerm, b: ReferenceTerm): boolean {
  return (b.to === null || a.from <= b.to) && (a.to === null || b.from <= a.to);
}
