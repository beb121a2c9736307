import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Cell, cellOfUnit } from "../../shared/domain/cell.ts";
import { integer } from "../../shared/domain/decimal.ts";
import { explainMove, type Move, type MoveQuestion, type Periods } from "../../shared/domain/explain-move.ts";
import { exactValue } from "../../shared/domain/figure.ts";
import type { FigureRules, TimeRule } from "../../shared/domain/kpi-definition.ts";
import { addMonths, type Month } from "../../shared/domain/month.ts";
import { rationalNumber, subtractRationals } from "../../shared/domain/rational.ts";
import type { PeriodCell } from "../../shared/domain/time-rule.ts";
import { CASES, PATIENCE, qOfRational, total } from "./exact-oracle.ts";
import { factOf, rulesOf, type Saying, saying, unitName } from "./org-worlds.ts";

const TO = "2026-03" as Month;
const DUE = { today: "2026-05-20" as never, entryDueDay: 10 };
const PERCENT = rulesOf({ input: "ratio", orgRule: "ratio", timeRule: "ratio", multiplier: integer(100) });

type Told = readonly (Saying | null)[];

/** What each unit says in each month; the last of a month is the whole's own assignment, named by no part. */
type World = { readonly before: readonly Told[]; readonly after: readonly Told[] };

function questionOf(world: World, rules: FigureRules): MoveQuestion {
  const months = world.after.map((_, at) => ({
    after: addMonths(TO, at - world.after.length + 1),
    before: addMonths(TO, at - world.after.length - 11),
  }));
  const parts = new Map<string, Map<Month, PeriodCell>>();
  const whole = new Map<Month, PeriodCell>();
  const say = (month: Month, told: Told) => {
    const cells: Cell[] = [];
    told.slice(0, -1).forEach((said, at) => {
      if (said === null) return;
      const cell = cellOfUnit({ own: factOf(said), children: [], explicit: null }, rules);
      cells.push(cell);
      const periods = parts.get(unitName(at)) ?? new Map<Month, PeriodCell>();
      parts.set(unitName(at), periods.set(month, { month, cell, rules, target: null }));
    });
    const own = told.at(-1) ?? null;
    const cell = cellOfUnit({ own: own === null ? null : factOf(own), children: cells, explicit: null }, rules);
    whole.set(month, { month, cell, rules, target: null });
  };
  months.forEach(({ before, after }, at) => {
    say(before, world.before[at] ?? []);
    say(after, world.after[at] ?? []);
  });
  return { months, whole: whole as Periods, parts, due: DUE };
}

const told = (isRatio: boolean) =>
  fc.array(fc.oneof({ weight: 5, arbitrary: saying(isRatio) }, { weight: 1, arbitrary: fc.constant(null) }), {
    minLength: 2,
    maxLength: 5,
  });
const worldOf = (isRatio: boolean) =>
  fc.integer({ min: 1, max: 3 }).chain((count) => {
    const side = fc.array(told(isRatio), { minLength: count, maxLength: count });
    return fc.record({ before: side, after: side });
  });

const RULES: readonly Pick<FigureRules, "input" | "orgRule" | "timeRule">[] = [
  { input: "ratio", orgRule: "ratio", timeRule: "ratio" },
  { input: "ratio", orgRule: "ratio", timeRule: "cumulative_ratio" },
  { input: "ratio", orgRule: "ratio", timeRule: "mean" },
  { input: "value", orgRule: "sum", timeRule: "sum" },
  { input: "value", orgRule: "sum", timeRule: "last" },
  { input: "value", orgRule: "mean", timeRule: "mean" },
];

test(
  "rate and mix effects of all parts add up to the change of the whole's own figures exactly, by every time rule",
  () => {
    const cases = fc.constantFrom(...RULES).chain((named) => {
      const rules = rulesOf({ ...named, multiplier: integer(named.input === "ratio" ? 100 : 1) });
      return fc.record({ rules: fc.constant(rules), world: worldOf(named.input === "ratio") });
    });
    fc.assert(
      fc.property(cases, ({ rules, world }) => {
        const move = explainMove(questionOf(world, rules));
        if (move.kind === "unexplained") return;
        const [then, now] = [exactValue(move.before), exactValue(move.after)];
        if (then === null || now === null) return;
        const sum = total(move.parts.flatMap(({ rate, mix }) => [qOfRational(rate), qOfRational(mix)]));
        expect(sum).toEqual(qOfRational(subtractRationals(now, then)));
        expect(qOfRational(move.change)).toEqual(sum);
      }),
      CASES,
    );
  },
  PATIENCE,
);

const ratio = (numer: number, denom: number): Saying => ({
  kind: "number",
  numer: String(numer),
  denom: String(denom),
});

function explained(world: World, rules = PERCENT): Extract<Move, { kind: "explained" }> {
  const move = explainMove(questionOf(world, rules));
  if (move.kind !== "explained") throw new Error(move.why);
  return move;
}

describe("the worked example: both parts get better and the whole gets worse", () => {
  const move = explained({
    before: [[ratio(90, 100), ratio(10, 20), null]],
    after: [[ratio(92, 100), ratio(60, 100), null]],
  });

  test("is told as parts that move against the whole", () => {
    expect(move.isOpposed).toBe(true);
    expect(rationalNumber(move.change)).toBeCloseTo(76 - (100 / 120) * 100, 12);
  });

  test("has rate effects one way and a larger mix effect the other", () => {
    expect(move.parts.every(({ rate }) => (rationalNumber(rate) ?? 0) > 0)).toBe(true);
    expect(move.parts.every(({ mix }) => (rationalNumber(mix) ?? 0) < 0)).toBe(true);
    expect(move.parts.map(({ shareAfter }) => rationalNumber(shareAfter ?? move.change))).toEqual([0.5, 0.5]);
  });
});

test("who joins or leaves is all mix, and what no part holds stands in a line of its own", () => {
  const move = explained({ before: [[ratio(9, 10), null, ratio(5, 10)]], after: [[null, ratio(8, 10), ratio(5, 10)]] });
  expect(move.parts.map(({ unit }) => unit)).toEqual(["U0", null, "U1"]);
  expect(move.parts.filter(({ unit }) => unit !== null).map(({ rate }) => rationalNumber(rate))).toEqual([0, 0]);
  expect(move.parts.find(({ unit }) => unit === null)).toMatchObject({ before: { kind: "number" } });
});

test.each<[string, Partial<FigureRules>, string]>([
  ["a smallest value has no split", { orgRule: "min" }, "rule"],
  ["nor has a largest one", { orgRule: "max" }, "rule"],
])("%s", (_, named, why) => {
  const one: Saying = { kind: "number", numer: "3", denom: "1" };
  const question = questionOf({ before: [[one, one, null]], after: [[one, one, null]] }, rulesOf(named));
  expect(explainMove(question)).toEqual({ kind: "unexplained", why });
});

test("months without a value on either side are left out, and the pairs that remain are counted", () => {
  const timeRule: TimeRule = "ratio";
  const world = {
    before: [
      [null, null],
      [ratio(1, 2), null],
    ],
    after: [
      [ratio(1, 2), null],
      [ratio(2, 2), null],
    ],
  };
  const move = explained(world, { ...PERCENT, timeRule });
  expect([move.months, rationalNumber(move.change)]).toEqual([1, 50]);
});
