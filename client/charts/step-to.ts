/** The month that a key leads to from `current`, the first being 0; undefined for keys that lead nowhere. */
export function stepTo(key: string, current: number, last: number): number | undefined {
  const next: Record<string, number> = {
    ArrowLeft: current - 1,
    ArrowDown: current - 1,
    ArrowRight: current + 1,
    ArrowUp: current + 1,
    PageUp: current + 12,
    PageDown: current - 12,
    Home: 0,
    End: last,
  };
  const at = next[key];
  return at === undefined ? undefined : Math.max(0, Math.min(last, at));
}
