import type { Move } from "./grid-moves.ts";

/** What a key asks of the grid; null leaves it to the browser. */
export type GridCommand =
  | { readonly kind: "move"; readonly move: Move }
  | { readonly kind: "enter" }
  | { readonly kind: "restore" | "clear" | "edit" | "fill-down" | "submit" | "comment" | "accept" | "undo" | "redo" };

export type KeyPress = {
  readonly key: string;
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
};

/** `isEditing`: the text has been changed or is being edited, so that arrows belong to it. */
export function commandOf(press: KeyPress, isEditing: boolean): GridCommand | null {
  const { key, ctrl, alt, shift } = press;
  if (alt || ctrl) {
    if (alt && ctrl) return null;
    return alt ? (ALT[key.toLowerCase()] ?? null) : withCtrl(key.toLowerCase(), { isEditing, shift });
  }
  const always = shift ? WITH_SHIFT[key] : ALWAYS[key];
  return always ?? (isEditing || shift ? null : (AT_REST[key] ?? null));
}

const ALWAYS: Readonly<Record<string, GridCommand>> = {
  Enter: { kind: "enter" },
  Tab: { kind: "move", move: "next" },
  Escape: { kind: "restore" },
  F2: { kind: "edit" },
};

const WITH_SHIFT: Readonly<Record<string, GridCommand>> = {
  Enter: { kind: "move", move: "up" },
  Tab: { kind: "move", move: "previous" },
};

const AT_REST: Readonly<Record<string, GridCommand>> = {
  Delete: { kind: "clear" },
  ArrowUp: { kind: "move", move: "up" },
  ArrowDown: { kind: "move", move: "down" },
  ArrowLeft: { kind: "move", move: "left" },
  ArrowRight: { kind: "move", move: "right" },
};

const ALT: Readonly<Record<string, GridCommand>> = { c: { kind: "comment" }, enter: { kind: "accept" } };

function withCtrl(key: string, { isEditing, shift }: { isEditing: boolean; shift: boolean }): GridCommand | null {
  if (key === "enter") return { kind: "submit" };
  if (key === "home") return { kind: "move", move: "first" };
  if (key === "end") return { kind: "move", move: "last" };
  if (isEditing) return null;
  if (key === "d") return { kind: "fill-down" };
  if (key === "y" || (key === "z" && shift)) return { kind: "redo" };
  return key === "z" ? { kind: "undo" } : null;
}
