import type { z } from "zod";
import type { Person } from "../../db/store.ts";
import type { createdKeySchema, createKeyInput, keyViewSchema } from "../../shared/contracts/organisation.ts";
import { AppError } from "../../shared/domain/failures.ts";
import { may, maySomewhere } from "../../shared/domain/permissions.ts";
import type { Accounts } from "../access/accounts.ts";
import type { Actor } from "../access/actor.ts";

type KeyView = z.infer<typeof keyViewSchema>;
type CreateKey = z.infer<typeof createKeyInput>;
type CreatedKey = z.infer<typeof createdKeySchema>;
const ACTION = "manage-api-keys";

/** The actor's own keys, and those of everyone whom the actor manages. */
export async function listKeys(actor: Actor, accounts: Accounts): Promise<{ keys: KeyView[] }> {
  const keys: KeyView[] = [];
  for (const { code, accountId } of await keyOwners(actor)) {
    const owned = accountId === null ? [] : await accounts.keys.list(accountId);
    keys.push(...owned.map((key) => ({ ...key, person: code })));
  }
  return { keys };
}

/**
 * A key for the actor alone: it acts with its owner's rights, so that nobody gains another's by making one. The command
 * line makes keys for others.
 */
export async function createKey(actor: Actor, accounts: Accounts, input: CreateKey): Promise<CreatedKey> {
  if (actor.person === null || !maySomewhere(actor.holder, ACTION)) throw new AppError("not-allowed");
  return createKeyFor(actor, accounts, { ...input, owner: actor.person });
}

export async function createKeyFor(
  actor: Actor,
  accounts: Accounts,
  { owner, name, scope, days }: CreateKey & { owner: Person },
): Promise<CreatedKey> {
  const { accountId, code } = owner;
  if (accountId === null)
    throw new AppError("invalid-value", { problem: "Only a person with an account can own a key." });
  const created = await accounts.keys.create({ accountId, name, scope, days });
  const event = { actor: actor.by, command: "api-key-created", entity: "person", entityCode: code };
  await actor.store.command({ ...event, after: { id: created.id, scope, days } }, async () => undefined);
  return created;
}

/** A revoked key is refused from the next call on. */
export async function revokeKey(actor: Actor, accounts: Accounts, id: string): Promise<void> {
  const key = (await listKeys(actor, accounts)).keys.find((each) => each.id === id);
  if (key === undefined) throw new AppError("not-found", { what: "key" });
  await accounts.keys.revoke(id);
  const event = { actor: actor.by, command: "api-key-revoked", entity: "person", entityCode: key.person };
  await actor.store.command({ ...event, before: { id } }, async () => undefined);
}

async function keyOwners({ store, holder, person }: Actor): Promise<Person[]> {
  const [people, grants] = [await store.people.list(), await store.people.grants()];
  const grantsOf = Map.groupBy(grants, ({ personId }) => personId);
  const isManaged = ({ id }: Person) => {
    const held = grantsOf.get(id) ?? [];
    return held.length === 0 ? may(holder, ACTION, null) : held.every(({ unit }) => may(holder, ACTION, unit));
  };
  return people.filter((each) => each.code === person?.code || isManaged(each));
}
