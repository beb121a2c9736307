import type { Month } from "../../shared/domain/month.ts";
import { inForce } from "../in-force.ts";
import { referencesTo } from "../references.ts";
import { sayVersions } from "../versions.ts";
import type { Reading, Writing } from "../writing.ts";

/** What was said of a year's end, and from what. Codes, unrounded numbers. */
export type RecordedForecast = {
  readonly kpi: string;
  readonly unit: string;
  readonly fiscalYear: number;
  /** The newest month that was known. */
  readonly knownTo: Month;
  /** Milliseconds: the records of this instant were used. */
  readonly asOf: number;
  /** `then`: made at that time; `since`: later, from the records of that time. */
  readonly basis: "then" | "since";
  readonly inputsSha256: string;
  readonly method: string;
  readonly ruleSet: string;
  readonly historyMonths: number;
  readonly median: number;
  readonly low80: number;
  readonly high80: number;
  readonly low95: number;
  readonly high95: number;
  readonly probability: number | null;
  readonly targetLow: number | null;
  readonly targetHigh: number | null;
};

/** What became of a year. */
export type RecordedOutcome = {
  readonly kpi: string;
  readonly unit: string;
  readonly fiscalYear: number;
  readonly figure: number | null;
  readonly reached: boolean | null;
};

/** A forecast beside what became of its year; both null while that is not known. */
export type JudgedForecast = RecordedForecast & Pick<RecordedOutcome, "figure" | "reached">;

/** The units and KPIs asked for by code; null: all. */
export type ForecastsAsked = { readonly units: readonly string[] | null; readonly kpi: string | null };

export function forecastsReader({ db, moment }: Reading) {
  return {
    /** Forecasts with their outcomes, in order of year, known month, unit and KPI. */
    list: async ({ units, kpi }: ForecastsAsked): Promise<JudgedForecast[]> => {
      if (units?.length === 0) return [];
      let query = db
        .selectFrom("year_forecast as f")
        .innerJoin("kpi as k", "k.id", "f.kpi_id")
        .innerJoin("unit as u", "u.id", "f.unit_id")
        .leftJoin("year_outcome as o", (join) =>
          join
            .onRef("o.kpi_id", "=", "f.kpi_id")
            .onRef("o.unit_id", "=", "f.unit_id")
            .onRef("o.fiscal_year", "=", "f.fiscal_year")
            .on(inForce("o", moment)),
        )
        .select(["k.code as kpi", "u.code as unit", "f.fiscal_year as fiscalYear", "f.known_to as knownTo"])
        .select(["f.as_of as asOf", "f.basis", "f.inputs_sha256 as inputsSha256", "f.method", "f.rule_set as ruleSet"])
        .select(["f.history_months as historyMonths", "f.median", "f.low80", "f.high80", "f.low95", "f.high95"])
        .select(["f.probability", "f.target_low as targetLow", "f.target_high as targetHigh", "o.figure", "o.reached"])
        .where(inForce("f", moment))
        .orderBy("f.id");
      if (units !== null) query = query.where("u.code", "in", [...units]);
      if (kpi !== null) query = query.where("k.code", "=", kpi);
      const rows = await query.execute();
      return rows.map((row) => ({
        ...row,
        knownTo: row.knownTo as Month,
        reached: row.reached === null ? null : row.reached === 1,
      }));
    },
    /** The known months from which forecasts were made already. */
    origins: async (): Promise<{ readonly fiscalYear: number; readonly knownTo: Month }[]> => {
      const rows = await db
        .selectFrom("year_forecast as f")
        .select(["f.fiscal_year as fiscalYear", "f.known_to as knownTo"])
        .distinct()
        .where(inForce("f", moment))
        .orderBy("f.known_to")
        .execute();
      return rows.map(({ fiscalYear, knownTo }) => ({ fiscalYear, knownTo: knownTo as Month }));
    },
  };
}

export function forecastsWriter(writing: Writing) {
  const refer = async (rows: readonly { readonly kpi: string; readonly unit: string }[]) => {
    const kpis = await referencesTo(writing, "kpi", [...new Set(rows.map(({ kpi }) => kpi))]);
    const units = await referencesTo(writing, "unit", [...new Set(rows.map(({ unit }) => unit))]);
    return ({ kpi, unit }: { readonly kpi: string; readonly unit: string }) => ({
      kpi_id: kpis.of(kpi),
      unit_id: units.of(unit),
    });
  };
  return {
    add: async (forecasts: readonly RecordedForecast[]): Promise<void> => {
      const placeOf = await refer(forecasts);
      const sayings = forecasts.map((said) => ({
        key: { ...placeOf(said), fiscal_year: said.fiscalYear, known_to: said.knownTo },
        values: {
          ...{ as_of: said.asOf, basis: said.basis, inputs_sha256: said.inputsSha256, method: said.method },
          ...{ rule_set: said.ruleSet, history_months: said.historyMonths, median: said.median },
          ...{ low80: said.low80, high80: said.high80, low95: said.low95, high95: said.high95 },
          ...{ probability: said.probability, target_low: said.targetLow, target_high: said.targetHigh },
        },
        expectedVersion: 0,
      }));
      await sayVersions(writing, "year_forecast", sayings);
    },
    /** Says what became of years; answers how many of them are said anew. */
    sayOutcomes: async (outcomes: readonly RecordedOutcome[]): Promise<number> => {
      const placeOf = await refer(outcomes);
      const said = await sayVersions(
        writing,
        "year_outcome",
        outcomes.map((outcome) => {
          const reached = outcome.reached ? 1 : 0;
          return {
            key: { ...placeOf(outcome), fiscal_year: outcome.fiscalYear },
            values: { figure: outcome.figure, reached: outcome.reached === null ? null : reached },
          };
        }),
      );
      return said.filter(({ changed }) => changed).length;
    },
  };
}
