import type { DateText } from "../../shared/domain/calendar.ts";
import { inForce } from "../in-force.ts";
import { referencesTo } from "../references.ts";
import { identitiesOf, type Said, sayVersion, sayVersions } from "../versions.ts";
import { insertRecords, type Reading, type Writing } from "../writing.ts";

export type Strategy = {
  readonly code: string;
  readonly version: number;
  readonly name: string;
  readonly fromYear: number;
  readonly toYear: number;
  readonly statement: string;
};

export type Theme = {
  readonly code: string;
  readonly version: number;
  /** Code of its strategy. */
  readonly strategy: string;
  readonly name: string;
  readonly longTermGoal: string;
  readonly position: number;
};

export type Policy = {
  readonly version: number;
  readonly validFrom: DateText;
  readonly text: string;
  /** Code of a person; null for a draft, which is not in force on any day. */
  readonly approvedBy: string | null;
  /** In their order; objectives refer to one by `id`. */
  readonly sentences: readonly { readonly id: number; readonly position: number; readonly text: string }[];
};

type PolicyRow = Omit<Policy, "validFrom" | "sentences"> & { readonly id: number; readonly validFrom: string };

export function strategyReader({ db, moment }: Reading) {
  const policies = db
    .selectFrom("policy as p")
    .leftJoin("person as by", "by.id", "p.approved_by")
    .where(inForce("p", moment))
    .select(["p.id", "p.n as version", "p.valid_from as validFrom", "p.text", "by.code as approvedBy"])
    .orderBy("p.valid_from", "desc");
  const withSentences = async (found: readonly PolicyRow[]): Promise<Policy[]> => {
    if (found.length === 0) return [];
    const ids = found.map(({ id }) => id);
    const rows = await db
      .selectFrom("policy_sentence")
      .where("policy_id", "in", ids)
      .select(["policy_id as policy", "id", "position", "text"])
      .orderBy("position")
      .execute();
    return found.map(({ id, validFrom, ...rest }) => ({
      ...rest,
      validFrom: validFrom as DateText,
      sentences: rows.filter(({ policy }) => policy === id).map(({ policy: _, ...sentence }) => sentence),
    }));
  };
  return {
    strategies: (): Promise<Strategy[]> =>
      db
        .selectFrom("strategy as s")
        .innerJoin("strategy_version as v", "v.strategy_id", "s.id")
        .where(inForce("v", moment))
        .select(["s.code", "v.n as version", "v.name", "v.from_year as fromYear", "v.to_year as toYear", "v.statement"])
        .orderBy("v.from_year")
        .orderBy("s.code")
        .execute(),
    /** In the order of their strategies' codes and of their positions. */
    themes: (): Promise<Theme[]> =>
      db
        .selectFrom("theme as t")
        .innerJoin("theme_version as v", "v.theme_id", "t.id")
        .innerJoin("strategy as s", "s.id", "v.strategy_id")
        .where(inForce("v", moment))
        .select(["t.code", "v.n as version", "s.code as strategy", "v.name", "v.long_term_goal as longTermGoal"])
        .select("v.position")
        .orderBy("s.code")
        .orderBy("v.position")
        .orderBy("t.code")
        .execute(),
    /** Ids of all themes by code. */
    themeIds: async (): Promise<Map<string, number>> =>
      new Map((await db.selectFrom("theme").select(["id", "code"]).execute()).map(({ id, code }) => [code, id])),
    /** The policy in force on a day, drafts left out; null before the first. */
    policyOn: async (day: DateText): Promise<Policy | null> => {
      const [policy] = await policies
        .where("p.valid_from", "<=", day)
        .where("p.approved_by", "is not", null)
        .limit(1)
        .execute();
      return policy === undefined ? null : ((await withSentences([policy]))[0] ?? null);
    },
    /** Every version of the policy, drafts among them, the newest day first. */
    policies: async (): Promise<Policy[]> => withSentences(await policies.execute()),
  };
}

type Expected = { readonly expectedVersion?: number | undefined };
export type StrategySaying = Omit<Strategy, "version"> & Expected;
export type ThemeSaying = Omit<Theme, "version"> & Expected;
export type PolicySaying = Omit<Policy, "version" | "sentences"> & Expected & { readonly sentences: readonly string[] };

export function strategyWriter(writing: Writing) {
  return {
    putStrategies: async (sayings: readonly StrategySaying[]): Promise<Said[]> => {
      const ids = await identitiesOf(
        writing,
        "strategy",
        sayings.map(({ code }) => code),
      );
      const versions = sayings.map(({ code, name, fromYear, toYear, statement, expectedVersion }) => ({
        key: { strategy_id: ids.get(code) ?? 0 },
        values: { name, from_year: fromYear, to_year: toYear, statement },
        expectedVersion,
      }));
      return sayVersions(writing, "strategy_version", versions);
    },
    putThemes: async (sayings: readonly ThemeSaying[]): Promise<Said[]> => {
      const strategies = await referencesTo(
        writing,
        "strategy",
        sayings.map(({ strategy }) => strategy),
      );
      const ids = await identitiesOf(
        writing,
        "theme",
        sayings.map(({ code }) => code),
      );
      const versions = sayings.map(({ code, strategy, name, longTermGoal, position, expectedVersion }) => ({
        key: { theme_id: ids.get(code) ?? 0 },
        values: { strategy_id: strategies.of(strategy), name, long_term_goal: longTermGoal, position },
        expectedVersion,
      }));
      return sayVersions(writing, "theme_version", versions);
    },
    /** Says the policy that is valid from a day; its sentences are written with it and never change. */
    sayPolicy: async ({ validFrom, text, approvedBy, sentences, expectedVersion }: PolicySaying): Promise<Said> => {
      const people = await referencesTo(writing, "person", [approvedBy]);
      const said = await sayVersion(writing, "policy", {
        key: { valid_from: validFrom },
        values: { text, approved_by: people.ofOptional(approvedBy) },
        expectedVersion,
      });
      if (said.changed) {
        const rows = sentences.map((sentence, index) => ({ policy_id: said.id, position: index + 1, text: sentence }));
        await insertRecords(writing, "policy_sentence", rows);
      }
      return said;
    },
  };
}
