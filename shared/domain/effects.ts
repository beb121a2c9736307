import { type Cell, cellValue } from "./cell.ts";
import { addDecimals, type Decimal, integer, ONE, ZERO } from "./decimal.ts";
import type { FigureRules } from "./kpi-definition.ts";
import {
  addRationals,
  divideRationals,
  multiplyRationals,
  NOTHING,
  type Rational,
  rational,
  rationalOf,
  subtractRationals,
} from "./rational.ts";

/**
 * The split of a rolled-up figure's change between two months (or windows) over its parts: the cells of its children
 * and of its own assignment, by unit. Null where the org rule has no such split (min, max, none) and where the whole
 * has no value at either time.
 */
export function effectsOfCells(
  before: ReadonlyMap<string, Cell>,
  after: ReadonlyMap<string, Cell>,
  rules: FigureRules,
): Effects | null {
  const units = [...new Set([...before.keys(), ...after.keys()])];
  const multiplier = rules.input === "ratio" ? rules.multiplier : ONE;
  switch (rules.orgRule) {
    case "ratio":
    case "mean": {
      const sums = (cell: Cell | undefined) => ratioSumsOf(cell, rules);
      const parts = units.map((unit) => ({ unit, before: sums(before.get(unit)), after: sums(after.get(unit)) }));
      return ratioEffects(parts, multiplier);
    }
    case "sum": {
      const value = (cell: Cell | undefined) => (cell === undefined ? null : cellValue(cell, rules));
      return sumEffects(
        units.map((unit) => ({ unit, before: value(before.get(unit)), after: value(after.get(unit)) })),
      );
    }
    default:
      return null;
  }
}

/** A mean is the ratio of the sum of values to their number. */
function ratioSumsOf(cell: Cell | undefined, rules: FigureRules): RatioSums | null {
  if (cell === undefined || cell.reported === 0) return null;
  if (rules.orgRule === "ratio") return { numer: rationalOf(cell.numer), denom: cell.denom };
  return { numer: rational(cell.numer, cell.denom) ?? NOTHING, denom: integer(cell.valued) };
}

/** A child's part in a ratio at two times: sums of numerators and denominators; null where it was not there. */
type RatioPart = {
  readonly unit: string;
  readonly before: RatioSums | null;
  readonly after: RatioSums | null;
};
type RatioSums = { readonly numer: Rational; readonly denom: Decimal };

/** How much of a change of the whole came from a child, exactly; in the whole's unit of measure. */
export type Effect = {
  readonly unit: string;
  /** From the change of its own rate, at its mean weight. */
  readonly rate: Rational;
  /** From the change of its share, by how far it lies from the whole; joiners and leavers are all mix. */
  readonly mix: Rational;
};

/** A change of the whole and its parts, which add up to it exactly. */
export type Effects = { readonly change: Rational; readonly effects: readonly Effect[] };

const HALF: Rational = rationalOf({ digits: 5, scale: 1 });

/**
 * Splits the change of a rolled-up ratio into each child's rate effect (mean weight x change of rate) and mix effect
 * (change of weight x (mean of its rates - mean of the whole's)), weights being shares of the denominator
 * (Marshall, Edgeworth; the symmetric form leaves no residual). Null where the whole has no value at either time.
 */
function ratioEffects(parts: readonly RatioPart[], multiplier: Decimal): Effects | null {
  const before = sideOf(parts.map((part) => part.before));
  const after = sideOf(parts.map((part) => part.after));
  if (before === null || after === null) return null;
  const factor = rationalOf(multiplier);
  const middle = half(addRationals(before.rate, after.rate));
  const effects = parts.map((part): Effect => {
    const then = shareOf(part.before, before);
    const now = shareOf(part.after, after);
    if (then.rate !== null && now.rate !== null) {
      const weight = half(addRationals(then.weight, now.weight));
      const own = half(addRationals(then.rate, now.rate));
      const shift = subtractRationals(now.weight, then.weight);
      return {
        unit: part.unit,
        rate: multiplyRationals(factor, multiplyRationals(weight, subtractRationals(now.rate, then.rate))),
        mix: multiplyRationals(factor, multiplyRationals(shift, subtractRationals(own, middle))),
      };
    }
    const shift = subtractRationals(now.weight, then.weight);
    const value = subtractRationals(now.contribution, then.contribution);
    return {
      unit: part.unit,
      rate: NOTHING,
      mix: multiplyRationals(factor, subtractRationals(value, multiplyRationals(shift, middle))),
    };
  });
  return { change: multiplyRationals(factor, subtractRationals(after.rate, before.rate)), effects };
}

/** A child's part in a sum at two times; null where it was not there. */
type SumPart = { readonly unit: string; readonly before: Rational | null; readonly after: Rational | null };

/** For sums each child's change is its effect, all of it its own. */
function sumEffects(parts: readonly SumPart[]): Effects {
  const effects = parts.map((part) => {
    const change = subtractRationals(part.after ?? NOTHING, part.before ?? NOTHING);
    const isSame = part.before !== null && part.after !== null;
    return { unit: part.unit, rate: isSame ? change : NOTHING, mix: isSame ? NOTHING : change };
  });
  const change = effects.reduce((sum, { rate, mix }) => addRationals(sum, addRationals(rate, mix)), NOTHING);
  return { change, effects };
}

type Side = { readonly denom: Decimal; readonly rate: Rational };

function sideOf(parts: readonly (RatioSums | null)[]): Side | null {
  let numer = NOTHING;
  let denom = ZERO;
  for (const part of parts) {
    if (part === null) continue;
    numer = addRationals(numer, part.numer);
    denom = addDecimals(denom, part.denom);
  }
  const rate = divideRationals(numer, rationalOf(denom));
  return rate === null ? null : { denom, rate };
}

type Share = { readonly weight: Rational; readonly rate: Rational | null; readonly contribution: Rational };

/** A part with a denominator of 0 has no rate and no weight; what stands in its numerator still contributes. */
function shareOf(part: RatioSums | null, side: Side): Share {
  if (part === null) return { weight: NOTHING, rate: null, contribution: NOTHING };
  return {
    weight: rational(part.denom, side.denom) ?? NOTHING,
    rate: divideRationals(part.numer, rationalOf(part.denom)),
    contribution: divideRationals(part.numer, rationalOf(side.denom)) ?? NOTHING,
  };
}

function half(value: Rational): Rational {
  return multiplyRationals(value, HALF);
}
