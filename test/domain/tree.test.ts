import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addMonths, type Month, monthRange } from "../../shared/domain/month.ts";
import {
  ancestorsOf,
  childrenOf,
  isWithinSubtree,
  subtreeOf,
  treeFaults,
  treeOfMonth,
  type UnitEdge,
  upwardOrder,
} from "../../shared/domain/tree.ts";
import { CASES } from "./exact-oracle.ts";

const FIRST = "2026-01" as Month;
const edge = (child: string, parent: string | null, ...[from, to]: [string?, string?]): UnitEdge => ({
  child,
  parent,
  fromMonth: (from ?? FIRST) as Month,
  toMonth: (to ?? null) as Month | null,
});

/** B moves from NORTH to SOUTH in July. */
const MOVED = [
  edge("GROUP", null),
  edge("NORTH", "GROUP"),
  edge("SOUTH", "GROUP"),
  edge("B", "NORTH", "2026-01", "2026-06"),
  edge("B", "SOUTH", "2026-07"),
  edge("A", "NORTH"),
];

describe("the tree of a month", () => {
  test("is the one in force in it", () => {
    const june = treeOfMonth(MOVED, "2026-06" as Month);
    const july = treeOfMonth(MOVED, "2026-07" as Month);
    expect(childrenOf(june, "NORTH")).toEqual(["A", "B"]);
    expect(childrenOf(july, "NORTH")).toEqual(["A"]);
    expect(ancestorsOf(june, "B")).toEqual(["NORTH", "GROUP"]);
    expect(ancestorsOf(july, "B")).toEqual(["SOUTH", "GROUP"]);
    expect(treeFaults(MOVED)).toEqual([]);
  });

  test("lists a subtree from the top and rolls up from the bottom", () => {
    const tree = treeOfMonth(MOVED, "2026-06" as Month);
    expect(subtreeOf(tree, "NORTH")).toEqual(["NORTH", "A", "B"]);
    expect(subtreeOf(tree, "UNKNOWN")).toEqual([]);
    expect(upwardOrder(tree).at(-1)).toBe("GROUP");
    expect(isWithinSubtree(tree, "B", "GROUP")).toBe(true);
    expect(isWithinSubtree(tree, "B", "SOUTH")).toBe(false);
  });
});

describe("a tree at fault", () => {
  test.each([
    [
      "a unit with two parents",
      [edge("G", null), edge("A", "G"), edge("B", "G"), edge("B", "A", "2026-03")],
      "two-parents",
      "B",
      "2026-03",
    ],
    ["two roots", [edge("G", null), edge("H", null, "2026-05")], "two-roots", "H", "2026-05"],
    [
      "a parent that has ended",
      [edge("G", null), edge("A", "G", "2026-01", "2026-06"), edge("B", "A")],
      "parent-not-in-force",
      "B",
      "2026-07",
    ],
    ["a unit below itself", [edge("G", null), edge("A", "B"), edge("B", "A")], "cycle", "A", "2026-01"],
    ["an end before its beginning", [edge("G", null, "2026-05", "2026-04")], "period-reversed", "G", "2026-05"],
  ] as const)("%s is named with its month", (...[, edges, kind, unit, month]) => {
    expect(treeFaults(edges)[0]).toEqual({ kind, unit, month });
  });

  test("is found whenever a month has one: one root, one parent each, no cycle", () => {
    const months = monthRange(FIRST, addMonths(FIRST, 6));
    const names = ["G", "A", "B", "C"];
    const any = fc.record({
      child: fc.constantFrom(...names),
      parent: fc.option(fc.constantFrom(...names), { freq: 4 }),
      fromMonth: fc.constantFrom(...months),
      length: fc.option(fc.nat(5), { freq: 2 }),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 6 }), (drawn) => {
        const edges = [
          edge("G", null),
          ...drawn.map(({ length, ...rest }) => ({
            ...rest,
            toMonth: length === null ? null : addMonths(rest.fromMonth, length),
          })),
        ];
        const isSound = months.every((month) => {
          const inForce = edges.filter(
            ({ fromMonth, toMonth }) => fromMonth <= month && (toMonth === null || month <= toMonth),
          );
          const parents = new Map(inForce.map(({ child, parent }) => [child, parent]));
          const reachesRoot = (unit: string, steps = 0): boolean =>
            unit === "G" || (steps < 9 && parents.has(unit) && reachesRoot(parents.get(unit) ?? "", steps + 1));
          const roots = inForce.filter(({ parent }) => parent === null);
          return (
            parents.size === inForce.length && roots.length === 1 && inForce.every(({ child }) => reachesRoot(child))
          );
        });
        const isSoundAfter = treeFaults(edges.map((each) => ({ ...each }))).every(
          ({ month }) => month > addMonths(FIRST, 6),
        );
        expect(isSoundAfter).toBe(isSound);
      }),
      CASES,
    );
  });
});
