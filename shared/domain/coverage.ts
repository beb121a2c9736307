import { type DueRule, hasEnded, isPastDue } from "./calendar.ts";
import type { Cell } from "./cell.ts";
import { compareDecimals, type Decimal, integer, multiplyDecimals } from "./decimal.ts";
import type { Month } from "./month.ts";

/** Reported of due: (assignment, period) pairs of ended periods, those not applicable left out. */
export type Coverage = { readonly reported: number; readonly due: number };

export const NOTHING_DUE: Coverage = { reported: 0, due: 0 };

/**
 * The coverage of one period of a cell. A period that has not ended is not due; nor is one of which the cell has no
 * report at all and whose due day has not passed, so that a year to date is not incomplete in the first days of a month.
 */
export function coverageOf(cell: Pick<Cell, "reported" | "assigned">, month: Month, due: DueRule): Coverage {
  if (!hasEnded(month, due.today)) return NOTHING_DUE;
  if (cell.reported === 0 && !isPastDue(month, due)) return NOTHING_DUE;
  return { reported: cell.reported, due: cell.assigned };
}

export function addCoverage(a: Coverage, b: Coverage): Coverage {
  return { reported: a.reported + b.reported, due: a.due + b.due };
}

/** The smaller of two coverages; one of which nothing is due is the smallest of all. */
export function smallerCoverage(a: Coverage, b: Coverage): Coverage {
  if (a.due === 0 || b.due === 0) return a.due === 0 ? a : b;
  return a.reported * b.due <= b.reported * a.due ? a : b;
}

/** Whether coverage reaches a minimum in percent, exactly; where nothing is due, it does. */
export function reachesMinimum(coverage: Coverage, minimumPercent: Decimal): boolean {
  const { reported, due } = coverage;
  return (
    reported === due || compareDecimals(integer(reported * 100), multiplyDecimals(minimumPercent, integer(due))) >= 0
  );
}

export function isComplete(coverage: Coverage): boolean {
  return coverage.reported === coverage.due;
}
