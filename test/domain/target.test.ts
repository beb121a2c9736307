import { describe, expect, test } from "vitest";
import { targetOf } from "../../shared/domain/cell.ts";
import { integer, ONE } from "../../shared/domain/decimal.ts";
import type { FigureRules } from "../../shared/domain/kpi-definition.ts";
import { cellOfSubtree } from "../../shared/domain/roll-up.ts";
import { targetView } from "../../shared/domain/target.ts";
import { isSame, qOfRational, qOfText } from "./exact-oracle.ts";
import { decimal, factsOf, rulesOf, type Saying, targetsOf, treeOf, type World } from "./org-worlds.ts";
import { resolved } from "./target-judge.ts";

const percent = rulesOf({ input: "ratio", orgRule: "ratio", timeRule: "ratio", multiplier: integer(100) });
const ratio = (numer: string, denom: string): Saying => ({ kind: "number", numer, denom });
const value = (numer: string): Saying => ({ kind: "number", numer, denom: "1" });
const missing: Saying = { kind: "missing" };
/** A root, unit 0, over two branches. */
const over = (sayings: (Saying | null)[], targets: (string | null)[]): World => ({
  parents: [0, 0],
  sayings: [null, ...sayings],
  targets: targets.map((target) => (target === null ? null : [target])),
});
const shownAt = (world: World, rules: FigureRules, unit = 0) => {
  const found = resolved(world, rules).targets[unit] ?? null;
  return found === null ? null : targetView(found.target).value;
};

describe("where a target comes from", () => {
  test("a ratio's target is the denominator-weighted mean of its parts' targets", () => {
    expect(shownAt(over([ratio("80", "100"), ratio("270", "300")], [null, "80", "90"]), percent)).toBe(87.5);
  });

  test("an explicit target stands before the parts'", () => {
    expect(shownAt(over([ratio("1", "2"), ratio("1", "2")], ["95", "80", "90"]), percent)).toBe(95);
  });

  test("without targets below, a unit takes the nearest ancestor's, but never for a sum", () => {
    const world: World = { parents: [0, 1], sayings: [null, null, value("5")], targets: [["95"], ["90"], null] };
    expect(shownAt(world, rulesOf({ orgRule: "mean" }), 2)).toBe(90);
    expect(shownAt(world, rulesOf({ orgRule: "sum" }), 2)).toBeNull();
  });

  test("a part without a target takes the ancestor's into the aggregate", () => {
    const world: World = {
      parents: [0, 1, 1],
      sayings: [null, null, ratio("1", "100"), ratio("1", "300")],
      targets: [["60"], null, ["80"], null],
    };
    expect(shownAt(world, percent, 1)).toBe(65);
  });

  test("a reporting part without any target leaves the aggregate without one; a silent part does not", () => {
    const mean = rulesOf({ orgRule: "mean" });
    expect(shownAt(over([value("1"), value("2")], [null, "80", null]), mean)).toBeNull();
    expect(shownAt(over([value("1"), missing], [null, "80", null]), mean)).toBe(80);
  });
});

describe("how parts make a target", () => {
  test("a sum adds the targets of its reported parts only", () => {
    const sum = rulesOf({ orgRule: "sum" });
    expect(shownAt(over([value("1"), value("2")], [null, "10", "20"]), sum)).toBe(30);
    expect(shownAt(over([value("1"), missing], [null, "10", "20"]), sum)).toBe(10);
    expect(shownAt(over([missing, missing], [null, "10", "20"]), sum)).toBe(30);
  });

  test("with nothing reported, parts count by their latest denominators, else equally", () => {
    const world = over([missing, missing], [null, "80", "90"]);
    const month = { tree: treeOf(world), rules: percent, facts: factsOf(world), targets: targetsOf(world) };
    const weighed = (latest: [string, string][]) => {
      const cell = cellOfSubtree(month, "U0", new Map(latest.map(([unit, denom]) => [unit, decimal(denom)])));
      return targetView(targetOf(cell, null, percent)?.target ?? null).value;
    };
    expect(
      weighed([
        ["U1", "100"],
        ["U2", "300"],
      ]),
    ).toBe(87.5);
    expect(weighed([["U1", "100"]])).toBe(85);
    expect(weighed([])).toBe(85);
    expect(
      weighed([
        ["U1", "0"],
        ["U2", "0"],
      ]),
    ).toBe(85);
  });

  test("the edges of a band aggregate each like a target", () => {
    const world: World = {
      parents: [0, 0],
      sayings: [null, value("1"), value("2")],
      targets: [null, ["10", "20"], ["20", "40"]],
    };
    const { targets } = resolved(world, rulesOf({ orgRule: "mean", direction: "band" }));
    expect(targetView(targets[0]?.target ?? null)).toEqual({ value: null, low: 15, high: 30 });
  });

  test("a target of another kind than the direction asks for is none", () => {
    const world = over([value("1"), value("2")], [null, "10", "20"]);
    expect(resolved(world, rulesOf({ orgRule: "mean", direction: "band" })).targets).toEqual([null, null, null]);
  });

  test("equal means equal: the aggregate is exact where doubles are not", () => {
    const world = over([ratio("0.1", "3"), ratio("0.2", "3")], [null, "0.1", "0.2"]);
    const found = resolved(world, { ...percent, multiplier: ONE }).targets[0];
    expect(found?.target.kind === "value" && isSame(qOfRational(found.target.value), qOfText("0.15"))).toBe(true);
  });
});
