export type SimulationRow = { readonly what: string; readonly rates: readonly number[]; readonly goal: string };

/**
 * How often rule sets call a stable series changed, and find a change: measured by `npm run bench
 * statistics-false-alarms`, which writes this file and the table in docs/statistics.md. Not to be edited by hand.
 */
export const SIMULATION = {
  series: 10000,
  seed: 2026,
  months: 36,
  readings: ["plumbline-1", "the same, limits fixed at 24", "ptd-0.2.2", "mdc-2023-11", "western-electric", "nelson"],
  /** Percent of stable series whose newest month is called improving, worsening or one-off. */
  falseVerdicts: [
    { what: "independent", rates: [1.4, 1.4, 1.6, 1.6, 1.6, 1.7], goal: "≤ 2 %" },
    { what: "AR(1) 0.3", rates: [3.4, 3.4, 6, 6.2, 7.3, 7.4], goal: "" },
    { what: "AR(1) 0.5", rates: [3.5, 4.5, 13.6, 14.4, 16.9, 16.7], goal: "≤ 5 %" },
    { what: "AR(1) 0.7", rates: [5.5, 7.2, 29, 30.4, 33.9, 33.7], goal: "" },
    { what: "season half as large as the noise", rates: [1.9, 1.5, 5.4, 5.5, 6.5, 6.9], goal: "≤ 5 %" },
    { what: "season as large as the noise", rates: [1.2, 1.1, 9, 9.3, 11.4, 12.4], goal: "≤ 5 %" },
    { what: "season without a shape", rates: [0.9, 0.6, 1.1, 1.1, 1.2, 1.4], goal: "≤ 5 %" },
  ],
  /** Percent of shifts found within six months, after 24 stable ones. */
  found: [
    { what: "1 sigma", rates: [34.2, 33.7, 28.7, 28.7, 34.1, 34], goal: "" },
    { what: "1.5 sigma", rates: [62.8, 63.9, 50.8, 50.8, 62.8, 62.5], goal: "≥ 60 %" },
    { what: "2 sigma", rates: [85.4, 85.4, 73.7, 73.7, 84.8, 84.6], goal: "" },
    { what: "3 sigma", rates: [99.3, 98.8, 96.7, 96.7, 99.4, 99.4], goal: "" },
  ],
} as const satisfies {
  readonly series: number;
  readonly seed: number;
  readonly months: number;
  readonly readings: readonly string[];
  readonly falseVerdicts: readonly SimulationRow[];
  readonly found: readonly SimulationRow[];
};
