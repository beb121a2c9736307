/** The item that an arrow, Home or End key leads to; null for other keys. At the ends it goes round. */
export function neighbour<Item>(items: readonly Item[], current: Item, key: string): Item | null {
  const at = items.indexOf(current);
  const last = items.length - 1;
  const next: Record<string, number> = {
    ArrowRight: at === last ? 0 : at + 1,
    ArrowDown: at === last ? 0 : at + 1,
    ArrowLeft: at <= 0 ? last : at - 1,
    ArrowUp: at <= 0 ? last : at - 1,
    Home: 0,
    End: last,
  };
  const index = next[key];
  return index === undefined ? null : (items[index] ?? null);
}
