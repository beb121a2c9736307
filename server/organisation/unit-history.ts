import type { UnitHistory } from "../../shared/contracts/organisation.ts";
import { monthOf } from "../../shared/domain/calendar.ts";
import { unitsOf } from "../../shared/domain/permissions.ts";
import { childrenOf, treeOfMonth } from "../../shared/domain/tree.ts";
import type { Actor } from "../access/actor.ts";

/** The units that the actor may read with all their places, in the order of today's tree; those outside of it last. */
export async function listUnits({ store, holder, today }: Actor): Promise<{ units: UnitHistory[] }> {
  const edges = await store.organisation.edges();
  const tree = treeOfMonth(edges, monthOf(today));
  const readable = unitsOf(holder, "read");
  const depths = new Map<string, number>();
  const visit = (code: string, depth: number) => {
    depths.set(code, depth);
    for (const child of childrenOf(tree, code)) visit(child, depth + 1);
  };
  if (tree.root !== null) visit(tree.root, 0);
  const placesOf = Map.groupBy(edges, ({ child }) => child);
  const order = new Map([...depths.keys()].map((code, at) => [code, at]));
  const units = (await store.organisation.units())
    .filter(({ code }) => readable === "all" || readable.has(code))
    .sort((a, b) => (order.get(a.code) ?? order.size) - (order.get(b.code) ?? order.size));
  return {
    units: units.map(({ code, name, kind, version }) => ({
      ...{ code, name, kind, version, depth: depths.get(code) ?? null },
      places: (placesOf.get(code) ?? []).map(({ parent, fromMonth, toMonth }) => ({
        ...{ parent, from: fromMonth, to: toMonth },
      })),
    })),
  };
}
