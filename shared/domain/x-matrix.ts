import { type ThreadLink, threadOf } from "./strategy-thread.ts";

type Card = { readonly id: string };

export type XRow<C extends Card> = {
  readonly card: C;
  /** Ids of the themes that it hangs under, and of the KPIs that it is measured by or changes. */
  readonly themes: ReadonlySet<string>;
  readonly kpis: ReadonlySet<string>;
};

export type XMatrix<C extends Card> = {
  readonly themes: readonly C[];
  readonly kpis: readonly C[];
  /** Above the cross. */
  readonly objectives: readonly XRow<C>[];
  /** Below it. */
  readonly plans: readonly XRow<C>[];
};

type Columns<C extends Card> = Readonly<Record<"themes" | "objectives" | "kpis" | "plans", readonly C[]>>;

/** The X-matrix of a thread: objectives and plans crossed with the themes above them and the KPIs between them. */
export function xMatrixOf<C extends Card>(columns: Columns<C>, links: readonly ThreadLink[]): XMatrix<C> {
  const { themes, objectives, kpis, plans } = columns;
  const row = (card: C): XRow<C> => {
    const thread = threadOf(links, card.id);
    const among = (cards: readonly C[]) => new Set(cards.map(({ id }) => id).filter((id) => thread.has(id)));
    return { card, themes: among(themes), kpis: among(kpis) };
  };
  return { themes, kpis, objectives: objectives.map(row), plans: plans.map(row) };
}
