import type { z } from "zod";
import { linearScale, px } from "../../shared/charts/scale.ts";
import type { TargetView, varianceSchema } from "../../shared/contracts/primitives.ts";

export type Variance = z.infer<typeof varianceSchema>;

/** A pin beyond this share of its target is broken off and says so; without it one odd KPI would flatten all others. */
const FAR = 0.25;

/** A difference as a share of the target it is measured from; null where that is nought or absent. */
export function relativeTo(target: TargetView | null, variance: Variance | null): number | null {
  if (target === null || variance === null) return null;
  if (variance.difference === 0) return 0;
  const edge = target.value ?? (variance.difference < 0 ? target.low : target.high);
  return edge === null || edge === 0 ? null : variance.difference / Math.abs(edge);
}

/** One scale for all pins of a table: the longest reaches the edge. */
export function pinReach(shares: readonly (number | null)[]): number {
  const longest = shares.reduce<number>((most, share) => Math.max(most, Math.abs(share ?? 0)), 0);
  return Math.min(FAR, longest) || FAR;
}

/** A pin in pixels around its axis at 0. */
export type PinShape = {
  viewBox: string;
  width: number;
  height: number;
  middle: number;
  x: number;
  breakMark: string | null;
};

const HEIGHT = 22;
/** Room for the head. */
const EDGE = 5;

/** Where a pin ends, and the mark that breaks it where it goes on beyond the edge. */
export function pinShape(share: number, reach: number, width: number): PinShape {
  const middle = HEIGHT / 2;
  const kept = Math.max(-reach, Math.min(reach, share));
  const x = px(linearScale([-reach, reach], [EDGE - width / 2, width / 2 - EDGE])(kept));
  const isBroken = Math.abs(share) > reach;
  const breakMark = isBroken ? `M${px(x * 0.6 - 3)} ${middle + 5}l4-10m2 10 4-10` : null;
  return { viewBox: `${-width / 2} 0 ${width} ${HEIGHT}`, width, height: HEIGHT, middle, x, breakMark };
}
