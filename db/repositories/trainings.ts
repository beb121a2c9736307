import type { DateText } from "../../shared/domain/calendar.ts";
import type { TrainingResult } from "../../shared/domain/competence.ts";
import type { Role } from "../../shared/domain/permissions.ts";
import { inForce } from "../in-force.ts";
import { nextNumber } from "../numbering.ts";
import { referencesTo } from "../references.ts";
import type { Flag } from "../tables/versioned.ts";
import { identityOf, type Said, sayVersion } from "../versions.ts";
import type { Reading, Writing } from "../writing.ts";

export type Training = {
  /** Its number, `T-0001`. */
  readonly code: string;
  readonly version: number;
  readonly title: string;
  /** Codes. */
  readonly unit: string;
  readonly objective: string | null;
  readonly action: string | null;
  readonly description: string;
  /** Null: a record of it holds for good. */
  readonly validMonths: number | null;
};

export type CompetenceNeed = {
  /** Its number, `C-0001`. */
  readonly code: string;
  readonly version: number;
  readonly unit: string;
  /** Null: everyone at the unit and below it. */
  readonly role: Role | null;
  readonly competence: string;
  readonly training: string;
};

export type TrainingRecord = {
  readonly id: string;
  readonly version: number;
  /** Codes. */
  readonly training: string;
  readonly person: string;
  readonly unit: string;
  readonly heldOn: DateText;
  readonly result: TrainingResult;
  readonly validTo: DateText | null;
  readonly note: string;
};

/** What people have to know and what they were taught. What was withdrawn is left out; as of earlier days it is there. */
export function trainingsReader({ db, moment }: Reading) {
  return {
    list: (): Promise<Training[]> =>
      db
        .selectFrom("training as i")
        .innerJoin("training_version as v", "v.training_id", "i.id")
        .innerJoin("unit as u", "u.id", "v.unit_id")
        .leftJoin("objective as o", "o.id", "v.objective_id")
        .leftJoin("action as a", "a.id", "v.action_id")
        .where(inForce("v", moment))
        .where("v.withdrawn", "=", 0)
        .select(["i.code", "v.n as version", "v.title", "u.code as unit", "o.code as objective", "a.code as action"])
        .select(["v.description", "v.valid_months as validMonths"])
        .orderBy("i.id")
        .execute(),
    needs: async (): Promise<CompetenceNeed[]> => {
      const rows = await db
        .selectFrom("competence_need as i")
        .innerJoin("competence_need_version as v", "v.competence_need_id", "i.id")
        .innerJoin("unit as u", "u.id", "v.unit_id")
        .innerJoin("training as t", "t.id", "v.training_id")
        .where(inForce("v", moment))
        .where("v.withdrawn", "=", 0)
        .select(["i.code", "v.n as version", "u.code as unit", "v.role", "v.competence", "t.code as training"])
        .orderBy("i.id")
        .execute();
      return rows.map((row) => ({ ...row, role: row.role as Role | null }));
    },
    /** The oldest first. */
    records: async (): Promise<TrainingRecord[]> => {
      const rows = await db
        .selectFrom("training_record as r")
        .innerJoin("training as t", "t.id", "r.training_id")
        .innerJoin("person as p", "p.id", "r.person_id")
        .innerJoin("unit as u", "u.id", "r.unit_id")
        .where(inForce("r", moment))
        .where("r.withdrawn", "=", 0)
        .select(["r.public_id as id", "r.n as version", "t.code as training", "p.code as person", "u.code as unit"])
        .select(["r.held_on as heldOn", "r.result", "r.valid_to as validTo", "r.note"])
        .orderBy("r.held_on")
        .orderBy("r.public_id")
        .execute();
      return rows.map((row) => ({
        ...row,
        heldOn: row.heldOn as DateText,
        validTo: row.validTo as DateText | null,
      }));
    },
    /** Codes of the KPIs that are counted from training records. */
    fedKpis: async (): Promise<{ readonly code: string; readonly version: number }[]> =>
      db
        .selectFrom("competence_feed as f")
        .innerJoin("kpi as k", "k.id", "f.kpi_id")
        .where(inForce("f", moment))
        .where("f.withdrawn", "=", 0)
        .select(["k.code", "f.n as version"])
        .orderBy("k.code")
        .execute(),
  };
}

type Saying<T> = Omit<T, "code" | "version"> & {
  /** Null for a new one, which gets the next number. */
  readonly code: string | null;
  readonly withdrawn?: boolean;
  readonly expectedVersion?: number | undefined;
};
export type TrainingRecordSaying = Omit<TrainingRecord, "version"> & {
  readonly by: string | null;
  readonly withdrawn?: boolean;
  readonly expectedVersion?: number | undefined;
};

const flagOf = (withdrawn: boolean | undefined): Flag => (withdrawn === true ? 1 : 0);

export function trainingsWriter(writing: Writing) {
  const idOf = async (table: "unit" | "training" | "person", code: string) =>
    (await referencesTo(writing, table, [code])).of(code);
  const idOrNone = async (table: "objective" | "action" | "person", code: string | null) =>
    (await referencesTo(writing, table, [code])).ofOptional(code);
  return {
    put: async (saying: Saying<Training>): Promise<Said & { readonly code: string }> => {
      const code = saying.code ?? (await nextNumber(writing, "training"));
      const said = await sayVersion(writing, "training_version", {
        key: { training_id: await identityOf(writing, "training", code) },
        values: {
          title: saying.title,
          unit_id: await idOf("unit", saying.unit),
          objective_id: await idOrNone("objective", saying.objective),
          action_id: await idOrNone("action", saying.action),
          description: saying.description,
          valid_months: saying.validMonths,
          withdrawn: flagOf(saying.withdrawn),
        },
        expectedVersion: saying.expectedVersion,
      });
      return { ...said, code };
    },
    putNeed: async (saying: Saying<CompetenceNeed>): Promise<Said & { readonly code: string }> => {
      const code = saying.code ?? (await nextNumber(writing, "competence_need"));
      const said = await sayVersion(writing, "competence_need_version", {
        key: { competence_need_id: await identityOf(writing, "competence_need", code) },
        values: {
          unit_id: await idOf("unit", saying.unit),
          role: saying.role,
          competence: saying.competence,
          training_id: await idOf("training", saying.training),
          withdrawn: flagOf(saying.withdrawn),
        },
        expectedVersion: saying.expectedVersion,
      });
      return { ...said, code };
    },
    record: async (saying: TrainingRecordSaying): Promise<Said> =>
      sayVersion(writing, "training_record", {
        key: { public_id: saying.id },
        values: {
          training_id: await idOf("training", saying.training),
          person_id: await idOf("person", saying.person),
          unit_id: await idOf("unit", saying.unit),
          held_on: saying.heldOn,
          result: saying.result,
          valid_to: saying.validTo,
          note: saying.note,
          by_id: await idOrNone("person", saying.by),
          withdrawn: flagOf(saying.withdrawn),
        },
        expectedVersion: saying.expectedVersion,
      }),
    /** Lets a KPI be counted from training records, or no longer. */
    feed: (kpi: number, isFed: boolean): Promise<Said> =>
      sayVersion(writing, "competence_feed", { key: { kpi_id: kpi }, values: { withdrawn: isFed ? 0 : 1 } }),
  };
}
