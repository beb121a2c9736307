import { expect, test } from "vitest";
import { comparedFigure } from "../../client/features/insight/compared-columns.ts";
import { filterChoices, filteredOverview } from "../../client/features/insight/kpi-filter.ts";
import { panelOrder } from "../../client/features/insight/panel-facts.ts";
import { parseSearch, readOverview, stringifySearch } from "../../client/search.ts";
import { sharedScales } from "../../shared/charts/shared-scales.ts";
import type { OverviewKpi, OverviewView } from "../../shared/contracts/insight.ts";

type Told = Pick<OverviewKpi, "kpi" | "status" | "owner">;

function aKpi({ kpi, status, owner }: Told): OverviewKpi {
  const verdict = { variation: "stable", variationWord: "Stable" };
  const told = { kpi, name: kpi, status, statusWord: status, owner, ownerCode: owner, verdict, theme: null };
  return told as unknown as OverviewKpi;
}

const KPIS = [
  aKpi({ kpi: "A", status: "on", owner: "p2" }),
  aKpi({ kpi: "B", status: "off", owner: "p1" }),
  aKpi({ kpi: "C", status: "off", owner: "p2" }),
];
const GROUPS = [
  { code: "O-1", name: "One", kind: "objective", sentence: "", worst: "on", kpis: ["A"] },
  { code: "O-2", name: "Two", kind: "objective", sentence: "", worst: "off", kpis: ["B", "C"] },
];
const VIEW = { kpis: KPIS, groups: GROUPS, decisions: ["C"] } as unknown as OverviewView;

test("a filter keeps the KPIs that have all of it, drops objectives left empty, and counts what each choice would show", () => {
  const off = filteredOverview(VIEW, { status: "off" });
  expect(off.groups.map(({ code, kpis }) => [code, kpis])).toEqual([["O-2", ["B", "C"]]]);
  expect(filteredOverview(VIEW, { status: "off", owner: "p2" }).kpis.map(({ kpi }) => kpi)).toEqual(["C"]);
  expect(filteredOverview(VIEW, {})).toBe(VIEW);
  expect(filterChoices(VIEW, { status: "off" }).owner.map(({ label }) => label)).toEqual(["All", "p2 (1)", "p1 (1)"]);
  expect(filterChoices(VIEW, { status: "off" }).status.map(({ label }) => label)).toEqual(["All", "on (1)", "off (2)"]);
});

test("the address of an overview says everything that it shows, and nothing that it can't", () => {
  const search = { view: "charts", status: "off", signal: "stable", owner: "p2", sort: "worst" } as const;
  expect(readOverview(parseSearch(stringifySearch(search)))).toEqual(search);
  expect(readOverview({ view: "pie", status: "red", signal: "?", owner: "a b", sort: "luck" })).toEqual({});
});

test("worst first is what needs a decision, then by status", () => {
  expect(panelOrder(VIEW, "worst").map(({ kpi }) => kpi)).toEqual(["C", "B", "A"]);
  expect(panelOrder(VIEW, "owner").map(({ kpi }) => kpi)).toEqual(["B", "A", "C"]);
});

const spark = (...values: number[]) => ({
  ...{ values, targets: [], low: null, high: null, months: [], marks: [], excluded: [] },
});

test("charts of one unit of measure share a scale as long as each still shows its course", () => {
  const alike = [
    { key: "A", unitOfMeasure: "%", spark: spark(90, 95) },
    { key: "B", unitOfMeasure: "%", spark: spark(88, 93) },
    { key: "C", unitOfMeasure: "days", spark: spark(1, 2) },
  ];
  const scales = sharedScales(alike);
  expect(scales.get("A")).toEqual({ domain: [88, 95], isShared: true });
  expect(scales.get("B")).toEqual(scales.get("A"));
  expect(scales.get("C")?.isShared).toBe(false);
  const apart = sharedScales([...alike, { key: "D", unitOfMeasure: "%", spark: spark(5, 6) }]);
  expect(apart.get("A")).toEqual({ domain: [90, 95], isShared: false });
});

test("against last year the years to date stand side by side, and nothing where last year is missing", () => {
  const variance = { difference: -0.5, shown: "−0.5", favourable: true };
  const py = { shown: "1.5", base: "2.0", months: 10, variance };
  const kpi = { ...aKpi({ kpi: "A", status: "on", owner: null }), compared: { py, fc: null } };
  const told = { ...kpi, lastYear: { figure: { value: 2 } }, ytd: { shown: "1.5" }, yearEnd: null } as never;
  expect(comparedFigure(told, "py")).toEqual({ shown: "1.5", base: "2.0", note: "10 months", variance, share: -0.25 });
  expect(comparedFigure(told, "fc")).toMatchObject({ shown: "–", variance: null });
});
