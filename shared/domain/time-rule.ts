import type { DueRule } from "./calendar.ts";
import { type Cell, cellValue, figureOf, keepsRatio, type ResolvedTarget } from "./cell.ts";
import { addCoverage, type Coverage, coverageOf, NOTHING_DUE } from "./coverage.ts";
import { addDecimals, type Decimal, integer, multiplyDecimals, ONE, ZERO } from "./decimal.ts";
import { type Figure, MISSING, NOT_APPLICABLE } from "./figure.ts";
import type { FigureRules, TimeRule } from "./kpi-definition.ts";
import type { Month } from "./month.ts";
import {
  addRationals,
  divideRationals,
  greater,
  type Rational,
  rational,
  rationalOf,
  scaleRational,
  smaller,
} from "./rational.ts";

/** One period of a unit's cell, under the definition in force for it. */
export type PeriodCell = {
  readonly month: Month;
  readonly cell: Cell;
  readonly rules: FigureRules;
  /** By `targetOf`, under the tree and the targets of the month. */
  readonly target: ResolvedTarget | null;
};

/** A value of a period and the weight with which `ratio` and `cumulative_ratio` count it. */
export type Weighted = { readonly value: Rational; readonly weight: Decimal };

/** The coverage of a window: the sum over its periods. */
export function coverageOverTime(periods: readonly PeriodCell[], due: DueRule): Coverage {
  return periods.reduce((sum, { cell, month }) => addCoverage(sum, coverageOf(cell, month, due)), NOTHING_DUE);
}

/**
 * The figure of a window by the time rule, over the periods' figures of one unit: org first, then time. Periods in
 * order of time. `last` is the figure of the last due period, missing where that is.
 */
export function figureOverTime(periods: readonly PeriodCell[], timeRule: TimeRule, due: DueRule): Figure {
  if (timeRule === "last") {
    const last = lastDue(periods, due);
    if (last !== null) return figureOf(last.cell, last.rules);
  }
  const reported = periods.filter(({ cell }) => cell.reported > 0);
  if (reported.length === 0) return absentFigure(periods);
  if (isRatioRule(timeRule)) return ratioOverTime(reported, timeRule);
  const values: Weighted[] = [];
  for (const { cell, rules } of reported) {
    const value = cellValue(cell, rules);
    if (value !== null) values.push({ value, weight: ONE });
  }
  return { kind: "number", exact: valueOverTime(values, timeRule), numer: null, denom: null };
}

/** The last period that is due, or reported before it is. */
export function lastDue(periods: readonly PeriodCell[], due: DueRule): PeriodCell | null {
  return periods.findLast(({ cell, month }) => cell.reported > 0 || coverageOf(cell, month, due).due > 0) ?? null;
}

/** Values of periods by a time rule, exactly; null where there is none, or their weights add up to 0. */
export function valueOverTime(values: readonly Weighted[], timeRule: TimeRule): Rational | null {
  if (values.length === 0) return null;
  const all = values.map(({ value }) => value);
  switch (timeRule) {
    case "ratio":
    case "cumulative_ratio": {
      const whole = sumOf(values.map(({ value, weight }) => scaleRational(value, weight)));
      return overWeights(whole, values, timeRule);
    }
    case "sum":
      return sumOf(all);
    case "mean":
      return divideRationals(sumOf(all), rationalOf(integer(all.length)));
    case "min":
      return all.reduce(smaller);
    case "max":
      return all.reduce(greater);
    case "last":
      return all.at(-1) ?? null;
  }
}

function ratioOverTime(reported: readonly PeriodCell[], timeRule: "ratio" | "cumulative_ratio"): Figure {
  const isKept = reported.every(({ cell, rules }) => keepsRatio(cell, rules));
  const numer = isKept ? reported.reduce((sum, { cell }) => addDecimals(sum, cell.numer), ZERO) : null;
  const weights = reported.map(({ cell }) => ({ weight: cell.weight }));
  const denom = isKept ? sumOfWeights(weights) : null;
  const whole = sumOf(reported.map(weightedValue));
  return { kind: "number", exact: overWeights(whole, weights, timeRule), numer, denom };
}

/**
 * A period's value times its weight: for a ratio, multiplier x sum of numerators, also where the denominator is 0.
 */
function weightedValue({ cell, rules }: PeriodCell): Rational {
  if (keepsRatio(cell, rules)) return rationalOf(multiplyDecimals(cell.numer, rules.multiplier));
  const value = cellValue(cell, rules);
  return value === null ? rationalOf(ZERO) : scaleRational(value, cell.weight);
}

/** Over the sum of the weights; `cumulative_ratio` over their mean. */
function overWeights(
  whole: Rational,
  weights: readonly Pick<Weighted, "weight">[],
  timeRule: "ratio" | "cumulative_ratio",
): Rational | null {
  const share = timeRule === "ratio" ? whole : scaleRational(whole, integer(weights.length));
  const divisor = rational(sumOfWeights(weights), ONE);
  return divisor === null ? null : divideRationals(share, divisor);
}

function absentFigure(periods: readonly PeriodCell[]): Figure {
  const isSilent = periods.some(({ cell }) => cell.assigned > 0);
  return !isSilent && periods.some(({ cell }) => cell.notApplicable > 0) ? NOT_APPLICABLE : MISSING;
}

function isRatioRule(rule: TimeRule): rule is "ratio" | "cumulative_ratio" {
  return rule === "ratio" || rule === "cumulative_ratio";
}

function sumOfWeights(weights: readonly Pick<Weighted, "weight">[]): Decimal {
  return weights.reduce((sum, { weight }) => addDecimals(sum, weight), ZERO);
}

function sumOf(values: readonly Rational[]): Rational {
  return values.reduce(addRationals, rationalOf(ZERO));
}
