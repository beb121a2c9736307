import type { EntryRow } from "../../../shared/contracts/results.ts";
import { addMonths, type Month } from "../../../shared/domain/month.ts";
import { longMonthText, monthText, shortMonthName } from "../../../shared/text/month-text.ts";
import { say } from "../../text/say.ts";
import type { CellTexts } from "./cell-reading.ts";
import type { Block } from "./clipboard-table.ts";
import type { Position } from "./grid-moves.ts";

/** Texts for the cells of rows, and what of the block found no place: nothing is cut silently. */
export type MatchedPaste = {
  readonly cells: readonly { readonly kpi: string; readonly texts: Partial<CellTexts> }[];
  readonly leftOut: readonly string[];
};

export type PasteTarget = {
  readonly rows: readonly EntryRow[];
  readonly month: Month;
  readonly locale: string;
  readonly at: Position;
};

/** Lays a block on the grid: by KPI names or codes and month heads where it carries them, else by position. */
export function matchPaste(block: Block, target: PasteTarget): MatchedPaste {
  const named = namesIn(block, target.rows);
  return named === null ? byPosition(block, target) : byName(block, { ...named, target });
}

type Named = { readonly column: number; readonly rows: ReadonlyMap<number, EntryRow> };

/** The column that names KPIs in at least half of its filled rows. */
function namesIn(block: Block, rows: readonly EntryRow[]): Named | null {
  const known = new Map(rows.flatMap((row) => [[plain(row.kpi), row] as const, [plain(row.name), row] as const]));
  const width = Math.max(...block.map((cells) => cells.length));
  for (let column = 0; column < width; column += 1) {
    const found = new Map<number, EntryRow>();
    let filled = 0;
    for (const [at, cells] of block.entries()) {
      const text = cells[column] ?? "";
      if (text !== "") filled += 1;
      const row = known.get(plain(text));
      if (row !== undefined) found.set(at, row);
    }
    if (found.size > 0 && found.size * 2 >= filled) return { column, rows: found };
  }
  return null;
}

function plain(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%]+/gu, " ")
    .trim();
}

function byName(block: Block, { column, rows, target }: Named & { target: PasteTarget }): MatchedPaste {
  const first = columnOfMonth(block, column, target);
  const leftOut: string[] = [];
  if (first === null) {
    return { cells: [], leftOut: [say("entry.paste.noColumn", { month: longMonthText(target.month, target.locale) })] };
  }
  const cells: MatchedPaste["cells"][number][] = [];
  for (const [at, texts] of block.entries()) {
    const row = rows.get(at);
    const name = texts[column] ?? "";
    if (row !== undefined)
      cells.push({ kpi: row.kpi, texts: partsFor(row, texts.slice(first.at, first.at + first.width)) });
    else if (at > 0 && name !== "") leftOut.push(say("entry.paste.noKpi", { name }));
  }
  return { cells, leftOut };
}

/** Where the numbers of the month stand: below its head where there are month heads, else right of the names. */
function columnOfMonth(
  block: Block,
  names: number,
  { month, locale }: PasteTarget,
): { at: number; width: number } | null {
  const heads = block[0] ?? [];
  const monthsAt = heads.flatMap((head, at) => {
    const named = at === names ? null : monthNamed(head, { month, locale });
    return named === null ? [] : [{ at, month: named }];
  });
  if (monthsAt.length === 0) return { at: names + 1, width: 2 };
  const own = monthsAt.findIndex((candidate) => candidate.month === month);
  const found = monthsAt[own];
  if (found === undefined) return null;
  const next = monthsAt[own + 1]?.at ?? heads.length;
  return { at: found.at, width: next - found.at };
}

/** The month that a head names, of the two years about the one that is entered. */
function monthNamed(head: string, { month, locale }: { month: Month; locale: string }): Month | null {
  const text = plain(head);
  if (text === "") return null;
  const about = Array.from({ length: 48 }, (_, at) => addMonths(month, at % 2 === 0 ? -at / 2 : (at + 1) / 2));
  return about.find((candidate) => headsOf(candidate, { month, locale }).includes(text)) ?? null;
}

/** How a month is written in heads: with its year, and of the last twelve months without. */
function headsOf(candidate: Month, { month, locale }: { month: Month; locale: string }): string[] {
  const isRecent = candidate <= month && candidate > addMonths(month, -12);
  const [name = ""] = longMonthText(candidate, locale).split(" ");
  const bare = isRecent ? [shortMonthName(candidate, locale), name] : [];
  return [candidate, monthText(candidate, locale), longMonthText(candidate, locale), ...bare].map(plain);
}

function partsFor(row: EntryRow, texts: readonly string[]): Partial<CellTexts> {
  const [first = "", second] = texts;
  return row.input === "ratio" && second !== undefined ? { first, second } : { first };
}

/** From the active cell down; the second column of the block goes into denominators. */
function byPosition(block: Block, { rows, at }: PasteTarget): MatchedPaste {
  const start = rows.findIndex(({ kpi }) => kpi === at.kpi);
  const laid = block.slice(0, rows.length - start).map((texts, index) => placed(texts, rows[start + index], at.part));
  const beside = laid.reduce((sum, { left }) => sum + left, 0);
  return {
    cells: laid.flatMap(({ cell }) => (cell === null ? [] : [cell])),
    leftOut: [
      ...counted(block.length - laid.length, ["row", "rows"], "below the last KPI"),
      ...counted(beside, ["cell", "cells"], "to the right"),
    ],
  };
}

type Placed = { readonly cell: MatchedPaste["cells"][number] | null; readonly left: number };

function placed(texts: readonly string[], row: EntryRow | undefined, part: Position["part"]): Placed {
  if (row === undefined) return { cell: null, left: 0 };
  const isSecond = part === "second" && row.input === "ratio";
  const taken = isSecond || row.input === "value" ? 1 : 2;
  const left = texts.slice(taken).filter((text) => text !== "").length;
  const own = isSecond ? { second: texts[0] ?? "" } : partsFor(row, texts.slice(0, taken));
  return { cell: { kpi: row.kpi, texts: own }, left };
}

function counted(count: number, [one, many]: readonly [string, string], where: string): string[] {
  return count === 0 ? [] : [`${count} ${count === 1 ? one : many} ${where} left out.`];
}
