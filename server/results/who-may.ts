import type { Readings } from "../../db/store.ts";
import { type Action, may } from "../../shared/domain/permissions.ts";
import type { Actor } from "../access/actor.ts";

/** So many people are named; more would be no help. */
const NAMED = 3;

/** Names of people who may do this to the unit today: whom to ask. */
export async function whoMay(
  { people }: Pick<Readings, "people">,
  { holder, today }: Pick<Actor, "holder" | "today">,
  needed: { readonly action: Action; readonly unit: string },
): Promise<string[]> {
  if (holder.kind !== "person") return [];
  const grants = Map.groupBy(await people.grants(), ({ personId }) => personId);
  const able = (await people.list()).filter(
    ({ id, state }) =>
      state === "active" &&
      may({ kind: "person", grants: grants.get(id) ?? [], today, tree: holder.tree }, needed.action, needed.unit),
  );
  return able.slice(0, NAMED).map(({ name }) => name);
}
