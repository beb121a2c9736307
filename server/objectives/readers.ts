import type { Objective } from "../../db/store.ts";
import { monthOf } from "../../shared/domain/calendar.ts";
import { isGrantInForce } from "../../shared/domain/permissions.ts";
import { isWithinSubtree, treeOfMonth } from "../../shared/domain/tree.ts";
import type { Actor } from "../access/actor.ts";

/** Whether someone has read an objective. */
export type Reader = {
  /** Code of a person. */
  readonly person: string;
  /** Milliseconds; null: not yet. */
  readonly at: number | null;
  /** Whether it was the revision in force. */
  readonly isCurrent: boolean;
};

/** Roles whose holders carry an objective: those who only look on are not asked. */
const CARRYING = ["contributor", "approver", "leader", "quality-manager"];

/** Who ought to have read each approved objective, and who has: those who hold a carrying role at its unit or below. */
export async function readersOf({ store, today }: Actor, objectives: readonly Objective[]) {
  const tree = treeOfMonth(await store.organisation.edges(), monthOf(today));
  const people = (await store.people.list()).filter(({ state }) => state === "active");
  const grants = (await store.people.grants()).filter((grant) => isGrantInForce(grant, today));
  const acknowledged = await store.agreement.acknowledgements();
  const readersAt = (unit: string) =>
    people.filter(({ id }) =>
      grants.some(
        (grant) =>
          grant.personId === id &&
          CARRYING.includes(grant.role) &&
          (grant.unit === unit ||
            (grant.unit === null && tree.root === unit) ||
            (grant.unit !== null && isWithinSubtree(tree, grant.unit, unit))),
      ),
    );
  const listOf = ({ code, unit, version }: Objective): Reader[] =>
    readersAt(unit).map((person) => {
      const read = acknowledged.find((each) => each.objective === code && each.person === person.code);
      return { person: person.code, at: read?.at ?? null, isCurrent: read?.revision === version };
    });
  const lists = new Map(objectives.map((objective) => [objective.code, listOf(objective)]));
  return {
    of: (code: string): readonly Reader[] => lists.get(code) ?? [],
    countOf: (code: string) => {
      const readers = lists.get(code) ?? [];
      return { people: readers.filter(({ isCurrent }) => isCurrent).length, of: readers.length };
    },
  };
}
