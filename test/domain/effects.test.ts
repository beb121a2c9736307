import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Cell, cellOfUnit } from "../../shared/domain/cell.ts";
import { integer } from "../../shared/domain/decimal.ts";
import { type Effects, effectsOfCells } from "../../shared/domain/effects.ts";
import { ORG_RULES } from "../../shared/domain/kpi-definition.ts";
import { rationalNumber } from "../../shared/domain/rational.ts";
import {
  add,
  CASES,
  divide,
  multiply,
  PATIENCE,
  type Q,
  q,
  qOfRational,
  qOfText,
  subtract,
  total,
  zero,
} from "./exact-oracle.ts";
import { factOf, rulesOf, type Saying, saying, unitName, valueByRule } from "./org-worlds.ts";

const PERCENT = rulesOf({ input: "ratio", orgRule: "ratio", timeRule: "ratio", multiplier: integer(100) });

function cellsOf(sayings: readonly (Saying | null)[], rules = PERCENT): Map<string, Cell> {
  const cells = new Map<string, Cell>();
  sayings.forEach((said, at) => {
    if (said !== null) cells.set(unitName(at), cellOfUnit({ own: factOf(said), children: [], explicit: null }, rules));
  });
  return cells;
}

const whole = (effects: Effects): Q =>
  total(effects.effects.flatMap(({ rate, mix }) => [qOfRational(rate), qOfRational(mix)]));

const sides = (isRatio: boolean) => {
  const side = fc.array(
    fc.oneof({ weight: 5, arbitrary: saying(isRatio) }, { weight: 1, arbitrary: fc.constant(null) }),
    { minLength: 1, maxLength: 6 },
  );
  return fc.record({ before: side, after: side });
};

test(
  "the effects of a ratio, a mean or a sum add up to the change of the whole exactly",
  () => {
    const cases = fc
      .record({ orgRule: fc.constantFrom(...ORG_RULES), isRatio: fc.boolean() })
      .chain(({ orgRule, isRatio }) => {
        const input = orgRule === "ratio" || isRatio ? "ratio" : "value";
        const rules = rulesOf({ orgRule, input, multiplier: integer(input === "ratio" ? 100 : 1) });
        return fc.record({ rules: fc.constant(rules), sides: sides(input === "ratio") });
      });
    fc.assert(
      fc.property(cases, ({ rules, sides: { before, after } }) => {
        const effects = effectsOfCells(cellsOf(before, rules), cellsOf(after, rules), rules);
        const value = (side: readonly (Saying | null)[]) =>
          valueByRule(
            side.filter((said) => said !== null),
            rules,
          );
        const [then, now] = [value(before), value(after)];
        if (rules.orgRule === "sum") {
          expect(whole(effects ?? expect.fail("no effects"))).toEqual(subtract(now ?? zero, then ?? zero));
        } else if (then === null || now === null || (rules.orgRule !== "ratio" && rules.orgRule !== "mean")) {
          expect(effects).toBeNull();
        } else {
          const found = effects ?? expect.fail("no effects");
          expect(whole(found)).toEqual(subtract(now, then));
          expect(qOfRational(found.change)).toEqual(subtract(now, then));
        }
      }),
      CASES,
    );
  },
  PATIENCE,
);

test(
  "each child's rate and mix effect is the formula of 4.11, and joiners and leavers are all mix",
  () => {
    const part = fc.record({ numer: fc.integer({ min: 0, max: 500 }), denom: fc.integer({ min: 1, max: 500 }) });
    const child = fc.record({ before: fc.option(part, { freq: 6 }), after: fc.option(part, { freq: 6 }) });
    fc.assert(
      fc.property(fc.array(child, { minLength: 1, maxLength: 6 }), (children) => {
        fc.pre(children.some(({ before }) => before !== null) && children.some(({ after }) => after !== null));
        const say = (side: { numer: number; denom: number } | null): Saying | null =>
          side === null ? null : { kind: "number", numer: String(side.numer), denom: String(side.denom) };
        const cells = (key: "before" | "after") => cellsOf(children.map((sides) => say(sides[key])));
        const { effects } = effectsOfCells(cells("before"), cells("after"), PERCENT) ?? expect.fail("no effects");
        const sum = (key: "before" | "after", of: "numer" | "denom") =>
          total(children.map((sides) => q(sides[key]?.[of] ?? 0)));
        const rate = (key: "before" | "after") => divide(sum(key, "numer"), sum(key, "denom"));
        const middle = multiply(add(rate("before"), rate("after")), q(1, 2));
        children.forEach(({ before, after }, at) => {
          const effect = effects.find(({ unit }) => unit === unitName(at));
          expect(effect === undefined).toBe(before === null && after === null);
          if (effect === undefined) return;
          const weight = (key: "before" | "after") =>
            divide(q((key === "before" ? before : after)?.denom ?? 0), sum(key, "denom"));
          const shift = subtract(weight("after"), weight("before"));
          const rates = [before, after].flatMap((side) => (side === null ? [] : [q(side.numer, side.denom)]));
          const own = divide(total(rates), q(rates.length));
          const [then, now] = rates;
          const change = then !== undefined && now !== undefined ? subtract(now, then) : zero;
          const mean = multiply(add(weight("before"), weight("after")), q(1, 2));
          expect(qOfRational(effect.rate)).toEqual(multiply(q(100), multiply(mean, change)));
          expect(qOfRational(effect.mix)).toEqual(multiply(q(100), multiply(shift, subtract(own, middle))));
        });
      }),
      CASES,
    );
  },
  PATIENCE,
);

describe("worked examples", () => {
  const ratio = (numer: string, denom: string): Saying => ({ kind: "number", numer, denom });

  test("both branches improve and the whole gets worse: the mix says why", () => {
    const before = cellsOf([ratio("90", "100"), ratio("1", "10")]);
    const after = cellsOf([ratio("19", "20"), ratio("20", "100")]);
    const effects = effectsOfCells(before, after, PERCENT) ?? expect.fail("no effects");
    expect(effects.effects.every(({ rate }) => (rationalNumber(rate) ?? 0) > 0)).toBe(true);
    expect(rationalNumber(effects.change)).toBeLessThan(0);
  });

  test("for sums each child's change is its effect", () => {
    const rules = rulesOf({ orgRule: "sum" });
    const side = (texts: string[]) =>
      cellsOf(
        texts.map((numer) => ratio(numer, "1")),
        rules,
      );
    const effects = effectsOfCells(side(["1", "2"]), side(["4", "1"]), rules) ?? expect.fail("no effects");
    expect(effects.effects.map(({ rate }) => qOfRational(rate))).toEqual([q(3), q(-1)]);
    expect(qOfRational(effects.change)).toEqual(qOfText("2"));
  });

  test("a whole without a value at either time has no split", () => {
    expect(effectsOfCells(cellsOf([{ kind: "missing" }]), cellsOf([ratio("1", "2")]), PERCENT)).toBeNull();
  });
});
