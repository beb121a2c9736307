import type { DateText } from "../../shared/domain/calendar.ts";
import { inForce } from "../in-force.ts";
import { nextNumber } from "../numbering.ts";
import type { IdentityTableName } from "../record-tables.ts";
import { referencesTo } from "../references.ts";
import type { Flag } from "../tables/versioned.ts";
import { identityOf, type Said, sayVersion, sayVersions } from "../versions.ts";
import type { Reading, Writing } from "../writing.ts";

export type PartyKind = "customer" | "user" | "employee" | "owner" | "supplier" | "authority" | "society" | "other";
export type RiskKind = "risk" | "opportunity";
export type RiskVerdict = "not_judged" | "effective" | "not_effective";

/** An interested party. */
export type Party = {
  readonly code: string;
  readonly version: number;
  readonly name: string;
  readonly kind: PartyKind;
};

export type Need = {
  /** Its number, `N-0001`. */
  readonly code: string;
  readonly version: number;
  /** Codes. */
  readonly party: string;
  readonly unit: string;
  readonly text: string;
  /** Where the requirement is written. */
  readonly requirement: string;
  readonly reviewedOn: DateText | null;
};

/** A risk or an opportunity. */
export type Risk = {
  /** Its number, `R-0001`. */
  readonly code: string;
  readonly version: number;
  readonly kind: RiskKind;
  readonly unit: string;
  readonly text: string;
  /** 1 to 5 each. */
  readonly likelihood: number;
  readonly consequence: number;
  readonly treatment: string;
  readonly owner: string | null;
  readonly verdict: RiskVerdict;
  readonly verdictReason: string;
};

/** An internal or external issue of the organisation's context. */
export type Issue = {
  /** Its number, `I-0001`. */
  readonly code: string;
  readonly version: number;
  readonly kind: "internal" | "external";
  readonly unit: string;
  readonly text: string;
  readonly reviewedOn: DateText | null;
};

/** Two things by their codes. */
export type ContextLink = { readonly from: string; readonly to: string };

export const CONTEXT_LINKS = {
  objective_need: { from: "objective", to: "need" },
  objective_risk: { from: "objective", to: "risk" },
  need_risk: { from: "need", to: "risk" },
  action_risk: { from: "action", to: "risk" },
} as const satisfies Readonly<Record<string, { from: IdentityTableName; to: IdentityTableName }>>;
export type ContextLinkTable = keyof typeof CONTEXT_LINKS;

/** Needs and risks: what stands behind the strategy. What was withdrawn is left out; as of earlier days it is there. */
export function contextReader({ db, moment }: Reading) {
  return {
    parties: (): Promise<Party[]> =>
      db
        .selectFrom("party as p")
        .innerJoin("party_version as v", "v.party_id", "p.id")
        .where(inForce("v", moment))
        .where("v.withdrawn", "=", 0)
        .select(["p.code", "v.n as version", "v.name", "v.kind"])
        .orderBy("p.id")
        .execute(),
    needs: async (): Promise<Need[]> => {
      const rows = await db
        .selectFrom("need as i")
        .innerJoin("need_version as v", "v.need_id", "i.id")
        .innerJoin("party as p", "p.id", "v.party_id")
        .innerJoin("unit as u", "u.id", "v.unit_id")
        .where(inForce("v", moment))
        .where("v.withdrawn", "=", 0)
        .select(["i.code", "v.n as version", "p.code as party", "u.code as unit", "v.text", "v.requirement"])
        .select("v.reviewed_on as reviewedOn")
        .orderBy("i.id")
        .execute();
      return rows.map((row) => ({ ...row, reviewedOn: row.reviewedOn as DateText | null }));
    },
    risks: (): Promise<Risk[]> =>
      db
        .selectFrom("risk as i")
        .innerJoin("risk_version as v", "v.risk_id", "i.id")
        .innerJoin("unit as u", "u.id", "v.unit_id")
        .leftJoin("person as owner", "owner.id", "v.owner_id")
        .where(inForce("v", moment))
        .where("v.withdrawn", "=", 0)
        .select(["i.code", "v.n as version", "v.kind", "u.code as unit", "v.text", "v.likelihood", "v.consequence"])
        .select(["v.treatment", "owner.code as owner", "v.verdict", "v.verdict_reason as verdictReason"])
        .orderBy("i.id")
        .execute(),
    issues: async (): Promise<Issue[]> => {
      const rows = await db
        .selectFrom("issue as i")
        .innerJoin("issue_version as v", "v.issue_id", "i.id")
        .innerJoin("unit as u", "u.id", "v.unit_id")
        .where(inForce("v", moment))
        .where("v.withdrawn", "=", 0)
        .select(["i.code", "v.n as version", "v.kind", "u.code as unit", "v.text", "v.reviewed_on as reviewedOn"])
        .orderBy("i.id")
        .execute();
      return rows.map((row) => ({ ...row, reviewedOn: row.reviewedOn as DateText | null }));
    },
    /** Every link of a kind, by codes. */
    links: (table: ContextLinkTable): Promise<ContextLink[]> => {
      const { from, to } = CONTEXT_LINKS[table];
      return db
        .selectFrom(`${table} as l` as "objective_need as l")
        .innerJoin(`${from} as f` as "objective as f", "f.id", `l.${from}_id` as "l.objective_id")
        .innerJoin(`${to} as t` as "need as t", "t.id", `l.${to}_id` as "l.need_id")
        .where(inForce("l", moment))
        .where("l.withdrawn", "=", 0)
        .select(["f.code as from", "t.code as to"])
        .orderBy("f.id")
        .orderBy("t.id")
        .execute();
    },
  };
}

type Saying<T> = Omit<T, "code" | "version"> & {
  /** Null for a new one, which gets the next number. */
  readonly code: string | null;
  readonly withdrawn?: boolean;
  readonly expectedVersion?: number | undefined;
};
export type PartySaying = Saying<Party>;
export type NeedSaying = Saying<Need>;
export type RiskSaying = Saying<Risk>;
export type IssueSaying = Saying<Issue>;
type Numbered = Promise<Said & { readonly code: string }>;

export function contextWriter(writing: Writing) {
  return {
    putParty: async (saying: PartySaying): Numbered => {
      const { code, id } = await numbered(writing, "party", saying.code);
      const { name, kind } = saying;
      const values = { name, kind, ...withdrawal(saying) };
      return {
        ...(await sayVersion(writing, "party_version", { key: { party_id: id }, values, ...seen(saying) })),
        code,
      };
    },
    putNeed: async (saying: NeedSaying): Numbered => {
      const { code, id } = await numbered(writing, "need", saying.code);
      const parties = await referencesTo(writing, "party", [saying.party]);
      const units = await referencesTo(writing, "unit", [saying.unit]);
      const { text, requirement, reviewedOn } = saying;
      const values = {
        ...{ party_id: parties.of(saying.party), unit_id: units.of(saying.unit), text, requirement },
        ...{ reviewed_on: reviewedOn, ...withdrawal(saying) },
      };
      return {
        ...(await sayVersion(writing, "need_version", { key: { need_id: id }, values, ...seen(saying) })),
        code,
      };
    },
    putRisk: async (saying: RiskSaying): Numbered => {
      const { code, id } = await numbered(writing, "risk", saying.code);
      const units = await referencesTo(writing, "unit", [saying.unit]);
      const people = await referencesTo(writing, "person", [saying.owner]);
      const { kind, text, likelihood, consequence, treatment, verdict } = saying;
      const values = {
        ...{ kind, unit_id: units.of(saying.unit), text, likelihood, consequence, treatment, verdict },
        ...{ owner_id: people.ofOptional(saying.owner), verdict_reason: saying.verdictReason, ...withdrawal(saying) },
      };
      return {
        ...(await sayVersion(writing, "risk_version", { key: { risk_id: id }, values, ...seen(saying) })),
        code,
      };
    },
    putIssue: async (saying: IssueSaying): Numbered => {
      const { code, id } = await numbered(writing, "issue", saying.code);
      const units = await referencesTo(writing, "unit", [saying.unit]);
      const { kind, text, reviewedOn } = saying;
      const values = { kind, unit_id: units.of(saying.unit), text, reviewed_on: reviewedOn, ...withdrawal(saying) };
      return {
        ...(await sayVersion(writing, "issue_version", { key: { issue_id: id }, values, ...seen(saying) })),
        code,
      };
    },
    /** Links things by their codes; `withdrawn` takes a link back. */
    link: async (
      table: ContextLinkTable,
      links: readonly (ContextLink & { readonly withdrawn?: boolean })[],
    ): Promise<Said[]> => {
      const { from, to } = CONTEXT_LINKS[table];
      const ends = await Promise.all([
        referencesTo(
          writing,
          from,
          links.map((link) => link.from),
        ),
        referencesTo(
          writing,
          to,
          links.map((link) => link.to),
        ),
      ]);
      const versions = links.map((link) => ({
        key: { [`${from}_id`]: ends[0].of(link.from), [`${to}_id`]: ends[1].of(link.to) },
        values: withdrawal(link),
      }));
      return sayVersions(writing, table as "objective_need", versions as unknown as LinkSayings);
    },
  };
}

type LinkSayings = { readonly key: { objective_id: number; need_id: number }; readonly values: { withdrawn: Flag } }[];

async function numbered(writing: Writing, table: "party" | "need" | "risk" | "issue", said: string | null) {
  const code = said ?? (await nextNumber(writing, table));
  return { code, id: await identityOf(writing, table, code) };
}

const withdrawal = ({ withdrawn = false }: { readonly withdrawn?: boolean }): { withdrawn: Flag } => ({
  withdrawn: withdrawn ? 1 : 0,
});

const seen = ({ expectedVersion }: { readonly expectedVersion?: number | undefined }) => ({ expectedVersion });
