import { addDecimals, type Decimal, integer, isZero, multiplyDecimals, ONE, ZERO } from "./decimal.ts";
import { type Fact, type Figure, MISSING, NOT_APPLICABLE } from "./figure.ts";
import type { FigureRules } from "./kpi-definition.ts";
import { mergeParts, NO_PARTS, openPart, type PartTargets, targetedPart, targetOfParts } from "./part-targets.ts";
import { addRationals, greater, type Rational, rational, scaleRational, smaller } from "./rational.ts";
import { fitsDirection, type Target } from "./target.ts";

/**
 * One unit x KPI x month with everything below it, in a form that merges exactly and in any order: a parent's cell
 * is made from its direct children's cells and its own assignment.
 */
export type Cell = {
  /**
   * By org rule, without the multiplier: `ratio` and `none` the sums of numerators and of denominators; `sum` and
   * `mean` the sum of the values as a fraction; `min` and `max` the extreme value as a fraction.
   */
  readonly numer: Decimal;
  readonly denom: Decimal;
  /**
   * Sum of denominators where the input is a ratio, else the number of results. Where nothing is reported, the
   * weight by which its targets count instead: the latest denominators of its assignments, else their number.
   */
  readonly weight: Decimal;
  /** Results that have a value: reported, and not with a denominator of 0. */
  readonly valued: number;
  readonly reported: number;
  /** Assignments in force, those that said "not applicable" left out. */
  readonly assigned: number;
  readonly notApplicable: number;
  /** The unit's own explicit target of the month. */
  readonly explicit: Target | null;
  /** Whether any unit below has an explicit target of the month. */
  readonly targetsBelow: boolean;
  /** Targets of the parts that report; where none does, of those assigned. Empty where `explicit` stands. */
  readonly parts: PartTargets;
};

export type UnitParts = {
  /** What the unit's own assignment says; null where it has none in the month. */
  readonly own: Fact | null;
  /** Cells of the direct children by the tree of the month. */
  readonly children: readonly Cell[];
  readonly explicit: Target | null;
  /** By how much the unit's own assignment counts while nothing is reported: its latest denominator, else 1. */
  readonly plannedWeight?: Decimal;
};

/** The cell of a unit from its own assignment and its direct children. */
export function cellOfUnit(unit: UnitParts, rules: FigureRules): Cell {
  const own = unit.own === null ? null : cellOfFact(unit.own, rules, unit.plannedWeight ?? ONE);
  const explicit = unit.explicit !== null && fitsDirection(unit.explicit, rules.direction) ? unit.explicit : null;
  const children = rules.orgRule === "none" ? [] : unit.children;
  if (own !== null && children.length === 0) {
    return explicit === null ? own : { ...own, explicit, parts: NO_PARTS };
  }
  const cells = own === null ? children : [own, ...children];
  return { ...mergedResults(cells, rules), ...mergedTargets(cells, explicit, rules) };
}

const EMPTY: Cell = {
  numer: ZERO,
  denom: ZERO,
  weight: ZERO,
  valued: 0,
  reported: 0,
  assigned: 0,
  notApplicable: 0,
  explicit: null,
  targetsBelow: false,
  parts: NO_PARTS,
};

function cellOfFact(fact: Fact, rules: FigureRules, plannedWeight: Decimal): Cell {
  if (fact.kind === "not_applicable") return { ...EMPTY, notApplicable: 1 };
  if (fact.kind === "missing") {
    return { ...EMPTY, assigned: 1, weight: plannedWeight, parts: openPart(partWeight(plannedWeight, 1, rules)) };
  }
  const { numer, denom } = fact;
  const valued = isZero(denom) ? 0 : 1;
  const weight = rules.input === "ratio" ? denom : ONE;
  return {
    numer,
    denom,
    weight,
    valued,
    reported: 1,
    assigned: 1,
    notApplicable: 0,
    explicit: null,
    targetsBelow: false,
    parts: openPart(partWeight(weight, valued, rules)),
  };
}

type Results = Omit<Cell, "explicit" | "targetsBelow" | "parts">;

function mergedResults(cells: readonly Cell[], rules: FigureRules): Results {
  let [valued, reported, assigned, notApplicable] = [0, 0, 0, 0];
  for (const cell of cells) {
    valued += cell.valued;
    reported += cell.reported;
    assigned += cell.assigned;
    notApplicable += cell.notApplicable;
  }
  let weight = ZERO;
  for (const cell of cells) {
    if (cell.reported > 0 || reported === 0) weight = addDecimals(weight, cell.weight);
  }
  const { numer, denom } = mergedValues(cells, { reported, weight }, rules);
  return { numer, denom, weight, valued, reported, assigned, notApplicable };
}

function mergedValues(
  cells: readonly Cell[],
  merged: Pick<Cell, "reported" | "weight">,
  rules: FigureRules,
): Pick<Cell, "numer" | "denom"> {
  if (merged.reported === 1) return cells.find((cell) => cell.reported === 1) ?? EMPTY;
  if (merged.reported === 0) return EMPTY;
  if (rules.orgRule !== "ratio") return mergedFractions(cells, rules) ?? EMPTY;
  let numer = ZERO;
  for (const cell of cells) if (cell.reported > 0) numer = addDecimals(numer, cell.numer);
  return { numer, denom: merged.weight };
}

function mergedFractions(cells: readonly Cell[], rules: FigureRules): Rational | null {
  let found: Rational | null = null;
  for (const cell of cells) {
    const value = cell.valued === 0 ? null : rational(cell.numer, cell.denom);
    if (value !== null) found = found === null ? value : combined(found, value, rules);
  }
  return found;
}

function combined(a: Rational, b: Rational, rules: FigureRules): Rational {
  if (rules.orgRule === "min") return smaller(a, b);
  return rules.orgRule === "max" ? greater(a, b) : addRationals(a, b);
}

function mergedTargets(
  cells: readonly Cell[],
  explicit: Target | null,
  rules: FigureRules,
): Pick<Cell, "explicit" | "targetsBelow" | "parts"> {
  const targetsBelow = cells.some((cell) => cell.targetsBelow || cell.explicit !== null);
  if (explicit !== null) return { explicit, targetsBelow, parts: NO_PARTS };
  const isReported = cells.some((cell) => cell.reported > 0);
  const counted = cells.filter((cell) => (isReported ? cell.reported > 0 : cell.assigned > 0));
  const parts = counted.map((cell) =>
    cell.explicit === null ? cell.parts : targetedPart(cell.explicit, weightAmongParts(cell, rules), rules.orgRule),
  );
  return { explicit, targetsBelow, parts: mergeParts(parts, rules.orgRule) };
}

function weightAmongParts(cell: Cell, rules: FigureRules): Decimal {
  return partWeight(cell.weight, cell.reported > 0 ? cell.valued : cell.assigned, rules);
}

/** By how much a part's target counts among its siblings': as much as its results. Only two rules weigh. */
function partWeight(weight: Decimal, count: number, rules: FigureRules): Decimal {
  if (rules.orgRule === "ratio") return weight;
  return rules.orgRule === "mean" ? integer(count) : ZERO;
}

/** The figure of a cell: the org rule applied, the multiplier of the month's definition included. */
export function figureOf(cell: Cell, rules: FigureRules): Figure {
  if (cell.reported === 0) return cell.assigned === 0 && cell.notApplicable > 0 ? NOT_APPLICABLE : MISSING;
  const [numer, denom] = keepsRatio(cell, rules) ? [cell.numer, cell.denom] : [null, null];
  return { kind: "number", exact: cellValue(cell, rules), numer, denom };
}

/** Whether `numer` and `denom` are a numerator and a denominator that people would recognise. */
export function keepsRatio(cell: Cell, rules: FigureRules): boolean {
  return rules.input === "ratio" && (rules.orgRule === "ratio" || cell.reported === 1);
}

/** The value of a cell, exactly; null where nothing is reported or what is reported has no value. */
export function cellValue(cell: Cell, rules: FigureRules): Rational | null {
  if (cell.valued === 0) return null;
  const denom = rules.orgRule === "mean" ? multiplyDecimals(cell.denom, integer(cell.valued)) : cell.denom;
  const value = rational(cell.numer, denom);
  return value === null || rules.input !== "ratio" ? value : scaleRational(value, rules.multiplier);
}

export type ResolvedTarget = {
  readonly target: Target;
  /** Where it comes from: set for this unit, made of its parts' targets, or taken from the nearest ancestor. */
  readonly source: "explicit" | "parts" | "inherited";
};

/**
 * The target of a cell: its own explicit one; else, where any unit below has one, the aggregate of its parts'
 * targets; else the nearest ancestor's explicit one (`inherited`), which a sum never takes.
 */
export function targetOf(cell: Cell, inherited: Target | null, rules: FigureRules): ResolvedTarget | null {
  if (cell.explicit !== null) return { target: cell.explicit, source: "explicit" };
  const fitting = inherited !== null && fitsDirection(inherited, rules.direction) ? inherited : null;
  const handed = rules.orgRule === "sum" ? null : fitting;
  if (cell.targetsBelow && rules.orgRule !== "none") {
    const target = targetOfParts(cell.parts, handed, rules.orgRule);
    return target === null ? null : { target, source: "parts" };
  }
  return handed === null ? null : { target: handed, source: "inherited" };
}
