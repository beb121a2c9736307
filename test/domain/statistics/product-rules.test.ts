import { describe, expect, test } from "vitest";
import type { Month } from "../../../shared/domain/month.ts";
import { analyseSeries } from "../../../shared/domain/statistics/analyse-series.ts";
import { seededRandom } from "../../../shared/domain/statistics/seeded-random.ts";
import type { SeriesAnalysis, SeriesInput } from "../../../shared/domain/statistics/series.ts";
import { independent, seriesOf } from "../../support/simulated-series.ts";

/** Noise of spread 1 about 0, the same every time, without a signal of its own. */
const NOISE = independent(60, seededRandom(4));

function noise(months: number, level: number, from = 0): number[] {
  return NOISE.slice(from, from + months).map((x) => level + x);
}

function withTarget(
  values: readonly (number | null)[],
  target: number,
  direction: SeriesInput["direction"] = "higher",
) {
  const series = seriesOf(values, direction);
  return { ...series, rows: series.rows.map((row) => ({ ...row, target })) };
}

function read(values: readonly (number | null)[], target: number | null = null, direction?: SeriesInput["direction"]) {
  return analyseSeries(target === null ? seriesOf(values, direction) : withTarget(values, target, direction));
}

function marks({ points }: SeriesAnalysis): number {
  return points.filter((point) => point.pointType !== null && point.pointType !== "common_cause").length;
}

const repeated = (value: number, months: number) => Array.from({ length: months }, () => value);

describe("few months", () => {
  test("five values have no limits, and two have no verdict", () => {
    for (const count of [1, 2, 5]) {
      const analysis = read(noise(count, 50), 40);
      expect(analysis.segments[0]).toMatchObject({ limits: "none", lower: null, upper: null });
      expect(analysis).toMatchObject({ variation: "too_few", outlook: null, variationIcon: null, assuranceIcon: null });
    }
  });

  test("six to twelve values have trial limits that claim nothing", () => {
    for (const count of [6, 12]) {
      const analysis = read([...noise(count - 1, 50), 500], 40);
      expect(analysis.segments[0]?.limits).toBe("trial");
      expect(analysis.segments[0]?.upper).not.toBeNull();
      expect(analysis).toMatchObject({ variation: "too_few", outlook: null, variationIcon: null, assuranceIcon: null });
      expect(marks(analysis)).toBe(0);
    }
  });

  test("thirteen values are firm", () => {
    expect(read(noise(13, 50), 40)).toMatchObject({ variation: "stable", outlook: "will_meet", assuranceIcon: "pass" });
  });

  test("a series of no rows is nothing to judge", () => {
    expect(read([])).toMatchObject({ variation: "too_few", judgedPeriod: null, segments: [], points: [] });
  });
});

describe("series that hardly vary", () => {
  test("a constant series has its centre as limits, and equal is met", () => {
    expect(read(repeated(100, 24), 100)).toMatchObject({ variation: "stable", outlook: "will_meet", chanceOfMiss: 0 });
    expect(read(repeated(100, 24), 100.1)).toMatchObject({ outlook: "will_miss", chanceOfMiss: 1 });
    expect(read(repeated(0, 24), 0, "lower")).toMatchObject({ variation: "stable", outlook: "will_meet" });
    expect(read(repeated(50, 24)).segments[0]).toMatchObject({ lower: 50, upper: 50, isConstant: true });
  });

  test("a value off a constant baseline is outside", () => {
    const input = seriesOf([...repeated(100, 24), 99]);
    expect(analyseSeries(input, { fixAfter: 24 })).toMatchObject({
      variation: "one_off",
      variationIcon: "concern_low",
    });
  });

  test("one dip in years at 100 % marks the dip and nothing else", () => {
    const values = [...repeated(100, 9), 97, ...repeated(100, 26)];
    const analysis = read(values, 99);
    expect(analysis.variation).toBe("stable");
    expect(analysis.points.flatMap((point, i) => (point.rules.length > 0 ? [i] : []))).toEqual([9]);
    expect(analysis.outlook).not.toBe("will_miss");
  });

  test("a mostly constant series that left its value for good has changed", () => {
    expect(read([...repeated(0, 24), 2, 3, 2, 3, 2, 3], null, "lower").variation).toBe("worsening");
  });

  test("a process that always left a value and then keeps it has changed", () => {
    const analysis = read([...noise(16, 90), ...repeated(100, 18)]);
    expect(analysis).toMatchObject({ variation: "improving", run: { since: "2021-05" } });
  });

  test("rare events in a row of zeros are no run of zeros", () => {
    const values = [0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0];
    expect(read(values, null, "lower").variation).toBe("stable");
  });
});

describe("months without a value", () => {
  test("an absent month is a row without a value, not a bridge", () => {
    const series = seriesOf([...noise(10, 50), null, ...noise(10, 50, 10)]);
    const absent = { ...series, rows: series.rows.filter((row) => row.value !== null) };
    expect(analyseSeries(absent)).toEqual(analyseSeries(series));
    expect(analyseSeries(absent).points).toHaveLength(21);
    expect(analyseSeries(absent, { ruleSet: "ptd-0.2.2" }).points).toHaveLength(20);
  });

  test("a quarterly series has no holes between its quarters", () => {
    const series = seriesOf(noise(14, 50));
    const quarterly = {
      ...series,
      rows: series.rows.map((row, i) => ({
        ...row,
        period: `${2020 + Math.floor(i / 4)}-${["03", "06", "09", "12"][i % 4]}` as Month,
      })),
    };
    expect(analyseSeries(quarterly, { monthsPerPeriod: 3 }).points).toHaveLength(14);
  });

  test("an excluded month takes no part in limits, runs or verdict", () => {
    const series = seriesOf([...noise(20, 50), 1000]);
    const rows = series.rows.map((row, i) => (i === 20 ? { ...row, excluded: true } : row));
    const analysis = analyseSeries({ ...series, rows });
    expect(analysis.segments[0]?.mean).toBeCloseTo(analyseSeries(seriesOf(noise(20, 50))).segments[0]?.mean ?? 0, 9);
    expect(analysis.points[20]).toMatchObject({ value: 1000, excluded: true, pointType: null, rules: [] });
    expect(analysis.judgedPeriod).toBe("2021-08");
  });

  test("the newest month with a value is judged", () => {
    expect(read([...noise(20, 50), null]).judgedPeriod).toBe("2021-08");
  });
});

describe("after a change", () => {
  test("a clear shift is improving or worsening by the direction, since the first month of its run", () => {
    const values = [...noise(24, 50), ...noise(8, 56, 24)];
    expect(read(values)).toMatchObject({
      variation: "improving",
      variationIcon: "improvement_high",
      run: { since: "2022-01", changedIn: "2022-01", months: 8 },
    });
    expect(read(values, null, "lower")).toMatchObject({ variation: "worsening", variationIcon: "concern_high" });
    expect(read(values, null, "neutral")).toMatchObject({ variation: "higher", variationIcon: "neutral_high" });
  });

  test("the outlook is judged on the level after the shift, with the spread of the phase", () => {
    const values = [...noise(24, 50), ...noise(8, 60, 24)];
    const analysis = read(values, 55);
    expect(analysis.outlook).toBe("will_meet");
    expect(analysis.expected?.mean).toBeCloseTo(60 + noise(8, 0, 24).reduce((a, b) => a + b, 0) / 8, 9);
    const [segment] = analysis.segments;
    const spread = (segment?.upper ?? 0) - (segment?.mean ?? 0);
    expect((analysis.expected?.upper ?? 0) - (analysis.expected?.mean ?? 0)).toBeCloseTo(spread, 9);
    expect(analyseSeries(withTarget(values, 55), { ruleSet: "ptd-0.2.2" }).assuranceIcon).toBe("inconsistent");
  });

  test("a single wild month is a one-off", () => {
    expect(read([...noise(24, 50), 70])).toMatchObject({ variation: "one_off", run: null });
  });

  test("a run that begins by chance before the jump keeps both dates apart", () => {
    const values = [...noise(22, 50), 52.6, 52.4, ...noise(8, 57, 24)];
    expect(read(values)).toMatchObject({ run: { since: "2021-11", changedIn: "2022-01" } });
  });

  test("nothing spans a rebase", () => {
    const values = [...noise(20, 50), ...noise(20, 60, 20)];
    const analysis = analyseSeries(seriesOf(values), { rebase: ["2021-09" as Month] });
    expect(analysis.segments.map((segment) => segment.n)).toEqual([20, 20]);
    expect(analysis.variation).toBe("stable");
  });
});

describe("targets", () => {
  const phased = (values: readonly number[], step: number): SeriesInput => {
    const series = seriesOf(values);
    return { ...series, rows: series.rows.map((row, i) => ({ ...row, target: 40 + step * i })) };
  };

  test("a target that keeps changing is judged on value minus target", () => {
    const values = noise(30, 0).map((x, i) => 46 + i + x);
    expect(analyseSeries(phased(values, 1))).toMatchObject({ onDifference: true, outlook: "will_meet" });
    expect(analyseSeries(phased(values, 1), { ruleSet: "ptd-0.2.2" }).assuranceIcon).toBe("fail");
  });

  test("a target that changed once is judged on its newest value", () => {
    const series = seriesOf(noise(30, 50));
    const rows = series.rows.map((row, i) => ({ ...row, target: i < 25 ? 40 : 60 }));
    expect(analyseSeries({ ...series, rows })).toMatchObject({ onDifference: false, outlook: "will_miss" });
  });

  test("limits inside a band pass, wholly outside fail, across it may miss", () => {
    const band = (low: number, high: number) => {
      const series = seriesOf(noise(30, 50), "band");
      return analyseSeries({ ...series, rows: series.rows.map((row) => ({ ...row, low, high })) }).outlook;
    };
    expect(band(30, 70)).toBe("will_meet");
    expect(band(60, 70)).toBe("will_miss");
    expect(band(49, 51)).toBe("may_miss");
  });

  test("leaving a band is worse and coming back is better, whichever side", () => {
    const banded = (from: number, to: number) => {
      const series = seriesOf([...noise(24, from), ...noise(8, to, 24)], "band");
      return analyseSeries({ ...series, rows: series.rows.map((row) => ({ ...row, low: 45, high: 55 })) });
    };
    expect(banded(50, 60)).toMatchObject({ variation: "worsening", variationIcon: "concern_high" });
    expect(banded(50, 40)).toMatchObject({ variation: "worsening", variationIcon: "concern_low" });
    expect(banded(65, 51)).toMatchObject({ variation: "improving", variationIcon: "improvement_low" });
    expect(banded(48, 52).variation).toBe("higher");
  });

  test("a neutral KPI has no outlook", () => {
    expect(read(noise(30, 50), 40, "neutral")).toMatchObject({ outlook: null, assuranceIcon: null });
  });

  test("about a third of months miss a target that lies less than half a sigma below the level", () => {
    const analysis = read(noise(60, 50), 49.6);
    expect(analysis.outlook).toBe("may_miss");
    expect(analysis.chanceOfMiss).toBeGreaterThan(0.25);
    expect(analysis.chanceOfMiss).toBeLessThan(0.5);
  });
});

describe("dependent months", () => {
  test("widen the limits and leave the plain ones readable", () => {
    const values = Array.from({ length: 48 }, (_, i) => 50 + 3 * Math.sin((2 * Math.PI * i) / 12) + (NOISE[i] ?? 0));
    const analysis = read(values);
    const [segment] = analysis.segments;
    expect(analysis.dependence).toBeGreaterThan(0.3);
    expect((segment?.upper ?? 0) - (segment?.lower ?? 0)).toBeGreaterThan(
      (segment?.plainUpper ?? 0) - (segment?.plainLower ?? 0),
    );
    expect(analysis.variation).toBe("stable");
  });

  test("independent ones keep the anchor's limits", () => {
    const series = seriesOf(noise(40, 50));
    const ours = analyseSeries(series);
    const anchor = analyseSeries(series, { ruleSet: "ptd-0.2.2" });
    expect(ours.dependence).toBe(0);
    expect(ours.segments[0]).toMatchObject({
      mean: anchor.segments[0]?.mean,
      lower: anchor.segments[0]?.lower,
      upper: anchor.segments[0]?.upper,
    });
  });
});
