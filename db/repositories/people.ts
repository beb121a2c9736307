import type { DateText } from "../../shared/domain/calendar.ts";
import { AppError } from "../../shared/domain/failures.ts";
import type { Role } from "../../shared/domain/permissions.ts";
import { inForce } from "../in-force.ts";
import { identityOf, sayVersion } from "../versions.ts";
import type { Reading, Writing } from "../writing.ts";

export type PersonState = "active" | "suspended" | "left";

export type Person = {
  readonly id: number;
  readonly code: string;
  readonly state: PersonState;
  readonly name: string;
  readonly email: string | null;
  /** The sign-in library's user; null until there is an account. */
  readonly accountId: string | null;
  /** The language tag that the person has chosen; null: the organisation's. */
  readonly language: string | null;
};

export type Grant = {
  readonly no: number;
  readonly personId: number;
  readonly role: Role;
  /** Code of the unit at the top; null for the whole organisation. */
  readonly unit: string | null;
  readonly from: DateText | null;
  readonly to: DateText | null;
  readonly version: number;
};

/** Persons, their states and their grants. Names and addresses are read beside the record, since they can be erased. */
export function peopleReader({ db, moment }: Reading) {
  const persons = () =>
    db
      .selectFrom("person")
      .innerJoin("person_state", "person_state.person_id", "person.id")
      .leftJoin("person_name", "person_name.person_id", "person.id")
      .where(inForce("person_state", moment))
      .select([
        "person.id",
        "person.code",
        "person_state.state",
        "person_name.name",
        "person_name.email",
        "person_name.user_id as accountId",
        "person_name.locale as language",
      ]);
  const one = (rows: readonly PersonRow[]): Person | null => (rows[0] === undefined ? null : personOf(rows[0]));
  return {
    list: async (): Promise<Person[]> => (await persons().orderBy("person.code").execute()).map(personOf),
    findByCode: async (code: string) => one(await persons().where("person.code", "=", code).execute()),
    /** Codes by id, of everyone there ever was. */
    codes: async (): Promise<Map<number, string>> =>
      new Map((await db.selectFrom("person").select(["id", "code"]).execute()).map(({ id, code }) => [id, code])),
    /** Addresses are kept in lower case. */
    findByEmail: async (email: string) =>
      one(await persons().where("person_name.email", "=", email.toLowerCase()).execute()),
    findByAccount: async (accountId: string) =>
      one(await persons().where("person_name.user_id", "=", accountId).execute()),
    /** Grants that have not been withdrawn, whatever their dates, oldest first. */
    grants: (): Promise<Grant[]> =>
      db
        .selectFrom("role_grant")
        .leftJoin("unit", "unit.id", "role_grant.unit_id")
        .where(inForce("role_grant", moment))
        .where("role_grant.withdrawn", "=", 0)
        .select([
          "role_grant.grant_no as no",
          "role_grant.person_id as personId",
          "role_grant.role",
          "unit.code as unit",
          "role_grant.from_date as from",
          "role_grant.to_date as to",
          "role_grant.n as version",
        ])
        .orderBy("role_grant.grant_no")
        .execute() as Promise<Grant[]>,
  };
}

type PersonRow = Omit<Person, "name"> & { readonly name: string | null };

/** A person whose name was erased is still named by code. */
function personOf(row: PersonRow): Person {
  return { ...row, name: row.name ?? row.code };
}

export type Granting = Pick<Grant, "role" | "unit" | "from" | "to">;

export function peopleWriter(writing: Writing) {
  const { db } = writing;
  const reader = peopleReader(writing);
  const unitId = async (code: string | null) => {
    if (code === null) return null;
    const unit = await db.selectFrom("unit").select("id").where("code", "=", code).executeTakeFirst();
    if (unit === undefined) throw new AppError("unknown-code", { what: "Unit", code });
    return unit.id;
  };
  const sayGrant = async (grant: Granting & { no: number; personId: number; withdrawn: boolean; version?: number }) =>
    sayVersion(writing, "role_grant", {
      key: { grant_no: grant.no },
      values: {
        person_id: grant.personId,
        role: grant.role,
        unit_id: await unitId(grant.unit),
        from_date: grant.from,
        to_date: grant.to,
        withdrawn: grant.withdrawn ? 1 : 0,
      },
      ...(grant.version === undefined ? {} : { expectedVersion: grant.version }),
    });
  return {
    ...reader,
    /** Adds an active person under the next code, which means nothing: `p1`, `p2` and so on. */
    add: async ({ name, email, code }: { name: string; email: string | null; code?: string }): Promise<Person> => {
      const address = email?.toLowerCase() ?? null;
      if (address !== null && (await reader.findByEmail(address)) !== null) {
        throw new AppError("duplicate", { what: "A person with this e-mail address" });
      }
      const chosen = code ?? (await nextCode(writing));
      const id = await identityOf(writing, "person", chosen);
      await sayVersion(writing, "person_state", { key: { person_id: id }, values: { state: "active" } });
      await db
        .insertInto("person_name")
        .values({ person_id: id, name, email: address, user_id: null, locale: null })
        .execute();
      return { id, code: chosen, state: "active", name, email: address, accountId: null, language: null };
    },
    sayState: (personId: number, state: PersonState) =>
      sayVersion(writing, "person_state", { key: { person_id: personId }, values: { state } }),
    rename: (personId: number, name: string) =>
      db.updateTable("person_name").set({ name }).where("person_id", "=", personId).execute(),
    chooseLanguage: (personId: number, language: string | null) =>
      db.updateTable("person_name").set({ locale: language }).where("person_id", "=", personId).execute(),
    linkAccount: (personId: number, accountId: string | null) =>
      db.updateTable("person_name").set({ user_id: accountId }).where("person_id", "=", personId).execute(),
    /** Adds a grant under a number of its own and answers the number. */
    grant: async (personId: number, granting: Granting): Promise<number> => {
      const newest = await db
        .selectFrom("role_grant")
        .select("grant_no")
        .orderBy("grant_no", "desc")
        .limit(1)
        .executeTakeFirst();
      const no = (newest?.grant_no ?? 0) + 1;
      await sayGrant({ ...granting, no, personId, withdrawn: false });
      return no;
    },
    endGrant: (grant: Grant, { to, expectedVersion }: { to: DateText; expectedVersion: number }) =>
      sayGrant({ ...grant, to, withdrawn: false, version: expectedVersion }),
    withdrawGrant: (grant: Grant, expectedVersion?: number) =>
      sayGrant({ ...grant, withdrawn: true, ...(expectedVersion === undefined ? {} : { version: expectedVersion }) }),
  };
}

async function nextCode({ db }: Writing): Promise<string> {
  const newest = await db.selectFrom("person").select("id").orderBy("id", "desc").limit(1).executeTakeFirst();
  let number = (newest?.id ?? 0) + 1;
  while ((await db.selectFrom("person").select("id").where("code", "=", `p${number}`).execute()).length > 0)
    number += 1;
  return `p${number}`;
}
