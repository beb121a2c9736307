import type { Writings } from "../../db/store.ts";
import { checkPeople } from "../../shared/domain/imports/check-people.ts";
import type { ImportRow } from "../../shared/domain/imports/row.ts";
import { type Importing, type ImportPlan, referenceWith } from "./import-plan.ts";

type PersonRow = ImportRow<"people">;

/** A row is one grant; a person who is not there yet is added. */
export async function planPeople({ rows, store, reference }: Importing<"people">): Promise<ImportPlan> {
  const people = await store.people.list();
  const grants = await store.people.grants();
  const idOf = new Map(people.map(({ email, id }) => [email, id]));
  const granted = new Set(
    grants.map(({ personId, role, unit, from, to }) => grantText([personId, role, unit, from, to])),
  );
  const isStored = ({ email, role, unit, from, to }: PersonRow) =>
    granted.has(grantText([idOf.get(email) ?? 0, role, unit, from, to]));
  const unchanged = new Set(rows.filter(isStored).map(({ row }) => row));
  const changed = rows.filter(({ row }) => !unchanged.has(row));
  return {
    checked: checkPeople(rows, referenceWith(reference, unchanged)),
    unchanged: unchanged.size,
    write: async (inside) => {
      for (const row of changed) await grant(inside, row, idOf);
      return changed.length;
    },
  };
}

async function grant(store: Writings, row: PersonRow, idOf: Map<string | null, number>): Promise<void> {
  const { email, name, role, unit, from, to } = row;
  if (email === null || name === null || role === null) return;
  const id = idOf.get(email) ?? (await store.people.add({ name, email })).id;
  idOf.set(email, id);
  await store.people.grant(id, { role, unit, from, to });
}

function grantText(parts: readonly (string | number | null)[]): string {
  return JSON.stringify(parts);
}
