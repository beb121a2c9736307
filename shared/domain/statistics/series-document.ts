import type { Month } from "../month.ts";
import type { AnalysisChart } from "./chart-kind.ts";
import type { RuleSetName } from "./rule-set.ts";
import type { RunChart } from "./run-chart.ts";
import type { AnalysedPoint, AnalysedSegment, Overdispersion, SeriesAnalysis } from "./series.ts";

/** An analysis as files and interfaces spell it: the names and values of the health service's charts. */
export type SegmentDocument = {
  first_period: Month;
  n: number;
  mean: number | null;
  lpl: number | null;
  upl: number | null;
  short_group_warning: boolean;
  /** "none", "trial" or "firm". */
  limits: AnalysedSegment["limits"];
};

export type PointDocument = {
  period: Month;
  value: number | null;
  target: number | null;
  excluded: boolean;
  point_type: AnalysedPoint["pointType"];
  special_cause_type: string | null;
  rules: readonly string[];
  /** Where the chart is not of single values: what it draws, its centre and the limits of this very point. */
  plotted?: number | null;
  centre?: number | null;
  lpl?: number | null;
  upl?: number | null;
};

export type AnalysisDocument = {
  rule_set: RuleSetName;
  chart: AnalysisChart;
  segments: SegmentDocument[];
  points: PointDocument[];
  variation_icon: SeriesAnalysis["variationIcon"];
  assurance_icon: SeriesAnalysis["assuranceIcon"];
  variation: SeriesAnalysis["variation"];
  outlook: SeriesAnalysis["outlook"];
  since: Month | null;
  changed_in: Month | null;
  acf1: number | null;
  overdispersion?: OverdispersionDocument;
  runs?: RunsDocument;
};

export function analysisDocument(analysis: SeriesAnalysis): AnalysisDocument {
  return {
    rule_set: analysis.ruleSet,
    chart: analysis.chart,
    segments: analysis.segments.map(segmentDocument),
    points: analysis.points.map((point) => pointDocument(point, analysis.chart)),
    variation_icon: analysis.variationIcon,
    assurance_icon: analysis.assuranceIcon,
    variation: analysis.variation,
    outlook: analysis.outlook,
    since: analysis.run?.since ?? null,
    changed_in: analysis.run?.changedIn ?? null,
    acf1: analysis.acf1,
    ...(analysis.overdispersion === null ? {} : { overdispersion: overdispersionDocument(analysis.overdispersion) }),
    ...(analysis.runs === null ? {} : { runs: runsDocument(analysis.runs) }),
  };
}

/** The test of a plain p or u chart: more spread than chance alone has, and how surely. */
export type OverdispersionDocument = {
  ratio: number;
  chi_square: number;
  degrees: number;
  p_value: number;
  overdispersed: boolean;
};

export function overdispersionDocument(test: Overdispersion): OverdispersionDocument {
  const { ratio, chiSquare, degrees, p, isOverdispersed } = test;
  return { ratio, chi_square: chiSquare, degrees, p_value: p, overdispersed: isOverdispersed };
}

/** Runs about the median as the run chart counts them. */
export type RunsDocument = {
  median: number | null;
  useful: number;
  longest_run: number | null;
  longest_run_limit: number | null;
  crossings: number | null;
  fewest_crossings: number | null;
  signal: boolean;
};

function runsDocument(runs: RunChart): RunsDocument {
  const { median, useful, longestRun, longestRunLimit, crossings, fewestCrossings, hasSignal } = runs;
  return {
    ...{ median, useful, crossings, signal: hasSignal },
    ...{ longest_run: longestRun, longest_run_limit: longestRunLimit, fewest_crossings: fewestCrossings },
  };
}

export function segmentDocument(segment: AnalysedSegment): SegmentDocument {
  return {
    first_period: segment.firstPeriod,
    n: segment.n,
    mean: segment.mean,
    lpl: segment.lower,
    upl: segment.upper,
    short_group_warning: segment.isShort,
    limits: segment.limits,
  };
}

export function pointDocument(point: AnalysedPoint, chart: AnalysisChart): PointDocument {
  const { plotted, mean: centre, lower: lpl, upper: upl } = point;
  return {
    period: point.period,
    value: point.value,
    target: point.target,
    excluded: point.excluded,
    point_type: point.pointType,
    special_cause_type: point.specialCause,
    rules: point.rules,
    ...(chart === "xmr" ? {} : { plotted, centre, lpl, upl }),
  };
}
