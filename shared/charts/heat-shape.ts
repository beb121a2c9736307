import type { StatusKind } from "../domain/status-kind.ts";
import { px } from "./scale.ts";

export type HeatSize = { readonly cell: number; readonly row: number };

/** Everything of one status in two paths: the grounds of its cells, and the marks that tell it without colour. */
export type HeatLayer = { readonly status: StatusKind; readonly ground: string; readonly mark: string };

/**
 * A heat map of any size as a handful of paths: units down, months across. 200 units by 24 months are 4,800 cells and
 * at most sixteen elements.
 */
export function heatLayers(rows: readonly (readonly StatusKind[])[], { cell, row }: HeatSize): HeatLayer[] {
  const grounds = new Map<StatusKind, string>();
  const marks = new Map<StatusKind, string>();
  rows.forEach((statuses, down) => {
    statuses.forEach((status, across) => {
      const [left, top] = [across * cell, down * row];
      const ground = `M${px(left + 0.5)} ${px(top + 0.5)}h${px(cell - 1)}v${px(row - 1)}h${px(1 - cell)}z`;
      grounds.set(status, (grounds.get(status) ?? "") + ground);
      const mark = markOf(status, left + cell / 2, top + row / 2);
      if (mark !== "") marks.set(status, (marks.get(status) ?? "") + mark);
    });
  });
  return [...grounds].map(([status, ground]) => ({ status, ground, mark: marks.get(status) ?? "" }));
}

/** The shapes of the statuses, small: a cross, a triangle, a dashed square, a half one, a ring, a dash. */
function markOf(status: StatusKind, x: number, y: number): string {
  const at = (dx: number, dy: number) => `${px(x + dx)} ${px(y + dy)}`;
  switch (status) {
    case "on":
      return "";
    case "off":
      return `M${at(-2.5, -2.5)}L${at(2.5, 2.5)}M${at(2.5, -2.5)}L${at(-2.5, 2.5)}`;
    case "near":
      return `M${at(0, -3)}L${at(3, 2.5)}L${at(-3, 2.5)}Z`;
    case "missing":
      return `M${at(-3, -3)}h2m2 0h2v2m0 2v2h-2m-2 0h-2v-2m0 -2v-2`;
    case "incomplete":
      return `M${at(-3, 0)}h6v3h-6z`;
    case "no_target":
    case "no_value":
      return `M${at(-2, 0)}a2 2 0 1 0 4 0a2 2 0 1 0 -4 0`;
    case "not_due":
      return `M${at(-2, 0)}h4`;
  }
}
