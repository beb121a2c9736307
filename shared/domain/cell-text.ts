import type { Cell } from "./cell.ts";
import { type KeptCell, packCell, unpackCell } from "./kept-cell.ts";
import type { FigureRules } from "./kpi-definition.ts";

/**
 * A cell as one short text of 4 to 40 characters: the value, "276/1800", and behind it what does not follow from what
 * stands before, each under its letter and always in this order. Equal cells have equal texts.
 *
 * r reported (else 1 where there is a value) · a assigned and v valued (else as many as reported) · t target or low edge ·
 * u high edge · e the target is the unit's own · b there are targets below · o open parts · w weight of the targets ·
 * n not applicable · g weight of the cell.
 */
export function cellText(cell: Cell, rules: FigureRules): string {
  const kept = packCell(cell, rules);
  const { numer, reported } = kept;
  let text = numer ?? "";
  if (kept.denom !== null) text += `/${kept.denom}`;
  if (reported !== (numer === null ? 0 : 1)) text += `r${reported}`;
  if (kept.assigned !== reported) text += `a${kept.assigned}`;
  if (kept.valued !== reported) text += `v${kept.valued}`;
  if (kept.target1 !== null) text += `t${kept.target1}`;
  if (kept.target2 !== null) text += `u${kept.target2}`;
  if (kept.explicit === 1) text += "e";
  return text + restOf(kept);
}

function restOf(kept: KeptCell): string {
  let text = kept.targetsBelow === 1 ? "b" : "";
  if (kept.openParts !== 0) text += `o${kept.openParts}`;
  if (kept.targetWeight !== null) text += `w${kept.targetWeight}`;
  if (kept.notApplicable !== 0) text += `n${kept.notApplicable}`;
  return kept.weight === null ? text : `${text}g${kept.weight}`;
}

const FIRST_LETTER = "a".charCodeAt(0);

/** The inverse of `cellText`, under the rules that wrote it. */
export function cellOfText(text: string, rules: FigureRules): Cell {
  const ends = nextLetter(text, 0);
  const value = text.slice(0, ends);
  const told = new Map<string, string>();
  for (let at = ends; at < text.length; ) {
    const next = nextLetter(text, at + 1);
    told.set(text.charAt(at), text.slice(at + 1, next));
    at = next;
  }
  const slash = value.indexOf("/");
  const reported = countOf(told.get("r"), value === "" ? 0 : 1);
  const kept: KeptCell = {
    numer: value === "" ? null : value.slice(0, slash < 0 ? value.length : slash),
    denom: slash < 0 ? null : value.slice(slash + 1),
    reported,
    assigned: countOf(told.get("a"), reported),
    valued: countOf(told.get("v"), reported),
    target1: told.get("t") ?? null,
    target2: told.get("u") ?? null,
    explicit: told.has("e") ? 1 : 0,
    targetsBelow: told.has("b") ? 1 : 0,
    openParts: countOf(told.get("o"), 0),
    targetWeight: told.get("w") ?? null,
    notApplicable: countOf(told.get("n"), 0),
    weight: told.get("g") ?? null,
  };
  return unpackCell(kept, rules);
}

function nextLetter(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) < FIRST_LETTER) at += 1;
  return at;
}

function countOf(text: string | undefined, otherwise: number): number {
  return text === undefined ? otherwise : Number(text);
}
