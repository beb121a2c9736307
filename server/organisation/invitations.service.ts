import type { Person, Store } from "../../db/store.ts";
import { AppError } from "../../shared/domain/failures.ts";
import { may, maySomewhere } from "../../shared/domain/permissions.ts";
import type { Accounts } from "../access/accounts.ts";
import type { Actor } from "../access/actor.ts";
import { checkPassword } from "../access/password-rules.ts";
import type { Log } from "../log.ts";
import type { Mail } from "../mail.ts";

type Ground = { readonly store: Store; readonly accounts: Accounts };
type Post = {
  readonly accounts: Accounts;
  readonly mail: Mail | null;
  readonly config: { readonly publicUrl: string | null };
};

/**
 * A one-time link by which a person makes their account, or a new password where they have one. It is mailed too where
 * mail is set up. The token stands behind a `#`, so that no server writes it to a log.
 */
export async function invite(
  { store, holder }: Actor,
  { accounts, mail, config: { publicUrl } }: Post,
  code: string,
): Promise<{ path: string; mailed: boolean }> {
  const person = await store.people.findByCode(code);
  if (person === null || person.email === null)
    throw new AppError("not-found", { what: "person with an e-mail address" });
  if (person.state !== "active")
    throw new AppError("invalid-value", { problem: "Only an active person can be invited." });
  const grants = (await store.people.grants()).filter(({ personId }) => personId === person.id);
  const mayInvite = grants.every(({ unit }) => may(holder, "manage-people", unit));
  if (!mayInvite || !maySomewhere(holder, "manage-people")) throw new AppError("not-allowed");
  const path = `/join#${await accounts.links.create("invite", person.code)}`;
  if (mail === null || publicUrl === null) return { path, mailed: false };
  await mail.sendInvitation({ to: person.email, name: person.name, link: `${publicUrl}${path}` });
  return { path, mailed: true };
}

/** Whom an invitation is for. */
export async function readInvitation(
  ground: Ground,
  token: string,
): Promise<{ organisation: string; name: string; email: string; hasAccount: boolean }> {
  const { name, email, accountId } = await invited(ground, await ground.accounts.links.read("invite", token));
  const organisation = await ground.store.organisation.find();
  return { organisation: organisation?.name ?? "", name, email, hasAccount: accountId !== null };
}

/** Makes the account with the chosen password, or gives an existing one a new password. The link works once. */
export async function acceptInvitation(
  ground: Ground,
  { token, name: chosenName, password }: { token: string; name?: string | undefined; password: string },
): Promise<{ email: string }> {
  const { store, accounts } = ground;
  const { email, name: knownName } = await invited(ground, await accounts.links.read("invite", token));
  const name = chosenName ?? knownName;
  checkPassword(password, email);
  const person = await invited(ground, await accounts.links.consume("invite", token));
  if (person.accountId !== null) {
    await accounts.setPassword(person.accountId, { password, email });
    return { email };
  }
  const accountId = await accounts.create({ email, name, password });
  const event = { actor: person.code, command: "person-joined", entity: "person", entityCode: person.code };
  await store.command(event, async (store) => {
    await store.people.linkAccount(person.id, accountId);
    if (name !== person.name) await store.people.rename(person.id, name);
  });
  return { email };
}

/** A person is mailed a link to a new password at most so often. */
const BETWEEN_RESETS = 10 * 60_000;
const mailedAt = new WeakMap<Accounts, Map<string, number>>();

/**
 * Mails a link to a new password where the address is a person's and mail is set up. Whether it was is not told: neither
 * by the answer nor by how long it takes.
 */
export function requestReset(ground: Ground & Post & { readonly log: Log }, email: string): void {
  mailReset(ground, email).catch((error: unknown) => ground.log.warn({ err: error }, "a reset was not mailed"));
}

async function mailReset(
  { store, accounts, mail, config: { publicUrl } }: Ground & Post,
  email: string,
): Promise<void> {
  if (mail === null || publicUrl === null) return;
  const person = await store.people.findByEmail(email);
  if (person?.state !== "active" || person.email === null) return;
  const earlier = mailedAt.get(accounts) ?? new Map<string, number>();
  mailedAt.set(accounts, earlier);
  if (Date.now() - (earlier.get(person.code) ?? 0) < BETWEEN_RESETS) return;
  earlier.set(person.code, Date.now());
  const path = `/join#${await accounts.links.create("invite", person.code)}`;
  await mail.sendPasswordLink({ to: person.email, name: person.name, link: `${publicUrl}${path}` });
}

async function invited({ store }: Ground, code: string | null): Promise<Person & { email: string }> {
  const person = code === null ? null : await store.people.findByCode(code);
  if (person?.state !== "active" || person.email === null) throw new AppError("link-expired");
  return { ...person, email: person.email };
}
