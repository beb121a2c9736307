/** A link from a card of the strategy to one that follows from it. */
export type ThreadLink = { readonly from: string; readonly to: string };

/**
 * The thread of a card: itself, all that it comes from, and all that follows from it. What merely shares an ancestor with
 * it is on another thread.
 */
export function threadOf(links: readonly ThreadLink[], card: string): Set<string> {
  const before = Map.groupBy(links, ({ to }) => to);
  const after = Map.groupBy(links, ({ from }) => from);
  const up = reach(card, (at) => (before.get(at) ?? []).map(({ from }) => from));
  const down = reach(card, (at) => (after.get(at) ?? []).map(({ to }) => to));
  return new Set([...up, ...down]);
}

function reach(start: string, next: (at: string) => readonly string[]): Set<string> {
  const found = new Set([start]);
  for (const at of found) for (const each of next(at)) found.add(each);
  return found;
}

/** Where a thread breaks off, worst first. */
export const BREAKS = [
  "off_without_plan",
  "objective_without_kpi",
  "need_without_objective",
  "risk_without_action",
  "theme_without_objective",
] as const;
export type BreakKind = (typeof BREAKS)[number];

/** A kind of break and the cards where the thread breaks off; never empty. */
export type Break = { readonly kind: BreakKind; readonly cards: readonly string[] };

/** Those of the kinds that occur, in the order of `BREAKS`. */
export function breaksOf(found: Readonly<Record<BreakKind, readonly string[]>>): Break[] {
  return BREAKS.flatMap((kind) => (found[kind].length === 0 ? [] : [{ kind, cards: found[kind] }]));
}
