import { readFileSync } from "node:fs";
import { join } from "node:path";
import { seedOf } from "../../shared/domain/statistics/seeded-random.ts";
import { forecastYearEnd } from "../../shared/domain/statistics/year-end.ts";
import { type Measurement, publish } from "../support/bench-report.ts";
import { type Said, type Scores, scoresOf } from "../support/forecast-scores.ts";
import { REFERENCE, referenceText } from "../support/reference.ts";
import { type YearEndCase, yearEndCases } from "../support/year-end-cases.ts";

/** Year-ends of real series, forecast after 3, 6 and 9 months from what was known then, beside methods run by others on the same cases. */
function forecastOf(c: YearEndCase): Said | null {
  return forecastYearEnd({
    direction: c.direction,
    timeRule: "mean",
    history: c.history.map((x) => ({ value: Number.isNaN(x) ? null : x })),
    knownInYear: c.origin,
    monthsInYear: 12,
    targets: c.targets.map((value) => (Number.isNaN(value) ? null : { value })),
    bounds: c.isPercentage ? { minimum: 0, maximum: 100 } : { minimum: null, maximum: null },
    seed: seedOf(`${c.series} ${c.year} ${c.origin}`),
  });
}

const METHODS = ["naive", "snaive", "mean12", "linear3", "linear12", "ets", "damped", "mix"];
const ROW = /^"((?:[^"]|"")*)",(\d+),(\d+),(.*)$/;

/** What the reference table says of other methods, by case and column. */
function referenceRows(): Map<string, Record<string, string>> {
  const [head = "", ...lines] = (referenceText("vectors/backtest_year_end.csv") ?? "").trim().split("\n");
  const columns = head.replaceAll('"', "").split(",").slice(3);
  return new Map(
    lines.map((line) => {
      const [, series = "", year = "", origin = "", rest = ""] = ROW.exec(line) ?? [];
      const cells = rest.split(",");
      return [`${series} ${year} ${origin}`, Object.fromEntries(columns.map((name, i) => [name, cells[i] ?? ""]))];
    }),
  );
}

function measured(what: string, scores: Scores, isOurs: boolean): Measurement[] {
  const rows: Measurement[] = [
    { what: `${what}: Brier score`, value: scores.brier, unit: "", ...(isOurs ? { atMost: 0.07 } : {}) },
    { what: `${what}: MASE`, value: scores.mase, unit: "", ...(isOurs ? { atMost: 0.27 } : {}) },
    {
      what: `${what}: in the 80 % range`,
      value: 100 * scores.in80,
      unit: "%",
      ...(isOurs ? { atLeast: 75, atMost: 85 } : {}),
    },
  ];
  if (!isOurs) return rows;
  const bins = scores.reliability.map(({ from, to, cases, said, happened }) => ({
    what: `${what}: said ${100 * from}-${100 * to} % in ${cases} cases (mean ${Math.round(100 * said)} %), came true`,
    value: 100 * happened,
    unit: "%",
  }));
  return [
    ...rows,
    { what: `${what}: in the 95 % range`, value: 100 * scores.in95, unit: "%", atLeast: 92, atMost: 98 },
    { what: `${what}: log loss`, value: scores.logLoss, unit: "" },
    ...bins,
  ];
}

if (REFERENCE !== null) {
  const all = yearEndCases(readFileSync(join(REFERENCE, "data/mta.csv")), [2011, 2012, 2013, 2014, 2015, 2016, 2017]);
  const reference = referenceRows();
  const keyOf = (c: YearEndCase) => `${c.series} ${c.year} ${c.origin}`;
  const shared = all.filter((c) => reference.has(keyOf(c)));
  const others = all.filter((c) => c.year !== 2015 && c.year !== 2016);
  const started = process.threadCpuUsage();
  const ours = measured(
    `ours, ${shared.length} cases of 2015 and 2016`,
    scoresOf(shared, shared.map(forecastOf)),
    true,
  );
  const used = process.threadCpuUsage(started);
  const earlier = measured(
    `ours, ${others.length} cases of other years`,
    scoresOf(others, others.map(forecastOf)),
    true,
  );
  const theirs = METHODS.flatMap((method) => {
    const said = shared.map((c): Said => {
      const row = reference.get(keyOf(c)) ?? {};
      const inside = row[`in80.${method}`] === "TRUE";
      const [low80, high80] = inside ? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] : [Number.NaN, Number.NaN];
      return {
        median: Number(row[`median.${method}`]),
        low80,
        high80,
        low95: low80,
        high95: high80,
        probability: Number(row[`p.${method}`]),
      };
    });
    return measured(method, scoresOf(shared, said), false);
  });
  const perForecast = (used.user + used.system) / 1000 / shared.length;
  publish("forecast-backtest", [
    ...ours,
    ...earlier,
    ...theirs,
    { what: "one forecast of 2,000 paths", value: perForecast, unit: "ms", atMost: 60 },
  ]);
}
