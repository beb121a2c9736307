import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { SIMULATION } from "../../shared/text/simulation-rates.ts";
import { withTable } from "../support/simulation-report.ts";

test("the documentation shows the very figures that the screens show", () => {
  const document = readFileSync(path.resolve(import.meta.dirname, "../../docs/statistics.md"), "utf8");
  expect(withTable(document, SIMULATION)).toBe(document);
});

test("plumbline-1 is within its goals in what was measured last, with limits fixed at 24 months too", () => {
  const [independent, , halfTaken] = SIMULATION.falseVerdicts;
  for (const reading of [0, 1]) {
    expect(independent.rates[reading]).toBeLessThanOrEqual(2);
    expect(halfTaken.rates[reading]).toBeLessThanOrEqual(5);
    expect(SIMULATION.found[1].rates[reading]).toBeGreaterThanOrEqual(60);
  }
});
