import { isPresent } from "./numerics.ts";
import { judgeRows, type RowSignals } from "./point-judgement.ts";
import type { RuleSet } from "./rule-set.ts";
import type { LimitsKind } from "./series.ts";
import { type XmrLimits, xmrLimits } from "./xmr-limits.ts";

/** Below this many values the product draws no limits. */
export const FEWEST_VALUES_FOR_LIMITS = 6;
/** Below this many rows limits are trial limits. */
export const FEWEST_VALUES_FOR_FIRM_LIMITS = 13;

export type SegmentOptions = { ruleSet: RuleSet; screening: boolean; fixAfter: number | null };

export type SegmentJudgement = {
  values: readonly number[];
  limits: XmrLimits;
  kind: LimitsKind;
  isConstant: boolean;
  isShort: boolean;
  rows: RowSignals[];
};

/** Limits and signals of one segment; `values` holds NaN for a row without a value that counts. */
export function judgeSegment(
  values: readonly number[],
  { ruleSet, screening, fixAfter }: SegmentOptions,
): SegmentJudgement {
  const baseline = fixAfter === null ? values : values.slice(0, fixAfter);
  const present = baseline.filter(isPresent);
  const limits = xmrLimits(baseline, { screening, whenConstant: "no-limits" });
  return {
    values,
    limits,
    kind: isPresent(limits.upper) ? "firm" : "none",
    isConstant: present.every((x) => x === present[0]),
    isShort: values.length < FEWEST_VALUES_FOR_FIRM_LIMITS,
    rows: judgeRows(values, { limits, rules: ruleSet }),
  };
}
