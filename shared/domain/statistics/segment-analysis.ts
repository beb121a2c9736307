import { dependenceOf } from "./dependence.ts";
import { wideningFor, withoutWeakRuns } from "./guard.ts";
import { judgeIntervals, judgeTimesBetween } from "./judge-rare.ts";
import { judgeRatio } from "./judge-ratio.ts";
import { judgeRuns } from "./judge-runs.ts";
import { sidesOfMostlyConstant, usualValue } from "./mostly-constant.ts";
import { isPresent, lagOneAutocorrelation } from "./numerics.ts";
import { judgeRows } from "./point-judgement.ts";
import { sidesOf } from "./runs.ts";
import {
  ANYWHERE,
  FEWEST_VALUES_FOR_FIRM_LIMITS,
  kindOfLimits,
  type SegmentJudgement,
  type SegmentOptions,
  type SegmentRows,
} from "./segment-judgement.ts";
import type { LimitsKind } from "./series.ts";
import { limitsAround, type XmrLimits, xmrLimits } from "./xmr-limits.ts";

/** The segment by its chart; where the rows give no such chart (no parts, nothing varies) by single values. */
export function judgeSegment(rows: SegmentRows, options: SegmentOptions): SegmentJudgement {
  const single = (values: readonly number[]) => judgeSingleValues(values, options);
  switch (options.chart) {
    case "xmr":
      return single(rows.values);
    case "run":
      return judgeRuns(rows.values, { options, single });
    case "g":
      return judgeIntervals(rows, { options, single });
    case "t":
      return judgeTimesBetween(rows.values, { options, single });
    default:
      return judgeRatio(rows, { options, kind: options.chart, single });
  }
}

/** Single values within limits from their moving ranges (XmR). */
export function judgeSingleValues(
  values: readonly number[],
  options: Pick<SegmentOptions, "ruleSet" | "screening" | "fixAfter">,
): SegmentJudgement {
  const baseline = options.fixAfter === null ? values : values.slice(0, options.fixAfter);
  return options.ruleSet.product ? judgeByProduct(values, baseline, options) : judgeByAnchor(values, baseline, options);
}

const SINGLE_VALUES = { drawn: null, isInverse: false, bounds: ANYWHERE, overdispersion: null, runs: null };

type SingleOptions = Pick<SegmentOptions, "ruleSet" | "screening">;

function judgeByAnchor(
  values: readonly number[],
  baseline: readonly number[],
  { ruleSet, screening }: SingleOptions,
): SegmentJudgement {
  const limits = xmrLimits(baseline, { screening, whenConstant: "no-limits" });
  return {
    ...SINGLE_VALUES,
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
  { ruleSet, screening }: SingleOptions,
): SegmentJudgement {
  const kind = kindOfLimits(values.filter(isPresent).length);
  const plainLimits = plainProductLimits(baseline, { screening, kind });
  const dependence = ruleSet.guard && kind === "firm" ? dependenceOf(baseline) : 0;
  const isFixed = ruleSet.guard && baseline.length < values.length;
  const widening = wideningFor(dependence, isFixed);
  const limits = widening === 1 ? plainLimits : limitsAround(plainLimits.mean, plainLimits.averageRange * widening);
  const usual = ruleSet.guard ? usualValue(baseline) : null;
  const sides = usual === null ? sidesOf(values, limits.mean) : sidesOfMostlyConstant(values, usual, limits.mean);
  const rows = judgeRows(values, { limits, rules: ruleSet, sides });
  return {
    ...SINGLE_VALUES,
    values,
    limits,
    plainLimits,
    kind,
    isConstant: isConstant(baseline),
    isShort: kind !== "firm",
    acf1: lagOneAutocorrelation(values),
    dependence,
    rows: ruleSet.guard ? withoutWeakRuns({ values, rows, dependence, baselineLength: baseline.length }) : rows,
    isFirm: kind === "firm",
  };
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
