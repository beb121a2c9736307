import { decimalNumber, decimalOfNumber } from "../../shared/domain/decimal.ts";
import type { AnalysisUse, KpiDefinition } from "../../shared/domain/kpi-definition.ts";
import type { Month } from "../../shared/domain/month.ts";
import { inForce } from "../in-force.ts";
import type { Row, ValuesOf } from "../record-tables.ts";
import { type Said, sayVersions } from "../versions.ts";
import type { Reading, Writing } from "../writing.ts";

/** A definition as it is recorded: `n` counts its revisions, for `expectedVersion`. */
export type RecordedDefinition = KpiDefinition & { readonly n: number };

/** What a definition says; which version it is follows from the months of the others. */
export type DefinitionSaying = {
  readonly kpi: number;
  readonly definition: Omit<KpiDefinition, "version">;
  readonly expectedVersion?: number;
};

/** Definitions by KPI, in the order of their first months. */
export async function readDefinitions(
  { db, moment }: Reading,
  kpis: readonly number[] | null,
): Promise<Map<number, RecordedDefinition[]>> {
  if (kpis?.length === 0) return new Map();
  const rows = await db
    .selectFrom("kpi_definition")
    .selectAll()
    .where(inForce("kpi_definition", moment))
    .$if(kpis !== null, (query) => query.where("kpi_id", "in", kpis ?? []))
    .orderBy("kpi_id")
    .orderBy("from_month")
    .execute();
  const found = new Map<number, RecordedDefinition[]>();
  for (const row of rows) {
    const known = found.get(row.kpi_id);
    if (known === undefined) found.set(row.kpi_id, [definitionOf(row)]);
    else known.push(definitionOf(row));
  }
  return found;
}

/** Says definitions, at most one for each KPI and first month. */
export async function sayDefinitions(writing: Writing, sayings: readonly DefinitionSaying[]): Promise<Said[]> {
  const recorded = await readDefinitions(writing, [...new Set(sayings.map(({ kpi }) => kpi))]);
  const versions = new Map<string, number>();
  const highest = new Map<number, number>();
  for (const [kpi, definitions] of recorded) {
    for (const { validFrom, version } of definitions) {
      versions.set(`${kpi} ${validFrom}`, version);
      highest.set(kpi, Math.max(version, highest.get(kpi) ?? 0));
    }
  }
  return sayVersions(
    writing,
    "kpi_definition",
    sayings.map(({ kpi, definition, ...expected }) => {
      const known = versions.get(`${kpi} ${definition.validFrom}`);
      const version = known ?? (highest.get(kpi) ?? 0) + 1;
      highest.set(kpi, Math.max(version, highest.get(kpi) ?? 0));
      const key = { kpi_id: kpi, from_month: definition.validFrom };
      return { key, values: valuesOf(definition, version), ...expected };
    }),
  );
}

function definitionOf(row: Row<"kpi_definition">): RecordedDefinition {
  return {
    n: row.n,
    version: row.version,
    validFrom: row.from_month as Month,
    name: row.name,
    description: textOrNull(row.description),
    formula: textOrNull(row.formula),
    source: textOrNull(row.data_source),
    exclusions: textOrNull(row.exclusions),
    unitOfMeasure: row.unit_of_measure,
    decimals: row.decimals,
    direction: row.direction,
    input: row.input,
    numeratorLabel: textOrNull(row.numerator_label),
    denominatorLabel: textOrNull(row.denominator_label),
    multiplier: decimalOfNumber(row.multiplier),
    expression: row.expression,
    frequency: row.frequency,
    minimum: row.minimum,
    maximum: row.maximum,
    orgRule: row.org_rule,
    timeRule: row.time_rule,
    chartKind: row.chart_kind,
    uses: row.uses === "" ? [] : (row.uses.split(",") as AnalysisUse[]),
  };
}

function valuesOf(definition: Omit<KpiDefinition, "version">, version: number): ValuesOf<"kpi_definition"> {
  return {
    version,
    name: definition.name,
    description: definition.description ?? "",
    formula: definition.formula ?? "",
    data_source: definition.source ?? "",
    exclusions: definition.exclusions ?? "",
    unit_of_measure: definition.unitOfMeasure,
    decimals: definition.decimals,
    direction: definition.direction,
    input: definition.input,
    numerator_label: definition.numeratorLabel ?? "",
    denominator_label: definition.denominatorLabel ?? "",
    multiplier: decimalNumber(definition.multiplier) ?? 1,
    expression: definition.expression,
    frequency: definition.frequency,
    minimum: definition.minimum,
    maximum: definition.maximum,
    org_rule: definition.orgRule,
    time_rule: definition.timeRule,
    chart_kind: definition.chartKind,
    uses: definition.uses.join(","),
  };
}

function textOrNull(text: string): string | null {
  return text === "" ? null : text;
}
