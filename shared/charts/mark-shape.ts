import type { PointType } from "../domain/statistics/series.ts";
import { px } from "./scale.ts";

export type MarkKind = "usual" | "worse" | "better" | "changed" | "excluded";

const KIND: Record<PointType, MarkKind> = {
  common_cause: "usual",
  special_cause_improvement: "better",
  special_cause_concern: "worse",
  special_cause_neutral_high: "changed",
  special_cause_neutral_low: "changed",
};

/** The shape tells what the colour tells: dot, square, triangle, diamond, and an open circle for what does not count. */
export function markKind(pointType: PointType | null, isExcluded: boolean): MarkKind {
  if (isExcluded) return "excluded";
  return pointType === null ? "usual" : KIND[pointType];
}

/** Where a mark stands; `size` is the radius of the dot. */
export type MarkPlace = { x: number; y: number; size: number };

/** The outline of a mark around a point. */
export function markPath(kind: MarkKind, { x, y, size }: MarkPlace): string {
  const at = (dx: number, dy: number) => `${px(x + dx * size)} ${px(y + dy * size)}`;
  switch (kind) {
    case "worse":
      return `M${at(-0.95, -0.95)}H${px(x + 0.95 * size)}V${px(y + 0.95 * size)}H${px(x - 0.95 * size)}Z`;
    case "better":
      return `M${at(0, -1.25)}L${at(1.2, 0.9)}H${px(x - 1.2 * size)}Z`;
    case "changed":
      return `M${at(0, -1.3)}L${at(1.3, 0)}L${at(0, 1.3)}L${at(-1.3, 0)}Z`;
    case "usual":
    case "excluded":
      return `M${at(-1, 0)}a${px(size)} ${px(size)} 0 1 0 ${px(2 * size)} 0a${px(size)} ${px(size)} 0 1 0 ${px(-2 * size)} 0Z`;
  }
}
