import { expect, test } from "vitest";
import { failureOf, isOurFault } from "../../client/failure.ts";
import { changesText, newestEntries } from "../../client/features/insight/entry-facts.ts";
import { neighbour } from "../../client/ui/roving.ts";
import { signalShape } from "../../client/ui/signal-shape.ts";
import { searchUnits } from "../../client/ui/unit-search.ts";
import type { HistoryView } from "../../shared/contracts/results.ts";
import type { Month } from "../../shared/domain/month.ts";

const UNITS = [
  { code: "GROUP", name: "Group", depth: 0 },
  { code: "N", name: "Northern Europe", depth: 1 },
  { code: "B-HEL", name: "Helsinki North", depth: 2 },
];

test("the arrow follows the value: a falling rate that improves points down", () => {
  expect(signalShape("improving", "improvement_low")).toBe("down");
  expect(signalShape("worsening", "concern_high")).toBe("up");
  expect(signalShape("stable", "common_cause")).toBe("wave");
  expect(signalShape("one_off", "concern_high")).toBe("bolt");
});

test("units are found by any words of name and code, in the order of the tree", () => {
  expect(searchUnits(UNITS, "north").found.map(({ code }) => code)).toEqual(["N", "B-HEL"]);
  expect(searchUnits(UNITS, "hel north").found.map(({ code }) => code)).toEqual(["B-HEL"]);
  expect(searchUnits(UNITS, "").isFlat).toBe(false);
  const many = Array.from({ length: 1000 }, (_, index) => ({ code: `U${index}`, name: "Unit", depth: 1 }));
  expect(searchUnits(many, "u").more).toBe(800);
});

test("arrow keys go round, other keys lead nowhere", () => {
  expect(neighbour(["a", "b"], "b", "ArrowRight")).toBe("a");
  expect(neighbour(["a", "b"], "a", "Home")).toBe("a");
  expect(neighbour(["a", "b"], "a", "x")).toBeNull();
});

test("a month shows its newest entry and how often it changed", () => {
  const row = {
    state: "submitted",
    unit: "Helsinki",
    source: "grid",
    counts: true,
    cause: null,
    restatement: false,
    reason: null,
    comment: null,
    by: "A",
    onBehalfOf: null,
    at: "2026-09-01T10:00:00Z",
  } as const;
  const rows: HistoryView["rows"] = [
    { ...row, period: "2026-08" as Month, revision: 2, before: "4.2", after: "4.4" },
    { ...row, period: "2026-08" as Month, revision: 1, before: "–", after: "4.2" },
    { ...row, period: "2026-07" as Month, revision: 1, before: "–", after: "4.0" },
  ];
  const entries = newestEntries(rows);
  const august = entries.get("2026-08");
  expect(august && changesText(august)).toBe("changed once, was 4.2");
  expect(entries.get("2026-07")?.changes).toBe(0);
});

test("a failure keeps its sentence and reference; without an answer the server is out of reach", () => {
  const refused = { data: { code: "not-allowed", message: "No.", reference: "r1", httpStatus: 403 } };
  expect(failureOf(refused)).toEqual({ code: "not-allowed", message: "No.", reference: "r1" });
  expect(isOurFault(refused)).toBe(false);
  expect(failureOf(new TypeError("fetch failed")).code).toBe("unreachable");
  expect(isOurFault(new TypeError("fetch failed"))).toBe(true);
});
