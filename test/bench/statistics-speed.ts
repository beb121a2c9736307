import { analyseSeries } from "../../shared/domain/statistics/analyse-series.ts";
import { seededRandom } from "../../shared/domain/statistics/seeded-random.ts";
import { median, publish } from "../support/bench-report.ts";
import { autoregressive, seriesOf } from "../support/simulated-series.ts";

/** 500 series of 120 months, read whole by the product's rule set, in processor time of one thread. */
const random = seededRandom(7);
const all = Array.from({ length: 500 }, (_, i) => seriesOf(autoregressive((i % 8) / 10)(120, random)));

function milliseconds(): number {
  const before = process.threadCpuUsage();
  for (const series of all) analyseSeries(series);
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

const first = milliseconds();
const rounds = Array.from({ length: 15 }, milliseconds);
publish("statistics-speed", [
  { what: "500 series of 120 months, first time", value: first, unit: "ms" },
  { what: "500 series of 120 months, median of 15", value: median(rounds), unit: "ms", atMost: 150 },
]);
