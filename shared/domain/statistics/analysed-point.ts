import { COMMON_CAUSE_NAME, pointTypeOf, specialCauseName } from "./naming.ts";
import { meaningOfSignal, signalAt } from "./newest-signal.ts";
import { at, isPresent, numberOrNull } from "./numerics.ts";
import { targetInForce } from "./outlook.ts";
import type { RuleSet } from "./rule-set.ts";
import type { SegmentJudgement } from "./segment-analysis.ts";
import type { AnalysedPoint, AnalysedSegment, PointType, SeriesInput, SeriesRow } from "./series.ts";
import { polarityOf, type SignalRule } from "./signal-rules.ts";

type PointPlace = {
  direction: SeriesInput["direction"];
  ruleSet: RuleSet;
  segment: number;
  judgement: SegmentJudgement;
};

/** The row at index `i` of its segment, with all that is known about it. */
export function analysedPoint(row: SeriesRow, i: number, place: PointPlace): AnalysedPoint {
  const { judgement, segment } = place;
  const { limits } = judgement;
  const rules = at(judgement.rows, i);
  const first = judgement.isFirm ? rules[0] : undefined;
  const value = at(judgement.values, i);
  const isJudged = isPresent(value);
  const hasLimits = isPresent(limits.upper);
  return {
    period: row.period,
    value: row.value,
    target: row.target ?? null,
    low: row.low ?? null,
    high: row.high ?? null,
    excluded: row.excluded ?? false,
    segment,
    mean: numberOrNull(limits.mean),
    lower: numberOrNull(limits.lower),
    upper: numberOrNull(limits.upper),
    pointType: isJudged ? pointType(first, { ...place, i, row }) : null,
    specialCause: isJudged ? specialCause(first, place) : null,
    isClose: isJudged && hasLimits ? isClose(value, judgement) : null,
    rules,
  };
}

function pointType(
  first: SignalRule | undefined,
  { direction, judgement, i, row }: PointPlace & { i: number; row: SeriesRow },
): PointType {
  if (first === undefined) return "common_cause";
  const polarity = polarityOf(first);
  const signal = direction === "band" ? signalAt(judgement, i) : null;
  const place = { judgement, index: i, direction, target: targetInForce(row) };
  return pointTypeOf(meaningOfSignal(signal ?? { polarity, run: null }, place), polarity);
}

function specialCause(first: SignalRule | undefined, { ruleSet }: PointPlace): string {
  return first === undefined ? COMMON_CAUSE_NAME : specialCauseName(first, ruleSet);
}

function isClose(value: number, { limits }: SegmentJudgement): boolean {
  const isOutside = value > limits.upper || value < limits.lower;
  return !isOutside && (value > limits.nearUpper || value < limits.nearLower);
}

export function analysedSegment(firstRow: SeriesRow, judgement: SegmentJudgement): AnalysedSegment {
  const { limits, values } = judgement;
  return {
    firstPeriod: firstRow.period,
    n: values.length,
    values: values.filter(isPresent).length,
    mean: numberOrNull(limits.mean),
    lower: numberOrNull(limits.lower),
    upper: numberOrNull(limits.upper),
    nearLower: numberOrNull(limits.nearLower),
    nearUpper: numberOrNull(limits.nearUpper),
    limits: judgement.kind,
    isShort: judgement.isShort,
    isConstant: judgement.isConstant,
    plainLower: numberOrNull(judgement.plainLimits.lower),
    plainUpper: numberOrNull(judgement.plainLimits.upper),
  };
}
