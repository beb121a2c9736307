import fc from "fast-check";
import { expect, test } from "vitest";
import { normalShareBelow } from "../../../shared/domain/statistics/numerics.ts";
import { demandOf, type RunningProcess, simulateYears } from "../../../shared/domain/statistics/target-workshop.ts";

const PROCESS: RunningProcess = { mean: 10, lower: 7, upper: 13, dependence: 0, minimum: null, maximum: null };
const ASKED = { direction: "lower", periods: 12, seed: 7 } as const;

test("simulated years are the same for the same seed, and others for another", () => {
  const ask = (seed: number) => simulateYears(PROCESS, { ...ASKED, seed, target: { value: 10 } });
  expect(ask(7)).toEqual(ask(7));
  expect(ask(7).years).not.toEqual(ask(8).years);
});

test.each([
  [9, 0],
  [10, 0],
  [11, 0],
  [10.5, 0.5],
])("the misses of a target of %s at dependence %s are as many as the normal curve has", (value, dependence) => {
  const { misses } = simulateYears({ ...PROCESS, dependence }, { ...ASKED, target: { value } });
  expect(misses.mean / 12).toBeCloseTo(1 - normalShareBelow(value - PROCESS.mean), 1);
  expect(misses.low).toBeLessThanOrEqual(misses.mean);
  expect(misses.high).toBeGreaterThanOrEqual(misses.mean);
});

test("resembling neighbours leave the misses as many, and spread them more unevenly over years", () => {
  const spread = (dependence: number) => {
    const { low, high } = simulateYears({ ...PROCESS, dependence }, { ...ASKED, target: { value: 10 } }).misses;
    return high - low;
  };
  expect(spread(0.8)).toBeGreaterThan(spread(0));
});

test("no simulated value lies beyond the hard limits, and a miss is a miss by the target alone", () => {
  fc.assert(
    fc.property(fc.double({ min: 90, max: 100, noNaN: true }), fc.integer(), (value, seed) => {
      const process = { ...PROCESS, mean: 97, lower: 91, upper: 103, minimum: 0, maximum: 100 };
      const { years } = simulateYears(process, { target: { value }, direction: "higher", periods: 12, seed });
      for (const year of years) {
        expect(year.values.every((each) => each >= 0 && each <= 100)).toBe(true);
        expect(year.missed).toEqual(year.values.map((each) => each < value));
      }
    }),
    { numRuns: 10 },
  );
});

test("a target's demand is 0 at the level, 1 at the edge of the usual range, and negative where there is room", () => {
  expect(demandOf(PROCESS, { value: 10 }, "lower")).toBe(0);
  expect(demandOf(PROCESS, { value: 7 }, "lower")).toBe(1);
  expect(demandOf(PROCESS, { value: 7 }, "higher")).toBe(-1);
  expect(demandOf(PROCESS, { low: 8, high: 12 }, "band")).toBeCloseTo(-2 / 3, 12);
  expect(demandOf(PROCESS, { value: 7 }, "neutral")).toBeNull();
});
