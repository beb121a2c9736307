import { describe, expect, test } from "vitest";
import type { Month } from "../../../shared/domain/month.ts";
import { monthAt } from "../../../shared/domain/month.ts";
import { analyseSeries } from "../../../shared/domain/statistics/analyse-series.ts";
import { ratioChart } from "../../../shared/domain/statistics/ratio-chart.ts";
import { type Random, seededRandom } from "../../../shared/domain/statistics/seeded-random.ts";
import type { SeriesInput } from "../../../shared/domain/statistics/series.ts";
import { independent, seriesOf } from "../../support/simulated-series.ts";

type Part = { numerator: number; denominator: number };

function ratioSeries(parts: readonly Part[], direction: SeriesInput["direction"] = "higher"): SeriesInput {
  const rows = parts.map((part, i) => ({
    period: monthAt(2020 * 12 + i),
    ...part,
    value: (100 * part.numerator) / part.denominator,
  }));
  return { direction, rows, multiplier: 100 };
}

const normal = (random: Random) => independent(1, random)[0] ?? 0;

/** Shares about one level whose level itself varies from month to month, with denominators of very different size. */
function unevenShares(months: number, random: Random, level = 0.8): Part[] {
  return Array.from({ length: months }, (_, i) => {
    const denominator = Math.round(i % 3 === 0 ? 200 : 900 + 600 * random());
    const share = level + 0.01 * normal(random) + Math.sqrt((level * (1 - level)) / denominator) * normal(random);
    return { numerator: Math.round(Math.min(1, Math.max(0, share)) * denominator), denominator };
  });
}

/** Events by the month at this rate. */
function events(months: number, rate: number, random: Random): number[] {
  return Array.from({ length: months }, () => {
    let count = 0;
    for (let left = Math.exp(-rate), draw = random(); draw > left; draw *= random()) count += 1;
    return count;
  });
}

describe("the chart is chosen", () => {
  const even = Array.from({ length: 24 }, (_, i) => ({ numerator: 80 + (i % 5), denominator: 100 + (i % 3) }));
  const chart = (series: SeriesInput) => {
    const { chart, chartReason } = analyseSeries(series);
    return [chart, chartReason];
  };

  test("single values where there are no denominators, or even ones", () => {
    expect(chart(seriesOf(independent(24, seededRandom(1))))).toEqual(["xmr", "single_values"]);
    expect(chart(ratioSeries(even))).toEqual(["xmr", "even_denominators"]);
    const edge = even.map((part, i) => ({ ...part, denominator: i % 2 === 0 ? 125 : 75 }));
    expect(chart(ratioSeries(edge))).toEqual(["xmr", "even_denominators"]);
  });

  test("by the denominators where they differ: shares by p-prime, rates by u-prime", () => {
    const uneven = unevenShares(24, seededRandom(1));
    expect(chart(ratioSeries(uneven))).toEqual(["p-prime", "uneven_denominators"]);
    const rates = uneven.map((part) => ({ ...part, numerator: part.numerator * 3 }));
    expect(chart(ratioSeries(rates))).toEqual(["u-prime", "uneven_denominators"]);
  });

  test("between events where they are rare, runs where months are few or very skewed", () => {
    expect(chart(seriesOf(events(48, 0.4, seededRandom(3)), "lower"))).toEqual(["g", "rare_events"]);
    expect(chart(seriesOf(independent(12, seededRandom(1))))).toEqual(["run", "few_months"]);
    const skewed = independent(36, seededRandom(2)).map((z) => Math.exp(1.6 * z));
    expect(chart(seriesOf(skewed))).toEqual(["run", "very_skewed"]);
    expect(chart(seriesOf(Array.from({ length: 24 }, () => 100)))).toEqual(["xmr", "hardly_varies"]);
  });

  test("by a rule set without product rules only where it is asked for", () => {
    const uneven = ratioSeries(unevenShares(24, seededRandom(1)));
    expect(analyseSeries(uneven, { ruleSet: "ptd-0.2.2" }).chart).toBe("xmr");
    expect(analyseSeries(uneven, { ruleSet: "ptd-0.2.2", chart: "p-prime" }).chart).toBe("p-prime");
    const plain = analyseSeries(seriesOf(independent(24, seededRandom(1))), { chart: "p-prime" });
    expect(plain).toMatchObject({ chart: "xmr", chartReason: "no_denominators" });
  });
});

describe("limits that follow the denominators", () => {
  const parts = unevenShares(36, seededRandom(5));

  test("are those of the chart itself, in the KPI's unit of measure", () => {
    const analysis = analyseSeries(ratioSeries(parts), { ruleSet: "ptd-0.2.2", chart: "p-prime" });
    const own = ratioChart("p-prime", parts);
    analysis.points.forEach((point, i) => {
      expect(point.lower).toBe(100 * (own.lower[i] ?? Number.NaN));
      expect(point.upper).toBe(100 * (own.upper[i] ?? Number.NaN));
      expect(point.mean).toBe(100 * own.centre);
    });
    expect(analysis.segments[0]).toMatchObject({ upper: analysis.points.at(-1)?.upper });
  });

  test("judge each month by its own: the same value is outside where the denominator is large", () => {
    const steady = Array.from({ length: 30 }, (_, i) => ({
      numerator: (i % 2 === 0 ? 79 : 81) * (i % 3 === 0 ? 2 : 10),
      denominator: i % 3 === 0 ? 200 : 1000,
    }));
    const low = (denominator: number) =>
      analyseSeries(ratioSeries([...steady, { numerator: 0.72 * denominator, denominator }]));
    expect(low(1000)).toMatchObject({ chart: "p-prime", variation: "one_off", variationIcon: "concern_low" });
    expect(low(100).variation).toBe("stable");
  });

  test("cry wolf no more often than single values do", () => {
    const random = seededRandom(17);
    let alarms = 0;
    for (let i = 0; i < 1000; i++) {
      const { variation } = analyseSeries(ratioSeries(unevenShares(36, random)));
      if (variation === "improving" || variation === "worsening" || variation === "one_off") alarms += 1;
    }
    expect(alarms / 1000).toBeLessThanOrEqual(0.02);
  });

  test("find a change of level", () => {
    const random = seededRandom(23);
    const analysis = analyseSeries(ratioSeries([...unevenShares(28, random), ...unevenShares(8, random, 0.88)]));
    expect(analysis).toMatchObject({ chart: "p-prime", variation: "improving", run: { rule: "shift" } });
    expect(analysis.run?.since).toBe("2022-05");
  });

  test("a plain chart comes with a test of how much counts vary", () => {
    const random = seededRandom(29);
    const spread = analyseSeries(ratioSeries(parts.map((part) => ({ ...part, denominator: part.denominator + 1 }))), {
      chart: "p",
    });
    expect(spread.overdispersion).not.toBeNull();
    const fair = Array.from({ length: 40 }, (_, i) => {
      const denominator = i % 2 === 0 ? 300 : 900;
      let numerator = 0;
      for (let each = 0; each < denominator; each++) numerator += random() < 0.3 ? 1 : 0;
      return { numerator, denominator };
    });
    const wild = fair.map((part, i) => ({ ...part, numerator: part.numerator + (i % 4 === 0 ? 60 : 0) }));
    expect(analyseSeries(ratioSeries(fair), { chart: "p" }).overdispersion?.isOverdispersed).toBe(false);
    expect(analyseSeries(ratioSeries(wild), { chart: "p" }).overdispersion?.isOverdispersed).toBe(true);
    expect(analyseSeries(ratioSeries(wild)).overdispersion).toBeNull();
  });

  test("a share that is always whole keeps its verdict whatever chart is asked for", () => {
    const whole = ratioSeries(
      Array.from({ length: 24 }, (_, i) => ({ numerator: 50 + 40 * (i % 3), denominator: 50 + 40 * (i % 3) })),
    );
    const rows = whole.rows.map((row) => ({ ...row, target: 100 }));
    expect(analyseSeries({ ...whole, rows }, { chart: "p-prime" })).toMatchObject({
      variation: "stable",
      outlook: "will_meet",
    });
  });
});

describe("rare events", () => {
  const alarm = (variation: string) => ["improving", "worsening", "one_off"].includes(variation);

  test("a stable rate is called changed in at most 2 % of series", () => {
    const random = seededRandom(31);
    let [alarms, judged] = [0, 0];
    for (let i = 0; i < 1500; i++) {
      const analysis = analyseSeries(seriesOf(events(60, 0.4, random), "lower"));
      if (analysis.chart !== "g") continue;
      judged += 1;
      if (alarm(analysis.variation)) alarms += 1;
    }
    expect(judged).toBeGreaterThan(1300);
    expect(alarms / judged).toBeLessThanOrEqual(0.02);
  });

  test("a long time without one is better where fewer are better, and a point stands only where one happened", () => {
    const months = [
      ...Array.from({ length: 40 }, (_, i) => (i % 3 === 0 ? 1 : 0)),
      ...Array.from({ length: 30 }, () => 0),
    ];
    const analysis = analyseSeries(seriesOf(months, "lower"));
    expect(analysis).toMatchObject({ chart: "g", variationIcon: "improvement_low" });
    expect(["improving", "one_off"]).toContain(analysis.variation);
    expect(analysis.points[3]).toMatchObject({ value: 1, plotted: 3, pointType: "common_cause" });
    expect(analysis.points[4]).toMatchObject({ value: 0, plotted: null, pointType: null });
    expect(analysis.points.at(-1)).toMatchObject({ plotted: 30, pointType: "special_cause_improvement" });
  });

  test("exposure counts, not months, where denominators are known", () => {
    const parts = Array.from({ length: 30 }, (_, i) => ({
      numerator: i % 3 === 0 ? 1 : 0,
      denominator: i < 15 ? 100 : 300,
    }));
    const { points } = analyseSeries(ratioSeries(parts, "lower"));
    expect(points[3]?.plotted).toBe(300);
    expect(points[27]?.plotted).toBe(900);
  });

  test("a missing month breaks the time between two events", () => {
    const months: (number | null)[] = Array.from({ length: 40 }, (_, i) => (i % 3 === 0 ? 1 : 0));
    months[4] = null;
    expect(analyseSeries(seriesOf(months, "lower")).points[6]?.plotted).toBeNull();
  });
});

describe("runs about the median", () => {
  test("with few months show trial limits beside the median and claim nothing", () => {
    const analysis = analyseSeries(seriesOf(independent(10, seededRandom(8))));
    expect(analysis).toMatchObject({ chart: "run", variation: "too_few", outlook: null });
    expect(analysis.segments[0]).toMatchObject({ limits: "trial" });
    expect(analysis.runs?.median).toBe(analysis.segments[0]?.mean);
  });

  test("with more find a run longer than chance has it, without limits and without an outlook", () => {
    const values = [...independent(20, seededRandom(9)), ...independent(14, seededRandom(10)).map((x) => x + 4)];
    const analysis = analyseSeries(seriesOf(values), { chart: "run" });
    expect(analysis).toMatchObject({ chart: "run", variation: "improving", outlook: null, assuranceIcon: null });
    expect(analysis.points.at(-1)?.upper).toBeNull();
    expect(analyseSeries(seriesOf(independent(34, seededRandom(9))), { chart: "run" }).variation).toBe("stable");
  });
});

describe("the rule sets of the textbooks", () => {
  const read = (values: readonly number[], ruleSet: "western-electric" | "nelson") =>
    analyseSeries(seriesOf([...BASE, ...values]), { ruleSet, fixAfter: BASE.length });
  /** Mean 0, sigma 1 by its moving ranges: steps of 1.128 about zero. */
  const BASE = Array.from({ length: 24 }, (_, i) => [0.564, -0.564, -0.564 + 1.128, 0.564 - 1.128][i % 4] ?? 0);
  const newest = (values: readonly number[], ruleSet: "western-electric" | "nelson") =>
    read(values, ruleSet).points.at(-1)?.rules;

  test("four of five beyond one sigma, the fifth anywhere", () => {
    expect(newest([1.3, 1.2, -0.2, 1.4, 1.2], "western-electric")).toContain("four_in_five_above");
    expect(newest([1.3, 1.2, -0.2, 0.4, 1.2], "western-electric")).not.toContain("four_in_five_above");
  });

  test("two of three beyond two sigma, the third on the other side", () => {
    expect(newest([2.3, -0.3, 2.4], "nelson")).toContain("two_in_three_above");
  });

  test("eight or nine on one side", () => {
    const side = (count: number) => Array.from({ length: count }, (_, i) => 0.4 + 0.1 * (i % 2));
    expect(newest([-0.1, ...side(8)], "western-electric")).toContain("shift_above");
    expect(newest([-0.1, ...side(8)], "nelson")).not.toContain("shift_above");
    expect(newest([-0.1, ...side(9)], "nelson")).toContain("shift_above");
  });

  test("Nelson's patterns: six rising, fourteen in turn, fifteen near the centre, eight away from it", () => {
    expect(newest([-1, -0.6, -0.2, 0.2, 0.6, 1], "nelson")).toContain("trend_increasing");
    expect(newest([-1, -0.6, -0.2, 0.2, 0.6, 1], "western-electric")).toEqual([]);
    const turns = Array.from({ length: 14 }, (_, i) => (i % 2 === 0 ? 1.5 : -1.5) + i / 100);
    expect(newest(turns, "nelson")).toContain("alternating");
    const away = Array.from({ length: 8 }, (_, i) => (i % 3 === 0 ? 1.6 : -1.7));
    expect(newest(away, "nelson")).toContain("both_sides");
    const near = Array.from({ length: 15 }, (_, i) => 0.1 * (i % 3));
    expect(newest(near, "nelson")).toContain("hugging");
  });

  test("a pattern without a direction changes no verdict", () => {
    const near = Array.from({ length: 15 }, (_, i) => (i % 2 === 0 ? 0.2 : -0.2));
    const analysis = read(near, "nelson");
    expect(analysis).toMatchObject({ variation: "stable", variationIcon: "common_cause" });
    expect(analysis.points.at(-1)?.pointType).toMatch(/neutral/);
  });

  test("the name of a rule set is kept with the analysis", () => {
    expect(read([0], "nelson").ruleSet).toBe("nelson" satisfies string);
    expect(read([0], "nelson").points[0]?.period).toBe("2020-01" as Month);
  });
});
