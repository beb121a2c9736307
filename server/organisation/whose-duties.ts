import type { Person, Readings, Writings } from "../../db/store.ts";
import { AppError } from "../../shared/domain/failures.ts";
import { may, maySomewhere } from "../../shared/domain/permissions.ts";
import { type Actor, holderWithin } from "../access/actor.ts";

const ACTION = "manage-people";

/** The person whose duties are asked about: the actor's own, or those of someone whom the actor manages. */
export async function whoseDuties(
  store: Pick<Readings, "people" | "duties" | "organisation">,
  actor: Actor,
  asked: string | undefined,
): Promise<Person> {
  const code = asked ?? actor.person?.code;
  const person = code === undefined ? null : await store.people.findByCode(code);
  if (person === null || !(await mayLookAfter(store, actor, person))) {
    throw new AppError("not-found", { what: "person", code: code ?? "" });
  }
  return person;
}

/** Whether the actor is the person, or manages people wherever the person holds a role. */
export async function mayLookAfter(
  store: Pick<Readings, "people" | "duties" | "organisation">,
  actor: Actor,
  person: Pick<Person, "id" | "code">,
): Promise<boolean> {
  if (actor.person?.code === person.code) return true;
  const holder = await holderWithin(store, actor);
  const grants = (await store.people.grants()).filter(({ personId }) => personId === person.id);
  return maySomewhere(holder, ACTION) && grants.every(({ unit }) => may(holder, ACTION, unit));
}

/** The active person who is to take something over; refused where it is the giver. */
export async function takerOf(store: Pick<Writings, "people">, giver: Person, code: string): Promise<Person> {
  const taker = await store.people.findByCode(code);
  if (taker?.state !== "active") throw new AppError("unknown-code", { what: "Active person", code });
  if (taker.id === giver.id) throw new AppError("invalid-value", { problem: "Name another person." });
  return taker;
}
