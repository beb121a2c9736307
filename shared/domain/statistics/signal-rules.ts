/** The rules that a point can meet, each with its polarity. A point keeps all it meets. */
export const SIGNAL_RULES = [
  "above_limit",
  "below_limit",
  "trend_increasing",
  "trend_decreasing",
  "two_in_three_above",
  "two_in_three_below",
  "shift_above",
  "shift_below",
  "four_in_five_above",
  "four_in_five_below",
  "hugging",
  "alternating",
  "both_sides",
] as const;

export type SignalRule = (typeof SIGNAL_RULES)[number];

/** +1 where the signal lies high, -1 where it lies low. */
export type Polarity = 1 | -1;

/** Whether a rule says in which direction months moved; hugging, alternating and both sides do not. */
export function hasDirection(rule: SignalRule): boolean {
  return rule !== "hugging" && rule !== "alternating" && rule !== "both_sides";
}

export function polarityOf(rule: SignalRule): Polarity {
  return rule.endsWith("above") || rule === "above_limit" || rule === "trend_increasing" ? 1 : -1;
}
