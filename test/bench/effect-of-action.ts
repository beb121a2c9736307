import { type Measurement, publish } from "../support/bench-report.ts";
import { effectiveRate } from "../support/effect-rates.ts";
import {
  autoregressive,
  independent,
  type StableProcess,
  seasonal,
  unevenSeason,
} from "../support/simulated-series.ts";

/**
 * How often an action without any effect is called effective at its check date, and how often one that moves the level
 * by 1.5 sigma is.
 */
const SERIES = 4_000;
const SEED = 2_026;

const processes: { name: string; process: StableProcess }[] = [
  { name: "independent", process: independent },
  { name: "AR(1) 0.3", process: autoregressive(0.3) },
  { name: "AR(1) 0.5", process: autoregressive(0.5) },
  { name: "AR(1) 0.7", process: autoregressive(0.7) },
  { name: "season half as large as the noise", process: seasonal(1) },
  { name: "season as large as the noise", process: seasonal(Math.SQRT2) },
  { name: "season without a shape", process: unevenSeason },
];

const measurements: Measurement[] = [];
for (const { name, process } of processes) {
  for (const [before, after] of [
    [12, 6],
    [18, 12],
    [24, 6],
    [36, 6],
    [36, 12],
  ] as const) {
    const question = { before, after, series: SERIES, seed: SEED };
    const what = `${name}, ${before} months before and ${after} after`;
    const falsely = 100 * effectiveRate(process, { ...question, effect: 0 });
    measurements.push({ what: `called effective without effect: ${what}`, value: falsely, unit: "%", atMost: 5 });
    const found = 100 * effectiveRate(process, { ...question, effect: 1.5 });
    measurements.push({ what: `1.5 sigma found: ${what}`, value: found, unit: "%" });
  }
}
for (const drift of [0.05, 0.1]) {
  for (const before of [12, 24, 36]) {
    const value = 100 * effectiveRate(independent, { before, after: 6, series: SERIES, seed: SEED, effect: 0, drift });
    const what = `called effective, drift of ${drift} sigma a month alone: ${before} months before and 6 after`;
    measurements.push({ what, value, unit: "%" });
  }
}
publish("effect-of-action", measurements);
