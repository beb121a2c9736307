import { type DueRule, hasEnded } from "./calendar.ts";
import { figureOf } from "./cell.ts";
import { type Coverage, coverageOf, isComplete } from "./coverage.ts";
import type { Figure } from "./figure.ts";
import type { TimeRule } from "./kpi-definition.ts";
import { type JudgingRules, statusOf } from "./status.ts";
import type { StatusKind } from "./status-kind.ts";
import type { Target } from "./target.ts";
import { targetOverTime } from "./target-over-time.ts";
import { coverageOverTime, figureOverTime, lastDue, type PeriodCell } from "./time-rule.ts";

/** A figure with all that is said of it: what every surface shows. */
export type Judgement = {
  readonly figure: Figure;
  readonly target: Target | null;
  readonly coverage: Coverage;
  readonly status: StatusKind;
};

/** How and when a KPI is judged. */
export type JudgingContext = Omit<JudgingRules, "direction" | "decimals"> & { readonly due: DueRule };

/** One period of one unit, judged by the definition and the target in force for it. */
export function judgePeriod(period: PeriodCell, context: JudgingContext): Judgement {
  const { cell, month, rules } = period;
  const figure = figureOf(cell, rules);
  const coverage = coverageOf(cell, month, context.due);
  const target = period.target?.target ?? null;
  const ended = hasEnded(month, context.due.today);
  const status = statusOf(
    { figure, coverage, target, ended, partOfWhole: isPartOfWhole(period) },
    { ...rules, tolerance: context.tolerance, minimumCoverage: context.minimumCoverage },
  );
  return { figure, target, coverage, status };
}

/**
 * A window of periods (year to date, quarter, year, rolling twelve) of one unit, in order of time, judged by the
 * definition of its last period.
 */
export function judgeWindow(periods: readonly PeriodCell[], context: JudgingContext): Judgement | null {
  const last = periods.at(-1);
  if (last === undefined) return null;
  const { rules } = last;
  const { due, tolerance, minimumCoverage } = context;
  const figure = figureOverTime(periods, rules.timeRule, due);
  const target = targetOverTime(periods, rules.timeRule, due);
  const coverage = coverageOverTime(periods, due);
  const status = statusOf(
    {
      figure,
      coverage,
      target,
      ended: periods.some(({ month }) => hasEnded(month, due.today)),
      partOfWhole: countedPeriods(periods, rules.timeRule, due).some(isPartOfWhole),
    },
    { ...rules, tolerance, minimumCoverage },
  );
  return { figure, target, coverage, status };
}

function countedPeriods(periods: readonly PeriodCell[], timeRule: TimeRule, due: DueRule): readonly PeriodCell[] {
  if (timeRule !== "last") return periods;
  const last = lastDue(periods, due);
  return last === null ? [] : [last];
}

/** Whether a sum is compared with a target set for a whole of which it holds only a part. */
function isPartOfWhole({ cell, rules, target }: PeriodCell): boolean {
  return (
    rules.orgRule === "sum" &&
    target?.source === "explicit" &&
    cell.reported > 0 &&
    !isComplete({ reported: cell.reported, due: cell.assigned })
  );
}
