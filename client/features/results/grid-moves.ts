import type { Part } from "./cell-reading.ts";

/** A cell of the grid. */
export type Position = { readonly kpi: string; readonly part: Part };
/** The rows of the grid in order; a ratio has two cells. */
export type GridRow = { readonly kpi: string; readonly parts: 1 | 2 };

export type Move = "up" | "down" | "left" | "right" | "next" | "previous" | "first" | "last";

export function isSamePosition(a: Position | null, b: Position | null): boolean {
  return a !== null && b !== null && a.kpi === b.kpi && a.part === b.part;
}

/** Every cell in the order of reading. */
export function positionsOf(rows: readonly GridRow[]): Position[] {
  return rows.flatMap(({ kpi, parts }): Position[] =>
    parts === 1
      ? [{ kpi, part: "first" }]
      : [
          { kpi, part: "first" },
          { kpi, part: "second" },
        ],
  );
}

/** Where a move leads; null where it would leave the grid. */
export function moved(rows: readonly GridRow[], from: Position, move: Move): Position | null {
  const positions = positionsOf(rows);
  switch (move) {
    case "first":
      return positions[0] ?? null;
    case "last":
      return positions.at(-1) ?? null;
    case "next":
    case "right":
      return besides(positions, from, 1);
    case "previous":
    case "left":
      return besides(positions, from, -1);
    case "up":
      return inColumn(rows, from, -1);
    case "down":
      return inColumn(rows, from, 1);
  }
}

/** Where Enter leads: from a numerator to its empty denominator, else to the first cell of the next row. */
export function afterEnter(rows: readonly GridRow[], from: Position, isSecondEmpty: boolean): Position | null {
  const row = rows.find(({ kpi }) => kpi === from.kpi);
  if (row?.parts === 2 && from.part === "first" && isSecondEmpty) return { kpi: from.kpi, part: "second" };
  return inColumn(rows, { kpi: from.kpi, part: "first" }, 1);
}

function besides(positions: readonly Position[], from: Position, step: 1 | -1): Position | null {
  const at = positions.findIndex((position) => isSamePosition(position, from));
  return positions[at + step] ?? null;
}

function inColumn(rows: readonly GridRow[], from: Position, step: 1 | -1): Position | null {
  const at = rows.findIndex(({ kpi }) => kpi === from.kpi);
  const row = rows[at + step];
  if (row === undefined) return null;
  return { kpi: row.kpi, part: row.parts === 2 ? from.part : "first" };
}
