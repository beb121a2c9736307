import { COMMON_CAUSE_NAME, pointTypeOf, specialCauseName } from "./naming.ts";
import { meaningOfSignal, polarityOfFigure, signalAt } from "./newest-signal.ts";
import { at, isPresent, numberOrNull } from "./numerics.ts";
import { targetInForce } from "./outlook.ts";
import type { RuleSet } from "./rule-set.ts";
import type { SegmentJudgement } from "./segment-judgement.ts";
import type { AnalysedPoint, AnalysedSegment, PointType, SeriesInput, SeriesRow } from "./series.ts";
import { hasDirection, type SignalRule } from "./signal-rules.ts";

type PointPlace = {
  direction: SeriesInput["direction"];
  ruleSet: RuleSet;
  segment: number;
  judgement: SegmentJudgement;
};

/** The row at index `i` of its segment, with all that is known about it. */
export function analysedPoint(row: SeriesRow, i: number, place: PointPlace): AnalysedPoint {
  const { judgement, segment } = place;
  const rules = at(judgement.rows, i);
  const first = judgement.isFirm ? rules[0] : undefined;
  const { plotted, mean, lower, upper, nearLower, nearUpper } = placeOf(judgement, i);
  const isJudged = isPresent(plotted);
  return {
    period: row.period,
    value: row.value,
    plotted: judgement.isInverse ? numberOrNull(plotted) : row.value,
    target: row.target ?? null,
    low: row.low ?? null,
    high: row.high ?? null,
    excluded: row.excluded ?? false,
    segment,
    mean: numberOrNull(mean),
    lower: numberOrNull(lower),
    upper: numberOrNull(upper),
    pointType: isJudged ? pointType(first, { ...place, i, row }) : null,
    specialCause: isJudged ? specialCause(first, place) : null,
    isClose:
      isJudged && isPresent(upper)
        ? plotted <= upper && plotted >= lower && (plotted > nearUpper || plotted < nearLower)
        : null,
    rules,
  };
}

/** Where the point of a row stands, and the limits that hold for it. */
function placeOf({ values, limits, drawn }: SegmentJudgement, i: number) {
  if (drawn === null) return { plotted: at(values, i), ...limits };
  return {
    plotted: at(drawn.plotted, i),
    mean: drawn.centre,
    lower: at(drawn.lower, i),
    upper: at(drawn.upper, i),
    nearLower: at(drawn.nearLower, i),
    nearUpper: at(drawn.nearUpper, i),
  };
}

function pointType(
  first: SignalRule | undefined,
  { direction, judgement, i, row }: PointPlace & { i: number; row: SeriesRow },
): PointType {
  if (first === undefined) return "common_cause";
  const polarity = polarityOfFigure(first, judgement);
  if (!hasDirection(first)) return pointTypeOf("neutral", polarity);
  const signal = direction === "band" ? signalAt(judgement, i) : null;
  const place = { judgement, index: i, direction, target: targetInForce(row) };
  return pointTypeOf(meaningOfSignal(signal ?? { polarity, run: null }, place), polarity);
}

function specialCause(first: SignalRule | undefined, { ruleSet }: PointPlace): string {
  return first === undefined ? COMMON_CAUSE_NAME : specialCauseName(first, ruleSet);
}

export function analysedSegment(firstRow: SeriesRow, judgement: SegmentJudgement): AnalysedSegment {
  const { values, drawn } = judgement;
  const newest = drawn === null ? 0 : Math.max(0, drawn.upper.findLastIndex(isPresent));
  const { mean, lower, upper, nearLower, nearUpper } = placeOf(judgement, newest);
  return {
    firstPeriod: firstRow.period,
    n: values.length,
    values: values.filter(isPresent).length,
    mean: numberOrNull(mean),
    lower: numberOrNull(lower),
    upper: numberOrNull(upper),
    nearLower: numberOrNull(nearLower),
    nearUpper: numberOrNull(nearUpper),
    limits: judgement.kind,
    isShort: judgement.isShort,
    isConstant: judgement.isConstant,
    plainLower: numberOrNull(judgement.plainLimits.lower),
    plainUpper: numberOrNull(judgement.plainLimits.upper),
  };
}
