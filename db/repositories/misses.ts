import type { Month } from "../../shared/domain/month.ts";
import { inForce } from "../in-force.ts";
import { referencesTo } from "../references.ts";
import { type Said, sayVersion } from "../versions.ts";
import type { Reading, Writing } from "../writing.ts";

/** A miss as fact, cause and action. All names are codes. */
export type MissCause = {
  readonly kpi: string;
  readonly unit: string;
  readonly month: Month;
  readonly version: number;
  readonly fact: string;
  /** Up to five answers to "why?", each asking of the one before. */
  readonly whys: readonly string[];
  readonly cause: string;
  readonly action: string | null;
  readonly by: string | null;
};

/** How sure the owner of a KPI is of its year's target, beside what was calculated then. */
export type Confidence = {
  readonly kpi: string;
  readonly unit: string;
  readonly fiscalYear: number;
  readonly version: number;
  readonly month: Month;
  /** 0 to 10. */
  readonly level: number;
  readonly note: string;
  /** 0 to 1; null where nothing could be calculated. */
  readonly probability: number | null;
  readonly by: string | null;
  readonly at: number;
};

type Place = { readonly kpi: string; readonly unit: string };

export function missesReader({ db, moment }: Reading) {
  return {
    /** Causes of the misses of a KPI at a unit, the newest month first. */
    causes: async ({ kpi, unit }: Place): Promise<MissCause[]> => {
      const rows = await db
        .selectFrom("miss_cause as m")
        .innerJoin("kpi as k", "k.id", "m.kpi_id")
        .innerJoin("unit as u", "u.id", "m.unit_id")
        .leftJoin("action as a", "a.id", "m.action_id")
        .leftJoin("person as p", "p.id", "m.by_id")
        .where(inForce("m", moment))
        .where("m.withdrawn", "=", 0)
        .where("k.code", "=", kpi)
        .where("u.code", "=", unit)
        .select(["k.code as kpi", "u.code as unit", "m.month", "m.n as version", "m.fact", "m.whys", "m.cause"])
        .select(["a.code as action", "p.code as by"])
        .orderBy("m.month", "desc")
        .execute();
      return rows.map(({ month, whys, ...row }) => ({
        ...row,
        month: month as Month,
        whys: JSON.parse(whys) as string[],
      }));
    },
    /** What the owner of a KPI at a unit has said of a fiscal year, every version, the newest first. */
    confidences: async ({ kpi, unit, fiscalYear }: Place & { readonly fiscalYear: number }): Promise<Confidence[]> => {
      let query = db
        .selectFrom("confidence as c")
        .innerJoin("kpi as k", "k.id", "c.kpi_id")
        .innerJoin("unit as u", "u.id", "c.unit_id")
        .leftJoin("person as p", "p.id", "c.by_id")
        .where("k.code", "=", kpi)
        .where("u.code", "=", unit)
        .where("c.fiscal_year", "=", fiscalYear)
        .where("c.withdrawn", "=", 0)
        .select(["k.code as kpi", "u.code as unit", "c.fiscal_year as fiscalYear", "c.n as version", "c.month"])
        .select(["c.level", "c.note", "c.probability", "p.code as by", "c.recorded_from as at"])
        .orderBy("c.n", "desc");
      if (moment !== "now") query = query.where("c.recorded_from", "<=", moment);
      return (await query.execute()).map(({ month, ...row }) => ({ ...row, month: month as Month }));
    },
  };
}

type Expecting = { readonly expectedVersion?: number };

export function missesWriter(writing: Writing) {
  const places = async ({ kpi, unit }: Place) => {
    const kpis = await referencesTo(writing, "kpi", [kpi]);
    const units = await referencesTo(writing, "unit", [unit]);
    return { kpi_id: kpis.of(kpi), unit_id: units.of(unit) };
  };
  return {
    explain: async (saying: Omit<MissCause, "version"> & Expecting): Promise<Said> => {
      const people = await referencesTo(writing, "person", [saying.by]);
      const actions = await referencesTo(writing, "action", [saying.action]);
      return sayVersion(writing, "miss_cause", {
        key: { ...(await places(saying)), month: saying.month },
        values: {
          fact: saying.fact,
          whys: JSON.stringify(saying.whys),
          cause: saying.cause,
          action_id: actions.ofOptional(saying.action),
          by_id: people.ofOptional(saying.by),
          withdrawn: 0,
        },
        expectedVersion: saying.expectedVersion,
      });
    },
    sayConfidence: async (saying: Omit<Confidence, "version" | "at"> & Expecting): Promise<Said> => {
      const people = await referencesTo(writing, "person", [saying.by]);
      return sayVersion(writing, "confidence", {
        key: { ...(await places(saying)), fiscal_year: saying.fiscalYear },
        values: {
          month: saying.month,
          level: saying.level,
          note: saying.note,
          probability: saying.probability,
          by_id: people.ofOptional(saying.by),
          withdrawn: 0,
        },
        expectedVersion: saying.expectedVersion,
      });
    },
  };
}
