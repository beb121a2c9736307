import type { Variation } from "./statistics/series.ts";
import type { StatusKind } from "./status-kind.ts";

/** What was judged of a KPI at a unit when a person was last told of it. */
export type Seen = {
  readonly status: StatusKind;
  readonly variation: Variation;
  /** Probability of reaching the year's target, 0 to 1; null where there is nothing to reach. */
  readonly chance: number | null;
};

export type Wanted = { readonly onStatus: boolean; readonly onSignal: boolean; readonly onChance: boolean };

/** Why a person is told of a KPI. */
export type AlertReason = "status" | "signal" | "chance";

/** A fall of the chance by so much is told. */
const CHANCE_DROP = 0.1;
/** Statuses that say something of the figure; of the others completeness tells. */
const JUDGED: readonly StatusKind[] = ["on", "near", "off"];
const SIGNALS: readonly Variation[] = ["improving", "worsening", "one_off", "higher", "lower"];

/** What has changed since a person was last told, of what they want to be told. */
export function alertReasons(before: Seen, after: Seen, wanted: Wanted): AlertReason[] {
  const reasons: AlertReason[] = [];
  const isJudged = JUDGED.includes(before.status) && JUDGED.includes(after.status);
  if (wanted.onStatus && isJudged && before.status !== after.status) reasons.push("status");
  if (wanted.onSignal && SIGNALS.includes(after.variation) && before.variation !== after.variation) {
    reasons.push("signal");
  }
  if (wanted.onChance && before.chance !== null && after.chance !== null) {
    if (before.chance - after.chance >= CHANCE_DROP) reasons.push("chance");
  }
  return reasons;
}
