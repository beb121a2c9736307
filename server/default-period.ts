import type { OrganisationRow, Readings } from "../db/store.ts";
import { type DateText, isPastDue, monthOf } from "../shared/domain/calendar.ts";
import { type Coverage, reachesMinimum } from "../shared/domain/coverage.ts";
import { decimalOfNumber } from "../shared/domain/decimal.ts";
import { addMonths, type Month } from "../shared/domain/month.ts";
import { type OrgTree, treeOfMonth } from "../shared/domain/tree.ts";

type Asked = { readonly readings: Readings; readonly organisation: OrganisationRow; readonly today: DateText };

/** The month that screens begin with: the newest that is past its due day, or complete enough to be judged before it. */
export async function defaultPeriod({ readings, organisation, today }: Asked): Promise<Month> {
  const ended = addMonths(monthOf(today), -1);
  if (isPastDue(ended, { today, entryDueDay: organisation.entryDueDay })) return ended;
  const { root } = treeOfMonth(await readings.organisation.edges(), ended);
  const coverage = root === null ? null : await reportedIn(readings, [root], ended);
  const minimum = decimalOfNumber(organisation.minimumCoverage);
  const isComplete = coverage !== null && coverage.due > 0 && reachesMinimum(coverage, minimum);
  return isComplete ? ended : addMonths(ended, -1);
}

/** How many of the results of a month are in, of all that these units and those below them are asked for. */
export async function reportedIn(readings: Readings, codes: readonly string[], month: Month): Promise<Coverage> {
  const units = [...(await readings.organisation.unitIds(codes)).values()];
  const figures = await readings.insight.figures({ units, kpis: null, months: [month] });
  let coverage = { reported: 0, due: 0 };
  for (const unit of units) {
    for (const { expression, periods } of figures.at(unit).values()) {
      const cell = expression === null ? periods[0]?.cell : undefined;
      if (cell === undefined) continue;
      coverage = { reported: coverage.reported + cell.reported, due: coverage.due + cell.assigned };
    }
  }
  return coverage;
}

/** The highest of some units: those whose parents are not among them. */
export function highestOf(tree: OrgTree, units: ReadonlySet<string>): string[] {
  return [...units].filter((unit) => tree.parentOf.has(unit) && !units.has(tree.parentOf.get(unit) ?? ""));
}
