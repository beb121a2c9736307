import { describe, expect, test } from "vitest";
import { seededRandom } from "../../../shared/domain/statistics/seeded-random.ts";
import { forecastYearEnd, type YearEndInput } from "../../../shared/domain/statistics/year-end.ts";
import { yearFigure } from "../../../shared/domain/statistics/year-figure.ts";
import { independent } from "../../support/simulated-series.ts";

const noise = independent(60, seededRandom(9));

function input(change: Partial<YearEndInput> = {}): YearEndInput {
  return {
    direction: "higher",
    timeRule: "mean",
    history: noise.slice(0, 42).map((x) => ({ value: 50 + x })),
    knownInYear: 6,
    monthsInYear: 12,
    targets: Array.from({ length: 12 }, () => ({ value: 50 })),
    seed: 1,
    ...change,
  };
}

function afterMonths(months: number, from = 0): YearEndInput {
  const history = noise.slice(from, from + months).map((x) => ({ value: 50 + x }));
  return input({ history, knownInYear: Math.min(months, 5) });
}

describe("the year's figure by its time rule", () => {
  const months = { values: [10, 20, Number.NaN, 60], denominators: [1, 1, 5, 2] };
  test.each([
    ["sum", 90],
    ["mean", 30],
    ["min", 10],
    ["max", 60],
    ["last", 60],
    ["ratio", 150 / 4],
    ["cumulative_ratio", 150 / (4 / 3)],
  ] as const)("%s", (rule, expected) => {
    expect(yearFigure(months, rule)).toBeCloseTo(expected, 12);
  });
});

describe("a forecast", () => {
  test("is the same for the same seed, and about the same for another", () => {
    expect(forecastYearEnd(input())).toEqual(forecastYearEnd(input()));
    const [a, b] = [forecastYearEnd(input()), forecastYearEnd(input({ seed: 2 }))];
    expect(Math.abs((a?.probability ?? 0) - (b?.probability ?? 1))).toBeLessThan(0.05);
  });

  test("holds its ranges in order, about the known months and the level", () => {
    const f = forecastYearEnd(input());
    const ordered = [f?.low95, f?.low80, f?.median, f?.high80, f?.high95].map(Number);
    expect(ordered).toEqual(ordered.toSorted((a, b) => a - b));
    expect(f?.median).toBeGreaterThan(49);
    expect(f?.median).toBeLessThan(51);
  });

  test("is sure of nothing while months are open, however clear", () => {
    const f = forecastYearEnd(input({ targets: Array.from({ length: 12 }, () => ({ value: 10 })) }));
    expect(f?.probability).toBe(2000.5 / 2001);
  });

  test("is settled once all months are known", () => {
    const known = input({ history: noise.slice(0, 48).map((x) => ({ value: 50 + x })), knownInYear: 12 });
    const f = forecastYearEnd(known);
    expect([0, 1]).toContain(f?.probability);
    expect(f?.low95).toBe(f?.high95);
  });

  test("is settled where the best that is left cannot reach the target", () => {
    const percent = {
      bounds: { minimum: 0, maximum: 100 },
      targets: Array.from({ length: 12 }, () => ({ value: 90 })),
    };
    expect(forecastYearEnd(input(percent))?.probability).toBe(0);
    expect(forecastYearEnd(input({ ...percent, direction: "lower" }))?.probability).toBe(1);
    expect(forecastYearEnd(input({ timeRule: "min" }))?.probability).toBe(0);
    expect(forecastYearEnd(input({ timeRule: "max" }))?.probability).toBe(1);
  });

  test("stays within the hard limits", () => {
    const f = forecastYearEnd(
      input({
        history: noise.slice(0, 42).map((x) => ({ value: Math.min(100, 99.5 + x) })),
        bounds: { minimum: 0, maximum: 100 },
      }),
    );
    expect(f?.high95).toBeLessThanOrEqual(100);
  });

  test("needs six months, and says so where there is less than a year", () => {
    expect(forecastYearEnd(afterMonths(5))).toBeNull();
    expect(forecastYearEnd(afterMonths(8))?.history).toBe("little");
    expect(forecastYearEnd(afterMonths(14))?.history).toBe("year");
  });

  test("is wider where there is little to go by", () => {
    const width = (months: number) => {
      const forecasts = [0, 8, 16].map((from) => forecastYearEnd(afterMonths(months, from)));
      return forecasts.reduce((sum, f) => sum + Number(f?.high80) - Number(f?.low80), 0);
    };
    expect(width(8)).toBeGreaterThan(width(40));
  });
});

describe("what a forecast is made from", () => {
  test("knows nothing of the months to come but their targets", () => {
    const rising = Array.from({ length: 12 }, (_, i) => ({ value: i < 6 ? 40 : 60 }));
    expect(forecastYearEnd(input({ targets: rising }))?.target).toBe(50);
  });

  test("has no probability where a month lacks its target, or no side is better", () => {
    expect(forecastYearEnd(input({ targets: [{ value: 50 }] }))).toMatchObject({ probability: null, target: null });
    expect(forecastYearEnd(input({ direction: "neutral" }))?.probability).toBeNull();
  });

  test("weighs a ratio's months and targets by their denominators", () => {
    const history = noise
      .slice(0, 42)
      .map((_, i) => ({ value: i % 12 < 6 ? 90 : 100, denominator: i % 12 < 6 ? 100 : 300 }));
    const targets = Array.from({ length: 12 }, (_, i) => ({ value: i < 6 ? 80 : 96 }));
    const f = forecastYearEnd(input({ timeRule: "ratio", history, targets }));
    expect(f?.target).toBeCloseTo((80 * 100 + 96 * 300) / 400, 9);
    expect(f?.median).toBeGreaterThan(95.5);
  });

  test("takes a band by both of its edges", () => {
    const band = (low: number, high: number) =>
      forecastYearEnd(input({ direction: "band", targets: Array.from({ length: 12 }, () => ({ low, high })) }));
    expect(band(40, 60)?.probability).toBeGreaterThan(0.9);
    expect(band(60, 70)?.probability).toBeLessThan(0.1);
    expect(band(40, 60)?.target).toBeNull();
  });

  test("goes on where months of the history are missing", () => {
    const history = noise.slice(0, 42).map((x, i) => ({ value: i % 5 === 0 ? null : 50 + x }));
    const f = forecastYearEnd(input({ history }));
    expect(Number.isFinite(f?.median)).toBe(true);
    expect(Number.isFinite(f?.low95)).toBe(true);
  });
});
