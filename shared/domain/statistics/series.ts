import type { Direction } from "../kpi-definition.ts";
import type { Month } from "../month.ts";
import type { AnalysisChart, AskedChart, ChartReason } from "./chart-kind.ts";
import type { RuleSetName } from "./rule-set.ts";
import type { RunChart } from "./run-chart.ts";
import type { SignalRule } from "./signal-rules.ts";

/** One period of one unit and measure. Null is "no value here"; zero is a value. */
export type SeriesRow = {
  period: Month;
  value: number | null;
  /** The target in force that period; of a band, its edges. Absent and null are both "none". */
  target?: number | null;
  low?: number | null;
  high?: number | null;
  /** The parts of a ratio; the value is a multiple of the one over the other. */
  numerator?: number | null;
  denominator?: number | null;
  /** Takes no part in limits, runs or verdicts (a roll-up below the minimum coverage); drawn hollow. */
  excluded?: boolean;
};

/** A series in the order of its periods, never two rows of one period. */
export type SeriesInput = {
  direction: Direction;
  rows: readonly SeriesRow[];
  /** A ratio's value is this times numerator / denominator; 1 unless given. */
  multiplier?: number;
};

export type AnalysisOptions = {
  /** The product's own unless given. */
  ruleSet?: RuleSetName;
  /** First periods of new segments: recorded process changes and definition versions. */
  rebase?: readonly Month[];
  /** Limits from the first rows of each segment only (12 or more); the later ones are judged by them. */
  fixAfter?: number | null;
  /** Drop moving ranges of 3.267 averages or more, once. On unless switched off. */
  screening?: boolean;
  /** Months from one expected period to the next (3 for a quarterly KPI). The product keeps a row for each. */
  monthsPerPeriod?: number;
  /** `auto` unless given; the rule sets without product rules know single values (XmR) only, unless another is asked for. */
  chart?: AskedChart | "t";
};

export const POINT_TYPES = [
  "common_cause",
  "special_cause_improvement",
  "special_cause_concern",
  "special_cause_neutral_high",
  "special_cause_neutral_low",
] as const;

export type PointType = (typeof POINT_TYPES)[number];

export const VARIATION_ICONS = [
  "common_cause",
  "improvement_high",
  "improvement_low",
  "concern_high",
  "concern_low",
  "neutral_high",
  "neutral_low",
] as const;

export type VariationIcon = (typeof VARIATION_ICONS)[number];

export const ASSURANCE_ICONS = ["pass", "fail", "inconsistent"] as const;

export type AssuranceIcon = (typeof ASSURANCE_ICONS)[number];

/** Has something changed? (DOMAIN 7) */
export const VARIATIONS = ["improving", "worsening", "one_off", "stable", "higher", "lower", "too_few"] as const;

export type Variation = (typeof VARIATIONS)[number];

/** Can this process meet its target? */
export const OUTLOOKS = ["will_meet", "may_miss", "will_miss"] as const;

export type OutlookWord = (typeof OUTLOOKS)[number];

/** How far the limits of a segment may be trusted. */
export type LimitsKind = "none" | "trial" | "firm";

export type AnalysedSegment = {
  firstPeriod: Month;
  /** Rows of the segment, those without a value included. */
  n: number;
  /** Rows with a value that counts. */
  values: number;
  /** The centre line: the mean, of a ratio the pooled one, on run and g charts the median. */
  mean: number | null;
  /** The natural limits that points, icons and words are judged by, of the newest month where each has its own. */
  lower: number | null;
  upper: number | null;
  nearLower: number | null;
  nearUpper: number | null;
  limits: LimitsKind;
  /** Fewer than 13 rows. */
  isShort: boolean;
  /** Every value of the baseline is the same. */
  isConstant: boolean;
  /** The limits before the guard widened them for months that resemble their neighbours; equal where it did not. */
  plainLower: number | null;
  plainUpper: number | null;
};

export type AnalysedPoint = {
  period: Month;
  value: number | null;
  /** What the chart draws: the value, on a g chart the exposure since the event before; null where no point stands. */
  plotted: number | null;
  target: number | null;
  low: number | null;
  high: number | null;
  excluded: boolean;
  /** Index into the segments. */
  segment: number;
  mean: number | null;
  lower: number | null;
  upper: number | null;
  /** Null for a row that is not judged: no value, or excluded. */
  pointType: PointType | null;
  /** The name that charts of the health service give it, "7 Points Above CL" for instance. */
  specialCause: string | null;
  /** Beyond two sigma yet not outside; null where there are no limits or no value. */
  isClose: boolean | null;
  /** All rules the point meets, the one that names it first. */
  rules: readonly SignalRule[];
};

/** Whether the counts of a plain p or u chart vary more than chance alone would have them. */
export type Overdispersion = {
  /** Measured over assumed standard deviation. */
  ratio: number;
  chiSquare: number;
  degrees: number;
  /** Chance of so much variation or more. */
  p: number;
  isOverdispersed: boolean;
};

export type SeriesAnalysis = {
  ruleSet: RuleSetName;
  chart: AnalysisChart;
  /** Why this chart was taken. */
  chartReason: ChartReason;
  direction: Direction;
  segments: AnalysedSegment[];
  points: AnalysedPoint[];
  /** The newest month that icons and words are about; null for a series without values. */
  judgedPeriod: Month | null;
  /** Null where limits are missing or trial. */
  variationIcon: VariationIcon | null;
  assuranceIcon: AssuranceIcon | null;
  variation: Variation;
  outlook: OutlookWord | null;
  /** The run that the newest month belongs to; null for a one-off and for usual variation. */
  run: {
    rule: "shift" | "trend" | "two_in_three" | "four_in_five";
    /** First month of the run. */
    since: Month;
    /** Month in which the level most likely changed: an estimate, never to be shown as "since". */
    changedIn: Month;
    months: number;
  } | null;
  /** Where single months are expected while nothing changes: about the level since the last shift. */
  expected: { mean: number; lower: number; upper: number } | null;
  /** Chance of a single month to miss the target, 0 to 1. */
  chanceOfMiss: number | null;
  /** Whether the outlook was judged on value minus target, because the target kept changing. */
  onDifference: boolean;
  /** Lag-1 autocorrelation of the newest segment; beyond 0.3 either way the limits of the plain chart may be too narrow. */
  acf1: number | null;
  /** Of plain p and u charts. */
  overdispersion: Overdispersion | null;
  /** Of run charts: runs about the median and crossings of it. */
  runs: RunChart | null;
  /** How far the limits were widened for it: 0 for not at all, else the first-order autocorrelation assumed. */
  dependence: number;
};

/** Beyond this lag-1 autocorrelation a chart says so. */
export const NOTABLE_AUTOCORRELATION = 0.3;
