import type { PaletteItem } from "./palette-items.ts";

const MOST = 6;

const keyOf = (person: string) => `plumbline-recent-${person}`;

/** What the person chose lately on this device, the newest first. */
export function recentItems(person: string): PaletteItem[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(person)) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isItem) : [];
  } catch {
    return [];
  }
}

export function keepRecent(person: string, item: PaletteItem): void {
  const { kind, code, name, note } = item;
  const others = recentItems(person).filter((other) => other.kind !== kind || other.code !== code);
  localStorage.setItem(keyOf(person), JSON.stringify([{ kind, code, name, note }, ...others].slice(0, MOST)));
}

function isItem(value: unknown): value is PaletteItem {
  if (typeof value !== "object" || value === null) return false;
  const parts = value as Readonly<Record<string, unknown>>;
  return ["kind", "code", "name", "note"].every((part) => typeof parts[part] === "string");
}
