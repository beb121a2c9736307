import { describe, expect, test } from "vitest";
import { funnelOf } from "../../../shared/domain/statistics/funnel.ts";
import { preciseMean } from "../../../shared/domain/statistics/numerics.ts";
import { isOutside, type RatioChartKind, ratioChart } from "../../../shared/domain/statistics/ratio-chart.ts";
import { runChart } from "../../../shared/domain/statistics/run-chart.ts";
import { sidesOf } from "../../../shared/domain/statistics/runs.ts";
import { averageMovingRange, D2 } from "../../../shared/domain/statistics/xmr-limits.ts";
import { REFERENCE, referenceText } from "../../support/reference.ts";
import { isClose } from "../../support/reference-compare.ts";

type IndividualsCase = { cl: number; lcl: number | null; ucl: number | null; sigma_signal: boolean[] };
type RatioCase = { cl: number; lcl: (number | null)[]; ucl: (number | null)[]; sigma_signal: boolean[] };
type ChartsCase = {
  id: string;
  values: number[];
  run: {
    median: number;
    n_useful: number;
    longest_run: number | null;
    longest_run_max: number | null;
    n_crossings: number | null;
    n_crossings_min: number | null;
    runs_signal: boolean;
  };
  i: IndividualsCase;
  i_screened: IndividualsCase;
  qcc_xbar_one: {
    center: number;
    std_dev: number;
    lcl: number;
    ucl: number;
    beyond: number[];
    violating_runs7: number[];
  };
  numerator?: number[];
  denominator?: number[];
} & Partial<Record<"p" | "pp" | "pp_screened" | "u" | "up" | "ip", RatioCase>>;

const RATIO_KINDS = [
  ["p", "p", false],
  ["pp", "p-prime", false],
  ["pp_screened", "p-prime", true],
  ["u", "u", false],
  ["up", "u-prime", false],
  ["ip", "i-prime", false],
] as const satisfies readonly [string, RatioChartKind, boolean][];

function casesOf<T>(path: string): T[] {
  return JSON.parse(referenceText(path) ?? "[]") as T[];
}

const charts = casesOf<ChartsCase>("vectors/charts_qicharts2_qcc.json");

/** The ids of the cases that differ, so that a failure names them. */
function differing(isEqual: (c: ChartsCase) => boolean): string[] {
  return charts.filter((c) => !isEqual(c)).map((c) => c.id);
}

describe.skipIf(REFERENCE === null)("charts equal their anchors on every case", () => {
  test("run charts", () => {
    expect(charts.length).toBeGreaterThan(0);
    const isEqual = ({ values, run }: ChartsCase) => {
      const ours = runChart(values);
      return (
        isClose(ours.median, run.median) &&
        ours.useful === run.n_useful &&
        ours.longestRun === run.longest_run &&
        ours.longestRunLimit === run.longest_run_max &&
        ours.crossings === run.n_crossings &&
        ours.fewestCrossings === run.n_crossings_min &&
        ours.hasSignal === run.runs_signal
      );
    };
    expect(differing(isEqual)).toEqual([]);
  });

  test.each(["i", "i_screened"] as const)("individuals: %s", (name) => {
    const isEqual = (c: ChartsCase) => {
      const expected = c[name];
      const centre = preciseMean(c.values);
      const range = averageMovingRange(c.values, { screening: name === "i_screened", whenConstant: "no-limits" });
      const reach = (3 * range) / D2;
      const signals = c.values.map((x) => x > centre + reach || x < centre - reach);
      return (
        isClose(centre, expected.cl) &&
        isClose(centre - reach, expected.lcl) &&
        isClose(centre + reach, expected.ucl) &&
        signals.every((signal, i) => signal === expected.sigma_signal[i])
      );
    };
    expect(differing(isEqual)).toEqual([]);
  });

  test("individuals with runs of seven, as qcc counts them from their seventh month", () => {
    const isEqual = ({ values, qcc_xbar_one: expected }: ChartsCase) => {
      const centre = preciseMean(values);
      const sigma = averageMovingRange(values, { screening: false, whenConstant: "no-limits" }) / D2;
      const [lower, upper] = [centre - 3 * sigma, centre + 3 * sigma];
      const beyond = values.flatMap((x, i) => (x > upper || x < lower ? [i + 1] : []));
      const sides = sidesOf(values, centre);
      const late = values.flatMap((_, i) =>
        i >= 6 && sides[i] !== 0 && sides.slice(i - 6, i).every((side) => side === sides[i]) ? [i + 1] : [],
      );
      return (
        isClose(sigma, expected.std_dev) &&
        isClose(lower, expected.lcl) &&
        isClose(upper, expected.ucl) &&
        JSON.stringify(beyond) === JSON.stringify(expected.beyond) &&
        JSON.stringify(late) === JSON.stringify(expected.violating_runs7)
      );
    };
    expect(differing(isEqual)).toEqual([]);
  });
});

describe.skipIf(REFERENCE === null)("charts of ratios equal their anchor on every case", () => {
  test.each(RATIO_KINDS)("%s", (name, kind, screening) => {
    expect(charts.some((c) => c[name] !== undefined)).toBe(true);
    const isEqual = (c: ChartsCase) => {
      const expected = c[name];
      if (expected === undefined) return true;
      const rows = (c.numerator ?? []).map((numerator, i) => ({ numerator, denominator: c.denominator?.[i] ?? 0 }));
      const ours = ratioChart(kind, rows, { screening });
      return (
        isClose(ours.centre, expected.cl) &&
        ours.lower.every((limit, i) => isClose(limit, expected.lcl[i] ?? null)) &&
        ours.upper.every((limit, i) => isClose(limit, expected.ucl[i] ?? null)) &&
        rows.every((_, i) => isOutside(ours, i) === expected.sigma_signal[i])
      );
    };
    expect(differing(isEqual)).toEqual([]);
  });
});

type FunnelCase = {
  id: string;
  input: { numerator: number[]; denominator: number[] };
  expected: {
    target: number;
    phi: number;
    tau2: number;
    outlier_unadjusted_998: boolean[];
    outlier_od_998: boolean[];
  } & Record<
    "z" | "winsorised_z" | "ll95" | "ul95" | "ll998" | "ul998" | "odll95" | "odul95" | "odll998" | "odul998",
    number[]
  >;
};

test.skipIf(REFERENCE === null)("funnels equal their anchor on every case", () => {
  const cases = casesOf<FunnelCase>("vectors/funnel.json");
  expect(cases.length).toBeGreaterThan(0);
  for (const { id, input, expected } of cases) {
    const ours = funnelOf(
      input.numerator.map((numerator, i) => ({ numerator, denominator: input.denominator[i] ?? 0 })),
    );
    const same = (numbers: number[], reference: number[]) => numbers.every((x, i) => isClose(x, reference[i] ?? null));
    expect(
      [ours.centre, ours.overdispersion, ours.betweenVariance].every((x, i) =>
        isClose(x, [expected.target, expected.phi, expected.tau2][i] ?? null),
      ),
      id,
    ).toBe(true);
    expect(
      same(
        ours.points.map((p) => p.z),
        expected.z,
      ),
      id,
    ).toBe(true);
    expect(
      same(
        ours.points.map((p) => p.winsorisedZ),
        expected.winsorised_z,
      ),
      id,
    ).toBe(true);
    for (const [limit, plain, adjusted] of [
      ["lower95", "ll95", "odll95"],
      ["upper95", "ul95", "odul95"],
      ["lower998", "ll998", "odll998"],
      ["upper998", "ul998", "odul998"],
    ] as const) {
      expect(
        same(
          ours.points.map((p) => p.plain[limit]),
          expected[plain],
        ),
        `${id} ${plain}`,
      ).toBe(true);
      expect(
        same(
          ours.points.map((p) => p.adjusted[limit]),
          expected[adjusted],
        ),
        `${id} ${adjusted}`,
      ).toBe(true);
    }
    const outside = (limits: "plain" | "adjusted") =>
      ours.points.map((p) => p.share > p[limits].upper998 || p.share < p[limits].lower998);
    expect(outside("plain"), id).toEqual(expected.outlier_unadjusted_998);
    expect(outside("adjusted"), id).toEqual(expected.outlier_od_998);
  }
});
