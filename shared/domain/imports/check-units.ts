import { ALWAYS, addMonths, type Month } from "../month.ts";
import { type TreeFault, treeFaults, type UnitEdge } from "../tree.ts";
import { type FindingCode, FindingList } from "./finding.ts";
import type { ReferenceData } from "./reference.ts";
import type { ImportRow } from "./row.ts";
import type { CheckedRows } from "./row-checks.ts";

type UnitRow = ImportRow<"units">;

const FAULT_CODE: Readonly<Record<TreeFault["kind"], FindingCode>> = {
  "period-reversed": "period-reversed",
  "two-parents": "duplicate-row",
  "two-roots": "two-roots",
  "parent-not-in-force": "parent-not-there",
  cycle: "tree-cycle",
};

/** Checks that the units of the file and those that are there form one tree in every month. */
export function checkUnits(rows: readonly UnitRow[], reference: ReferenceData): CheckedRows {
  const errors = new FindingList();
  const inFile = new Map<string, UnitRow>();
  for (const row of rows) {
    if (row.code === null) continue;
    checkDetails(row, inFile.get(row.code), errors);
    checkLocked(row, reference, errors);
    const isRoot = row.parent === null || !reference.units.has(row.parent);
    if (!reference.may("edit-units", isRoot ? null : row.parent))
      errors.add({ row: row.row, column: "parent" }, "not-allowed", { unit: row.code });
    if (!inFile.has(row.code)) inFile.set(row.code, row);
  }
  const unknown = rows.filter(({ parent }) => parent !== null && !inFile.has(parent) && !reference.units.has(parent));
  for (const { row, parent } of unknown) errors.add({ row, column: "parent" }, "unknown-unit", { code: parent ?? "" });
  const isReadable = rows.every(({ faulty }) => !["code", "parent", "from"].some((name) => faulty.includes(name)));
  if (unknown.length === 0 && isReadable) checkTree(rows, reference, errors);
  return { errors, warnings: new FindingList() };
}

/** Name and kind are the unit's, not the edge's: a unit that moves keeps them. */
function checkDetails(row: UnitRow, first: UnitRow | undefined, errors: FindingList): void {
  if (first === undefined) return;
  for (const column of ["name", "kind"] as const) {
    const differs = row[column] !== null && first[column] !== null && row[column] !== first[column];
    if (differs)
      errors.add({ row: row.row, column }, "unit-details-disagree", { code: row.code ?? "", earlier: first.row });
  }
}

function checkLocked(row: UnitRow, reference: ReferenceData, errors: FindingList): void {
  if (row.code === null || !reference.units.has(row.code) || reference.isUnchanged(row.row)) return;
  const from = row.from ?? ALWAYS;
  const before = reference.edges.findLast((edge) => edge.child === row.code && edge.fromMonth <= from);
  if (before !== undefined && before.parent === row.parent) return;
  const locked = reference.lockedMonths(row.code).findLast((month) => month >= from);
  if (locked !== undefined) errors.add({ row: row.row, column: "from" }, "locked-past", { month: locked });
}

function checkTree(rows: readonly UnitRow[], reference: ReferenceData, errors: FindingList): void {
  const edges = edgesAfter(rows, reference.edges);
  if (edges.length > 0 && edges.every(({ parent }) => parent !== null)) {
    errors.add({ row: rows[0]?.row ?? 1, column: "parent" }, "no-root");
    return;
  }
  const told = new Set<string>();
  for (const { kind, unit, month } of treeFaults(edges)) {
    const row = rows.findLast(({ code }) => code === unit) ?? rows.find(({ parent }) => parent === unit) ?? rows[0];
    if (told.has(`${kind} ${row?.row}`)) continue;
    told.add(`${kind} ${row?.row}`);
    const parent = row?.parent ?? "";
    errors.add({ row: row?.row ?? 1, column: "parent" }, FAULT_CODE[kind], {
      code: unit,
      parent,
      month: month === ALWAYS ? "always" : month,
    });
  }
}

/** An edge's end: the unit left the tree in the month before. */
const GONE = Symbol("gone");
type Parents = Map<Month, string | null | typeof GONE>;

/** The edges once the rows are in: a row holds from its month until the unit's next edge begins. */
export function edgesAfter(rows: readonly UnitRow[], edges: readonly UnitEdge[]): UnitEdge[] {
  const parents = new Map<string, Parents>();
  const of = (unit: string): Parents => {
    const known = parents.get(unit) ?? new Map();
    parents.set(unit, known);
    return known;
  };
  for (const { child, toMonth } of edges) if (toMonth !== null) of(child).set(addMonths(toMonth, 1), GONE);
  for (const { child, fromMonth, parent } of edges) of(child).set(fromMonth, parent);
  for (const { code, from, parent } of rows) if (code !== null) of(code).set(from ?? ALWAYS, parent);
  return [...parents].flatMap(([child, from]) => edgesOf(child, from));
}

function edgesOf(child: string, parents: Parents): UnitEdge[] {
  const starts = [...parents].sort(([a], [b]) => (a < b ? -1 : 1));
  return starts.flatMap(([fromMonth, parent], i) => {
    const next = starts[i + 1]?.[0];
    return parent === GONE
      ? []
      : [{ child, parent, fromMonth, toMonth: next === undefined ? null : addMonths(next, -1) }];
  });
}
