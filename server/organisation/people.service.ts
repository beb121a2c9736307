import type { z } from "zod";
import type { Grant, Person, Writings } from "../../db/store.ts";
import type {
  addPersonInput,
  endRoleInput,
  GrantInput,
  grantRoleInput,
  PersonView,
  personStateInput,
  withdrawRoleInput,
} from "../../shared/contracts/organisation.ts";
import { type DateText, dayAfter } from "../../shared/domain/calendar.ts";
import { AppError } from "../../shared/domain/failures.ts";
import { isGrantInForce, may, maySomewhere } from "../../shared/domain/permissions.ts";
import type { Accounts } from "../access/accounts.ts";
import { type Actor, holderWithin } from "../access/actor.ts";
import { permit } from "../access/permit.ts";

const ACTION = "manage-people";

/** Everyone who holds a role in the actor's subtree, or none at all, with those grants. */
export async function listPeople({ store, holder }: Actor): Promise<{ people: PersonView[] }> {
  const [people, grants] = [await store.people.list(), await store.people.grants()];
  const grantsOf = Map.groupBy(grants, ({ personId }) => personId);
  const shown = people.flatMap((person) => {
    const all = grantsOf.get(person.id) ?? [];
    const visible = all.filter(({ unit }) => may(holder, ACTION, unit));
    return visible.length > 0 || (all.length === 0 && maySomewhere(holder, ACTION))
      ? [personView(person, visible)]
      : [];
  });
  return { people: shown };
}

function personView({ code, name, email, state, accountId }: Person, grants: readonly Grant[]): PersonView {
  return {
    ...{ code, name, email, state },
    hasAccount: accountId !== null,
    grants: grants.map(({ no, role, unit, from, to, version }) => ({ no, role, unit, from, to, version })),
  };
}

/** Adds a person with their first grants. They sign in once they are invited. */
export async function addPerson(actor: Actor, input: z.infer<typeof addPersonInput>): Promise<PersonView> {
  const event = { actor: actor.by, command: "person-added", entity: "person" };
  return actor.store.command(event, async (store, written) => {
    if (input.grants.length === 0) await permitSomewhere(store, actor);
    const person = await store.people.add(input);
    const grants: Grant[] = [];
    for (const grant of input.grants) grants.push(await addGrant(store, actor, { person, grant }));
    written.describe({ entityCode: person.code, after: { grants: input.grants } });
    return personView(person, grants);
  });
}

/** Suspends a person, lets them back in, or says that they have left. Their sessions end and their keys rest at once. */
export async function sayPersonState(
  actor: Actor,
  accounts: Accounts,
  { person: code, state }: z.infer<typeof personStateInput>,
): Promise<void> {
  const event = { actor: actor.by, command: `person-${state}`, entity: "person", entityCode: code };
  const person = await actor.store.command(event, async (store, written) => {
    const found = await personWithin(store, actor, code);
    written.describe({ before: { state: found.state }, after: { state } });
    const { changed } = await store.people.sayState(found.id, state);
    if (!changed) written.leaveNoEvent();
    await refuseWithoutAdmin(store, actor.today);
    return found;
  });
  if (state !== "active" && person.accountId !== null) await accounts.endSessions(person.accountId);
}

export async function grantRole(actor: Actor, { person: code, grant }: z.infer<typeof grantRoleInput>): Promise<void> {
  const event = { actor: actor.by, command: "role-granted", entity: "person", entityCode: code };
  await actor.store.command({ ...event, unitCode: grant.unit, after: grant }, async (store) => {
    const person = await store.people.findByCode(code);
    if (person === null) throw new AppError("not-found", { what: "person" });
    await addGrant(store, actor, { person, grant });
  });
}

/** Takes a role back as if it had been a mistake. A role that was held and is over is ended instead. */
export async function withdrawRole(actor: Actor, { no, version }: z.infer<typeof withdrawRoleInput>): Promise<void> {
  const event = { actor: actor.by, command: "role-withdrawn", entity: "person" };
  await actor.store.command(event, async (store, written) => {
    const { grant, entityCode } = await grantWithin(store, actor, no);
    const { role, unit, from, to } = grant;
    written.describe({ entityCode, unitCode: unit, before: { role, unit, from, to } });
    await store.people.withdrawGrant(grant, version);
    await refuseWithoutAdmin(store, actor.today);
  });
}

/** Says the last day of a role. */
export async function endRole(actor: Actor, { no, version, to: said }: z.infer<typeof endRoleInput>): Promise<void> {
  const event = { actor: actor.by, command: "role-ended", entity: "person" };
  await actor.store.command(event, async (store, written) => {
    const { grant, entityCode } = await grantWithin(store, actor, no);
    const { role, unit, from } = grant;
    const to = said as DateText;
    if (from !== null && to < from) {
      throw new AppError("invalid-value", { problem: "The role would end before it begins." });
    }
    written.describe({ entityCode, unitCode: unit, before: { role, unit, from, to: grant.to }, after: { to } });
    await store.people.endGrant(grant, { to, expectedVersion: version });
    await refuseWithoutAdmin(store, dayAfter([to, actor.today].toSorted().at(-1) ?? to));
  });
}

async function grantWithin(store: Writings, actor: Actor, no: number): Promise<{ grant: Grant; entityCode: string }> {
  const grant = (await store.people.grants()).find((each) => each.no === no);
  if (grant === undefined) throw new AppError("not-found", { what: "role" });
  await permit(store, actor, { action: ACTION, unit: grant.unit });
  const people = await store.people.list();
  return { grant, entityCode: people.find(({ id }) => id === grant.personId)?.code ?? "" };
}

async function addGrant(
  store: Writings,
  actor: Actor,
  { person, grant }: { person: Person; grant: GrantInput },
): Promise<Grant> {
  await permit(store, actor, { action: ACTION, unit: grant.unit });
  if (grant.from !== null && grant.to !== null && grant.to < grant.from) {
    throw new AppError("invalid-value", { problem: "The role would end before it begins." });
  }
  const granting = { ...grant, from: grant.from as DateText | null, to: grant.to as DateText | null };
  const no = await store.people.grant(person.id, granting);
  return { ...granting, no, personId: person.id, version: 1 };
}

/** The person, where all that they hold lies in what the actor manages. */
async function personWithin(store: Writings, actor: Actor, code: string): Promise<Person> {
  const person = await store.people.findByCode(code);
  if (person === null) throw new AppError("not-found", { what: "person" });
  const grants = (await store.people.grants()).filter(({ personId }) => personId === person.id);
  if (grants.length === 0) await permitSomewhere(store, actor);
  for (const { unit } of grants) await permit(store, actor, { action: ACTION, unit });
  return person;
}

async function permitSomewhere(store: Writings, actor: Actor): Promise<void> {
  if (!maySomewhere(await holderWithin(store, actor), ACTION)) throw new AppError("not-allowed");
}

/** An organisation always keeps someone who can let others in. */
async function refuseWithoutAdmin(store: Writings, day: DateText): Promise<void> {
  const active = new Set((await store.people.list()).filter(({ state }) => state === "active").map(({ id }) => id));
  const grants = await store.people.grants();
  const isLeft = grants.some(
    (grant) =>
      grant.role === "admin" && grant.unit === null && isGrantInForce(grant, day) && active.has(grant.personId),
  );
  if (!isLeft) throw new AppError("last-admin");
}
