import { SEASON } from "./ets.ts";
import { decompose } from "./holt-winters.ts";
import { at, plainMean, sumOfSquares } from "./numerics.ts";

/** Years that the season is taken from: older ones tell of another time. */
const YEARS = 4;

/**
 * Additive effects of the twelve months to come, the next one first, summing to zero. Each is drawn towards zero by how
 * far chance alone would make months differ (variance between months over the sum of it and the error of a month's mean):
 * a series without a season gets almost none. All zero for fewer than two years.
 */
export function seasonalEffects(history: readonly number[]): number[] {
  const values = history.slice(-SEASON * (YEARS + 1));
  if (values.length < 2 * SEASON) return new Array<number>(SEASON).fill(0);
  const { trend } = decompose(values);
  const shift = values.length % SEASON;
  const differences = values.map((x, i) => x - at(trend, i));
  const groups = Array.from({ length: SEASON }, (_, place) =>
    differences.filter((x, i) => (i - shift + SEASON) % SEASON === place && !Number.isNaN(x)),
  );
  if (groups.some((group) => group.length === 0)) return new Array<number>(SEASON).fill(0);
  const means = groups.map(plainMean);
  const centre = plainMean(means);
  const effects = means.map((mean) => mean - centre);
  const count = groups.reduce((sum, group) => sum + group.length, 0);
  const errors = groups.reduce((sum, group, i) => sum + sumOfSquares(group, at(means, i)), 0);
  if (count <= SEASON) return effects.map((effect) => effect / 2);
  const errorOfMean = errors / (count - SEASON) / (count / SEASON);
  const between = Math.max(0, sumOfSquares(effects, 0) / SEASON - errorOfMean);
  const share = between + errorOfMean > 0 ? between / (between + errorOfMean) : 0;
  return effects.map((effect) => effect * share);
}
