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
import { publishSimulation } from "../support/simulation-report.ts";

/**
 * How often the newest month of a stable series is called improving, worsening or one-off, and how soon a shift of an
 * independent series is found: the product's rule set beside the others. What is printed for 36 months is written to
 * the one file that /learn and the documentation show.
 */
const SERIES = 10_000;
const SEED = 2_026;
const MONTHS = 36;
const KNOWN = 24;

const processes: { what: string; process: StableProcess; most?: number }[] = [
  { what: "independent", process: independent, most: 2 },
  { what: "AR(1) 0.3", process: autoregressive(0.3) },
  { what: "AR(1) 0.5", process: autoregressive(0.5), most: 5 },
  { what: "AR(1) 0.7", process: autoregressive(0.7) },
  { what: "season half as large as the noise", process: seasonal(1), most: 5 },
  { what: "season as large as the noise", process: seasonal(Math.SQRT2), most: 5 },
  { what: "season without a shape", process: unevenSeason, most: 5 },
];

const readings: { name: string; options: AnalysisOptions; isProduct: boolean }[] = [
  { name: "plumbline-1", options: {}, isProduct: true },
  { name: "the same, limits fixed at 24", options: { fixAfter: KNOWN }, isProduct: true },
  { name: "ptd-0.2.2", options: { ruleSet: "ptd-0.2.2" }, isProduct: false },
  { name: "mdc-2023-11", options: { ruleSet: "mdc-2023-11" }, isProduct: false },
  { name: "western-electric", options: { ruleSet: "western-electric" }, isProduct: false },
  { name: "nelson", options: { ruleSet: "nelson" }, isProduct: false },
];

const measurements: Measurement[] = [];
const falseVerdicts = processes.map(({ what, process, most }) => {
  const rates = readings.map(({ options }) => percent(falseVerdictRate(process, { ...asked(SERIES), options })));
  note(`false verdicts, ${MONTHS} months, ${what}`, rates, most === undefined ? {} : { atMost: most });
  return { what, rates, goal: most === undefined ? "" : `≤ ${most} %` };
});
const found = [1, 1.5, 2, 3].map((sigmas) => {
  const question = { ...asked(SERIES / 2), months: KNOWN };
  const rates = readings.map(({ options }) => percent(detectionRate(sigmas, { ...question, options })));
  note(
    `shifts of ${sigmas} sigma after ${KNOWN} months found within six`,
    rates,
    sigmas === 1.5 ? { atLeast: 60 } : {},
  );
  return { what: `${sigmas} sigma`, rates, goal: sigmas === 1.5 ? "≥ 60 %" : "" };
});
for (const months of [24, 60]) {
  for (const { what, process } of processes) {
    const value = percent(falseVerdictRate(process, { ...asked(SERIES / 2), months }));
    measurements.push({ what: `false verdicts, ${months} months, ${what}: plumbline-1`, value, unit: "%" });
  }
}
publish("statistics-false-alarms", measurements);
publishSimulation({
  ...{ series: SERIES, seed: SEED, months: MONTHS, readings: readings.map(({ name }) => name), falseVerdicts, found },
});

function asked(series: number) {
  return { months: MONTHS, series, seed: SEED };
}

function percent(share: number): number {
  return Math.round(1000 * share) / 10;
}

function note(what: string, rates: readonly number[], goal: Pick<Measurement, "atMost" | "atLeast">): void {
  readings.forEach(({ name, isProduct }, index) => {
    measurements.push({ what: `${what}: ${name}`, value: rates[index] ?? 0, unit: "%", ...(isProduct ? goal : {}) });
  });
}
