import type { Store } from "../../db/store.ts";
import type { SetUpInput } from "../../shared/contracts/organisation.ts";
import { AppError } from "../../shared/domain/failures.ts";
import type { Accounts } from "../access/accounts.ts";
import { checkPassword } from "../access/password-rules.ts";
import { isTimeZone } from "../clock.ts";

export type Founding = Omit<SetUpInput, "token">;

type Ground = { readonly store: Store; readonly accounts: Accounts };

/**
 * An own, empty organisation where there is none yet, with an administrator for the whole of it and no unit. An
 * administrator has no right to change objectives or results: who keeps those too is made quality manager besides.
 */
export async function foundOrganisation(ground: Ground, founding: Founding, by: string): Promise<void> {
  await checkFounding(ground, founding);
  const { store, accounts } = ground;
  const { email, name, password } = founding;
  const accountId = await accounts.create({ email, name, password });
  try {
    await recordFounding(store, founding, { accountId, by });
  } catch (error) {
    await accounts.remove(accountId);
    throw error;
  }
}

async function recordFounding(
  outer: Store,
  founding: Founding,
  { accountId, by }: { accountId: string; by: string },
): Promise<void> {
  const { organisation, email, name, fiscalYearStart, timeZone, locale, keepsObjectives } = founding;
  const after = { name: organisation, fiscalYearStart, timeZone, locale };
  const roles = keepsObjectives ? (["admin", "quality-manager"] as const) : (["admin"] as const);
  const event = { actor: by, command: "organisation-founded", entity: "organisation", after };
  await outer.command(event, async (store) => {
    if ((await store.organisation.find()) !== null) throw new AppError("folder-not-empty");
    await store.organisation.say({ ...after, ...FIRST_SETTINGS });
    const person = await store.people.add({ name, email });
    await store.people.linkAccount(person.id, accountId);
    for (const role of roles) await store.people.grant(person.id, { role, unit: null, from: null, to: null });
  });
}

/** What an organisation begins with: results due by the 10th, nine tenths of them needed, no approval step. */
const FIRST_SETTINGS = { entryDueDay: 10, minimumCoverage: 90, approval: false, retentionYears: 10 };

/** Founds the organisation by a one-time link to /setup. */
export async function setUpByLink(ground: Ground, { token, ...founding }: SetUpInput): Promise<void> {
  const { accounts } = ground;
  if ((await accounts.links.read("setup", token)) === null) throw new AppError("link-expired");
  await checkFounding(ground, founding);
  if ((await accounts.links.consume("setup", token)) === null) throw new AppError("link-expired");
  await foundOrganisation(ground, founding, "operator");
}

async function checkFounding({ store }: Ground, { timeZone, password, email }: Founding): Promise<void> {
  if (!isTimeZone(timeZone)) throw new AppError("unknown-code", { what: "Time zone", code: timeZone });
  checkPassword(password, email);
  if ((await store.organisation.find()) !== null) throw new AppError("folder-not-empty");
}

type Leaving = { readonly leaveDemonstration: (() => Promise<{ readonly path: string }>) | null };

/** Puts the demonstration aside, so that an organisation of one's own begins. */
export async function leaveDemonstration({ leaveDemonstration: leave }: Leaving): Promise<{ path: string }> {
  if (leave === null) throw new AppError("not-found", { what: "demonstration" });
  return leave();
}
