import type { Readings } from "../../db/store.ts";
import { isPeriod, isWithin } from "../../shared/domain/calendar.ts";
import { decimalNumber } from "../../shared/domain/decimal.ts";
import type { EntryContent, EntryRules } from "../../shared/domain/entry-content.ts";
import { type KpiDefinition, versionOf } from "../../shared/domain/kpi-definition.ts";
import type { Month } from "../../shared/domain/month.ts";

/** The records that entry reads; those of a running command serve as well. */
export type EntryRecords = Pick<
  Readings,
  "actions" | "insight" | "kpis" | "organisation" | "people" | "results" | "trainings"
>;

/** A KPI that a unit owes in a month, with the definition in force for it. */
export type DueCell = {
  readonly kpi: { readonly id: number; readonly code: string };
  readonly assignment: number;
  readonly definition: KpiDefinition;
  /** All versions, in order of time. */
  readonly definitions: readonly KpiDefinition[];
};

export type EntryPlace = { readonly unit: number; readonly month: Month; readonly fiscalYearStart: number };

/**
 * What a unit owes in a month, in the order in which the KPIs were set up: its assignments in force, of KPIs that have a
 * period then and are entered, neither computed nor counted from training records.
 */
export async function readDueCells(records: EntryRecords, place: EntryPlace): Promise<DueCell[]> {
  const { unit, month, fiscalYearStart } = place;
  const terms = Map.groupBy(await records.kpis.termsOf({ kpis: null, units: [unit] }), ({ kpi }) => kpi);
  const definitions = await records.kpis.definitionsOf([...terms.keys()]);
  const counted = new Set((await records.trainings.fedKpis()).map(({ code }) => code));
  const kpis = (await records.kpis.list()).filter(({ code }) => !counted.has(code)).toSorted((a, b) => a.id - b.id);
  return kpis.flatMap((kpi) => {
    const term = terms.get(kpi.id)?.findLast(({ from }) => from <= month);
    const versions = definitions.get(kpi.id) ?? [];
    const definition = versionOf(versions, month);
    if (term === undefined || definition === null || definition.input === "derived") return [];
    const isDue = isWithin(month, term.from, term.to) && term.notApplicableReason === null;
    if (!isDue || !isPeriod(month, definition.frequency, fiscalYearStart)) return [];
    return [{ kpi, assignment: term.assignment, definition, definitions: versions }];
  });
}

/** How the cells of a KPI are read and judged. */
export function entryRulesOf(definition: KpiDefinition): EntryRules {
  const { input, decimals, direction, minimum, maximum } = definition;
  return { input, decimals, direction, minimum, maximum, multiplier: decimalNumber(definition.multiplier) ?? 1 };
}

type Said = {
  readonly kind: "number" | "not_applicable" | "missing";
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly reason: string | null;
};

const EMPTY: EntryContent = { kind: "missing" };

/** What a revision says, as a cell's content; without a revision the cell is empty. */
export function contentOf(revision: Said | null | undefined): EntryContent {
  if (revision == null || revision.kind === "missing") return EMPTY;
  if (revision.kind === "not_applicable") return { kind: "not_applicable", reason: revision.reason ?? "" };
  const { value, numerator, denominator } = revision;
  if (numerator !== null && denominator !== null) return { kind: "ratio", numerator, denominator };
  return value === null ? EMPTY : { kind: "value", value };
}
