import { expect, test } from "vitest";
import { coverageLine, heatOrder } from "../../client/features/insight/unit-facts.ts";
import { funnelShape } from "../../shared/charts/funnel-shape.ts";
import { heatLayers } from "../../shared/charts/heat-shape.ts";
import { overlaps } from "../../shared/charts/label-placement.ts";
import type { FunnelView, UnitSeries } from "../../shared/contracts/by-unit.ts";
import { STATUS_KINDS } from "../../shared/domain/status-kind.ts";

test("200 units over 24 months are a handful of paths, every cell in exactly one ground", () => {
  const rows = Array.from({ length: 200 }, (_, row) =>
    Array.from({ length: 24 }, (_, column) => STATUS_KINDS[(row * 7 + column * 3) % STATUS_KINDS.length] ?? "on"),
  );
  const layers = heatLayers(rows, { cell: 20, row: 24 });
  expect(layers).toHaveLength(STATUS_KINDS.length);
  const cells = layers.reduce((sum, { ground }) => sum + (ground.match(/z/g)?.length ?? 0), 0);
  expect(cells).toBe(200 * 24);
});

test("every status but on target carries a mark of its own, so that it is told without colour", () => {
  const layers = heatLayers([STATUS_KINDS], { cell: 20, row: 24 });
  const marks = layers.filter(({ status }) => !["on", "no_value"].includes(status)).map(({ mark }) => mark);
  expect(marks.every((mark) => mark !== "")).toBe(true);
  const shapes = marks.map((mark) => mark.replace(/-?[\d.]+/g, "").concat(String(mark.length)));
  expect(new Set(shapes).size).toBe(shapes.length);
});

function unitNamed(code: string) {
  return { code, name: `Unit ${code}`, kind: "branch" };
}

test("only units beyond the limits are named, and no name touches a mark or another name", () => {
  const limits = { lower95: 80, upper95: 90, lower998: 75, upper998: 95 };
  const points = Array.from({ length: 40 }, (_, at) => {
    const outside = at % 5 === 0 ? ("worse" as const) : ("no" as const);
    const value = outside === "worse" ? 70 + (at % 3) : 83 + (at % 7);
    const numbers = { denominator: 50 + at * 9, value, shown: String(value), rangeShown: "75–95" };
    return { unit: unitNamed(`U${at}`), ...numbers, ...limits, outside };
  });
  const curve = [1, 200, 450].map((denominator) => ({ denominator, ...limits }));
  const funnel: FunnelView = {
    ...{ centre: 85, centreShown: "85.0", overdispersion: 1, isAdjusted: false, sentence: "", points, curve },
  };
  const { labels, marks } = funnelShape(funnel, 800);
  expect(labels.length).toBeGreaterThan(0);
  expect(labels.every(({ key }) => points.find(({ unit }) => unit.code === key)?.outside === "worse")).toBe(true);
  expect(marks.filter(({ kind }) => kind === "worse")).toHaveLength(8);
  labels.forEach((label, at) => {
    expect(labels.slice(at + 1).some((other) => overlaps(label.box, other.box))).toBe(false);
    const touches = ({ x, y }: { x: number; y: number }) =>
      overlaps(label.box, { left: x - 3, right: x + 3, top: y - 3, bottom: y + 3 });
    expect(marks.some(touches)).toBe(false);
  });
});

test("who is missing is named, five at most, with what a part still owes", () => {
  const missing = Array.from({ length: 7 }, (_, at) => ({
    unit: unitNamed(`${at}`),
    coverage: { reported: at === 0 ? 3 : 0, due: at === 0 ? 4 : 1 },
  }));
  expect(coverageLine({ coverage: { reported: 57, due: 64 }, missing })).toBe(
    "57 of 64 results of the month are in. Missing: Unit 0 (3 of 4), Unit 1, Unit 2, Unit 3, Unit 4 and 2 more.",
  );
});

test("the order of a heat map is the organisation's, or most often off first", () => {
  const unit = (code: string, statuses: UnitSeries["statuses"]) => ({ unit: unitNamed(code), statuses }) as UnitSeries;
  const units = [unit("a", ["on", "off"]), unit("b", ["off", "off"]), unit("c", ["on", "on"])];
  expect(heatOrder(units, "tree")).toBe(units);
  expect(heatOrder(units, "off").map(({ unit: { code } }) => code)).toEqual(["b", "a", "c"]);
});
