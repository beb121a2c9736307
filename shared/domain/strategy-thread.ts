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

/**
 * The columns with the cards of each standing beside what they are linked to: the column at `fixed` keeps its order, the
 * others follow it outwards. Cards without a link come last, in the order they had.
 */
export function inThreadOrder<Card extends { readonly id: string }>(
  columns: readonly (readonly Card[])[],
  { links, fixed }: { readonly links: readonly ThreadLink[]; readonly fixed: number },
): Card[][] {
  const ordered = columns.map((cards) => [...cards]);
  for (let at = fixed - 1; at >= 0; at -= 1) ordered[at] = beside(ordered[at] ?? [], placesOf(ordered[at + 1], links));
  const backwards = links.map(({ from, to }) => ({ from: to, to: from }));
  for (let at = fixed + 1; at < ordered.length; at += 1) {
    ordered[at] = beside(ordered[at] ?? [], placesOf(ordered[at - 1], backwards));
  }
  return ordered;
}

/** For each card with a link to one of the neighbours, the place of the first of them. */
function placesOf(
  neighbours: readonly { readonly id: string }[] = [],
  links: readonly ThreadLink[],
): Map<string, number> {
  const places = new Map<string, number>();
  const placeOf = new Map(neighbours.map(({ id }, place) => [id, place]));
  for (const { from, to } of links) {
    const place = placeOf.get(to);
    if (place !== undefined) places.set(from, Math.min(place, places.get(from) ?? place));
  }
  return places;
}

function beside<Card extends { readonly id: string }>(
  cards: readonly Card[],
  places: ReadonlyMap<string, number>,
): Card[] {
  const last = Number.POSITIVE_INFINITY;
  const place = ({ id }: Card) => places.get(id) ?? last;
  return cards.toSorted((one, other) => (place(one) === place(other) ? 0 : place(one) - place(other)));
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
