import type { PhasePreview } from "../../../shared/contracts/kpi-notes.ts";

/** Limits of both sides, so that the two charts stand on one scale. */
export function sharedReach({ before, after }: Pick<PhasePreview, "before" | "after">): number[] {
  return [...before.segments, ...after.segments].flatMap(({ low, high }) =>
    low === null || high === null ? [] : [low, high],
  );
}
