import type { DueRule } from "./calendar.ts";
import { cellValue } from "./cell.ts";
import { isZero, ONE } from "./decimal.ts";
import type { TimeRule } from "./kpi-definition.ts";
import { amountsOf, type Target, targetOfAmounts } from "./target.ts";
import { lastDue, type PeriodCell, valueOverTime, type Weighted } from "./time-rule.ts";

/**
 * The target of a window up to now: the periods' targets by the time rule and with the weights of results, over
 * reported periods only; where none is reported, over assigned ones, equally. Null where a period that counts has
 * no target. Meeting every period's target exactly is meeting this one exactly.
 */
export function targetOverTime(periods: readonly PeriodCell[], timeRule: TimeRule, due: DueRule): Target | null {
  if (timeRule === "last") return (lastDue(periods, due) ?? lastAssigned(periods))?.target?.target ?? null;
  const reported = periods.filter(({ cell }) => cell.reported > 0);
  if (reported.length === 0) return plannedTarget(assignedOf(periods), timeRule);
  if (reported.some(({ target }) => target === null)) return null;
  return targetOfPeriods(reported.filter(countsIn(timeRule)), timeRule, (period) => period.cell.weight);
}

/**
 * The target of a whole window, periods still to come included: the year's target. Periods without a report take
 * the weight of the newest report, or all the same where there is none.
 */
export function wholeTarget(periods: readonly PeriodCell[], timeRule: TimeRule): Target | null {
  const assigned = assignedOf(periods);
  if (timeRule === "last") return assigned.at(-1)?.target?.target ?? null;
  const newest = assigned.findLast(({ cell }) => cell.reported > 0 && !isZero(cell.weight));
  if (newest === undefined || assigned.some(({ target }) => target === null)) return plannedTarget(assigned, timeRule);
  return targetOfPeriods(assigned, timeRule, ({ cell }) => (cell.reported > 0 ? cell.weight : newest.cell.weight));
}

function plannedTarget(assigned: readonly PeriodCell[], timeRule: TimeRule): Target | null {
  if (assigned.some(({ target }) => target === null)) return null;
  return targetOfPeriods(assigned, timeRule, () => ONE);
}

/** A period without a value takes no part in rules that don't weigh; in the others its weight is 0. */
function countsIn(timeRule: TimeRule): (period: PeriodCell) => boolean {
  return ({ cell, rules }) =>
    timeRule === "ratio" || timeRule === "cumulative_ratio" || cellValue(cell, rules) !== null;
}

function targetOfPeriods(
  periods: readonly PeriodCell[],
  timeRule: TimeRule,
  weightOf: (period: PeriodCell) => Weighted["weight"],
): Target | null {
  const lanes: Weighted[][] = [];
  for (const period of periods) {
    const amounts = period.target === null ? [] : amountsOf(period.target.target);
    amounts.forEach((value, lane) => {
      lanes[lane] = [...(lanes[lane] ?? []), { value, weight: weightOf(period) }];
    });
  }
  if (lanes.some((lane) => lane.length < periods.length)) return null;
  const amounts = lanes.map((lane) => valueOverTime(lane, timeRule));
  return targetOfAmounts(amounts.filter((amount) => amount !== null));
}

function assignedOf(periods: readonly PeriodCell[]): PeriodCell[] {
  return periods.filter(({ cell }) => cell.assigned > 0);
}

function lastAssigned(periods: readonly PeriodCell[]): PeriodCell | null {
  return assignedOf(periods).at(-1) ?? null;
}
