import { dependenceOf } from "./dependence.ts";
import { withoutWeakRuns } from "./guard.ts";
import { sidesOfMostlyConstant, usualValue } from "./mostly-constant.ts";
import { isPresent, lagOneAutocorrelation } from "./numerics.ts";
import { judgeRows, type RowSignals } from "./point-judgement.ts";
import type { RuleSet } from "./rule-set.ts";
import { sidesOf } from "./runs.ts";
import type { LimitsKind } from "./series.ts";
import { limitsAround, type XmrLimits, xmrLimits } from "./xmr-limits.ts";

/** Below this many values the product draws no limits. */
const FEWEST_VALUES_FOR_LIMITS = 6;
/** Below this many, limits are trial limits. */
export const FEWEST_VALUES_FOR_FIRM_LIMITS = 13;

export type SegmentOptions = { ruleSet: RuleSet; screening: boolean; fixAfter: number | null };

/** One segment with its limits and signals. All numbers are NaN where they do not exist. */
export type SegmentJudgement = {
  /** NaN for a row without a value that counts. */
  values: readonly number[];
  /** What points are judged by. */
  limits: XmrLimits;
  /** The chart's own limits, before any widening. */
  plainLimits: XmrLimits;
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
};

export function judgeSegment(values: readonly number[], options: SegmentOptions): SegmentJudgement {
  const baseline = options.fixAfter === null ? values : values.slice(0, options.fixAfter);
  return options.ruleSet.product ? judgeByProduct(values, baseline, options) : judgeByAnchor(values, baseline, options);
}

function judgeByAnchor(
  values: readonly number[],
  baseline: readonly number[],
  { ruleSet, screening }: SegmentOptions,
): SegmentJudgement {
  const limits = xmrLimits(baseline, { screening, whenConstant: "no-limits" });
  return {
    values,
    limits,
    plainLimits: limits,
    kind: isPresent(limits.upper) ? "firm" : "none",
    isConstant: isConstant(baseline),
    isShort: values.length < FEWEST_VALUES_FOR_FIRM_LIMITS,
    acf1: lagOneAutocorrelation(values),
    dependence: 0,
    rows: judgeRows(values, { limits, rules: ruleSet }),
    isFirm: true,
  };
}

function judgeByProduct(
  values: readonly number[],
  baseline: readonly number[],
  { ruleSet, screening }: SegmentOptions,
): SegmentJudgement {
  const kind = kindOfLimits(values.filter(isPresent).length);
  const plainLimits = plainProductLimits(baseline, { screening, kind });
  const dependence = kind === "firm" ? dependenceOf(baseline) : 0;
  const limits = limitsAround(plainLimits.mean, plainLimits.averageRange / Math.sqrt(1 - dependence));
  const usual = usualValue(baseline);
  const sides = usual === null ? sidesOf(values, limits.mean) : sidesOfMostlyConstant(values, usual, limits.mean);
  const rows = judgeRows(values, { limits, rules: ruleSet, sides });
  return {
    values,
    limits,
    plainLimits,
    kind,
    isConstant: isConstant(baseline),
    isShort: kind !== "firm",
    acf1: lagOneAutocorrelation(values),
    dependence,
    rows: withoutWeakRuns({ values, rows, dependence, baselineLength: baseline.length }),
    isFirm: kind === "firm",
  };
}

function kindOfLimits(count: number): LimitsKind {
  if (count < FEWEST_VALUES_FOR_LIMITS) return "none";
  return count < FEWEST_VALUES_FOR_FIRM_LIMITS ? "trial" : "firm";
}

function plainProductLimits(
  baseline: readonly number[],
  { screening, kind }: { screening: boolean; kind: LimitsKind },
): XmrLimits {
  const limits = xmrLimits(baseline, { screening, whenConstant: "use-what-varies" });
  return kind === "none" ? limitsAround(limits.mean, Number.NaN) : limits;
}

function isConstant(values: readonly number[]): boolean {
  const present = values.filter(isPresent);
  return present.length > 0 && present.every((x) => x === present[0]);
}
