import { at, isPresent } from "./numerics.ts";
import type { RowSignals } from "./point-judgement.ts";
import { runChart } from "./run-chart.ts";
import { FEWEST_VALUES_FOR_FIRM_LIMITS, type SegmentJudgement, type SegmentOptions } from "./segment-judgement.ts";
import { limitsOfReach } from "./xmr-limits.ts";

type RunQuestion = { options: SegmentOptions; single: (values: readonly number[]) => SegmentJudgement };

/**
 * Runs about the median (Anhoej). With fewer than 13 months the limits of single values stand beside it as trial limits
 * and nothing is claimed; with more there are no limits, and a signal is a run longer than chance has it.
 */
export function judgeRuns(values: readonly number[], { options, single }: RunQuestion): SegmentJudgement {
  const baseline = options.fixAfter === null ? values : values.slice(0, options.fixAfter);
  const centre = runChart(baseline).median ?? Number.NaN;
  const runs = runChart(values, centre);
  const judged = single(values);
  const all = (value: number) => values.map(() => value);
  const isFew = values.filter(isPresent).length < FEWEST_VALUES_FOR_FIRM_LIMITS;
  const limits = isFew ? judged.limits : limitsOfReach(judged.limits.mean, Number.NaN);
  const drawn = {
    plotted: values,
    centre,
    lower: all(limits.lower),
    upper: all(limits.upper),
    nearLower: all(limits.nearLower),
    nearUpper: all(limits.nearUpper),
  };
  if (isFew) return { ...judged, drawn, runs };
  const rows = longRuns(values, centre, runs.longestRunLimit ?? Number.POSITIVE_INFINITY);
  return { ...judged, limits, plainLimits: limits, drawn, runs, rows, kind: "none", dependence: 0, isConstant: false };
}

/** Members of every run about the median that is longer than chance has it; values on it neither break nor lengthen one. */
function longRuns(values: readonly number[], centre: number, limit: number): RowSignals[] {
  const rows: RowSignals[] = values.map(() => []);
  let from = 0;
  let side = 0;
  let useful = 0;
  const close = (to: number) => {
    if (useful > limit) for (let i = from; i < to; i++) if (isPresent(at(values, i))) rows[i] = [nameOf(side)];
  };
  values.forEach((x, i) => {
    const sign = isPresent(x) ? Math.sign(x - centre) : 0;
    if (sign === 0) return;
    if (sign !== side) {
      close(i);
      from = i;
      side = sign;
      useful = 0;
    }
    useful += 1;
  });
  close(values.length);
  return rows;
}

function nameOf(side: number) {
  return side > 0 ? "shift_above" : "shift_below";
}
