import { describe, expect, test } from "vitest";
import { detectionRate, falseVerdictRate } from "../../support/alarm-rates.ts";
import { autoregressive, independent, seasonal } from "../../support/simulated-series.ts";

/** A short run of what `npm run bench` measures with more series; the seeds are fixed, so the rates are too. */
const question = { months: 36, series: 1500, seed: 11 };

describe("plumbline-1 on stable series of 36 months", () => {
  test("calls at most 2 % of independent ones changed", () => {
    expect(falseVerdictRate(independent, question)).toBeLessThanOrEqual(0.02);
  });

  test("calls at most 5 % changed where months take over half of the one before", () => {
    expect(falseVerdictRate(autoregressive(0.5), question)).toBeLessThanOrEqual(0.05);
  });

  test("calls at most 5 % changed where a season is as large as the noise", () => {
    expect(falseVerdictRate(seasonal(Math.SQRT2), question)).toBeLessThanOrEqual(0.05);
  });
});

test("plumbline-1 finds at least 60 % of shifts of one and a half sigma within six months of 24 known ones", () => {
  expect(detectionRate(1.5, { months: 24, series: 1500, seed: 11 })).toBeGreaterThanOrEqual(0.6);
});
