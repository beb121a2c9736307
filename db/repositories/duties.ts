import type { DateText } from "../../shared/domain/calendar.ts";
import { inForce } from "../in-force.ts";
import { referencesTo } from "../references.ts";
import { type Said, sayVersion } from "../versions.ts";
import type { Reading, Writing } from "../writing.ts";

/** From the first to the last day the deputy holds the person's rights besides their own. Persons by code. */
export type Deputy = {
  readonly id: string;
  readonly version: number;
  readonly person: string;
  readonly deputy: string;
  readonly from: DateText;
  readonly to: DateText;
  readonly reason: string;
};

/** What a hand-over gives, by kind: codes. */
export type HandOverItems = {
  readonly kpis: readonly string[];
  readonly objectives: readonly string[];
  readonly actions: readonly string[];
};

/** What one person owns and another shall own from a day on. Persons by code. */
export type HandOver = {
  readonly id: string;
  readonly version: number;
  readonly from: string;
  readonly to: string;
  readonly on: DateText;
  readonly items: HandOverItems;
  readonly reason: string;
  readonly by: string | null;
  readonly state: "planned" | "done" | "cancelled";
};

/** Deputies and hand-overs. */
export function dutiesReader({ db, moment }: Reading) {
  return {
    /** Those that were not taken back, whatever their dates. */
    deputies: async (): Promise<Deputy[]> => {
      const rows = await db
        .selectFrom("deputy as d")
        .innerJoin("person as p", "p.id", "d.person_id")
        .innerJoin("person as q", "q.id", "d.deputy_id")
        .where(inForce("d", moment))
        .where("d.withdrawn", "=", 0)
        .select(["d.public_id as id", "d.n as version", "p.code as person", "q.code as deputy"])
        .select(["d.from_date as from", "d.to_date as to", "d.reason"])
        .orderBy("d.from_date")
        .orderBy("d.public_id")
        .execute();
      return rows.map((row) => ({ ...row, from: row.from as DateText, to: row.to as DateText }));
    },
    handOvers: async (): Promise<HandOver[]> => {
      const rows = await db
        .selectFrom("hand_over as h")
        .innerJoin("person as p", "p.id", "h.from_id")
        .innerJoin("person as q", "q.id", "h.to_id")
        .leftJoin("person as by", "by.id", "h.by_id")
        .where(inForce("h", moment))
        .select(["h.public_id as id", "h.n as version", "p.code as from", "q.code as to", "h.on_date as on"])
        .select(["h.items", "h.reason", "by.code as by", "h.state"])
        .orderBy("h.on_date")
        .orderBy("h.public_id")
        .execute();
      return rows.map((row) => ({ ...row, on: row.on as DateText, items: JSON.parse(row.items) as HandOverItems }));
    },
    /** For whom deputies acted in these events: names are codes, by event. */
    actedFor: async (events: readonly number[]): Promise<Map<number, string>> => {
      if (events.length === 0) return new Map();
      const rows = await db
        .selectFrom("acted_for as a")
        .innerJoin("person as p", "p.id", "a.for_id")
        .where("a.event", "in", [...new Set(events)])
        .select(["a.event", "p.code"])
        .orderBy("a.id")
        .execute();
      return new Map(rows.map(({ event, code }) => [event, code]));
    },
  };
}

export type DeputySaying = Omit<Deputy, "version"> & {
  readonly withdrawn: boolean;
  readonly expectedVersion?: number | undefined;
};
export type HandOverSaying = Omit<HandOver, "version"> & { readonly expectedVersion?: number | undefined };

export function dutiesWriter(writing: Writing) {
  const person = async (code: string) => (await referencesTo(writing, "person", [code])).of(code);
  return {
    sayDeputy: async (saying: DeputySaying): Promise<Said> =>
      sayVersion(writing, "deputy", {
        key: { public_id: saying.id },
        values: {
          person_id: await person(saying.person),
          deputy_id: await person(saying.deputy),
          from_date: saying.from,
          to_date: saying.to,
          reason: saying.reason,
          withdrawn: saying.withdrawn ? 1 : 0,
        },
        expectedVersion: saying.expectedVersion,
      }),
    sayHandOver: async (saying: HandOverSaying): Promise<Said> =>
      sayVersion(writing, "hand_over", {
        key: { public_id: saying.id },
        values: {
          from_id: await person(saying.from),
          to_id: await person(saying.to),
          on_date: saying.on,
          items: JSON.stringify(saying.items),
          reason: saying.reason,
          by_id: (await referencesTo(writing, "person", [saying.by])).ofOptional(saying.by),
          state: saying.state,
        },
        expectedVersion: saying.expectedVersion,
      }),
    /** Says that the command is done by another person's right; recorded where the command leaves an event. */
    actFor: async (acting: { readonly by: string; readonly for: string; readonly action: string }): Promise<void> => {
      const people = await referencesTo(writing, "person", [acting.by, acting.for]);
      const row = { by_id: people.of(acting.by), for_id: people.of(acting.for), action: acting.action };
      writing.besides.set(JSON.stringify(row), { table: "acted_for", row });
    },
  };
}
