import { type Cell, type ResolvedTarget, targetOf } from "../../shared/domain/cell.ts";
import { packCell, unpackCell } from "../../shared/domain/kept-cell.ts";
import type { FigureRules } from "../../shared/domain/kpi-definition.ts";
import { cellsOfTree } from "../../shared/domain/roll-up.ts";
import { inheritedTarget } from "../../shared/domain/target.ts";
import { divide, least, most, multiply, type Q, q, qOfText, total, zero } from "./exact-oracle.ts";
import { below, childrenAt, factsOf, type Saying, targetsOf, treeOf, unitName, type World } from "./org-worlds.ts";

/** Resolves every unit's target as a reader of kept rows does: from the unpacked row and what is set above it. */
export function resolved(
  world: World,
  rules: FigureRules,
): { cells: Map<string, Cell>; targets: (ResolvedTarget | null)[] } {
  const tree = treeOf(world);
  const explicit = targetsOf(world);
  const cells = cellsOfTree({ tree, rules, facts: factsOf(world), targets: explicit });
  const targets = below(world, 0).map((unit) => {
    const cell = cells.get(unitName(unit));
    if (cell === undefined) throw new Error(`no cell of unit ${unit}`);
    return targetOf(unpackCell(packCell(cell, rules), rules), inheritedTarget(tree, unitName(unit), explicit), rules);
  });
  return { cells, targets };
}

/** Rule 4.7 word by word, without sums that merge: each part's target found on its own, then aggregated. */
export class TargetJudge {
  readonly world: World;
  readonly rules: FigureRules;
  constructor(world: World, rules: FigureRules) {
    this.world = world;
    this.rules = rules;
  }

  explicit(unit: number): Q[] | null {
    return this.world.targets[unit]?.map(qOfText) ?? null;
  }

  inherited(unit: number): Q[] | null {
    if (this.rules.orgRule === "sum" || unit === 0) return null;
    const parent = this.world.parents[unit - 1] ?? 0;
    return this.explicit(parent) ?? this.inherited(parent);
  }

  target(unit: number): Q[] | null {
    const own = this.explicit(unit);
    if (own !== null) return own;
    const hasBelow = below(this.world, unit).some((other) => other !== unit && this.explicit(other) !== null);
    return hasBelow && this.rules.orgRule !== "none" ? this.aggregate(unit) : this.inherited(unit);
  }

  /** Parts: each child with its target, and the unit's own assignment, which has none of its own. */
  aggregate(unit: number): Q[] | null {
    const parts = [
      ...childrenAt(this.world, unit).map((child) => ({ units: below(this.world, child), target: this.target(child) })),
      { units: [unit], target: this.inherited(unit) },
    ];
    const said = parts.map((part) => ({ ...part, sayings: part.units.flatMap((at) => this.world.sayings[at] ?? []) }));
    const reported = said.filter(({ sayings }) => sayings.some(({ kind }) => kind === "number"));
    const assigned = said.filter(({ sayings }) => sayings.some(({ kind }) => kind === "missing"));
    const counted = reported.length > 0 ? reported : assigned;
    if (counted.length === 0 || counted.some(({ target }) => target === null)) return null;
    const weights = counted.map(({ sayings }) => this.weight(sayings, reported.length > 0));
    const lanes = counted[0]?.target?.length ?? 0;
    const amounts = Array.from({ length: lanes }, (_, lane) =>
      this.byRule(
        counted.map(({ target }) => target?.[lane] ?? zero),
        weights,
      ),
    );
    return amounts.some((amount) => amount === null) ? null : amounts.filter((amount) => amount !== null);
  }

  weight(sayings: readonly Saying[], isReported: boolean): Q {
    const kind = isReported ? "number" : "missing";
    const counted = sayings.filter((saying) => saying.kind === kind);
    if (this.rules.orgRule !== "ratio" || !isReported) {
      return q(counted.filter((saying) => saying.kind !== "number" || Number(saying.denom) !== 0).length);
    }
    return total(counted.map((saying) => (saying.kind === "number" ? qOfText(saying.denom) : zero)));
  }

  byRule(amounts: readonly Q[], weights: readonly Q[]): Q | null {
    const { orgRule } = this.rules;
    if (orgRule === "sum") return total(amounts);
    if (orgRule === "min") return least(amounts);
    if (orgRule === "max") return most(amounts);
    const whole = total(weights);
    if (whole.n === 0n) return null;
    return divide(total(amounts.map((amount, at) => multiply(amount, weights[at] ?? zero))), whole);
  }
}
