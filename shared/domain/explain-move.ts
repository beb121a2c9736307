import type { DueRule } from "./calendar.ts";
import { type Cell, cellValue, keepsRatio } from "./cell.ts";
import { addDecimals, compareDecimals, type Decimal, integer, subtractDecimals, ZERO } from "./decimal.ts";
import { type Effects, effectsOfCells } from "./effects.ts";
import { exactValue, type Figure } from "./figure.ts";
import type { FigureRules, TimeRule } from "./kpi-definition.ts";
import type { Month } from "./month.ts";
import {
  addRationals,
  compareRationals,
  divideRationals,
  multiplyRationals,
  NOTHING,
  type Rational,
  rational,
  rationalOf,
  subtractRationals,
} from "./rational.ts";
import { figureOverTime, type PeriodCell } from "./time-rule.ts";

/** The periods of one unit by month; of a part only those months in which it was a part of the whole. */
export type Periods = ReadonlyMap<Month, PeriodCell>;

export type MoveQuestion = {
  /** Months that are compared with one another, in order of time: one pair for two months, several for a year to date. */
  readonly months: readonly { readonly before: Month; readonly after: Month }[];
  readonly whole: Periods;
  readonly parts: ReadonlyMap<string, Periods>;
  readonly due: DueRule;
};

/** What one part adds to the change of the whole. `unit` is null for what belongs to none of the parts named. */
export type PartMove = {
  readonly unit: string | null;
  readonly before: Figure;
  readonly after: Figure;
  /** Share of the whole's denominator, 0 to 1; null where parts are not weighed by one. */
  readonly shareBefore: Rational | null;
  readonly shareAfter: Rational | null;
  readonly rate: Rational;
  readonly mix: Rational;
};

export type Move =
  | {
      readonly kind: "explained";
      readonly before: Figure;
      readonly after: Figure;
      /** Exactly the sum of all rate and mix effects. */
      readonly change: Rational;
      /** Pairs of months that both sides report; only these are compared. */
      readonly months: number;
      readonly parts: readonly PartMove[];
      /** Every part that was there both times moved one way, at least two of them, and the whole the other way. */
      readonly isOpposed: boolean;
    }
  | { readonly kind: "unexplained"; readonly why: "rule" | "definition" | "no_value" };

const REST = "";

/**
 * Splits the change of a whole between two periods over its parts, exactly (DOMAIN 4.11). Windows of several months
 * follow the time rule: pooled ratios pool, sums and means take the effects of each pair of months together. Rules that
 * pick one part (min, max) have no such split, nor have months under definitions that compute differently.
 */
export function explainMove(question: MoveQuestion): Move {
  const pairs = question.months.flatMap((pair) => {
    const [before, after] = [question.whole.get(pair.before), question.whole.get(pair.after)];
    if (before === undefined || after === undefined) return [];
    const areValued = [before, after].every(({ cell, rules }) => cellValue(cell, rules) !== null);
    return areValued ? [{ ...pair, rules: after.rules, isSame: isSameRule(before.rules, after.rules) }] : [];
  });
  const rules = pairs.at(-1)?.rules;
  if (rules === undefined) return { kind: "unexplained", why: "no_value" };
  if (pairs.some((pair) => !pair.isSame || !isSameRule(pair.rules, rules))) {
    return { kind: "unexplained", why: "definition" };
  }
  const compared = rules.timeRule === "last" ? pairs.slice(-1) : pairs;
  const split = effectsOver(question, compared, rules);
  return split === null
    ? { kind: "unexplained", why: "rule" }
    : moveOf({ ...question, months: compared }, { split, rules });
}

function isSameRule(a: FigureRules, b: FigureRules): boolean {
  return (
    a.input === b.input &&
    a.orgRule === b.orgRule &&
    a.timeRule === b.timeRule &&
    compareDecimals(a.multiplier, b.multiplier) === 0
  );
}

type Pairs = MoveQuestion["months"];
type Side = "before" | "after";

function effectsOver(question: MoveQuestion, pairs: Pairs, rules: FigureRules): Effects | null {
  if (isPooled(rules.timeRule)) return pooledEffects(question, pairs, rules);
  if (rules.timeRule === "min" || rules.timeRule === "max")
    return pairs.length === 1 ? monthly(question, pairs, rules) : null;
  return monthly(question, pairs, rules);
}

function isPooled(timeRule: TimeRule): boolean {
  return timeRule === "ratio" || timeRule === "cumulative_ratio";
}

/** Numerators and denominators of all months together; a cumulative ratio is that many times as large. */
function pooledEffects(question: MoveQuestion, pairs: Pairs, rules: FigureRules): Effects | null {
  if (rules.orgRule !== "ratio") return null;
  const effects = effectsOfCells(pooledCells(question, pairs, "before"), pooledCells(question, pairs, "after"), rules);
  if (effects === null || rules.timeRule === "ratio") return effects;
  return scaled(effects, rationalOf(integer(pairs.length)));
}

function pooledCells(question: MoveQuestion, pairs: Pairs, side: Side): Map<string, Cell> {
  const pooled = new Map<string, Cell>();
  for (const pair of pairs) {
    for (const [unit, cell] of cellsOf(question, pair[side])) {
      const known = pooled.get(unit);
      pooled.set(unit, known === undefined ? cell : addedRatios(known, cell));
    }
  }
  return pooled;
}

function addedRatios(a: Cell, b: Cell): Cell {
  return {
    ...a,
    numer: addDecimals(a.numer, b.numer),
    denom: addDecimals(a.denom, b.denom),
    valued: a.valued + b.valued,
    reported: a.reported + b.reported,
  };
}

/** The effects of each pair of months, added for a sum and averaged for a mean. */
function monthly(question: MoveQuestion, pairs: Pairs, rules: FigureRules): Effects | null {
  let sum: Effects = { change: NOTHING, effects: [] };
  for (const pair of pairs) {
    const effects = effectsOfCells(cellsOf(question, pair.before), cellsOf(question, pair.after), rules);
    if (effects === null) return null;
    sum = addedEffects(sum, effects);
  }
  const share = rational(integer(1), integer(pairs.length));
  return rules.timeRule === "mean" && share !== null ? scaled(sum, share) : sum;
}

function addedEffects(a: Effects, b: Effects): Effects {
  const found = new Map(a.effects.map((effect) => [effect.unit, effect]));
  for (const { unit, rate, mix } of b.effects) {
    const known = found.get(unit);
    const added =
      known === undefined ? { rate, mix } : { rate: addRationals(known.rate, rate), mix: addRationals(known.mix, mix) };
    found.set(unit, { unit, ...added });
  }
  return { change: addRationals(a.change, b.change), effects: [...found.values()] };
}

function scaled({ change, effects }: Effects, factor: Rational): Effects {
  const times = (value: Rational) => multiplyRationals(value, factor);
  return {
    change: times(change),
    effects: effects.map(({ unit, rate, mix }) => ({ unit, rate: times(rate), mix: times(mix) })),
  };
}

/** The parts' cells of a month, and what of the whole stands in none of them: its own assignment, or units since moved. */
function cellsOf({ whole, parts }: MoveQuestion, month: Month): Map<string, Cell> {
  const cells = new Map<string, Cell>();
  for (const [unit, periods] of parts) {
    const cell = periods.get(month)?.cell;
    if (cell !== undefined && cell.reported > 0) cells.set(unit, cell);
  }
  const period = whole.get(month);
  const rest = period === undefined ? null : restOf(period, [...cells.values()]);
  if (rest !== null) cells.set(REST, rest);
  return cells;
}

function restOf({ cell, rules }: PeriodCell, parts: readonly Cell[]): Cell | null {
  const reported = cell.reported - parts.reduce((sum, part) => sum + part.reported, 0);
  if (reported <= 0) return null;
  const valued = cell.valued - parts.reduce((sum, part) => sum + part.valued, 0);
  if (rules.orgRule === "ratio") {
    const left = (of: (each: Cell) => Decimal) =>
      parts.reduce((rest, part) => subtractDecimals(rest, of(part)), of(cell));
    return { ...cell, numer: left(({ numer }) => numer), denom: left(({ denom }) => denom), reported, valued };
  }
  const sumOf = ({ numer, denom }: Cell) => rational(numer, denom) ?? NOTHING;
  const left = parts.reduce((rest, part) => subtractRationals(rest, sumOf(part)), sumOf(cell));
  return { ...cell, numer: left.numer, denom: left.denom, reported, valued };
}

type Split = { readonly split: Effects; readonly rules: FigureRules };

function moveOf(question: MoveQuestion, { split, rules }: Split): Move {
  const figureAt = (periods: Periods, side: Side) =>
    figureOverTime(
      question.months.flatMap((pair) => periods.get(pair[side]) ?? []),
      rules.timeRule,
      question.due,
    );
  const rest = restPeriods(question);
  const shares = { before: sharesOf(question, "before", rules), after: sharesOf(question, "after", rules) };
  const parts = split.effects.map(({ unit, rate, mix }): PartMove => {
    const periods = unit === REST ? rest : (question.parts.get(unit) ?? new Map());
    const [shareBefore, shareAfter] = [shares.before?.get(unit) ?? null, shares.after?.get(unit) ?? null];
    const figures = { before: figureAt(periods, "before"), after: figureAt(periods, "after") };
    return { unit: unit === REST ? null : unit, ...figures, shareBefore, shareAfter, rate, mix };
  });
  const [before, after] = [figureAt(question.whole, "before"), figureAt(question.whole, "after")];
  const { change } = split;
  const isOpposed = movesAgainst(change, parts);
  return { kind: "explained", before, after, change, months: question.months.length, parts, isOpposed };
}

function restPeriods(question: MoveQuestion): Periods {
  const found = new Map<Month, PeriodCell>();
  for (const month of question.months.flatMap(({ before, after }) => [before, after])) {
    const period = question.whole.get(month);
    const cell = cellsOf(question, month).get(REST);
    if (period !== undefined && cell !== undefined) found.set(month, { ...period, cell, target: null });
  }
  return found;
}

/** Shares of the denominator over all months compared; null where the parts of the rule have none. */
function sharesOf(question: MoveQuestion, side: Side, rules: FigureRules): Map<string, Rational> | null {
  if (rules.orgRule !== "ratio") return null;
  const pooled = pooledCells(question, question.months, side);
  const whole = [...pooled.values()].reduce((sum, { denom }) => addDecimals(sum, denom), ZERO);
  const shares = new Map<string, Rational>();
  for (const [unit, cell] of pooled) {
    const share = keepsRatio(cell, rules) ? divideRationals(rationalOf(cell.denom), rationalOf(whole)) : null;
    if (share !== null) shares.set(unit, share);
  }
  return shares;
}

function movesAgainst(change: Rational, parts: readonly PartMove[]): boolean {
  const direction = compareRationals(change, NOTHING);
  const moves = parts.flatMap(({ before, after }) => {
    const [then, now] = [exactValue(before), exactValue(after)];
    return then === null || now === null ? [] : [compareRationals(now, then)];
  });
  return direction !== 0 && moves.length >= 2 && moves.every((move) => move === -direction);
}
