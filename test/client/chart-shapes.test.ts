import fc from "fast-check";
import { expect, test } from "vitest";
import { stepTo } from "../../client/charts/step-to.ts";
import { pinReach, pinShape, relativeTo } from "../../client/charts/variance-scale.ts";
import { labelBox, overlaps, placeLabels, spread } from "../../shared/charts/label-placement.ts";
import { markKind, markPath } from "../../shared/charts/mark-shape.ts";
import { linePath, niceTicks, stepPath } from "../../shared/charts/scale.ts";
import { sparkShape } from "../../shared/charts/spark-shape.ts";
import type { SparkView } from "../../shared/contracts/insight.ts";
import type { Month } from "../../shared/domain/month.ts";
import { monthRange } from "../../shared/domain/month.ts";

const identity = (value: number) => value;
const target = { value: 4, low: null, high: null, label: "≤ 4.0" };

test("ticks are even and hold every value", () => {
  fc.assert(
    fc.property(
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
      (low, span) => {
        const { ticks } = niceTicks(low, low + span, 6);
        const step = (ticks[1] ?? 0) - (ticks[0] ?? 0);
        expect(ticks.length).toBeLessThanOrEqual(14);
        expect(ticks[0]).toBeLessThanOrEqual(low + step * 1e-6);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(low + span - step * 1e-6);
      },
    ),
    { numRuns: 2000 },
  );
});

test("a hole is a gap in the line, and a target holds over its month and steps half-way", () => {
  expect(linePath([1, null, 3, 4], identity, identity)).toBe("M0 1M2 3L3 4");
  expect(stepPath([5, 5, 7], identity, identity)).toBe("M-0.5 5H0.5V5H1.5V7H2.5");
  expect(stepPath([5, null, 7], identity, identity)).toBe("M-0.5 5H0.5M1.5 7H2.5");
});

test("placed labels keep clear of marks, of each other and of the edge", () => {
  const label = fc.record({
    key: fc.string(),
    text: fc.string({ minLength: 1, maxLength: 20 }),
    size: fc.constantFrom(11, 13),
    places: fc.array(
      fc.record({
        x: fc.integer({ min: 0, max: 300 }),
        y: fc.integer({ min: 0, max: 200 }),
        anchor: fc.constantFrom("start" as const, "middle" as const, "end" as const),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  });
  const bounds = { left: 0, right: 300, top: 0, bottom: 200 };
  const mark = fc.record({ left: fc.integer({ min: 0, max: 290 }), top: fc.integer({ min: 0, max: 190 }) });
  fc.assert(
    fc.property(fc.array(label, { maxLength: 12 }), fc.array(mark, { maxLength: 12 }), (labels, marks) => {
      const obstacles = marks.map(({ left, top }) => ({ left, top, right: left + 8, bottom: top + 8 }));
      const placed = placeLabels(labels, obstacles, bounds);
      placed.forEach((one, index) => {
        expect(labelBox(one, one)).toEqual(one.box);
        expect(one.box.left).toBeGreaterThanOrEqual(0);
        expect(one.box.right).toBeLessThanOrEqual(300);
        expect(
          [...obstacles, ...placed.slice(index + 1).map((other) => other.box)].some((box) => overlaps(one.box, box)),
        ).toBe(false);
      });
    }),
    { numRuns: 1000 },
  );
});

test("texts of one column are moved apart, never together", () => {
  expect(spread([100, 101, 50], 14)).toEqual([100, 114, 50]);
});

test("each meaning has a shape of its own", () => {
  const kinds = ["usual", "worse", "better", "changed"] as const;
  const shapes = kinds.map((kind) => markPath(kind, { x: 0, y: 0, size: 3 }).replace(/[-\d. ]/g, ""));
  expect(new Set(shapes).size).toBe(4);
  expect(markKind("special_cause_concern", true)).toBe("excluded");
});

test("a small chart marks only the run that reaches the newest month", () => {
  const months = monthRange("2026-01" as Month, "2026-08" as Month);
  const concern = "special_cause_concern" as const;
  const spark: SparkView = {
    ...{ months, values: [9, 9, 1, 1, 1, 8, 8, 8], targets: months.map(() => 5), low: 0, high: 7 },
    marks: [concern, concern, "common_cause", "common_cause", "common_cause", concern, concern, concern],
    excluded: months.map(() => false),
  };
  const { marks } = sparkShape(spark, { width: 170, height: 32 });
  expect(marks.map(({ kind }) => kind)).toEqual(["worse"]);
  expect(marks[0]?.path.match(/M/g)).toHaveLength(3);
});

test("a pin is measured from its target, and says when it goes on beyond the edge", () => {
  const variance = { difference: -1, shown: "−1.0", favourable: true };
  expect(relativeTo(target, variance)).toBe(-0.25);
  expect(relativeTo({ ...target, value: 0 }, variance)).toBeNull();
  expect(pinReach([0.01, -0.04, null])).toBe(0.04);
  expect(pinShape(0.1, 0.2, 80).breakMark).toBeNull();
  expect(pinShape(0.9, 0.2, 80)).toMatchObject({ x: 35 });
  expect(pinShape(0.9, 0.2, 80).breakMark).not.toBeNull();
});

test("arrow keys stop at the ends, and other keys lead nowhere", () => {
  expect(stepTo("ArrowLeft", 0, 9)).toBe(0);
  expect(stepTo("PageUp", 3, 9)).toBe(9);
  expect(stepTo("a", 3, 9)).toBeUndefined();
});
