import { addMonths, type Month } from "../../shared/domain/month.ts";
import { childrenOf, type OrgTree, subtreeOf, treeOfMonth, type UnitEdge } from "../../shared/domain/tree.ts";
import { inForce } from "../in-force.ts";
import type { Reading } from "../writing.ts";

/** Id of a unit as the keys of the domain's trees and cells hold it. */
export type UnitKey = string;

/** A recorded edge: the parent in force from a month until the child's next edge. */
export type EdgeRow = {
  readonly child_id: number;
  readonly from_month: string;
  readonly parent_id: number | null;
  /** The unit left the tree. */
  readonly ends: 0 | 1;
};

/** The trees of all months, each distinct one built once. Keys are unit ids as text. */
export type UnitTrees = {
  of(month: Month): OrgTree;
  /** All units of the tree, each parent after its children. */
  upward(month: Month): readonly UnitKey[];
  /** The units themselves, as far as they are in the tree, and all below them; each parent after its children. */
  climbTo(month: Month, units: Iterable<UnitKey>): UnitKey[];
  /** The units themselves, as far as they are in the tree, and all above them; each parent after its children. */
  climbFrom(month: Month, units: Iterable<UnitKey>): UnitKey[];
};

/** The trees as they were recorded at a moment. */
export async function readTrees({ db, moment }: Pick<Reading, "db" | "moment">): Promise<UnitTrees> {
  const rows = await db
    .selectFrom("unit_edge")
    .select(["child_id", "from_month", "parent_id", "ends"])
    .where(inForce("unit_edge", moment))
    .where("withdrawn", "=", 0)
    .execute();
  return unitTrees(rows);
}

/** Edges with their last months: one ends where the child's next begins. */
export function edgesOf(rows: readonly EdgeRow[]): UnitEdge[] {
  const byChild = Map.groupBy(rows, (row) => row.child_id);
  return [...byChild.values()].flatMap((ofChild) => {
    const ordered = ofChild.toSorted((a, b) => (a.from_month < b.from_month ? -1 : 1));
    return ordered.flatMap((row, at) => {
      const next = ordered[at + 1];
      return row.ends === 1 ? [] : [edgeOf(row, next === undefined ? null : (next.from_month as Month))];
    });
  });
}

function edgeOf(row: EdgeRow, next: Month | null): UnitEdge {
  return {
    child: String(row.child_id),
    parent: row.parent_id === null ? null : String(row.parent_id),
    fromMonth: row.from_month as Month,
    toMonth: next === null ? null : addMonths(next, -1),
  };
}

type Built = {
  readonly tree: OrgTree;
  readonly upward: readonly UnitKey[];
  readonly rank: ReadonlyMap<UnitKey, number>;
};

export function unitTrees(rows: readonly EdgeRow[]): UnitTrees {
  const edges = edgesOf(rows);
  const changes = [...new Set(rows.map((row) => row.from_month))].sort();
  const built = new Map<string | undefined, Built>();
  const at = (month: Month): Built => {
    const since = changes.findLast((change) => change <= month);
    const known = built.get(since);
    if (known !== undefined) return known;
    const tree = treeOfMonth(edges, month);
    const upward = tree.root === null ? [] : subtreeOf(tree, tree.root).reverse();
    const made = { tree, upward, rank: new Map(upward.map((unit, rank) => [unit, rank])) };
    built.set(since, made);
    return made;
  };
  return {
    of: (month) => at(month).tree,
    upward: (month) => at(month).upward,
    climbTo: (month, units) => {
      const below = withDescendants(at(month).tree, units);
      return at(month).upward.filter((unit) => below.has(unit));
    },
    climbFrom: (month, units) => climb(at(month), units),
  };
}

function climb({ tree, rank }: Built, units: Iterable<UnitKey>): UnitKey[] {
  const found = new Set<UnitKey>();
  for (const unit of units) {
    let at: UnitKey | null = rank.has(unit) ? unit : null;
    while (at !== null && !found.has(at)) {
      found.add(at);
      at = tree.parentOf.get(at) ?? null;
    }
  }
  return [...found].sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
}

/** The units and everything below them, whether or not they hang in the tree. */
export function withDescendants(tree: OrgTree, units: Iterable<UnitKey>): Set<UnitKey> {
  const found = new Set(units);
  for (const unit of found) for (const child of childrenOf(tree, unit)) found.add(child);
  return found;
}
