import { addMonths, type Month } from "../../shared/domain/month.ts";

/** The instants at which the demonstration's history was written: each month's in the month after it. */
export type DemoClock = {
  /** For the store that the demonstration is loaded into. */
  readonly now: () => number;
  /** Sets the clock to a day of the month after `month`, at the given UTC hour; never beyond the day of loading. */
  set(month: Month, day: number, hour: number): void;
};

export function demoClock(loadedAt: number): DemoClock {
  let at = 0;
  return {
    now: () => at,
    set: (month, day, hour) => {
      const date = `${addMonths(month, 1)}-${String(day).padStart(2, "0")}T${String(hour).padStart(2, "0")}:00:00Z`;
      at = Math.min(Date.parse(date), loadedAt);
    },
  };
}
