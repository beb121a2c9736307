import type { DateText } from "../../shared/domain/calendar.ts";
import { inForce } from "../in-force.ts";
import { referencesTo } from "../references.ts";
import { type Said, sayVersion, sayVersions } from "../versions.ts";
import type { Reading, Writing } from "../writing.ts";

export type Proposal = {
  readonly id: string;
  readonly version: number;
  /** Codes. */
  readonly objective: string;
  readonly by: string | null;
  readonly kpi: string | null;
  /** Id of the proposal that it counters. */
  readonly answers: string | null;
  readonly target: number | null;
  readonly text: string;
  readonly outcome: "open" | "agreed" | "countered" | "declined";
  readonly settledBy: string | null;
  /** Milliseconds since 1970 UTC of this version. */
  readonly at: number;
};

export type Acknowledgement = {
  readonly objective: string;
  readonly person: string;
  /** Of the objective. */
  readonly revision: number;
  readonly at: number;
};

export type Commitment = {
  readonly id: string;
  readonly version: number;
  readonly person: string;
  readonly objective: string;
  readonly text: string;
  /** The person's own words on how it went. */
  readonly account: string;
  readonly reviewedOn: DateText | null;
};

export type Closing = {
  readonly objective: string;
  readonly version: number;
  readonly outcome: "reached" | "partly" | "not_reached";
  readonly assessment: string;
  readonly by: string | null;
};

/** How objectives are agreed, read, taken on, closed and carried on. */
export function agreementReader({ db, moment }: Reading) {
  return {
    /** Of an objective (null: of all), the oldest first. */
    proposals: (objective: string | null): Promise<Proposal[]> => {
      const query = db
        .selectFrom("objective_proposal as p")
        .innerJoin("objective as o", "o.id", "p.objective_id")
        .leftJoin("person as by", "by.id", "p.by_id")
        .leftJoin("person as settled", "settled.id", "p.settled_by")
        .leftJoin("kpi as k", "k.id", "p.kpi_id")
        .where(inForce("p", moment))
        .select(["p.public_id as id", "p.n as version", "o.code as objective", "by.code as by", "k.code as kpi"])
        .select(["p.answers", "p.target", "p.text", "p.outcome", "settled.code as settledBy", "p.recorded_from as at"])
        .orderBy("p.public_id");
      return (objective === null ? query : query.where("o.code", "=", objective)).execute();
    },
    acknowledgements: (): Promise<Acknowledgement[]> =>
      db
        .selectFrom("acknowledgement as a")
        .innerJoin("objective as o", "o.id", "a.objective_id")
        .innerJoin("person as p", "p.id", "a.person_id")
        .where(inForce("a", moment))
        .select(["o.code as objective", "p.code as person", "a.revision", "a.recorded_from as at"])
        .orderBy("o.id")
        .orderBy("p.id")
        .execute(),
    commitments: async (): Promise<Commitment[]> => {
      const rows = await db
        .selectFrom("commitment as c")
        .innerJoin("objective as o", "o.id", "c.objective_id")
        .innerJoin("person as p", "p.id", "c.person_id")
        .where(inForce("c", moment))
        .where("c.withdrawn", "=", 0)
        .select(["c.public_id as id", "c.n as version", "p.code as person", "o.code as objective", "c.text"])
        .select(["c.account", "c.reviewed_on as reviewedOn"])
        .orderBy("c.public_id")
        .execute();
      return rows.map((row) => ({ ...row, reviewedOn: row.reviewedOn as DateText | null }));
    },
    /** From each objective to the one of the year before. */
    lineage: (): Promise<{ readonly objective: string; readonly previous: string }[]> =>
      db
        .selectFrom("objective_lineage as l")
        .innerJoin("objective as o", "o.id", "l.objective_id")
        .innerJoin("objective as p", "p.id", "l.previous_id")
        .where(inForce("l", moment))
        .select(["o.code as objective", "p.code as previous"])
        .orderBy("o.id")
        .execute(),
    closings: (): Promise<Closing[]> =>
      db
        .selectFrom("objective_closing as c")
        .innerJoin("objective as o", "o.id", "c.objective_id")
        .leftJoin("person as by", "by.id", "c.by_id")
        .where(inForce("c", moment))
        .select(["o.code as objective", "c.n as version", "c.outcome", "c.assessment", "by.code as by"])
        .orderBy("o.id")
        .execute(),
  };
}

export type ProposalSaying = Omit<Proposal, "version" | "at"> & { readonly expectedVersion?: number };
export type CommitmentSaying = Omit<Commitment, "version"> & {
  readonly withdrawn?: boolean;
  readonly expectedVersion?: number | undefined;
};

export function agreementWriter(writing: Writing) {
  const one = async (table: "objective" | "person" | "kpi", code: string) =>
    (await referencesTo(writing, table, [code])).of(code);
  const orNone = async (table: "person" | "kpi", code: string | null) =>
    (await referencesTo(writing, table, [code])).ofOptional(code);
  return {
    propose: async (saying: ProposalSaying): Promise<Said> =>
      sayVersion(writing, "objective_proposal", {
        key: { public_id: saying.id },
        values: {
          objective_id: await one("objective", saying.objective),
          by_id: await orNone("person", saying.by),
          answers: saying.answers,
          kpi_id: await orNone("kpi", saying.kpi),
          target: saying.target,
          text: saying.text,
          outcome: saying.outcome,
          settled_by: await orNone("person", saying.settledBy),
        },
        expectedVersion: saying.expectedVersion,
      }),
    acknowledge: async (sayings: readonly Omit<Acknowledgement, "at">[]): Promise<Said[]> => {
      const objectives = await referencesTo(
        writing,
        "objective",
        sayings.map(({ objective }) => objective),
      );
      const people = await referencesTo(
        writing,
        "person",
        sayings.map(({ person }) => person),
      );
      const versions = sayings.map(({ objective, person, revision }) => ({
        key: { objective_id: objectives.of(objective), person_id: people.of(person) },
        values: { revision },
      }));
      return sayVersions(writing, "acknowledgement", versions);
    },
    commit: async (saying: CommitmentSaying): Promise<Said> =>
      sayVersion(writing, "commitment", {
        key: { public_id: saying.id },
        values: {
          person_id: await one("person", saying.person),
          objective_id: await one("objective", saying.objective),
          text: saying.text,
          account: saying.account,
          reviewed_on: saying.reviewedOn,
          withdrawn: saying.withdrawn === true ? 1 : 0,
        },
        expectedVersion: saying.expectedVersion,
      }),
    carryOn: async (objective: string, previous: string): Promise<Said> =>
      sayVersion(writing, "objective_lineage", {
        key: { objective_id: await one("objective", objective) },
        values: { previous_id: await one("objective", previous) },
      }),
    close: async ({ objective, outcome, assessment, by }: Omit<Closing, "version">): Promise<Said> =>
      sayVersion(writing, "objective_closing", {
        key: { objective_id: await one("objective", objective) },
        values: { outcome, assessment, by_id: await orNone("person", by) },
      }),
  };
}
