import type { TimeRule } from "../../shared/domain/kpi-definition.ts";

/** How the months of a KPI come about at one unit; amounts are for one elevator in service unless said. */
export type DemoModel =
  /** `share` of `volume` cases; both read from the unit's size. */
  | { kind: "share"; volume: number; share: number; by: "fleet" | "plant" | "callbacks" | "entrapments" | "complaints" }
  /** Events at `rate` for one of the exposure. */
  | { kind: "events"; exposure: "fleet" | "hours" | "staff" | "warranty"; rate: number }
  /** Amount over amount, both in thousands. */
  | { kind: "amounts"; base: number; share: number }
  /** A stock that moves slowly from `start` to `end` over the months. */
  | { kind: "stock"; volume: number; start: number; end: number; by: "fleet" | "staff" | "plant" }
  /** Sum of scores over respondents; the score's mean and spread. */
  | { kind: "score"; respondents: number; mean: number; spread: number; by: "fleet" | "staff" }
  /** Unit-days over the callbacks of the same month. */
  | { kind: "days-between" }
  | { kind: "derived"; expression: string };

/** What a KPI of the demonstration adds to its name and fraction. */
export type Making = {
  model: DemoModel;
  /** Month-to-month noise common to the whole organisation, as a share of the level. */
  sway: number;
  /** The target of each of the four fiscal years of the strategy; pairs for a band. */
  targets: (number | [number, number])[];
  at?: "branch" | "factory" | "both";
  timeRule?: TimeRule;
  frequency?: "month" | "quarter" | "half-year";
  tolerance?: { kind: "absolute" | "percent"; amount: number } | null;
  leading?: boolean;
};

const share = (
  volume: number,
  part: number,
  by: "fleet" | "plant" | "callbacks" | "entrapments" | "complaints" = "fleet",
) => ({ kind: "share", volume, share: part, by }) as const;
const events = (exposure: "fleet" | "hours" | "staff" | "warranty", rate: number) =>
  ({ kind: "events", exposure, rate }) as const;

/** What the real months are made of, beside the published anchors of the field. */
export const MAKING: Record<string, Making> = {
  NPS: {
    model: { kind: "score", respondents: 0.05, mean: 0.43, spread: 0.75, by: "fleet" },
    sway: 0.05,
    targets: [38, 40, 40, 42],
    frequency: "quarter",
  },
  COMPLAINTS: {
    model: events("fleet", 0.00096),
    sway: 0.05,
    targets: [1.4, 1.3, 1.25, 1.25],
    tolerance: { kind: "percent", amount: 5 },
  },
  "COMPLAINTS-10D": {
    model: share(1.1, 0.935, "complaints"),
    sway: 0.008,
    targets: [92, 92, 92, 92],
    tolerance: { kind: "absolute", amount: 1 },
  },
  RETENTION: { model: share(0.08, 0.951), sway: 0.006, targets: [93, 93, 93.5, 93.5] },
  CALLBACKS: {
    model: events("fleet", 1.86 / 12),
    sway: 0.025,
    targets: [2, 1.95, 1.9, 1.7],
    tolerance: { kind: "percent", amount: 3 },
  },
  MTBC: { model: { kind: "days-between" }, sway: 0, targets: [180, 185, 190, 215] },
  AVAILABILITY: { model: share(730, 0.99742), sway: 0.00012, targets: [99.6, 99.65, 99.65, 99.7] },
  REPEATS: { model: share(1, 0.104, "callbacks"), sway: 0.03, targets: [13, 12.5, 12, 12], leading: true },
  FREQUENT: {
    model: { kind: "stock", volume: 1, start: 0.052, end: 0.041, by: "fleet" },
    sway: 0.015,
    targets: [6, 5.5, 5, 5],
    timeRule: "last",
  },
  "FIRST-FIX": {
    model: share(1, 0.832, "callbacks"),
    sway: 0.009,
    targets: [86, 86, 86, 86],
    tolerance: { kind: "absolute", amount: 1 },
    leading: true,
  },
  IIFR: { model: events("hours", 1.15e-6), sway: 0, targets: [1.8, 1.6, 1.5, 1.4] },
  "NEAR-MISSES": { model: events("staff", 0.142), sway: 0.04, targets: [10, 11, 12, 12], leading: true },
  ENTRAPMENTS: { model: events("fleet", 25 / 1200), sway: 0.02, targets: [34, 33, 32, 32] },
  "RELEASE-60": { model: share(1, 0.972, "entrapments"), sway: 0.004, targets: [95, 95, 95.5, 95.5] },
  "SAFETY-ACTIONS": {
    model: share(0.004, 0.947),
    sway: 0.006,
    targets: [92, 92, 93, 93],
    tolerance: { kind: "absolute", amount: 1 },
  },
  "ON-TIME": { model: share(0.007, 0.928), sway: 0.01, targets: [88, 89, 90, 90] },
  "RIGHT-FIRST": {
    model: share(0.006, 0.879),
    sway: 0.016,
    targets: [86, 87, 88, 88],
    tolerance: { kind: "absolute", amount: 0.5 },
  },
  "NEW-CALLBACKS": { model: events("warranty", 1.9 / 12), sway: 0.015, targets: [2.7, 2.6, 2.5, 2.5] },
  PREVENTIVE: { model: share(0.85, 0.962), sway: 0.001, targets: [94, 94, 94.5, 94.5], leading: true },
  YIELD: { model: share(1400, 0.9755, "plant"), sway: 0.0025, targets: [96.5, 97, 97, 97.2], at: "factory" },
  "SUPPLIER-PPM": { model: share(160000, 0.00062, "plant"), sway: 0.06, targets: [900, 850, 800, 800], at: "factory" },
  COPQ: {
    model: { kind: "amounts", base: 0.11, share: 0.0156 },
    sway: 0.03,
    targets: [1.8, 1.7, 1.5, 1.3],
    at: "both",
  },
  TRAINING: {
    model: { kind: "stock", volume: 6, start: 0.955, end: 0.978, by: "staff" },
    sway: 0.004,
    targets: [96, 96, 96, 96],
    timeRule: "last",
    at: "both",
    leading: true,
  },
  LEARNING: {
    model: events("staff", 3.55),
    sway: 0.09,
    targets: [36, 38, 38, 38],
    timeRule: "cumulative_ratio",
    at: "both",
    leading: true,
  },
  CULTURE: {
    model: { kind: "score", respondents: 0.85, mean: 77.5, spread: 13, by: "staff" },
    sway: 0.006,
    targets: [75, 75, 76, 76],
    timeRule: "last",
    frequency: "half-year",
    at: "both",
    leading: true,
  },
  EFFECTIVE: { model: share(0.0024, 0.735), sway: 0.02, targets: [65, 68, 70, 70] },
  CONNECTED: {
    model: { kind: "stock", volume: 1, start: 0.24, end: 0.47, by: "fleet" },
    sway: 0.003,
    targets: [20, 26, 32, 38],
    timeRule: "last",
  },
  "STOCK-COVER": {
    model: { kind: "amounts", base: 0.012, share: 5.05 },
    sway: 0.045,
    targets: [
      [4, 6],
      [4, 6],
      [4, 6],
      [4, 6],
    ],
    timeRule: "last",
  },
  "TRAPPED-SHARE": {
    model: { kind: "derived", expression: "[ENTRAPMENTS] / [CALLBACKS]" },
    sway: 0,
    targets: [18, 17.5, 17, 17],
  },
};
