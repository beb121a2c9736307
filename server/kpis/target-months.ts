import type { Readings } from "../../db/store.ts";
import { type Frequency, fiscalYearOf, isPeriod, monthsOfYear } from "../../shared/domain/calendar.ts";
import type { Month } from "../../shared/domain/month.ts";
import { ancestorsOf, subtreeOf } from "../../shared/domain/tree.ts";
import type { Place } from "../judging/asked-place.ts";

type Asked = { readonly place: Pick<Place, "tree" | "unit" | "settings" | "period">; readonly frequency: Frequency };

/**
 * Periods of this fiscal year and the next for which a target may be set: no month that is locked at the unit, below it
 * or above it, since a target there would alter figures of a locked month.
 */
export async function targetMonths({ organisation }: Pick<Readings, "organisation">, asked: Asked): Promise<Month[]> {
  const { place, frequency } = asked;
  const { fiscalYearStart } = place.settings;
  const year = fiscalYearOf(place.period, fiscalYearStart);
  const months = [...monthsOfYear(year, fiscalYearStart), ...monthsOfYear(year + 1, fiscalYearStart)];
  const [from, to] = [months[0], months.at(-1)];
  if (from === undefined || to === undefined) return [];
  const units = [...subtreeOf(place.tree, place.unit.code), ...ancestorsOf(place.tree, place.unit.code)];
  const states = await organisation.periodStates({ units, from, to });
  const locked = new Set(states.filter(({ state }) => state === "locked").map(({ month }) => month));
  return months.filter((month) => isPeriod(month, frequency, fiscalYearStart) && !locked.has(month));
}
