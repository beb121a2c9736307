import type { DueRule } from "./calendar.ts";
import type { Figure } from "./figure.ts";
import { addMonths } from "./month.ts";
import { figureOverTime, type PeriodCell } from "./time-rule.ts";

/** Two figures over the same months of two years, and how many those are. */
export type LikeForLike = {
  readonly thisYear: Figure;
  readonly lastYear: Figure;
  /** Periods that both years report. */
  readonly months: number;
  /** Periods of the window; more than `months` where either year lacks some. */
  readonly ofMonths: number;
};

/**
 * Compares a window with the same months a year earlier: only periods that both years report, whichever lacks one,
 * each year by its own definitions and the window's time rule. Null for an empty window.
 */
export function compareWithLastYear(
  thisYear: readonly PeriodCell[],
  lastYear: readonly PeriodCell[],
  due: DueRule,
): LikeForLike | null {
  const last = thisYear.at(-1);
  if (last === undefined) return null;
  const before = new Map(lastYear.map((period) => [period.month, period]));
  const now: PeriodCell[] = [];
  const then: PeriodCell[] = [];
  for (const period of thisYear) {
    const earlier = before.get(addMonths(period.month, -12));
    if (earlier === undefined || earlier.cell.reported === 0 || period.cell.reported === 0) continue;
    now.push(period);
    then.push(earlier);
  }
  const { timeRule } = last.rules;
  return {
    thisYear: figureOverTime(now, timeRule, due),
    lastYear: figureOverTime(then, timeRule, due),
    months: now.length,
    ofMonths: thisYear.length,
  };
}
