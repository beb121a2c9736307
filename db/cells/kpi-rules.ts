import { isPeriod } from "../../shared/domain/calendar.ts";
import { type KpiDefinition, versionOf } from "../../shared/domain/kpi-definition.ts";
import type { Month } from "../../shared/domain/month.ts";
import { inForce } from "../in-force.ts";
import { type RecordedDefinition, readDefinitions } from "../repositories/kpi-definitions.ts";
import type { Reading } from "../writing.ts";

/** The rules of some KPIs in every month. */
export type KpiRules = {
  /** 1 to 12. */
  readonly fiscalYearStart: number;
  /** In the order of their first months. */
  definitionsOf(kpi: number): readonly RecordedDefinition[];
  /** The definition in force; null for a KPI without one. */
  of(kpi: number, month: Month): KpiDefinition | null;
  /** Whether the KPI is reported in this month. */
  isPeriod(kpi: number, month: Month): boolean;
};

/** The rules of these KPIs (null: of all) as they were recorded at a moment. */
export async function readRules(reading: Reading, kpis: readonly number[] | null): Promise<KpiRules> {
  const organisation = await reading.db
    .selectFrom("organisation")
    .select("fiscal_year_start")
    .where(inForce("organisation", reading.moment))
    .executeTakeFirst();
  const fiscalYearStart = organisation?.fiscal_year_start ?? 1;
  const definitions = await readDefinitions(reading, kpis);
  const definitionsOf = (kpi: number) => definitions.get(kpi) ?? [];
  const of = (kpi: number, month: Month) => versionOf(definitionsOf(kpi), month);
  return {
    fiscalYearStart,
    definitionsOf,
    of,
    isPeriod: (kpi, month) => {
      const definition = of(kpi, month);
      return definition !== null && isPeriod(month, definition.frequency, fiscalYearStart);
    },
  };
}
