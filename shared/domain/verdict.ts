import type { Month } from "./month.ts";
import type { OutlookWord, SeriesAnalysis, Variation } from "./statistics/series.ts";
import type { StatusKind } from "./status-kind.ts";

/** Why a KPI needs a decision, the most urgent first. */
export const DECISION_REASONS = ["worsening", "will_miss", "off_without_plan", "off_with_late_plan"] as const;

export type DecisionReason = (typeof DECISION_REASONS)[number];

export type PlanState = "none" | "on_time" | "late";

/** What the months of a series show, in the words of DOMAIN 7. `Reading` is what a verdict needs of an analysis. */
export type Reading = Pick<
  SeriesAnalysis,
  "variation" | "outlook" | "run" | "expected" | "chanceOfMiss" | "judgedPeriod" | "segments" | "points" | "direction"
>;

export type VerdictInput = {
  /** The period that the page is about. */
  period: Month;
  status: StatusKind;
  /** First month of the unbroken stretch of off months that ends with the period; null where it is not off. */
  offSince: Month | null;
  analysis: Reading;
  plan: PlanState;
  /** Month of the newest decision recorded on this KPI. */
  newestDecision: Month | null;
};

/** Which sentence is said. The words stand in `shared/text/verdict.ts`. */
export type Situation =
  | `${"improving" | "stable" | "worsening"}_${OutlookWord}`
  | `${"improving" | "stable" | "worsening" | "higher" | "lower"}_only`
  | `constant_${"will_meet" | "will_miss" | "only"}`
  | "one_off"
  | "too_few"
  | "nothing_yet";

/** What precedes it where the period itself has no whole figure. */
export type Gap = "missing" | "no_value" | "incomplete";

export type Verdict = {
  status: StatusKind;
  variation: Variation;
  outlook: OutlookWord | null;
  situation: Situation;
  gap: Gap | null;
  needsDecision: boolean;
  reason: DecisionReason | null;
  /** A signal asks what caused it. */
  asksForCause: boolean;
  /** A KPI that is off or will miss asks for a plan where it has none. */
  asksForPlan: boolean;
  facts: VerdictFacts;
};

/** What the sentences are filled with. */
export type VerdictFacts = {
  period: Month;
  judgedPeriod: Month | null;
  /** Value of the judged month. */
  value: number | null;
  /** First month of the run. */
  since: Month | null;
  /** Estimated change point: never said as "since". */
  changedIn: Month | null;
  runMonths: number | null;
  /** Months with a value in the newest phase. */
  months: number;
  expected: { lower: number; upper: number } | null;
  /** Of ten months, how many miss by chance: 1 to 9, or 0 and 10 where nearly none or nearly all do. */
  missesInTen: number | null;
};

/** The one verdict on a KPI, from its status, its statistics, its plan and what was decided. */
export function verdictOf(input: VerdictInput): Verdict {
  const { status, analysis, plan } = input;
  const { variation, outlook } = analysis;
  const reason = decisionReason(input);
  return {
    status,
    variation,
    outlook,
    situation: situationOf(analysis),
    gap: status === "missing" || status === "no_value" || status === "incomplete" ? status : null,
    needsDecision: reason !== null,
    reason,
    asksForCause: variation !== "stable" && variation !== "too_few",
    asksForPlan: plan === "none" && (status === "off" || outlook === "will_miss"),
    facts: factsOf(input),
  };
}

function situationOf({ variation, outlook, segments, judgedPeriod }: Reading): Situation {
  if (judgedPeriod === null) return "nothing_yet";
  if (variation === "too_few" || variation === "one_off") return variation;
  if (variation === "higher" || variation === "lower") return `${variation}_only`;
  if (variation === "stable" && segments.at(-1)?.isConstant === true) {
    return outlook === null || outlook === "may_miss" ? "constant_only" : `constant_${outlook}`;
  }
  return outlook === null ? `${variation}_only` : `${variation}_${outlook}`;
}

/** The first reason that holds and has seen no decision since it began. */
function decisionReason({
  status,
  offSince,
  analysis,
  plan,
  newestDecision,
  period,
}: VerdictInput): DecisionReason | null {
  const isUndecided = (began: Month | null) => newestDecision === null || (began !== null && newestDecision < began);
  if (analysis.variation === "worsening" && isUndecided(analysis.run?.since ?? null)) return "worsening";
  if (analysis.outlook === "will_miss" && isUndecided(presentProcessBegan(analysis))) return "will_miss";
  if (status !== "off" || plan === "on_time" || !isUndecided(offSince ?? period)) return null;
  return plan === "none" ? "off_without_plan" : "off_with_late_plan";
}

/** When the process and the target met as they are now: the latest of phase, run and change of target. */
function presentProcessBegan({ segments, run, points }: Reading): Month | null {
  const last = points.at(-1);
  const before = points.findLastIndex(
    (point) => point.target !== last?.target || point.low !== last?.low || point.high !== last?.high,
  );
  const targetSince = before < 0 ? null : (points[before + 1]?.period ?? null);
  const known = [segments.at(-1)?.firstPeriod ?? null, run?.since ?? null, targetSince];
  return known.reduce(
    (latest, month) => (month !== null && (latest === null || month > latest) ? month : latest),
    null,
  );
}

function factsOf({ period, analysis }: VerdictInput): VerdictFacts {
  const { judgedPeriod, run, expected, chanceOfMiss, segments, points } = analysis;
  return {
    period,
    judgedPeriod,
    value: points.findLast((point) => point.period === judgedPeriod)?.value ?? null,
    since: run?.since ?? null,
    changedIn: run?.changedIn ?? null,
    runMonths: run?.months ?? null,
    months: segments.at(-1)?.values ?? 0,
    expected,
    missesInTen: chanceOfMiss === null ? null : Math.round(chanceOfMiss * 10),
  };
}

/** Most urgent first: by reason, then by weight. */
export function compareUrgency(
  a: { reason: DecisionReason; weight: number },
  b: { reason: DecisionReason; weight: number },
): number {
  return DECISION_REASONS.indexOf(a.reason) - DECISION_REASONS.indexOf(b.reason) || b.weight - a.weight;
}
