import type { SpcView } from "../../../shared/charts/spc-frame.ts";
import type { KpiPoint } from "../../../shared/contracts/kpi-view.ts";
import { addMonths, type Month } from "../../../shared/domain/month.ts";
import { analyseSeries } from "../../../shared/domain/statistics/analyse-series.ts";
import type { AnalysisOptions, SeriesAnalysis, SeriesRow } from "../../../shared/domain/statistics/series.ts";
import { usualRangeText } from "../../../shared/text/series-text.ts";

/** A little series to learn from: its numbers are made up, its limits and signals are the product's own. */
export type Lesson = {
  values: readonly (number | null)[];
  targets?: readonly (number | null)[];
  denominators?: readonly number[];
  /** Places of months that take no part. */
  excluded?: readonly number[];
  /** Place at which a new phase begins. */
  phaseAt?: number;
  chart?: AnalysisOptions["chart"];
  forecast?: SpcView["forecast"];
};

const FIRST = "2024-01" as Month;
const STYLE = { decimals: 1, locale: "en-GB" };

export function lessonAnalysis(lesson: Lesson): SeriesAnalysis {
  const rows = lesson.values.map((value, index): SeriesRow => {
    const denominator = lesson.denominators?.[index];
    const parts =
      denominator === undefined || value === null ? {} : { denominator, numerator: (value * denominator) / 100 };
    return {
      period: addMonths(FIRST, index),
      ...{ value, ...parts, target: lesson.targets?.[index] ?? null },
      excluded: lesson.excluded?.includes(index) ?? false,
    };
  });
  const rebase = lesson.phaseAt === undefined ? [] : [addMonths(FIRST, lesson.phaseAt)];
  const { chart } = lesson;
  return analyseSeries(
    { direction: "lower", rows, multiplier: lesson.denominators === undefined ? 1 : 100 },
    { rebase, ...(chart === undefined ? {} : { chart }) },
  );
}

/** The lesson as the charts of the product take it. */
export function lessonView(lesson: Lesson): SpcView {
  const analysis = lessonAnalysis(lesson);
  return {
    points: analysis.points.map(lessonPoint),
    segments: analysis.segments.map((segment, index) => {
      const { firstPeriod, n, mean, lower: low, upper: high, limits, values: months } = segment;
      const last = analysis.points.findLast((point) => point.segment === index)?.period ?? firstPeriod;
      const label = usualRangeText({ low, high, centre: mean, limits, chart: analysis.chart, months }, STYLE);
      return {
        ...{ firstPeriod, lastPeriod: last, n, mean, low, high, trial: limits === "trial", label },
        reason: index === 0 ? null : "New procedure",
      };
    }),
    ...{ plans: [], annotations: [], decimals: 1, changedIn: null, since: null, direction: "lower" },
    chart: analysis.chart,
    ...(lesson.forecast === undefined ? {} : { forecast: lesson.forecast }),
  };
}

function lessonPoint(point: SeriesAnalysis["points"][number]): KpiPoint {
  const { period, value, target, excluded, mean, lower, upper, pointType, specialCause } = point;
  const shown = value === null ? "–" : value.toFixed(1);
  return {
    period,
    figure: { kind: value === null ? "missing" : "number", value, numerator: null, denominator: null },
    shown,
    target: target === null ? null : { value: target, low: null, high: null, label: `≤ ${target.toFixed(1)}` },
    variance: null,
    status: "no_target",
    statusWord: "",
    coverage: { reported: excluded ? 3 : 6, due: 6 },
    ...{ excluded, mean, low: lower, high: upper, pointType, specialCause },
    ...{ rules: [...point.rules], lastYear: null, restatedFrom: null, spoken: shown },
  };
}
