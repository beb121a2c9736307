import { describe, expect, test } from "vitest";
import { integer, ONE } from "../../shared/domain/decimal.ts";
import { breaksComparability, definitionFaults, versionOf } from "../../shared/domain/kpi-definition.ts";
import { ALWAYS, type Month } from "../../shared/domain/month.ts";
import { objectiveStatus } from "../../shared/domain/objective-status.ts";
import { targetFault, targetOfRecord } from "../../shared/domain/target.ts";
import { rulesOf } from "./org-worlds.ts";

describe("a definition", () => {
  const sound = { ...rulesOf({}), expression: null, minimum: null, maximum: null };

  test("is sound with any rule that its input can serve", () => {
    expect(definitionFaults(sound)).toEqual([]);
    expect(definitionFaults({ ...sound, input: "ratio", orgRule: "mean", timeRule: "cumulative_ratio" })).toEqual([]);
    expect(definitionFaults({ ...sound, input: "derived", expression: "[A] / 2" })).toEqual([]);
  });

  test.each([
    [{ orgRule: "ratio" }, "ratio-rule-needs-ratio-input"],
    [{ timeRule: "cumulative_ratio" }, "ratio-rule-needs-ratio-input"],
    [{ input: "derived" }, "derived-needs-expression"],
    [{ expression: "[A]" }, "expression-needs-derived-input"],
    [{ multiplier: integer(0) }, "multiplier-not-positive"],
    [{ decimals: 7 }, "decimals-out-of-range"],
    [{ minimum: 2, maximum: 1 }, "limits-reversed"],
  ] as const)("with %o is refused: %s", (change, fault) => {
    expect(definitionFaults({ ...sound, ...change })).toEqual([fault]);
  });

  test("breaks comparability by formula, input, unit of measure, exclusions and multiplier only", () => {
    const before = {
      formula: "a/b",
      expression: null,
      input: "ratio",
      unitOfMeasure: "%",
      exclusions: null,
      multiplier: ONE,
    } as const;
    expect(breaksComparability(before, { ...before, multiplier: { digits: 10, scale: 1 } })).toBe(false);
    const changes = [
      { formula: "a/c" },
      { input: "value" },
      { unitOfMeasure: "h" },
      { exclusions: "tests" },
      { multiplier: integer(100) },
    ] as const;
    expect(changes.map((change) => breaksComparability(before, { ...before, ...change }))).toEqual(
      changes.map(() => true),
    );
  });

  test("of a month is the newest that has begun; the first is valid always", () => {
    const versions = [
      { validFrom: ALWAYS, n: 1 },
      { validFrom: "2026-04" as Month, n: 2 },
    ];
    expect(["1999-01", "2026-03", "2026-04"].map((month) => versionOf(versions, month as Month)?.n)).toEqual([1, 1, 2]);
  });
});

describe("a target record", () => {
  const blank = { value: null, low: null, high: null, share: 1, stretch: null, benchmark: null };

  test("fits the direction of its KPI", () => {
    expect(targetFault({ ...blank, value: 5 }, "higher")).toBeNull();
    expect(targetFault({ ...blank, low: 1, high: 2 }, "band")).toBeNull();
    expect(targetFault(blank, "lower")).toBe("value-needed");
    expect(targetFault({ ...blank, low: 1, high: 2 }, "higher")).toBe("value-needed");
    expect(targetFault({ ...blank, value: 5 }, "band")).toBe("band-needed");
    expect(targetFault({ ...blank, low: 3, high: 2 }, "band")).toBe("band-reversed");
  });

  test("of nothing but a stretch is no target", () => {
    expect(targetOfRecord({ ...blank, low: 1 })).toBeNull();
  });
});

describe("an objective", () => {
  test("says how many of its KPIs are on target and the worst of them", () => {
    expect(objectiveStatus(["on", "near", "on", "not_due"])).toEqual({ onTarget: 2, kpis: 4, worst: "near" });
    expect(objectiveStatus(["missing", "off", "on"]).worst).toBe("off");
    expect(objectiveStatus(["on", "on"])).toEqual({ onTarget: 2, kpis: 2, worst: "on" });
    expect(objectiveStatus([])).toEqual({ onTarget: 0, kpis: 0, worst: null });
  });
});
