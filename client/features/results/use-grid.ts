import { type FocusEvent, useCallback, useRef, useState } from "react";
import type { Part } from "./cell-reading.ts";
import { readClipboard } from "./clipboard-table.ts";
import type { CellActions } from "./entry-cell.tsx";
import type { EntrySheet } from "./entry-sheet.ts";
import { commandOf, type GridCommand } from "./grid-keys.ts";
import { afterEnter, isSamePosition, type Move, moved, type Position } from "./grid-moves.ts";
import { openDoubts } from "./sheet-line.ts";

export type GridCalls = { onSubmit: () => void; onComment: () => void };

/** Where the cursor begins: the first empty cell, else the first one. */
export function firstPosition(sheet: EntrySheet): Position | null {
  const { lines } = sheet.state();
  const line = lines.find(({ said }) => said.content.kind === "missing") ?? lines[0];
  return line === undefined ? null : { kpi: line.row.kpi, part: "first" };
}

/** The cursor of the grid and what its keys do. One cell is a tab stop; the keys lead to the others. */
export function useGrid(sheet: EntrySheet, calls: GridCalls) {
  const grid = useRef<HTMLTableElement>(null);
  const [active, setActive] = useState<Position | null>(() => firstPosition(sheet));
  const editing = useRef(false);
  const goTo = useCallback((position: Position) => {
    const input = grid.current?.querySelector<HTMLInputElement>(`[data-cell="${position.kpi} ${position.part}"]`);
    input?.focus();
    input?.select();
  }, []);
  const actionsAt = (at: Position): CellActions => ({
    onType: (text) => {
      editing.current = true;
      sheet.type(at, text);
    },
    onEdit: () => {
      editing.current = true;
    },
    onFocus: () => {
      if (!isSamePosition(active, at)) setActive(at);
      editing.current = false;
    },
    onKeyDown: (event) => {
      if (event.nativeEvent.isComposing) return;
      const { key, altKey: alt, shiftKey: shift } = event;
      const command = commandOf({ key, alt, shift, ctrl: event.ctrlKey || event.metaKey }, editing.current);
      if (command === null) return;
      editing.current = command.kind === "edit";
      if (runCommand(command, { sheet, calls, goTo, at, input: event.currentTarget })) event.preventDefault();
    },
    onPaste: (event) => {
      const { clipboardData } = event;
      const block = readClipboard(clipboardData.getData("text/plain"), clipboardData.getData("text/html"));
      if (block === null) return;
      event.preventDefault();
      editing.current = false;
      sheet.paste(block, at);
    },
  });
  /** Leaving the grid, or a cell for another, takes what was typed. */
  const onBlur = (event: FocusEvent<HTMLElement>) => sheet.commit(positionOf(event.relatedTarget));
  return { grid, active, goTo, actionsAt, onBlur };
}

type Running = {
  readonly sheet: EntrySheet;
  readonly calls: GridCalls;
  readonly goTo: (position: Position) => void;
  readonly at: Position;
  readonly input: HTMLInputElement;
};

/** Does what a key asks; false where the key is the browser's after all: Tab beyond the last cell leaves the grid. */
function runCommand(command: GridCommand, running: Running): boolean {
  const { sheet, goTo, at, input } = running;
  if (command.kind === "move") return move(command.move, running);
  if (command.kind === "enter") {
    const next = afterEnter(sheet.gridRows(), at, isSecondEmpty(sheet, at));
    sheet.commit(next);
    goTo(next ?? at);
    return true;
  }
  if (command.kind === "edit") {
    input.setSelectionRange(input.value.length, input.value.length);
    return true;
  }
  ON_SHEET[command.kind](running);
  if (command.kind !== "submit" && command.kind !== "comment") requestAnimationFrame(() => input.select());
  return true;
}

function move(direction: Move, { sheet, goTo, at }: Running): boolean {
  const next = moved(sheet.gridRows(), at, direction);
  sheet.commit(next);
  if (next === null) return direction !== "next" && direction !== "previous";
  goTo(next);
  return true;
}

const ON_SHEET: Record<Exclude<GridCommand["kind"], "move" | "enter" | "edit">, (running: Running) => void> = {
  restore: ({ sheet }) => sheet.restore(),
  clear: ({ sheet, at }) => clear(sheet, at),
  "fill-down": ({ sheet, at }) => sheet.fillDown(at),
  submit: ({ calls }) => calls.onSubmit(),
  comment: ({ sheet, calls }) => {
    sheet.commit(null);
    calls.onComment();
  },
  accept: ({ sheet, at }) => acceptCorrection(sheet, at),
  undo: ({ sheet }) => sheet.undo(),
  redo: ({ sheet }) => sheet.redo(),
};

function isSecondEmpty(sheet: EntrySheet, { kpi }: Position): boolean {
  const texts = sheet.state().typed?.texts ?? sheet.line(kpi)?.texts;
  return texts !== undefined && texts.second === "" && texts.first !== "" && !/^n\/a$/i.test(texts.first);
}

function clear(sheet: EntrySheet, at: Position): void {
  sheet.type(at, "");
  sheet.commit(null);
}

/** Takes the correction offered here, else the one of the nearest row above: where the cursor came from. */
function acceptCorrection(sheet: EntrySheet, at: Position): void {
  sheet.commit(null);
  const { lines } = sheet.state();
  const here = lines.findIndex(({ row }) => row.kpi === at.kpi);
  for (const line of lines.slice(0, here + 1).reverse()) {
    const slip = openDoubts(line).find(({ code }) => code === "ten_times");
    if (slip?.code === "ten_times") {
      sheet.setContent(line.row.kpi, slip.suggestion);
      return;
    }
  }
}

function positionOf(target: EventTarget | null): Position | null {
  const cell = target instanceof HTMLElement ? target.dataset["cell"] : undefined;
  const [kpi, part] = cell?.split(" ") ?? [];
  return kpi === undefined ? null : { kpi, part: part as Part };
}
