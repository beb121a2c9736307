import { type Cell, keepsRatio } from "./cell.ts";
import { type Decimal, decimalOfText, decimalText, integer, subtractDecimals, ZERO } from "./decimal.ts";
import type { FigureRules } from "./kpi-definition.ts";
import { NO_PARTS, type PartTargets } from "./part-targets.ts";
import { NOTHING, type Rational, rational, rationalOfText, rationalText } from "./rational.ts";
import { amountsOf, type Target, targetOfAmounts } from "./target.ts";

/**
 * A cell as a flat row. What follows from other columns is null, so that most rows are short; equal cells make equal
 * rows whatever the order in which they were merged.
 */
export type KeptCell = {
  /** Plain decimals; null where nothing is reported. */
  readonly numer: string | null;
  /** Null means 1. */
  readonly denom: string | null;
  readonly weight: string | null;
  readonly valued: number;
  readonly reported: number;
  readonly assigned: number;
  readonly notApplicable: number;
  /** 1 where `target1` and `target2` are the unit's own target, 0 where they are sums over its parts. */
  readonly explicit: 0 | 1;
  readonly targetsBelow: 0 | 1;
  /** The value or the low edge; "25/3" where it is no decimal. */
  readonly target1: string | null;
  /** The high edge of a band. */
  readonly target2: string | null;
  readonly targetWeight: string | null;
  readonly openParts: number;
};

/**
 * The row of a cell. Where nothing is reported a row says how many are assigned and not their latest denominators,
 * which move with every later entry: ask `needsLatestDenominators` when reading its target.
 */
export function packCell(cell: Cell, rules: FigureRules): KeptCell {
  const { valued, reported, assigned, notApplicable } = cell;
  const [target1 = null, target2 = null] = packedAmounts(cell);
  const withParts = cell.explicit === null && cell.targetsBelow;
  return {
    ...packedValue(cell, rules),
    weight: impliedWeight(cell, rules) === null ? decimalText(cell.weight) : null,
    valued,
    reported,
    assigned,
    notApplicable,
    explicit: cell.explicit === null ? 0 : 1,
    targetsBelow: cell.targetsBelow ? 1 : 0,
    target1,
    target2,
    targetWeight: withParts && cell.parts.openParts > 0 && isWeighted(rules) ? decimalText(cell.parts.weight) : null,
    openParts: withParts ? cell.parts.openParts : 0,
  };
}

export function unpackCell(kept: KeptCell, rules: FigureRules): Cell {
  const { valued, reported, assigned, notApplicable } = kept;
  const value = {
    numer: kept.numer === null ? ZERO : stored(kept.numer),
    denom: kept.numer === null ? ZERO : stored(kept.denom ?? "1"),
    valued,
    reported,
    assigned,
    notApplicable,
  };
  const weight = kept.weight === null ? (impliedWeight(value, rules) ?? ZERO) : stored(kept.weight);
  const targets = unpackedTargets(kept, weight, rules);
  return { ...value, weight, ...targets };
}

/** Whether the target of a cell read from its row depends on the latest denominators of its assignments. */
export function needsLatestDenominators(cell: Cell, rules: FigureRules): boolean {
  return cell.reported === 0 && cell.explicit === null && cell.targetsBelow && rules.orgRule === "ratio";
}

function packedValue(cell: Cell, rules: FigureRules): Pick<KeptCell, "numer" | "denom"> {
  if (cell.reported === 0) return { numer: null, denom: null };
  if (!keepsRatio(cell, rules) && cell.valued > 0) {
    const [numer = "0", denom = null] = rationalText(rational(cell.numer, cell.denom) ?? NOTHING).split("/");
    return { numer, denom };
  }
  const denom = decimalText(cell.denom);
  return { numer: decimalText(cell.numer), denom: denom === "1" ? null : denom };
}

function packedAmounts(cell: Cell): string[] {
  const amounts = cell.explicit === null ? cell.parts.amounts : amountsOf(cell.explicit);
  return amounts.map(rationalText);
}

/** The weight that a cell's other columns imply; null where they don't. */
function impliedWeight(
  cell: Omit<Cell, "weight" | "explicit" | "targetsBelow" | "parts">,
  rules: FigureRules,
): Decimal | null {
  if (cell.reported === 0) return integer(cell.assigned);
  if (rules.input !== "ratio") return integer(cell.reported);
  return rules.orgRule === "ratio" || cell.reported === 1 ? cell.denom : null;
}

function unpackedTargets(
  kept: KeptCell,
  weight: Decimal,
  rules: FigureRules,
): Pick<Cell, "explicit" | "targetsBelow" | "parts"> {
  const targetsBelow = kept.targetsBelow === 1;
  const amounts = storedAmounts(kept);
  const explicit: Target | null = kept.explicit === 1 ? targetOfAmounts(amounts) : null;
  if (explicit !== null) return { explicit, targetsBelow, parts: NO_PARTS };
  const isReported = kept.reported > 0;
  const whole = wholeWeight(weight, isReported ? kept.valued : kept.assigned, rules);
  if (!targetsBelow) {
    const openParts = isReported ? kept.reported : kept.assigned;
    return { explicit, targetsBelow, parts: { ...NO_PARTS, openParts, openWeight: whole } };
  }
  const { openParts } = kept;
  const closed = kept.targetWeight === null ? whole : stored(kept.targetWeight);
  const openWeight = openParts === 0 ? ZERO : subtractDecimals(whole, closed);
  const parts: PartTargets = { amounts, weight: closed, openParts, openWeight };
  return { explicit, targetsBelow, parts };
}

function storedAmounts({ target1, target2 }: KeptCell): readonly Rational[] {
  if (target1 === null) return NO_PARTS.amounts;
  const first = rationalOfText(target1) ?? NOTHING;
  return target2 === null ? [first] : [first, rationalOfText(target2) ?? NOTHING];
}

function wholeWeight(weight: Decimal, count: number, rules: FigureRules): Decimal {
  if (rules.orgRule === "ratio") return weight;
  return rules.orgRule === "mean" ? integer(count) : ZERO;
}

function isWeighted(rules: FigureRules): boolean {
  return rules.orgRule === "ratio" || rules.orgRule === "mean";
}

/** A text that `packCell` wrote. */
function stored(text: string): Decimal {
  const value = decimalOfText(text);
  if (value === null) throw new RangeError(`not a kept number: ${text}`);
  return value;
}
