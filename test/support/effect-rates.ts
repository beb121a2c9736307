import { effectOfAction } from "../../shared/domain/statistics/effect-of-action.ts";
import { seededRandom } from "../../shared/domain/statistics/seeded-random.ts";
import { type StableProcess, seriesOf } from "./simulated-series.ts";

export type EffectRateQuestion = {
  readonly before: number;
  readonly after: number;
  readonly series: number;
  readonly seed: number;
  /** What the action truly does, in standard deviations of the noise. */
  readonly effect: number;
  /** A drift by the month that has nothing to do with the action. */
  readonly drift?: number;
};

/** What was promised in each simulated case. */
const PROMISED = 1.5;

/** Share of simulated actions that are called effective at their check date. */
export function effectiveRate(process: StableProcess, question: EffectRateQuestion): number {
  const { before, after, series, seed, effect, drift = 0 } = question;
  const random = seededRandom(seed);
  let effective = 0;
  for (let i = 0; i < series; i++) {
    const values = process(before + after, random).map((x, k) => x + drift * k + (k < before ? 0 : effect));
    const { rows } = seriesOf(values);
    const from = rows[before]?.period;
    if (from === undefined) throw new RangeError("no month after the action");
    if (effectOfAction({ rows, from, expected: PROMISED, by: null }).verdict === "effective") effective += 1;
  }
  return effective / series;
}
