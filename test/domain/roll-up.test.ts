import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Cell, cellOfUnit, cellValue, figureOf } from "../../shared/domain/cell.ts";
import { cellOfText, cellText } from "../../shared/domain/cell-text.ts";
import { integer } from "../../shared/domain/decimal.ts";
import { figureView } from "../../shared/domain/figure.ts";
import { packCell, unpackCell } from "../../shared/domain/kept-cell.ts";
import type { FigureRules } from "../../shared/domain/kpi-definition.ts";
import { cellsOfTree } from "../../shared/domain/roll-up.ts";
import { CASES, isSame, PATIENCE, qOfRational } from "./exact-oracle.ts";
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

function rolledUp(world: World, rules: FigureRules): Map<string, Cell> {
  return cellsOfTree({ tree: treeOf(world), rules, facts: factsOf(world), targets: targetsOf(world) });
}

function cellAt(cells: ReadonlyMap<string, Cell>, unit: number): Cell {
  return cells.get(unitName(unit)) ?? expect.fail(`no cell of unit ${unit}`);
}

/** The sayings that a unit's figure is made of: every assignment in its subtree, its own included. */
function sayingsOf(world: World, unit: number, rules: FigureRules): Saying[] {
  const units = rules.orgRule === "none" ? [unit] : below(world, unit);
  return units.map((at) => world.sayings[at] ?? null).filter((saying) => saying !== null);
}

test(
  "the roll-up of every unit takes every assignment of its subtree, by the org rule, exactly",
  () => {
    fc.assert(
      fc.property(ruledWorld(), ({ rules, world }) => {
        const cells = rolledUp(world, rules);
        for (const unit of below(world, 0)) {
          const cell = cellAt(cells, unit);
          const sayings = sayingsOf(world, unit, rules);
          const expected = valueByRule(sayings, rules);
          const value = cellValue(cell, rules);
          expect(value === null).toBe(expected === null);
          if (value !== null && expected !== null) expect(isSame(qOfRational(value), expected)).toBe(true);
          const count = (kind: Saying["kind"]) => sayings.filter((saying) => saying.kind === kind).length;
          expect(cell.reported).toBe(count("number"));
          expect(cell.assigned).toBe(count("number") + count("missing"));
          expect(cell.notApplicable).toBe(count("not_applicable"));
        }
      }),
      CASES,
    );
  },
  PATIENCE,
);

test(
  "number, not applicable and missing stay what they are",
  () => {
    fc.assert(
      fc.property(ruledWorld(), ({ rules, world }) => {
        const cells = rolledUp(world, rules);
        for (const unit of below(world, 0)) {
          const kinds = sayingsOf(world, unit, rules).map((saying) => saying.kind);
          const { kind, value } = figureView(figureOf(cellAt(cells, unit), rules));
          if (kinds.includes("number")) expect(kind).toBe("number");
          else
            expect(kind).toBe(
              kinds.includes("not_applicable") && !kinds.includes("missing") ? "not_applicable" : "missing",
            );
          if (kind !== "number") expect(value).toBeNull();
          else if (value !== null) {
            expect(Number.isFinite(value)).toBe(true);
            expect(Object.is(value, -0)).toBe(false);
          }
        }
      }),
      CASES,
    );
  },
  PATIENCE,
);

test(
  "any drill path to a cell gives the same kept row: children in any order, in any grouping",
  () => {
    fc.assert(
      fc.property(ruledWorld({ targeted: 4 }), fc.infiniteStream(fc.nat()), ({ rules, world }, random) => {
        const cells = rolledUp(world, rules);
        for (const unit of below(world, 0)) {
          const kept = packCell(cellAt(cells, unit), rules);
          const children = childrenAt(world, unit).map((child) => cellAt(cells, child));
          const shuffled = children.map((cell) => ({ cell, at: random.next().value ?? 0 })).sort((a, b) => a.at - b.at);
          const own = world.sayings[unit] ?? null;
          const explicit = targetsOf(world).get(unitName(unit)) ?? null;
          const again = { own: own === null ? null : factOf(own), explicit };
          const other = cellOfUnit({ ...again, children: shuffled.map(({ cell }) => cell) }, rules);
          expect(packCell(other, rules)).toEqual(kept);
          const [first, ...rest] = children;
          if (first === undefined || rules.orgRule === "none") continue;
          const group = cellOfUnit({ own: null, children: rest, explicit: null }, rules);
          expect(packCell(cellOfUnit({ ...again, children: [group, first] }, rules), rules)).toEqual(kept);
        }
      }),
      CASES,
    );
  },
  PATIENCE,
);

test(
  "a kept row gives back its cell, and merges as the cell does",
  () => {
    fc.assert(
      fc.property(ruledWorld({ targeted: 4 }), ({ rules, world }) => {
        const cells = rolledUp(world, rules);
        for (const unit of below(world, 0)) {
          const kept = packCell(cellAt(cells, unit), rules);
          const text = cellText(cellAt(cells, unit), rules);
          const read = cellOfText(text, rules);
          expect(cellText(read, rules)).toBe(text);
          expect(packCell(read, rules)).toEqual(kept);
          expect(figureView(figureOf(read, rules))).toEqual(figureView(figureOf(cellAt(cells, unit), rules)));
          const children = childrenAt(world, unit).map((child) =>
            unpackCell(packCell(cellAt(cells, child), rules), rules),
          );
          const own = world.sayings[unit] ?? null;
          const explicit = targetsOf(world).get(unitName(unit)) ?? null;
          const again = cellOfUnit({ own: own === null ? null : factOf(own), children, explicit }, rules);
          expect(packCell(again, rules)).toEqual(kept);
        }
      }),
      CASES,
    );
  },
  PATIENCE,
);

test("a branch's ratio with its target is kept in 28 characters", () => {
  const rules = rulesOf({ input: "ratio", orgRule: "ratio", timeRule: "ratio" });
  const said: Saying = { kind: "number", numer: "276", denom: "1800" };
  const cell = cellOfUnit({ own: factOf(said), children: [], explicit: targetOfTexts(["1.7"]) }, rules);
  expect(cellText(cell, rules)).toBe('["276","1800",1,1,1,"1.7",1]');
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
