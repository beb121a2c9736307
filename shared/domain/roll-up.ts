import { type Cell, cellOfUnit } from "./cell.ts";
import { addDecimals, type Decimal, isZero, ONE, ZERO } from "./decimal.ts";
import type { Fact } from "./figure.ts";
import type { FigureRules } from "./kpi-definition.ts";
import type { Target } from "./target.ts";
import { childrenOf, type OrgTree, subtreeOf } from "./tree.ts";

/** One KPI in one month: what there is to roll up, by unit. */
export type MonthOfKpi = {
  /** The tree of that month. */
  readonly tree: OrgTree;
  readonly rules: FigureRules;
  /** What each assigned unit says; units without an assignment have none. */
  readonly facts: ReadonlyMap<string, Fact>;
  /** Explicit targets of the month. */
  readonly targets: ReadonlyMap<string, Target>;
};

/**
 * The cells of every unit of the tree, each made from its direct children's cells and its own assignment. This is
 * what is kept, and what any question as of another time computes from the records.
 */
export function cellsOfTree(month: MonthOfKpi): Map<string, Cell> {
  return month.tree.root === null ? new Map() : cellsBelow(month, month.tree.root, () => ONE);
}

/**
 * The cell of one unit. Where nothing in its subtree is reported, its parts' targets count by the latest
 * denominators of its assignments, where every one has such, else equally.
 */
export function cellOfSubtree(month: MonthOfKpi, unit: string, latestDenominators: ReadonlyMap<string, Decimal>): Cell {
  const assigned = subtreeOf(month.tree, unit).filter((below) => isAwaited(month.facts.get(below)));
  const known = assigned.map((below) => latestDenominators.get(below) ?? null);
  const total = known.reduce<Decimal>((sum, denom) => addDecimals(sum, denom ?? ZERO), ZERO);
  const isKnown = known.every((denom) => denom !== null) && !isZero(total);
  const weightOf = (below: string) => (isKnown ? (latestDenominators.get(below) ?? ONE) : ONE);
  return (
    cellsBelow(month, unit, weightOf).get(unit) ?? cellOfUnit({ own: null, children: [], explicit: null }, month.rules)
  );
}

function cellsBelow(month: MonthOfKpi, top: string, plannedWeightOf: (unit: string) => Decimal): Map<string, Cell> {
  const { tree, rules, facts, targets } = month;
  const cells = new Map<string, Cell>();
  for (const unit of subtreeOf(tree, top).reverse()) {
    const children: Cell[] = [];
    for (const child of childrenOf(tree, unit)) {
      const cell = cells.get(child);
      if (cell !== undefined) children.push(cell);
    }
    const own = facts.get(unit) ?? null;
    const explicit = targets.get(unit) ?? null;
    cells.set(unit, cellOfUnit({ own, children, explicit, plannedWeight: plannedWeightOf(unit) }, rules));
  }
  return cells;
}

function isAwaited(fact: Fact | undefined): boolean {
  return fact?.kind === "missing";
}
