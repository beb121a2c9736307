import { addMonths, type Month } from "./month.ts";

/**
 * A unit's place in the organisation's tree for a time. The root has an edge too, with `parent` null.
 * `toMonth` is the last month in force; null means open.
 */
export type UnitEdge = {
  readonly child: string;
  readonly parent: string | null;
  readonly fromMonth: Month;
  readonly toMonth: Month | null;
};

/** The tree of one month. */
export type OrgTree = {
  readonly root: string | null;
  readonly parentOf: ReadonlyMap<string, string | null>;
  /** Children in binary order of their keys. */
  readonly childrenOf: ReadonlyMap<string, readonly string[]>;
};

function isInForce(edge: UnitEdge, month: Month): boolean {
  return edge.fromMonth <= month && (edge.toMonth === null || month <= edge.toMonth);
}

/** The tree in force in a month, from edges that passed `treeFaults`. */
export function treeOfMonth(edges: readonly UnitEdge[], month: Month): OrgTree {
  const parentOf = new Map<string, string | null>();
  const childrenOf = new Map<string, string[]>();
  let root: string | null = null;
  for (const edge of edges) {
    if (!isInForce(edge, month)) continue;
    parentOf.set(edge.child, edge.parent);
    if (edge.parent === null) root = edge.child;
    else append(childrenOf, edge.parent, edge.child);
  }
  for (const children of childrenOf.values()) children.sort(inBinaryOrder);
  return { root, parentOf, childrenOf };
}

export function childrenOf(tree: OrgTree, unit: string): readonly string[] {
  return tree.childrenOf.get(unit) ?? [];
}

/** From the unit's parent up to the root. */
export function ancestorsOf(tree: OrgTree, unit: string): string[] {
  const ancestors: string[] = [];
  let parent = tree.parentOf.get(unit) ?? null;
  while (parent !== null && ancestors.length <= tree.parentOf.size) {
    ancestors.push(parent);
    parent = tree.parentOf.get(parent) ?? null;
  }
  return ancestors;
}

/** The unit and all below it, each parent before its children; empty where the tree has no such unit. */
export function subtreeOf(tree: OrgTree, unit: string): string[] {
  if (!tree.parentOf.has(unit)) return [];
  const found = [unit];
  for (let at = 0; at < found.length; at += 1) {
    const next = found[at];
    if (next !== undefined) found.push(...childrenOf(tree, next));
  }
  return found;
}

export function isWithinSubtree(tree: OrgTree, unit: string, top: string): boolean {
  return unit === top || ancestorsOf(tree, unit).includes(top);
}

/** All units, children before their parents: the order in which cells are rolled up. */
export function upwardOrder(tree: OrgTree): string[] {
  return tree.root === null ? [] : subtreeOf(tree, tree.root).reverse();
}

export type TreeFault =
  | { readonly kind: "period-reversed"; readonly unit: string; readonly month: Month }
  | { readonly kind: "two-parents"; readonly unit: string; readonly month: Month }
  | { readonly kind: "two-roots"; readonly unit: string; readonly month: Month }
  | { readonly kind: "parent-not-in-force"; readonly unit: string; readonly month: Month }
  | { readonly kind: "cycle"; readonly unit: string; readonly month: Month };

/**
 * Every fault of an effective-dated tree: each unit has one parent in a month, one unit has none (the root), every
 * parent is itself in the tree, and nothing lies below itself, in any month. The tree only changes where an edge
 * begins or has just ended, so that those months stand for all.
 */
export function treeFaults(edges: readonly UnitEdge[]): TreeFault[] {
  const reversed = edges.filter((edge) => edge.toMonth !== null && edge.toMonth < edge.fromMonth);
  if (reversed.length > 0) {
    return reversed.map((edge) => ({ kind: "period-reversed", unit: edge.child, month: edge.fromMonth }));
  }
  const seen = new Set<string>();
  const faults: TreeFault[] = [];
  for (const month of monthsOfChange(edges)) {
    for (const fault of faultsOfMonth(edges, month)) {
      if (!seen.has(`${fault.kind} ${fault.unit}`)) faults.push(fault);
      seen.add(`${fault.kind} ${fault.unit}`);
    }
  }
  return faults;
}

function faultsOfMonth(edges: readonly UnitEdge[], month: Month): TreeFault[] {
  const inForce = edges.filter((edge) => isInForce(edge, month));
  const faults: TreeFault[] = [];
  const parentOf = new Map<string, string | null>();
  let root: string | null = null;
  for (const { child, parent } of inForce) {
    if (parentOf.has(child)) faults.push({ kind: "two-parents", unit: child, month });
    else if (parent === null && root !== null) faults.push({ kind: "two-roots", unit: child, month });
    if (parent === null) root ??= child;
    parentOf.set(child, parent);
  }
  for (const [child, parent] of parentOf) {
    if (parent !== null && !parentOf.has(parent)) faults.push({ kind: "parent-not-in-force", unit: child, month });
    else if (liesBelowItself(parentOf, child)) faults.push({ kind: "cycle", unit: child, month });
  }
  return faults;
}

function liesBelowItself(parentOf: ReadonlyMap<string, string | null>, unit: string): boolean {
  let parent = parentOf.get(unit) ?? null;
  for (let steps = 0; parent !== null && steps <= parentOf.size; steps += 1) {
    if (parent === unit) return true;
    parent = parentOf.get(parent) ?? null;
  }
  return false;
}

function monthsOfChange(edges: readonly UnitEdge[]): Month[] {
  const months = new Set<Month>(edges.map((edge) => edge.fromMonth));
  for (const { toMonth } of edges) if (toMonth !== null) months.add(toMonth);
  for (const { toMonth } of edges) if (toMonth !== null) months.add(addMonths(toMonth, 1));
  return [...months].sort();
}

function append(lists: Map<string, string[]>, key: string, item: string): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

function inBinaryOrder(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
