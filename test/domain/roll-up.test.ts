import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { type Cell, cellOfUnit, cellValue, figureOf, targetOf, type UnitParts } from "../../shared/domain/cell.ts";
import { cellOfText, cellText } from "../../shared/domain/cell-text.ts";
import { integer } from "../../shared/domain/decimal.ts";
import { type FigureView, figureView } from "../../shared/domain/figure.ts";
import type { FigureRules } from "../../shared/domain/kpi-definition.ts";
import { cellsOfTree } from "../../shared/domain/roll-up.ts";
import { targetView } from "../../shared/domain/target.ts";
import { CASES, PATIENCE, qOfNullable } from "./exact-oracle.ts";
import {
  below,
  childrenAt,
  factOf,
  factsOf,
  ruledWorld,
  rulesOf,
  type Saying,
  targetOfTexts,
  targetsOf,
  treeOf,
  unitName,
  valueByRule,
  type World,
} from "./org-worlds.ts";

vi.setConfig({ testTimeout: PATIENCE });

function rolledUp(world: World, rules: FigureRules): Map<string, Cell> {
  return cellsOfTree({ tree: treeOf(world), rules, facts: factsOf(world), targets: targetsOf(world) });
}

function cellAt(cells: ReadonlyMap<string, Cell>, unit: number): Cell {
  return cells.get(unitName(unit)) ?? expect.fail(`no cell of unit ${unit}`);
}

function saidBy(world: World, unit: number): Pick<UnitParts, "own" | "explicit"> {
  const own = world.sayings[unit] ?? null;
  return { own: own === null ? null : factOf(own), explicit: targetsOf(world).get(unitName(unit)) ?? null };
}

/** The sayings that a unit's figure is made of: every assignment in its subtree, its own included. */
function sayingsOf(world: World, unit: number, rules: FigureRules): Saying[] {
  const units = rules.orgRule === "none" ? [unit] : below(world, unit);
  return units.map((at) => world.sayings[at] ?? null).filter((saying) => saying !== null);
}

test("the roll-up of every unit takes every assignment of its subtree, by the org rule, exactly", () => {
  fc.assert(
    fc.property(ruledWorld(), ({ rules, world }) => {
      const cells = rolledUp(world, rules);
      const found = below(world, 0).map((unit) => {
        const cell = cellAt(cells, unit);
        return [qOfNullable(cellValue(cell, rules)), cell.reported, cell.assigned, cell.notApplicable];
      });
      const expected = below(world, 0).map((unit) => {
        const sayings = sayingsOf(world, unit, rules);
        const count = (kind: Saying["kind"]) => sayings.filter((saying) => saying.kind === kind).length;
        const reported = count("number");
        return [valueByRule(sayings, rules), reported, reported + count("missing"), count("not_applicable")];
      });
      expect(found).toEqual(expected);
    }),
    CASES,
  );
});

test("number, not applicable and missing stay what they are, and no number is NaN, Infinity or -0", () => {
  fc.assert(
    fc.property(ruledWorld(), ({ rules, world }) => {
      const cells = rolledUp(world, rules);
      const views = below(world, 0).map((unit) => figureView(figureOf(cellAt(cells, unit), rules)));
      const expected = below(world, 0).map((unit) => {
        const kinds = sayingsOf(world, unit, rules).map((saying) => saying.kind);
        if (kinds.includes("number")) return "number";
        return kinds.includes("not_applicable") && !kinds.includes("missing") ? "not_applicable" : "missing";
      });
      expect(views.map(({ kind }) => kind)).toEqual(expected);
      const isSound = ({ kind, value }: FigureView) =>
        value === null || (kind === "number" && Number.isFinite(value) && !Object.is(value, -0));
      expect(views.filter((view) => !isSound(view))).toEqual([]);
    }),
    CASES,
  );
});

test("any drill path to a cell gives the same kept text: children in any order, in any grouping", () => {
  fc.assert(
    fc.property(ruledWorld({ targeted: 4 }), fc.infiniteStream(fc.nat()), ({ rules, world }, random) => {
      const cells = rolledUp(world, rules);
      const kept = below(world, 0).map((unit) => cellText(cellAt(cells, unit), rules));
      const shuffled = below(world, 0).map((unit) => {
        const children = childrenAt(world, unit).map((child) => ({
          cell: cellAt(cells, child),
          at: random.next().value ?? 0,
        }));
        const ordered = children.sort((a, b) => a.at - b.at).map(({ cell }) => cell);
        return cellText(cellOfUnit({ ...saidBy(world, unit), children: ordered }, rules), rules);
      });
      expect(shuffled).toEqual(kept);
      const grouped = below(world, 0).map((unit) => {
        const [first, ...rest] = childrenAt(world, unit).map((child) => cellAt(cells, child));
        const group = cellOfUnit({ own: null, children: rest, explicit: null }, rules);
        const children = first === undefined ? [] : [group, first];
        return cellText(cellOfUnit({ ...saidBy(world, unit), children }, rules), rules);
      });
      expect(grouped).toEqual(kept);
    }),
    CASES,
  );
});

test("a kept text gives back its cell, and merges as the cell does", () => {
  fc.assert(
    fc.property(ruledWorld({ targeted: 4 }), ({ rules, world }) => {
      const cells = rolledUp(world, rules);
      const kept = below(world, 0).map((unit) => cellText(cellAt(cells, unit), rules));
      const read = kept.map((text) => cellOfText(text, rules));
      expect(read.map((cell) => cellText(cell, rules))).toEqual(kept);
      const views = (cell: Cell) => [
        figureView(figureOf(cell, rules)),
        targetView(targetOf(cell, null, rules)?.target ?? null),
      ];
      expect(read.map(views)).toEqual(below(world, 0).map((unit) => views(cellAt(cells, unit))));
      const merged = below(world, 0).map((unit) => {
        const children = childrenAt(world, unit).flatMap((child) => read[below(world, 0).indexOf(child)] ?? []);
        return cellText(cellOfUnit({ ...saidBy(world, unit), children }, rules), rules);
      });
      expect(merged).toEqual(kept);
    }),
    CASES,
  );
});

test("a branch's ratio with its target is kept in 28 characters", () => {
  const rules = rulesOf({ input: "ratio", orgRule: "ratio", timeRule: "ratio" });
  const said: Saying = { kind: "number", numer: "276", denom: "1800" };
  const cell = cellOfUnit({ own: factOf(said), children: [], explicit: targetOfTexts(["1.7"]) }, rules);
  expect(cellText(cell, rules)).toBe("276/1800t1.7e");
});

describe("worked examples", () => {
  const percent = rulesOf({ input: "ratio", orgRule: "ratio", timeRule: "ratio", multiplier: integer(100) });
  const two = (sayings: Saying[]): World => ({
    parents: [0, 0],
    sayings: [null, ...sayings],
    targets: [null, null, null],
  });
  const ratio = (numer: string, denom: string): Saying => ({ kind: "number", numer, denom });
  const value = (numer: string): Saying => ({ kind: "number", numer, denom: "1" });
  const top = (sayings: Saying[], rules: FigureRules) =>
    figureView(figureOf(cellAt(rolledUp(two(sayings), rules), 0), rules));

  test("branches of 1/10 and 90/100 make 91/110, not the mean of 10 % and 90 %", () => {
    expect(top([ratio("1", "10"), ratio("90", "100")], percent)).toEqual({
      kind: "number",
      value: 9100 / 110,
      numerator: 91,
      denominator: 110,
    });
  });

  test("a denominator of 0 is reported and has no value; beside others it adds nothing", () => {
    expect(top([ratio("0", "0"), { kind: "missing" }], percent)).toEqual({
      kind: "number",
      value: null,
      numerator: 0,
      denominator: 0,
    });
    expect(top([ratio("0", "0"), ratio("1", "4")], percent).value).toBe(25);
  });

  test("zero is a number", () => {
    expect(top([value("0"), value("0")], rulesOf({ orgRule: "sum" }))).toMatchObject({ kind: "number", value: 0 });
    expect(top([value("0"), { kind: "missing" }], rulesOf({ orgRule: "mean" })).value).toBe(0);
  });

  test("a mean over three levels counts assignments, not units", () => {
    const rules = rulesOf({ orgRule: "mean" });
    const world: World = {
      parents: [0, 0, 1, 1],
      sayings: [null, null, value("9"), value("1"), value("2")],
      targets: [null, null, null, null, null],
    };
    expect(figureView(figureOf(cellAt(rolledUp(world, rules), 0), rules)).value).toBe(4);
  });

  test("a rule of none shows a KPI only where it is entered", () => {
    const rules = rulesOf({ orgRule: "none" });
    expect(top([value("5"), value("6")], rules).kind).toBe("missing");
  });
});
