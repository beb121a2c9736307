import type { Person, Readings, Store } from "../../db/store.ts";
import type { DateText } from "../../shared/domain/calendar.ts";
import { monthOf } from "../../shared/domain/calendar.ts";
import type { Month } from "../../shared/domain/month.ts";
import { type Holder, passedGrants, type RoleGrant } from "../../shared/domain/permissions.ts";
import type { RevisionSource } from "../../shared/domain/revision.ts";
import { type OrgTree, treeOfMonth } from "../../shared/domain/tree.ts";
import { type Language, languageOf } from "../../shared/text/languages.ts";
import { dayIn } from "../clock.ts";

/** Who acts in a call: what a service is given beside its input. */
export interface Actor {
  readonly store: Store;
  readonly holder: Holder;
  /** As the audit names them: a person's code, or `operator`. */
  readonly by: string;
  /** Null for the operator. */
  readonly person: Person | null;
  readonly source: RevisionSource;
  /** In which the call is answered: the one it asks for, else the person's; null: the organisation's. */
  readonly language: Language | null;
  /** The day in the organisation's time zone. */
  readonly today: DateText;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
  /** Makes public ids, where others than random ones are wanted: the demonstration is the same on every machine. */
  readonly newId?: (now: number) => string;
  /** Of the records that `holder` was read from. */
  readonly rightsVersion: string;
}

/** What rights are judged on. Read from the records; kept until one of them changes. */
interface Rights {
  readonly version: string;
  readonly timeZone: string;
  readonly grantsOf: ReadonlyMap<number, readonly RoleGrant[]>;
  readonly treeOf: (month: Month) => OrgTree;
}

const kept = new WeakMap<Store, Rights>();

/** A running store and its clock. */
type Asked = { readonly store: Store; readonly now: () => number };

/** The actor behind an account; null where the person is unknown, suspended or has left. */
export async function actorOfAccount(
  asked: Asked,
  { accountId, source }: { readonly accountId: string; readonly source: RevisionSource },
): Promise<Actor | null> {
  const person = asked.store.people.findByAccount(accountId);
  // Asked side by side: every call of every screen waits for both.
  const [found, rights] = await Promise.all([person, rightsNow(asked.store)]);
  return actorWith(asked, { person: found, source }, rights);
}

/** The actor that the command line names with `--as`; null where there is no such active person. */
export async function actorOfEmail(
  asked: Asked,
  { email, source }: { readonly email: string; readonly source: RevisionSource },
): Promise<Actor | null> {
  return actorOfPerson(asked, { person: await asked.store.people.findByEmail(email), source });
}

/** The actor with a person's code; null where there is no such active person. */
export async function actorOfCode(
  asked: Asked,
  { code, source }: { readonly code: string; readonly source: RevisionSource },
): Promise<Actor | null> {
  return actorOfPerson(asked, { person: await asked.store.people.findByCode(code), source });
}

/** Everyone who is active, as they would act now. */
export async function activeActors(asked: Asked): Promise<Actor[]> {
  const rights = await rightsNow(asked.store);
  const people = await asked.store.people.list();
  return people.flatMap((person) => actorWith(asked, { person, source: "grid" }, rights) ?? []);
}

/** The command line acting without a person. */
export async function operator({ store, now }: Asked): Promise<Actor> {
  const { timeZone, version } = await rightsNow(store);
  const today = dayIn(timeZone, now());
  const holder = { kind: "operator" } as const;
  const nobody = { holder, by: "operator", person: null, language: null } as const;
  return { store, ...nobody, source: "import", today, now, rightsVersion: version };
}

/**
 * The actor's rights as they stand inside a command, read from the store that the command was given: what was withdrawn
 * between the call and its turn no longer counts.
 */
export async function holderWithin(
  store: Pick<Readings, "organisation" | "people" | "duties">,
  actor: Actor,
): Promise<Holder> {
  if (actor.person === null || actor.holder.kind === "operator") return actor.holder;
  const version = await store.organisation.rightsVersion();
  if (version === actor.rightsVersion) return actor.holder;
  const person = await store.people.findByCode(actor.person.code);
  if (person?.state !== "active") return { ...actor.holder, grants: [] };
  return holderOf(person, await readRights(store, version), actor.today);
}

type Acting = { readonly person: Person | null; readonly source: RevisionSource };

async function actorOfPerson(asked: Asked, acting: Acting): Promise<Actor | null> {
  return acting.person?.state === "active" ? actorWith(asked, acting, await rightsNow(asked.store)) : null;
}

function actorWith({ store, now }: Asked, { person, source }: Acting, rights: Rights): Actor | null {
  if (person?.state !== "active") return null;
  const today = dayIn(rights.timeZone, now());
  const holder = holderOf(person, rights, today);
  const language = person.language === null ? null : languageOf(person.language);
  return { store, holder, by: person.code, person, source, language, today, now, rightsVersion: rights.version };
}

function holderOf(person: Person, { grantsOf, treeOf }: Rights, today: DateText): Holder {
  return { kind: "person", grants: grantsOf.get(person.id) ?? [], today, tree: treeOf(monthOf(today)) };
}

async function rightsNow(store: Store): Promise<Rights> {
  const version = await store.organisation.rightsVersion();
  const known = kept.get(store);
  if (known?.version === version) return known;
  const rights = await readRights(store, version);
  kept.set(store, rights);
  return rights;
}

async function readRights(store: Pick<Store, "people" | "organisation" | "duties">, version: string): Promise<Rights> {
  const organisation = await store.organisation.find();
  const grants = await store.people.grants();
  const edges = await store.organisation.edges();
  const trees = new Map<Month, OrgTree>();
  return {
    version,
    timeZone: organisation?.timeZone ?? "UTC",
    grantsOf: await withPassed(
      store,
      Map.groupBy(grants, (grant) => grant.personId),
    ),
    treeOf: (month) => {
      const tree = trees.get(month) ?? treeOfMonth(edges, month);
      trees.set(month, tree);
      return tree;
    },
  };
}

/**
 * Everyone's own grants, and those of the persons whose deputies they are. Only a person's own rights pass, never those
 * they hold as a deputy themselves, and none of a person who was suspended.
 */
async function withPassed(
  { people, duties }: Pick<Store, "people" | "duties">,
  own: ReadonlyMap<number, readonly RoleGrant[]>,
): Promise<ReadonlyMap<number, readonly RoleGrant[]>> {
  const deputies = await duties.deputies();
  if (deputies.length === 0) return own;
  const persons = new Map((await people.list()).map((person) => [person.code, person]));
  const all = new Map(own);
  for (const { person, deputy, from, to } of deputies) {
    const [of, holds] = [persons.get(person), persons.get(deputy)];
    if (of === undefined || of.state === "suspended" || holds === undefined) continue;
    const passed = passedGrants(own.get(of.id) ?? [], { of: person, from, to });
    all.set(holds.id, [...(all.get(holds.id) ?? []), ...passed]);
  }
  return all;
}
