/** Rule sets are versioned: what a published chart was judged by can be applied again, bit for bit. */
export const RULE_SET_NAMES = ["plumbline-1", "ptd-0.2.2", "mdc-2023-11"] as const;

export type RuleSetName = (typeof RULE_SET_NAMES)[number];

export const DEFAULT_RULE_SET: RuleSetName = "plumbline-1";

export type RuleSet = {
  name: RuleSetName;
  /** Rows strictly rising or falling that make a trend. */
  trendLength: number;
  /** Rows strictly on one side of the centre that make a shift. */
  shiftLength: number;
  /** Whether a point outside the limits counts among the two of three that are far out. */
  twoInThreeCountsOutside: boolean;
  /** Whether the step to the next row names the trend of a last member, as the anchor has it, or the trend itself. */
  nextStepNamesTrend: boolean;
  /** The product's own rules (absent months, few values, constant series, phased targets, level after a shift, the guard). */
  product: boolean;
};

const ANCHOR = {
  trendLength: 7,
  shiftLength: 7,
  twoInThreeCountsOutside: false,
  nextStepNamesTrend: true,
  product: false,
};

const RULE_SETS: Record<RuleSetName, RuleSet> = {
  "plumbline-1": { ...ANCHOR, name: "plumbline-1", shiftLength: 5, nextStepNamesTrend: false, product: true },
  /** NHSRplotthedots 0.2.2 to the letter, its gaps included. */
  "ptd-0.2.2": { ...ANCHOR, name: "ptd-0.2.2" },
  /** The change that its makers announced in November 2023: two in three also counts points beyond the limits. */
  "mdc-2023-11": { ...ANCHOR, name: "mdc-2023-11", twoInThreeCountsOutside: true },
};

export function ruleSetNamed(name: RuleSetName): RuleSet {
  return RULE_SETS[name];
}

export function isRuleSetName(text: string): text is RuleSetName {
  return RULE_SET_NAMES.some((name) => name === text);
}
