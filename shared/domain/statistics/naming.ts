import type { Direction } from "../kpi-definition.ts";
import type { RuleSet } from "./rule-set.ts";
import type { PointType, VariationIcon } from "./series.ts";
import type { Polarity, SignalRule } from "./signal-rules.ts";

export type Meaning = "improvement" | "concern" | "neutral";

/** What a high or a low signal means where the direction alone decides; a band has its own rule. */
export function meaningOf(direction: Direction, polarity: Polarity): Meaning {
  if (direction === "higher") return polarity > 0 ? "improvement" : "concern";
  if (direction === "lower") return polarity > 0 ? "concern" : "improvement";
  return "neutral";
}

export function pointTypeOf(meaning: Meaning, polarity: Polarity): PointType {
  if (meaning === "neutral") return polarity > 0 ? "special_cause_neutral_high" : "special_cause_neutral_low";
  return meaning === "improvement" ? "special_cause_improvement" : "special_cause_concern";
}

export function variationIconOf(meaning: Meaning, polarity: Polarity): VariationIcon {
  return `${meaning}_${polarity > 0 ? "high" : "low"}`;
}

export const COMMON_CAUSE_NAME = "Common Cause";

/** The names that NHS charts give their signals, with the lengths of the rule set that found them. */
export function specialCauseName(
  rule: SignalRule,
  { shiftLength, trendLength }: Pick<RuleSet, "shiftLength" | "trendLength">,
): string {
  const names: Record<SignalRule, string> = {
    above_limit: "Above UCL",
    below_limit: "Below LCL",
    trend_increasing: `${trendLength} Point Trend (Increasing)`,
    trend_decreasing: `${trendLength} Point Trend (Decreasing)`,
    two_in_three_above: "2 in 3 Above CL",
    two_in_three_below: "2 in 3 Below CL",
    shift_above: `${shiftLength} Points Above CL`,
    shift_below: `${shiftLength} Points Below CL`,
    four_in_five_above: "4 in 5 Above CL",
    four_in_five_below: "4 in 5 Below CL",
    hugging: "15 Points Near CL",
    alternating: "14 Points Alternating",
    both_sides: "8 Points Away From CL",
  };
  return names[rule];
}
