import { describe, expect, test } from "vitest";
import type { Month } from "../../shared/domain/month.ts";
import { analyseSeries } from "../../shared/domain/statistics/analyse-series.ts";
import { seededRandom } from "../../shared/domain/statistics/seeded-random.ts";
import type { SeriesAnalysis } from "../../shared/domain/statistics/series.ts";
import { compareUrgency, type VerdictInput, verdictOf } from "../../shared/domain/verdict.ts";
import { independent, seriesOf } from "../support/simulated-series.ts";

const noise = independent(40, seededRandom(4));
const analysis = analyseSeries(seriesOf(noise.map((x) => 50 + x)));
const run = { rule: "shift", since: "2023-01" as Month, changedIn: "2023-02" as Month, months: 4 } as const;

function input(reading: Partial<SeriesAnalysis>, rest: Partial<VerdictInput> = {}): VerdictInput {
  return {
    period: "2023-04" as Month,
    status: "on",
    offSince: null,
    plan: "none",
    newestDecision: null,
    ...rest,
    analysis: { ...analysis, ...reading },
  };
}

describe("a decision is needed", () => {
  test("where it got worse, until one is recorded in or after the first month of the run", () => {
    const worse = { variation: "worsening", run } as const;
    expect(verdictOf(input(worse)).reason).toBe("worsening");
    expect(verdictOf(input(worse, { newestDecision: "2022-12" as Month })).reason).toBe("worsening");
    expect(verdictOf(input(worse, { newestDecision: "2023-01" as Month })).needsDecision).toBe(false);
  });

  test("where the process will miss, until one is recorded since it and its target are what they are", () => {
    const missing = { outlook: "will_miss" } as const;
    expect(verdictOf(input(missing)).reason).toBe("will_miss");
    expect(verdictOf(input(missing, { newestDecision: "2021-01" as Month })).needsDecision).toBe(false);
    const points = analysis.points.map((point, i) => ({ ...point, target: i < 30 ? 40 : 60 }));
    expect(verdictOf(input({ ...missing, points }, { newestDecision: "2021-01" as Month })).reason).toBe("will_miss");
  });

  test("where it is off with no plan or a late one, not with one on time", () => {
    const off = { status: "off", offSince: "2023-03" as Month } as const;
    expect(verdictOf(input({}, off)).reason).toBe("off_without_plan");
    expect(verdictOf(input({}, { ...off, plan: "late" })).reason).toBe("off_with_late_plan");
    expect(verdictOf(input({}, { ...off, plan: "on_time" })).needsDecision).toBe(false);
    expect(verdictOf(input({}, { ...off, newestDecision: "2023-03" as Month })).needsDecision).toBe(false);
    expect(verdictOf(input({}, { ...off, newestDecision: "2023-02" as Month })).reason).toBe("off_without_plan");
  });

  test("in the order worsening, will miss, off; then by weight", () => {
    const reasons = [
      { reason: "off_without_plan", weight: 9 },
      { reason: "will_miss", weight: 1 },
      { reason: "worsening", weight: 1 },
      { reason: "will_miss", weight: 3 },
    ] as const;
    const ordered = [...reasons].sort(compareUrgency);
    expect(ordered.map(({ reason, weight }) => `${reason} ${weight}`)).toEqual([
      "worsening 1",
      "will_miss 3",
      "will_miss 1",
      "off_without_plan 9",
    ]);
  });

  test("not for the month's colour alone, nor while it improves", () => {
    expect(verdictOf(input({ variation: "improving", run, outlook: "may_miss" })).needsDecision).toBe(false);
    expect(verdictOf(input({}, { status: "near" })).needsDecision).toBe(false);
  });
});

test("a cause is asked for a signal only, a plan where it is off or will miss and has none", () => {
  expect(verdictOf(input({}))).toMatchObject({ asksForCause: false, asksForPlan: false });
  expect(verdictOf(input({ variation: "one_off" })).asksForCause).toBe(true);
  expect(verdictOf(input({ variation: "too_few" })).asksForCause).toBe(false);
  expect(verdictOf(input({}, { status: "off" })).asksForPlan).toBe(true);
  expect(verdictOf(input({ outlook: "will_miss" })).asksForPlan).toBe(true);
  expect(verdictOf(input({ outlook: "will_miss" }, { plan: "late" })).asksForPlan).toBe(false);
});
