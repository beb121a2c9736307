import { FEWEST_INTERVALS } from "./choose-chart.ts";
import { at, compensatedSum, isPresent } from "./numerics.ts";
import type { RowSignals } from "./point-judgement.ts";
import {
  type ExposureInterval,
  type ExposureIntervals,
  exposureIntervals,
  type IntervalScale,
  intervalScale,
  monthlyExposure,
} from "./rare-events.ts";
import {
  type DrawnChart,
  FEWEST_VALUES_FOR_FIRM_LIMITS,
  type SegmentJudgement,
  type SegmentOptions,
  type SegmentRows,
} from "./segment-judgement.ts";
import type { LimitsKind } from "./series.ts";
import { judgeScores } from "./standard-scores.ts";
import { limitsAround, limitsOfReach } from "./xmr-limits.ts";

type RareQuestion = { options: SegmentOptions; single: (values: readonly number[]) => SegmentJudgement };

/**
 * A g chart: a point for each month with an event, the exposure since the one before; the outlook is judged on the rate.
 * The exposure since the last event counts as soon as it is longer than usual: it can only become longer.
 * A month without an event belongs to the interval that it lies in; while that is young, to the one before.
 */
export function judgeIntervals(rows: SegmentRows, { options, single }: RareQuestion): SegmentJudgement {
  const intervals = exposureIntervals(rows.values, rows.parts);
  const known = options.fixAfter ?? rows.values.length;
  const baseline = intervals.closed.filter(({ to }) => to < known);
  const judged = single(rows.values);
  const month = monthlyExposure(rows.values, rows.parts);
  const scale = intervalScale(
    baseline.map(({ exposure }) => exposure),
    month,
  );
  if (baseline.length === 0 || scale.mean <= month) return judged;
  const kind = kindOf(baseline.length, rows.values.filter(isPresent).length);
  const counted = countedIntervals(intervals, scale);
  const scores = counted.map(({ exposure }) => scale.scoreOf(exposure));
  const {
    rows: found,
    widening,
    dependence,
  } = judgeScores(scores, {
    ruleSet: options.ruleSet,
    baselineLength: baseline.length,
    hasLimits: kind !== "none",
    mayDepend: baseline.length >= FEWEST_FOR_DEPENDENCE,
  });
  const rate = rateLimits(rows, options.multiplier);
  return {
    ...judged,
    limits: rate,
    plainLimits: rate,
    drawn: drawnIntervals(rows.values, { counted, scale, reach: kind === "none" ? Number.NaN : 3 * widening }),
    isInverse: true,
    bounds: { low: 0, high: Number.POSITIVE_INFINITY },
    kind,
    isShort: kind !== "firm",
    isFirm: kind === "firm",
    isConstant: false,
    dependence,
    rows: signalsOfMonths(rows.values, { counted, found }),
  };
}

/** What lies between events has no memory unless many intervals say otherwise. */
const FEWEST_FOR_DEPENDENCE = 24;

/** Limits need fewer intervals than months: the law has one unknown. */
const FEWEST_TRIAL_INTERVALS = 4;

function kindOf(intervals: number, months: number): LimitsKind {
  if (intervals < FEWEST_TRIAL_INTERVALS) return "none";
  return intervals < FEWEST_INTERVALS || months < FEWEST_VALUES_FOR_FIRM_LIMITS ? "trial" : "firm";
}

function countedIntervals({ closed, open }: ExposureIntervals, scale: IntervalScale): ExposureInterval[] {
  return open !== null && scale.scoreOf(open.exposure) > 0 ? [...closed, open] : closed;
}

type Counted = { counted: readonly ExposureInterval[] };

function drawnIntervals(
  values: readonly number[],
  { counted, scale, reach }: Counted & { scale: IntervalScale; reach: number },
): DrawnChart {
  const plotted = values.map(() => Number.NaN);
  for (const { to, exposure } of counted) plotted[to] = exposure;
  const all = (score: number) => {
    const limit = scale.exposureAt(score);
    return values.map(() => limit);
  };
  return {
    plotted,
    centre: scale.exposureAt(0),
    lower: all(-reach),
    upper: all(reach),
    nearLower: all((-2 * reach) / 3),
    nearUpper: all((2 * reach) / 3),
  };
}

function signalsOfMonths(
  values: readonly number[],
  { counted, found }: Counted & { found: readonly RowSignals[] },
): RowSignals[] {
  const rows: RowSignals[] = values.map(() => []);
  for (const [i, { from, to }] of counted.entries()) rows.fill(at(found, i), from, to + 1);
  const last = counted.at(-1);
  if (last !== undefined) rows.fill(found.at(-1) ?? [], last.to + 1);
  return rows;
}

/** Where the newest month's rate lies while nothing changes: Poisson about all events over all exposure. */
function rateLimits({ values, parts }: SegmentRows, multiplier: number) {
  const known = [...values.keys()].filter((i) => isPresent(at(values, i)));
  const part = (i: number) => parts[i] ?? { numerator: Number.NaN, denominator: Number.NaN };
  const hasParts = known.every((i) => part(i).denominator > 0);
  const counts = known.map((i) => (hasParts ? part(i).numerator : at(values, i)));
  const exposures = known.map((i) => (hasParts ? part(i).denominator : 1));
  const rate = compensatedSum(counts) / compensatedSum(exposures);
  const scaling = hasParts ? multiplier : 1;
  return limitsOfReach(rate * scaling, 3 * Math.sqrt(rate / (exposures.at(-1) ?? 1)) * scaling);
}

/** Days between events are about normal to this power (Nelson 1994). */
const NORMALISING_POWER = 3.6;

/** A t chart: days between events, judged as single values on y^(1/3.6) and drawn in days. */
export function judgeTimesBetween(days: readonly number[], { single }: RareQuestion): SegmentJudgement {
  const judged = single(days.map((y) => y ** (1 / NORMALISING_POWER)));
  const back = (x: number) => Math.max(0, x) ** NORMALISING_POWER;
  const all = (x: number) => days.map(() => back(x));
  const { mean, lower, upper, nearLower, nearUpper } = judged.limits;
  const limits = {
    ...limitsAround(back(mean), Number.NaN),
    lower: back(lower),
    upper: back(upper),
    nearLower: back(nearLower),
    nearUpper: back(nearUpper),
  };
  const drawn = {
    plotted: days,
    centre: back(mean),
    lower: all(lower),
    upper: all(upper),
    nearLower: all(nearLower),
    nearUpper: all(nearUpper),
  };
  const bounds = { low: 0, high: Number.POSITIVE_INFINITY };
  return { ...judged, values: days, limits, plainLimits: limits, drawn, bounds, isInverse: true };
}
