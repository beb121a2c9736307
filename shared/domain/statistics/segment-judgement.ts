import type { AnalysisChart } from "./chart-kind.ts";
import type { RowSignals } from "./point-judgement.ts";
import type { RatioParts } from "./ratio-chart.ts";
import type { RuleSet } from "./rule-set.ts";
import type { RunChart } from "./run-chart.ts";
import type { LimitsKind, Overdispersion } from "./series.ts";
import type { XmrLimits } from "./xmr-limits.ts";

/** Below this many values the product draws no limits. */
const FEWEST_VALUES_FOR_LIMITS = 6;
/** Below this many, limits are trial limits. */
export const FEWEST_VALUES_FOR_FIRM_LIMITS = 13;

export type SegmentOptions = {
  ruleSet: RuleSet;
  screening: boolean;
  fixAfter: number | null;
  chart: AnalysisChart;
  /** A ratio's value is this times numerator / denominator. */
  multiplier: number;
};

/** Rows of one segment: NaN where there is no value that counts, or no parts. */
export type SegmentRows = { values: readonly number[]; parts: readonly RatioParts[] };

/** What a chart draws where that is not the value within limits that hold for every month. A number for each row. */
export type DrawnChart = {
  /** NaN where no point is drawn. */
  plotted: readonly number[];
  centre: number;
  lower: readonly number[];
  upper: readonly number[];
  nearLower: readonly number[];
  nearUpper: readonly number[];
};

/** One segment with its limits and signals. All numbers are NaN where they do not exist. */
export type SegmentJudgement = {
  /** NaN for a row without a value that counts. */
  values: readonly number[];
  /** Where values of the newest month are judged; on charts with limits for every month, those of the newest one. */
  limits: XmrLimits;
  /** The chart's own limits, before any widening. */
  plainLimits: XmrLimits;
  /** Null where values and limits are drawn as they are. */
  drawn: DrawnChart | null;
  /** A high point means that events became rarer, so that the figure itself is low (g and t charts). */
  isInverse: boolean;
  /** What values can be: no expectation leaves it. */
  bounds: { low: number; high: number };
  kind: LimitsKind;
  isConstant: boolean;
  isShort: boolean;
  /** Lag-1 autocorrelation of the values. */
  acf1: number;
  /** How much months resemble their neighbours, as far as the limits were widened for it; 0 for not at all. */
  dependence: number;
  rows: RowSignals[];
  /** Whether signals may be named: not from trial limits. */
  isFirm: boolean;
  /** Of the plain charts of a ratio. */
  overdispersion: Overdispersion | null;
  /** Of a run chart. */
  runs: RunChart | null;
};

export const ANYWHERE = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };

export function kindOfLimits(count: number): LimitsKind {
  if (count < FEWEST_VALUES_FOR_LIMITS) return "none";
  return count < FEWEST_VALUES_FOR_FIRM_LIMITS ? "trial" : "firm";
}
