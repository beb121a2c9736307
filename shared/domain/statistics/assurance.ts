import type { Direction } from "../kpi-definition.ts";
import type { AssuranceIcon } from "./series.ts";

/** What a process is held against: one value, or the two edges of a band. */
export type TargetInForce = { value: number } | { low: number; high: number };

type Limits = { lower: number; upper: number };

/**
 * Whether the limits lie wholly on the right side of the target (pass), wholly on the wrong one (fail), or across it.
 * Equality counts as across. Limits that are NaN compare with nothing and lie across, as the anchor has it.
 */
export function assuranceOf(limits: Limits, target: TargetInForce, direction: Direction): AssuranceIcon | null {
  if (direction === "neutral") return null;
  if ("low" in target) return assuranceOfBand(limits, target);
  if (direction === "band") return null;
  const isAbove = limits.lower > target.value;
  const isBelow = limits.upper < target.value;
  if (direction === "higher" ? isAbove : isBelow) return "pass";
  return (direction === "higher" ? isBelow : isAbove) ? "fail" : "inconsistent";
}

function assuranceOfBand({ lower, upper }: Limits, { low, high }: { low: number; high: number }): AssuranceIcon {
  if (upper < low || lower > high) return "fail";
  return lower > low && upper < high ? "pass" : "inconsistent";
}

/** A process that never varied meets its target or does not; equal is met (STATISTICS 1.8). */
export function assuranceOfConstant(level: number, target: TargetInForce, direction: Direction): AssuranceIcon | null {
  if (direction === "neutral") return null;
  return meetsTarget(level, target, direction) ? "pass" : "fail";
}

export function meetsTarget(value: number, target: TargetInForce, direction: Direction): boolean {
  if ("low" in target) return value >= target.low && value <= target.high;
  return direction === "lower" ? value <= target.value : value >= target.value;
}
