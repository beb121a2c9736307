import { describe, expect, test } from "vitest";
import { riskRating, SCALE } from "../../shared/domain/risk-rating.ts";
import { breaksOf, inThreadOrder, threadOf } from "../../shared/domain/strategy-thread.ts";
import { xMatrixOf } from "../../shared/domain/x-matrix.ts";
import { threadHeadline } from "../../shared/text/strategy.ts";

const LINKS = [
  { from: "need", to: "theme" },
  { from: "risk", to: "theme" },
  { from: "theme", to: "objective" },
  { from: "theme", to: "other objective" },
  { from: "objective", to: "kpi" },
  { from: "other objective", to: "kpi" },
  { from: "kpi", to: "plan" },
];

describe("the thread of a card", () => {
  test("holds what it comes from and what follows from it, not its neighbours", () => {
    expect([...threadOf(LINKS, "objective")].sort()).toEqual(["kpi", "need", "objective", "plan", "risk", "theme"]);
    expect(threadOf(LINKS, "need")).toEqual(new Set(["need", "theme", "objective", "other objective", "kpi", "plan"]));
    expect(threadOf(LINKS, "alone")).toEqual(new Set(["alone"]));
  });

  test("ends also where links go round", () => {
    expect(
      threadOf(
        [
          { from: "a", to: "b" },
          { from: "b", to: "a" },
        ],
        "a",
      ),
    ).toEqual(new Set(["a", "b"]));
  });
});

test("cards stand beside what they are linked to, those without a link last", () => {
  const columns = [
    ["n1", "n2", "n3"],
    ["t1", "t2"],
    ["o1", "o2", "o3"],
  ].map((ids) => ids.map((id) => ({ id })));
  const links = [
    { from: "n1", to: "t2" },
    { from: "n3", to: "t1" },
    { from: "t2", to: "o1" },
    { from: "t1", to: "o3" },
  ];
  const ordered = inThreadOrder(columns, { links, fixed: 1 }).map((cards) => cards.map(({ id }) => id));
  expect(ordered).toEqual([
    ["n3", "n1", "n2"],
    ["t1", "t2"],
    ["o3", "o1", "o2"],
  ]);
});

test("the headline counts every kind of break, worst first", () => {
  const none = { objective_without_kpi: [], theme_without_objective: [], risk_without_action: [] };
  const breaks = breaksOf({ ...none, need_without_objective: ["n1", "n2"], off_without_plan: ["k"] });
  expect(threadHeadline(breaks)).toBe("From need to plan: 1 KPI off target has no plan, 2 needs have no objective");
  expect(threadHeadline([])).toBe("From need to plan: every link holds");
});

test("a rating never falls when likelihood or consequence rises", () => {
  const order = ["low", "medium", "high"];
  const rank = (likelihood: number, consequence: number) => order.indexOf(riskRating({ likelihood, consequence }));
  for (const one of SCALE) {
    for (const other of SCALE) {
      expect(rank(one, other)).toBe(rank(other, one));
      if (one < 5) expect(rank(one + 1, other)).toBeGreaterThanOrEqual(rank(one, other));
    }
  }
  expect([rank(1, 1), rank(1, 5), rank(3, 4), rank(5, 5)]).toEqual([0, 1, 2, 2]);
});

test("the X-matrix crosses objectives with theme and KPIs, and plans with what they reach", () => {
  const at = (...ids: string[]) => ids.map((id) => ({ id }));
  const columns = { themes: at("t1", "t2"), objectives: at("o1", "o2"), kpis: at("k1", "k2"), plans: at("p1") };
  const links = [
    { from: "t1", to: "o1" },
    { from: "t2", to: "o2" },
    { from: "o1", to: "k1" },
    { from: "o2", to: "k2" },
    { from: "k2", to: "p1" },
  ];
  const { objectives, plans } = xMatrixOf(columns, links);
  expect(objectives.map(({ themes, kpis }) => [[...themes], [...kpis]])).toEqual([
    [["t1"], ["k1"]],
    [["t2"], ["k2"]],
  ]);
  expect(plans.map(({ themes, kpis }) => [[...themes], [...kpis]])).toEqual([[["t2"], ["k2"]]]);
});
