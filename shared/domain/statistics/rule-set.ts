/** Rule sets are versioned: what a published chart was judged by can be applied again, bit for bit. */
export const RULE_SET_NAMES = ["plumbline-1", "ptd-0.2.2", "mdc-2023-11", "western-electric", "nelson"] as const;

export type RuleSetName = (typeof RULE_SET_NAMES)[number];

export const DEFAULT_RULE_SET: RuleSetName = "plumbline-1";

/** Rules of zones and patterns that only the textbook sets have; lengths in rows, Infinity where a set lacks the rule. */
export type PatternRules = {
  /** Four of five rows beyond one sigma on one side, the fifth anywhere. */
  fourInFive: boolean;
  /** Rows within one sigma of the centre, on either side. */
  huggingLength: number;
  /** Rows that rise and fall in turn. */
  alternatingLength: number;
  /** Rows beyond one sigma, on both sides, none nearer. */
  bothSidesLength: number;
};

export type RuleSet = {
  name: RuleSetName;
  /** Rows strictly rising or falling that make a trend. */
  trendLength: number;
  /** Rows strictly on one side of the centre that make a shift. */
  shiftLength: number;
  /** Whether a point outside the limits counts among the two of three that are far out. */
  twoInThreeCountsOutside: boolean;
  /** Whether the third of the two in three may lie anywhere, the other side included. */
  thirdLiesAnywhere: boolean;
  /** Whether the step to the next row names the trend of a last member, as the anchor has it, or the trend itself. */
  nextStepNamesTrend: boolean;
  /** Null for the sets that have none of them. */
  patterns: PatternRules | null;
  /** The product's own handling of absent months, few values, constant series, phased targets and the level after a shift. */
  product: boolean;
  /** The guard against false verdicts: widened limits, believed runs, mostly constant series. */
  guard: boolean;
};

const ANCHOR = {
  trendLength: 7,
  shiftLength: 7,
  twoInThreeCountsOutside: false,
  thirdLiesAnywhere: false,
  nextStepNamesTrend: true,
  patterns: null,
  product: false,
  guard: false,
};

const TEXTBOOK = {
  twoInThreeCountsOutside: true,
  thirdLiesAnywhere: true,
  nextStepNamesTrend: false,
  product: true,
  guard: false,
};

const RULE_SETS: Record<RuleSetName, RuleSet> = {
  "plumbline-1": {
    ...ANCHOR,
    name: "plumbline-1",
    shiftLength: 5,
    nextStepNamesTrend: false,
    product: true,
    guard: true,
  },
  /** NHSRplotthedots 0.2.2 to the letter, its gaps included. */
  "ptd-0.2.2": { ...ANCHOR, name: "ptd-0.2.2" },
  /** The change that its makers announced in November 2023: two in three also counts points beyond the limits. */
  "mdc-2023-11": { ...ANCHOR, name: "mdc-2023-11", twoInThreeCountsOutside: true },
  /** The four zone tests of the Western Electric handbook (1956): beyond 3 sigma, 2 of 3, 4 of 5, 8 on one side. */
  "western-electric": {
    ...TEXTBOOK,
    name: "western-electric",
    trendLength: Number.POSITIVE_INFINITY,
    shiftLength: 8,
    patterns: {
      fourInFive: true,
      huggingLength: Number.POSITIVE_INFINITY,
      alternatingLength: Number.POSITIVE_INFINITY,
      bothSidesLength: Number.POSITIVE_INFINITY,
    },
  },
  /** The eight tests of Nelson (1984). */
  nelson: {
    ...TEXTBOOK,
    name: "nelson",
    trendLength: 6,
    shiftLength: 9,
    patterns: { fourInFive: true, huggingLength: 15, alternatingLength: 14, bothSidesLength: 8 },
  },
};

export function ruleSetNamed(name: RuleSetName): RuleSet {
  return RULE_SETS[name];
}

export function isRuleSetName(text: string): text is RuleSetName {
  return RULE_SET_NAMES.some((name) => name === text);
}
