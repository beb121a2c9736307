import type { Month } from "../month.ts";
import type { RuleSetName } from "./rule-set.ts";
import type { AnalysedPoint, AnalysedSegment, SeriesAnalysis } from "./series.ts";

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
};

export type AnalysisDocument = {
  rule_set: RuleSetName;
  segments: SegmentDocument[];
  points: PointDocument[];
  variation_icon: SeriesAnalysis["variationIcon"];
  assurance_icon: SeriesAnalysis["assuranceIcon"];
  variation: SeriesAnalysis["variation"];
  outlook: SeriesAnalysis["outlook"];
  since: Month | null;
  changed_in: Month | null;
  acf1: number | null;
};

export function analysisDocument(analysis: SeriesAnalysis): AnalysisDocument {
  return {
    rule_set: analysis.ruleSet,
    segments: analysis.segments.map(segmentDocument),
    points: analysis.points.map(pointDocument),
    variation_icon: analysis.variationIcon,
    assurance_icon: analysis.assuranceIcon,
    variation: analysis.variation,
    outlook: analysis.outlook,
    since: analysis.run?.since ?? null,
    changed_in: analysis.run?.changedIn ?? null,
    acf1: analysis.acf1,
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

export function pointDocument(point: AnalysedPoint): PointDocument {
  return {
    period: point.period,
    value: point.value,
    target: point.target,
    excluded: point.excluded,
    point_type: point.pointType,
    special_cause_type: point.specialCause,
    rules: point.rules,
  };
}
