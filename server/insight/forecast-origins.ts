import type { Store } from "../../db/store.ts";
import { dueDate, fiscalYearOf, monthsOfYear } from "../../shared/domain/calendar.ts";
import { addMonths, type Month } from "../../shared/domain/month.ts";
import { FEWEST_FOR_FORECAST } from "../../shared/domain/statistics/forecast-paths.ts";
import { dayIn, endOfDay } from "../clock.ts";
import { defaultPeriod } from "../default-period.ts";

/** A year as known to a month; `moment` is the instant whose records are used, null for now. */
export type Origin = { readonly fiscalYear: number; readonly knownTo: Month; readonly moment: number | null };

/** How many months of a year are known when its end is forecast afterwards: as the backtests take them. */
const LOOKED_BACK_FROM = [3, 6, 9];

/** What is not forecast yet: the newest month as it stands, and earlier ones from the records of their time. */
export async function originsDue(store: Store, now: number): Promise<Origin[]> {
  const organisation = await store.organisation.find();
  const first = await store.organisation.firstMonth();
  if (organisation === null || first === null) return [];
  const { timeZone, fiscalYearStart, entryDueDay } = organisation;
  const period = await defaultPeriod({ readings: store, organisation, today: dayIn(timeZone, now) });
  const made = new Set((await store.forecasts.origins()).map(({ knownTo }) => knownTo));
  const yearOf = (month: Month) => fiscalYearOf(month, fiscalYearStart);
  const earliest = addMonths(first, FEWEST_FOR_FORECAST - 1);
  const due: Origin[] = [];
  for (let fiscalYear = yearOf(earliest); fiscalYear <= yearOf(period); fiscalYear += 1) {
    const months = monthsOfYear(fiscalYear, fiscalYearStart);
    for (const known of LOOKED_BACK_FROM) {
      const knownTo = months[known - 1];
      if (knownTo === undefined || knownTo < earliest || knownTo >= period || made.has(knownTo)) continue;
      due.push({ fiscalYear, knownTo, moment: endOfDay(timeZone, dueDate(knownTo, entryDueDay)) });
    }
  }
  const isLast = monthsOfYear(yearOf(period), fiscalYearStart).at(-1) === period;
  if (!isLast && !made.has(period)) due.push({ fiscalYear: yearOf(period), knownTo: period, moment: null });
  return due;
}

/** Fiscal years whose last month is in and of which something was forecast. */
export async function yearsOver(store: Store, now: number): Promise<number[]> {
  const organisation = await store.organisation.find();
  if (organisation === null) return [];
  const { timeZone, fiscalYearStart } = organisation;
  const period = await defaultPeriod({ readings: store, organisation, today: dayIn(timeZone, now) });
  const years = new Set((await store.forecasts.origins()).map(({ fiscalYear }) => fiscalYear));
  return [...years].filter((year) => (monthsOfYear(year, fiscalYearStart).at(-1) ?? period) <= period);
}
