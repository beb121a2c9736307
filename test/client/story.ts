import type { z } from "zod";
import type { directionSchema, FigureView, statusSchema, TargetView } from "../../shared/contracts/primitives.ts";
import { addMonths, type Month, monthRange } from "../../shared/domain/month.ts";
import { analyseSeries } from "../../shared/domain/statistics/analyse-series.ts";

export type Direction = z.infer<typeof directionSchema>;
export type Status = z.infer<typeof statusSchema>;

/** A series to draw, as short as it can be said. */
export type Story = {
  code: string;
  name: string;
  unitOfMeasure: string;
  decimals: number;
  direction: Direction;
  values: readonly (number | null)[];
  /** One for each month, or one for all. */
  targets: readonly number[] | number | null;
  first?: Month;
  excluded?: readonly number[];
  rebase?: readonly Month[];
  changedIn?: Month;
};

export const FIRST = "2025-01" as Month;

/** A small generator of repeatable numbers in [0, 1). */
export function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

export function storyMonths(story: Story): Month[] {
  const first = story.first ?? FIRST;
  return monthRange(first, addMonths(first, story.values.length - 1));
}

export function targetAt(story: Story, index: number): number | null {
  return typeof story.targets === "object" && story.targets !== null ? (story.targets[index] ?? null) : story.targets;
}

export function analyse(story: Story) {
  return analyseSeries(
    {
      direction: story.direction,
      rows: storyMonths(story).map((period, index) => ({
        period,
        value: story.values[index] ?? null,
        target: targetAt(story, index),
        excluded: story.excluded?.includes(index) ?? false,
      })),
    },
    { rebase: story.rebase ?? [] },
  );
}

export function shownNumber(value: number | null, story: Pick<Story, "decimals">): string {
  return value === null ? "–" : value.toFixed(story.decimals).replace("-", "−");
}

export function figure(value: number | null): FigureView {
  return { kind: value === null ? "missing" : "number", value, numerator: null, denominator: null };
}

export function targetView(value: number | null, story: Story): TargetView | null {
  if (value === null) return null;
  const sign = story.direction === "lower" ? "≤" : "≥";
  return { value, low: null, high: null, label: `${sign} ${value.toFixed(story.decimals)}` };
}

export function isMet(value: number, target: number, direction: Direction): boolean {
  return direction === "lower" ? value <= target : value >= target;
}

export function statusOf(value: number | null, target: number | null, direction: Direction): Status {
  if (value === null) return "missing";
  if (target === null) return "no_target";
  return isMet(value, target, direction) ? "on" : "off";
}

export const STATUS_WORD: Record<Status, string> = {
  on: "On target",
  near: "Just short",
  off: "Off target",
  missing: "Not reported",
  incomplete: "Incomplete",
  no_target: "No target",
  no_value: "No value",
  not_due: "Not due",
};

export function varianceView(value: number | null, target: number | null, story: Story) {
  if (value === null || target === null) return null;
  const difference = Number((value - target).toFixed(story.decimals));
  const sign = { "1": "+", "0": "±", "-1": "−" }[String(Math.sign(difference))] ?? "";
  return {
    difference,
    shown: `${sign}${Math.abs(difference).toFixed(story.decimals)}`,
    favourable: story.direction === "neutral" ? null : isMet(value, target, story.direction),
  };
}
