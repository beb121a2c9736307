import type { Store } from "../../db/store.ts";
import type { YearForecast, YearQuestion } from "../../shared/domain/statistics/year-forecast.ts";

export type Recording = {
  readonly store: Store;
  readonly now: () => number;
  /** Makes forecasts, in the order of their questions. */
  readonly forecast: (questions: readonly YearQuestion[]) => Promise<readonly (YearForecast | null)[]>;
  readonly isStopped: () => boolean;
  /** 0 to 1. */
  readonly progress: (share: number) => void;
};
