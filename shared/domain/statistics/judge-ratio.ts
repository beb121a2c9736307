import { at, isPresent, lagOneAutocorrelation, normalShareBelow, numberOrNull } from "./numerics.ts";
import { type RatioChart, type RatioChartKind, type RatioParts, ratioChart } from "./ratio-chart.ts";
import {
  type DrawnChart,
  FEWEST_VALUES_FOR_FIRM_LIMITS,
  kindOfLimits,
  type SegmentJudgement,
  type SegmentOptions,
  type SegmentRows,
} from "./segment-judgement.ts";
import type { LimitsKind, Overdispersion } from "./series.ts";
import { judgeScores } from "./standard-scores.ts";
import { limitsOfReach, type XmrLimits } from "./xmr-limits.ts";

type RatioQuestion = {
  options: SegmentOptions;
  kind: RatioChartKind;
  single: (values: readonly number[]) => SegmentJudgement;
};

/**
 * A ratio within limits that follow its denominators (p, p-prime, u, u-prime). A ratio that never varies, or is always
 * none or all, has no such limits: the product reads its single values then, the other rule sets show it without limits.
 */
export function judgeRatio(rows: SegmentRows, { options, kind, single }: RatioQuestion): SegmentJudgement {
  const { ruleSet, multiplier } = options;
  const parts = rows.parts.map((part, i) => (isPresent(at(rows.values, i)) ? part : NO_PARTS));
  const baselineLength = options.fixAfter ?? parts.length;
  const chart = ratioChart(kind, parts, { baseline: baselineLength });
  const newest = chart.sigma.findLastIndex((sigma) => isPresent(sigma));
  const varies = at(chart.sigma, Math.max(0, newest)) > 0;
  if (!varies && ruleSet.product) return single(rows.values);
  const limitsKind = ruleSet.product ? kindOfLimits(chart.values.filter(isPresent).length) : anchorLimits(varies);
  const isShort = ruleSet.product ? limitsKind !== "firm" : parts.length < FEWEST_VALUES_FOR_FIRM_LIMITS;
  const scores = chart.values.map((y, i) => (y - chart.centre) / at(chart.sigma, i));
  const judged = judgeScores(scores, {
    ruleSet,
    baselineLength,
    hasLimits: limitsKind !== "none" && varies,
    course: chart.values,
  });
  const values = chart.values.map((y) => y * multiplier);
  const hasLimits = limitsKind !== "none";
  return {
    values,
    limits: limitsAt(chart, { index: newest, multiplier, widening: hasLimits ? judged.widening : Number.NaN }),
    plainLimits: limitsAt(chart, { index: newest, multiplier, widening: hasLimits ? 1 : Number.NaN }),
    drawn: drawnOf(chart, { kind, multiplier, widening: hasLimits ? judged.widening : Number.NaN }),
    isInverse: false,
    bounds: boundsOf(kind, multiplier),
    kind: limitsKind,
    isConstant: false,
    isShort,
    acf1: lagOneAutocorrelation(values),
    dependence: judged.dependence,
    rows: judged.rows,
    isFirm: ruleSet.product ? limitsKind === "firm" : true,
    overdispersion: kind === "p" || kind === "u" ? overdispersionOf(scores.slice(0, baselineLength)) : null,
    runs: null,
  };
}

function anchorLimits(varies: boolean): LimitsKind {
  return varies ? "firm" : "none";
}

const NO_PARTS: RatioParts = { numerator: Number.NaN, denominator: Number.NaN };

type Scaling = { multiplier: number; widening: number };

function limitsAt(chart: RatioChart, { index, multiplier, widening }: Scaling & { index: number }): XmrLimits {
  const sigma = chart.sigma[index] ?? Number.NaN;
  return limitsOfReach(chart.centre * multiplier, 3 * sigma * widening * multiplier);
}

function boundsOf(kind: RatioChartKind, multiplier: number) {
  return { low: 0, high: kind.startsWith("p") ? multiplier : Number.POSITIVE_INFINITY };
}

function drawnOf(chart: RatioChart, { kind, multiplier, widening }: Scaling & { kind: RatioChartKind }): DrawnChart {
  const { low, high } = boundsOf(kind, multiplier);
  const limit = (i: number, deviations: number) => {
    const raw = (chart.centre + deviations * at(chart.sigma, i) * widening) * multiplier;
    return Math.min(high, Math.max(low, raw));
  };
  // unwidened limits are the chart's own, to the last bit
  const plain = (own: readonly number[], deviations: number) =>
    chart.sigma.map((_, i) => (widening === 1 ? at(own, i) * multiplier : limit(i, deviations)));
  return {
    plotted: chart.values.map((y) => y * multiplier),
    centre: chart.centre * multiplier,
    lower: plain(chart.lower, -3),
    upper: plain(chart.upper, 3),
    nearLower: chart.sigma.map((_, i) => limit(i, -2)),
    nearUpper: chart.sigma.map((_, i) => limit(i, 2)),
  };
}

/** A plain chart assumes that counts vary as chance alone has it; beyond this they do not. */
const OVERDISPERSED_FROM = 0.01;

/**
 * Whether counts vary more than the binomial or the Poisson law has it: the sum of squared standard scores against
 * chi-squared with one degree fewer than there are months (its cube root by Wilson and Hilferty 1931).
 */
function overdispersionOf(scores: readonly number[]): Overdispersion | null {
  const present = scores.filter(isPresent);
  const degrees = present.length - 1;
  if (degrees < 1) return null;
  const chiSquare = present.reduce((sum, z) => sum + z * z, 0);
  const spread = 2 / (9 * degrees);
  const z = (Math.cbrt(chiSquare / degrees) - (1 - spread)) / Math.sqrt(spread);
  const p = normalShareBelow(-z);
  return {
    ratio: numberOrNull(Math.sqrt(chiSquare / degrees)) ?? 0,
    chiSquare,
    degrees,
    p,
    isOverdispersed: p < OVERDISPERSED_FROM,
  };
}
