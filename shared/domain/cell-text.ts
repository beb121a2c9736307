import type { Cell } from "./cell.ts";
import { type KeptCell, packCell, unpackCell } from "./kept-cell.ts";
import type { FigureRules } from "./kpi-definition.ts";

/** A kept row's fields, those that most rows need first: what is left at its default is cut off at the end. */
type Tuple = [
  numer: string | null,
  denom: string | null,
  reported: number,
  assigned: number,
  valued: number,
  target1: string | null,
  explicit: 0 | 1,
  targetsBelow: 0 | 1,
  openParts: number,
  targetWeight: string | null,
  notApplicable: number,
  target2: string | null,
  weight: string | null,
];

const DEFAULTS: Tuple = [null, null, 0, 0, 0, null, 0, 0, 0, null, 0, null, null];

/** A cell as one short JSON text, about 25 to 60 characters; equal cells have equal texts. */
export function cellText(cell: Cell, rules: FigureRules): string {
  const kept = packCell(cell, rules);
  const tuple: Tuple = [
    kept.numer,
    kept.denom,
    kept.reported,
    kept.assigned,
    kept.valued,
    kept.target1,
    kept.explicit,
    kept.targetsBelow,
    kept.openParts,
    kept.targetWeight,
    kept.notApplicable,
    kept.target2,
    kept.weight,
  ];
  const last = tuple.findLastIndex((field, at) => field !== DEFAULTS[at]);
  return JSON.stringify(tuple.slice(0, last + 1));
}

/** The inverse of `cellText`, under the rules that wrote it. */
export function cellOfText(text: string, rules: FigureRules): Cell {
  const told: Partial<Tuple> = JSON.parse(text);
  const kept: KeptCell = {
    numer: told[0] ?? null,
    denom: told[1] ?? null,
    reported: told[2] ?? 0,
    assigned: told[3] ?? 0,
    valued: told[4] ?? 0,
    target1: told[5] ?? null,
    explicit: told[6] ?? 0,
    targetsBelow: told[7] ?? 0,
    openParts: told[8] ?? 0,
    targetWeight: told[9] ?? null,
    notApplicable: told[10] ?? 0,
    target2: told[11] ?? null,
    weight: told[12] ?? null,
  };
  return unpackCell(kept, rules);
}
