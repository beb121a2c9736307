import type { AnalysisOptions } from "../../shared/domain/statistics/series.ts";
import { detectionRate, falseVerdictRate } from "../support/alarm-rates.ts";
import { type Measurement, publish } from "../support/bench-report.ts";
import {
  autoregressive,
  independent,
  type StableProcess,
  seasonal,
  unevenSeason,
} from "../support/simulated-series.ts";

/**
 * How often the newest month of a stable series is called improving, worsening or one-off, and how soon a shift of an
 * independent series is found: the product's rule set beside the anchor's.
 */
const SERIES = 10_000;
const SEED = 2_026;

const processes: { name: string; process: StableProcess; most?: number }[] = [
  { name: "independent", process: independent, most: 2 },
  { name: "AR(1) 0.3", process: autoregressive(0.3) },
  { name: "AR(1) 0.5", process: autoregressive(0.5), most: 5 },
  { name: "AR(1) 0.7", process: autoregressive(0.7) },
  { name: "season half as large as the noise", process: seasonal(1), most: 5 },
  { name: "season as large as the noise", process: seasonal(Math.SQRT2), most: 5 },
  { name: "season without a shape", process: unevenSeason, most: 5 },
];

const readings: { name: string; options: AnalysisOptions; isProduct: boolean }[] = [
  { name: "plumbline-1", options: {}, isProduct: true },
  { name: "plumbline-1 fixed at 24", options: { fixAfter: 24 }, isProduct: false },
  { name: "ptd-0.2.2", options: { ruleSet: "ptd-0.2.2" }, isProduct: false },
];

const measurements: Measurement[] = [];
for (const months of [24, 36, 60]) {
  for (const { name, process, most } of processes) {
    for (const reading of readings) {
      const rate = falseVerdictRate(process, { months, series: SERIES, seed: SEED, options: reading.options });
      const isJudged = reading.isProduct && months === 36 && most !== undefined;
      const what = `false verdicts, ${months} months, ${name}: ${reading.name}`;
      measurements.push({ what, value: 100 * rate, unit: "%", ...(isJudged ? { atMost: most } : {}) });
    }
  }
}
for (const known of [24, 36]) {
  for (const sigmas of [1, 1.5, 2, 3]) {
    for (const reading of readings) {
      const rate = detectionRate(sigmas, { months: known, series: SERIES / 2, seed: SEED, options: reading.options });
      const isJudged = reading.isProduct && known === 24 && sigmas === 1.5;
      const what = `shifts of ${sigmas} sigma after ${known} months found within six: ${reading.name}`;
      measurements.push({ what, value: 100 * rate, unit: "%", ...(isJudged ? { atLeast: 60 } : {}) });
    }
  }
}
publish("statistics-false-alarms", measurements);
