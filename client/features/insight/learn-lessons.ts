import { addMonths, type Month } from "../../../shared/domain/month.ts";
import type { Lesson } from "./learn-series.ts";

const STEADY = [4.2, 4.5, 4.1, 4.4, 4.6, 4.3, 4.0, 4.4, 4.2, 4.5, 4.3, 4.1, 4.4, 4.2, 4.6, 4.3, 4.1, 4.4];
const flat = (target: number, months: number) => Array.from({ length: months }, () => target);
const wave = (index: number) => 0.8 * Math.sin((2 * Math.PI * (index + 2)) / 12);

/** A year of the course of a season, three times, with a little noise of its own. */
const SEASONAL = Array.from({ length: 36 }, (_, index) =>
  Number((4.3 + wave(index) + (((index * 7) % 5) - 2) * 0.09).toFixed(2)),
);

export const LESSONS = {
  usual: { values: STEADY },
  signals: { values: [...STEADY, 6.1, 4.3, 5.0, 5.1, 4.9, 5.2, 5.0, 5.1] },
  targets: { values: STEADY, targets: [...flat(4.8, 9), ...flat(4.4, 9)] },
  coverage: { values: [...STEADY.slice(0, 14), 5.6, 4.3, 4.2, 2.9], excluded: [14, 17] },
  phases: { values: [...STEADY, 3.4, 3.6, 3.3, 3.5, 3.2, 3.5, 3.4, 3.3, 3.6, 3.4, 3.3, 3.5, 3.4], phaseAt: 18 },
  charts: {
    values: [82, 79, 84, 80, 77, 83, 81, 88, 79, 82, 80, 74, 81, 83, 80, 82, 79, 81],
    denominators: [900, 850, 400, 950, 120, 880, 900, 90, 860, 900, 940, 110, 900, 380, 900, 870, 890, 930],
  },
  forecast: {
    values: STEADY,
    targets: flat(4.6, 18),
    forecast: {
      points: Array.from({ length: 6 }, (_, index) => ({
        period: addMonths("2025-07" as Month, index),
        ...{ median: 4.3, low80: 4.3 - 0.24, high80: 4.3 + 0.24, variance: null },
      })),
      label: "Forecast 4.3",
      rangeLabel: "80 % range 4.1–4.5",
    },
  },
  season: { values: SEASONAL },
} as const satisfies Readonly<Record<string, Lesson>>;

/** The same range against three targets: the outlook is where the target lies. */
export const OUTLOOK_LESSONS = [
  { word: "Will meet", lesson: { values: STEADY, targets: flat(5.4, 18) } },
  { word: "May miss", lesson: { values: STEADY, targets: flat(4.4, 18) } },
  { word: "Will miss", lesson: { values: STEADY, targets: flat(3.2, 18) } },
] as const satisfies readonly { word: string; lesson: Lesson }[];

/** Events over denominators of ten and more units: one of them lies apart. */
export const FUNNEL_LESSON = [
  [9, 120],
  [31, 310],
  [5, 60],
  [52, 540],
  [80, 760],
  [14, 170],
  [24, 260],
  [96, 980],
  [2, 40],
  [41, 420],
  [68, 330],
  [10, 90],
] as const;
