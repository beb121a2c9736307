import { type Cell, cellOfUnit } from "../../shared/domain/cell.ts";
import type { FigureRules } from "../../shared/domain/kpi-definition.ts";
import { childrenOf, type OrgTree } from "../../shared/domain/tree.ts";
import type { MonthFacts } from "./month-facts.ts";
import type { UnitKey } from "./unit-trees.ts";

export type Climb = {
  readonly tree: OrgTree;
  readonly rules: FigureRules;
  readonly facts: MonthFacts;
  /** The cell of a child that is not made anew; undefined where it has none. */
  readonly keptCell: (unit: UnitKey) => Cell | undefined;
};

type Made = Map<UnitKey, Cell | null>;

/**
 * Makes the cells of `order`, in which each unit stands after its children: from a unit's own facts and its direct
 * children's cells. A unit of which nothing is to be said has none (null).
 */
export function climb(order: readonly UnitKey[], input: Climb): Map<UnitKey, Cell | null> {
  const made: Made = new Map();
  for (const unit of order)
    made.set(unit, input.rules.input === "derived" ? targetAlone(unit, input) : cell(unit, made, input));
  return made;
}

function cell(unit: UnitKey, made: Made, { tree, rules, facts, keptCell }: Climb): Cell | null {
  const children: Cell[] = [];
  for (const child of childrenOf(tree, unit)) {
    const below = made.has(child) ? made.get(child) : keptCell(child);
    if (below !== undefined && below !== null) children.push(below);
  }
  const own = facts.facts.get(unit) ?? null;
  const explicit = facts.targets.get(unit) ?? null;
  if (own === null && explicit === null && children.length === 0) return null;
  return unlessSilent(cellOfUnit({ own, children, explicit }, rules));
}

/** A derived KPI's cell holds its explicit target: its figures are computed from its inputs' wherever they are shown. */
function targetAlone(unit: UnitKey, { rules, facts }: Climb): Cell | null {
  const explicit = facts.targets.get(unit) ?? null;
  return explicit === null ? null : unlessSilent(cellOfUnit({ own: null, children: [], explicit }, rules));
}

/** Nothing assigned and no target, here or below, is no cell at all. */
function unlessSilent(made: Cell): Cell | null {
  const isSilent = made.assigned === 0 && made.notApplicable === 0 && made.explicit === null && !made.targetsBelow;
  return isSilent ? null : made;
}
