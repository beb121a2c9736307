import type { FrozenKpi, SnapshotPayload } from "../../../shared/contracts/snapshot-payload.ts";

/** Names by codes of people; a code whose name was erased stands for itself. */
export type Names = Readonly<Record<string, string>>;

/** The payload as it is shown: with names in place of codes. What is hashed and carried along keeps the codes. */
export function namedPayload(payload: SnapshotPayload, names: Names): SnapshotPayload {
  const name = (code: string | null) => (code === null ? null : (names[code] ?? code));
  const owned = <T extends { readonly owner: string | null }>(thing: T): T => ({ ...thing, owner: name(thing.owner) });
  const { overview } = payload;
  return {
    ...payload,
    overview: {
      ...overview,
      kpis: overview.kpis.map((kpi) => ({ ...owned(kpi), plan: kpi.plan === null ? null : owned(kpi.plan) })),
    },
    kpis: payload.kpis.map((kpi): FrozenKpi => {
      const definition = kpi.definition.map((line) =>
        line.label === "Owner" ? { ...line, text: names[line.text] ?? line.text } : line,
      );
      return { ...kpi, definition, plans: kpi.plans.map(owned) };
    }),
    objectives: payload.objectives.map(owned),
    actions: payload.actions.map(owned),
    decisions: payload.decisions.map(owned),
  };
}
