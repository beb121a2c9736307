import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Direction } from "../../../shared/domain/kpi-definition.ts";
import type { Month } from "../../../shared/domain/month.ts";
import { analyseSeries } from "../../../shared/domain/statistics/analyse-series.ts";
import { REFERENCE, referenceText } from "../../support/reference.ts";

type XmrCase = {
  id: string;
  direction: "increase" | "decrease" | "neutral";
  target: number | null;
  rebase: string[] | null;
  fix_after_n_points: number | null;
  screen_outliers: boolean;
  periods: string[];
  values: (number | null)[];
  expected: {
    segments: {
      first_period: string;
      n: number;
      mean: number;
      lpl: number | null;
      upl: number | null;
      short_group_warning: boolean;
    }[];
    special_cause_type: string[];
    point_type: string[];
    close_to_limits: (boolean | null)[];
    variation_icon: string;
    assurance_icon: string | null;
  };
};

const DIRECTIONS: Record<XmrCase["direction"], Direction> = {
  increase: "higher",
  decrease: "lower",
  neutral: "neutral",
};

function cases(file: string): XmrCase[] {
  const text = referenceText(file);
  return text === null ? [] : JSON.parse(text);
}

function differsFrom(actual: number | null, expected: number | null): boolean {
  if (actual === null || expected === null) return actual !== expected;
  return Math.abs(actual - expected) > 1e-9 * Math.max(Math.abs(expected), Number.MIN_VALUE);
}

/** What a case shows differently from the anchor, in words; empty when equal. */
function differences(c: XmrCase): string[] {
  const analysis = analyseSeries(
    {
      direction: DIRECTIONS[c.direction],
      rows: c.periods.map((period, i) => ({ period: period as Month, value: c.values[i] ?? null, target: c.target })),
    },
    {
      ruleSet: "ptd-0.2.2",
      rebase: (c.rebase ?? []) as Month[],
      fixAfter: c.fix_after_n_points,
      screening: c.screen_outliers,
    },
  );
  const found: string[] = [];
  const expectSame = (what: string, actual: unknown, expected: unknown) => {
    if (actual !== expected) found.push(`${what}: ${String(actual)} instead of ${String(expected)}`);
  };
  expectSame("segments", analysis.segments.length, c.expected.segments.length);
  c.expected.segments.forEach((segment, i) => {
    const ours = analysis.segments[i];
    if (ours === undefined) return;
    expectSame("first period", ours.firstPeriod, segment.first_period);
    expectSame("n", ours.n, segment.n);
    expectSame("short", ours.isShort, segment.short_group_warning);
    if (differsFrom(ours.mean, segment.mean)) found.push(`mean ${ours.mean} instead of ${segment.mean}`);
    if (differsFrom(ours.lower, segment.lpl)) found.push(`lpl ${ours.lower} instead of ${segment.lpl}`);
    if (differsFrom(ours.upper, segment.upl)) found.push(`upl ${ours.upper} instead of ${segment.upl}`);
  });
  analysis.points.forEach((point, i) => {
    expectSame(`special cause ${point.period}`, point.specialCause, c.expected.special_cause_type[i]);
    expectSame(`point type ${point.period}`, point.pointType, c.expected.point_type[i]);
    expectSame(`close ${point.period}`, point.isClose, c.expected.close_to_limits[i]);
  });
  expectSame("variation icon", analysis.variationIcon, c.expected.variation_icon);
  expectSame("assurance icon", analysis.assuranceIcon, c.expected.assurance_icon);
  return found;
}

test("rule set ptd-0.2.2 equals hand-made cases", () => {
  const own = JSON.parse(readFileSync(new URL("fixtures/anchor-cases.json", import.meta.url), "utf8")) as XmrCase[];
  expect(own.length).toBeGreaterThan(10);
  expect(own.flatMap((c) => differences(c).map((difference) => `${c.id}: ${difference}`))).toEqual([]);
});

describe.skipIf(REFERENCE === null)("rule set ptd-0.2.2 equals its anchor", () => {
  test.each(["vectors/xmr_real.json", "vectors/xmr_edge.json"])("on every case of %s", (file) => {
    const all = cases(file);
    expect(all.length).toBeGreaterThan(0);
    const different = all
      .map((c) => ({ id: c.id, differences: differences(c) }))
      .filter((c) => c.differences.length > 0);
    expect(different).toEqual([]);
  });
});
