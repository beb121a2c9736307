import type { Readings } from "../../db/store.ts";
import { type DateText, monthOf } from "../../shared/domain/calendar.ts";
import { decimalNumber } from "../../shared/domain/decimal.ts";
import type { ReferenceData, ReferenceKpi, ReferenceTerm } from "../../shared/domain/imports/reference.ts";
import { ALWAYS, type Month } from "../../shared/domain/month.ts";
import { type Holder, may } from "../../shared/domain/permissions.ts";
import type { PeriodState } from "../../shared/domain/revision.ts";
import type { UnitEdge } from "../../shared/domain/tree.ts";

const FOR_EVER = "9999-12" as Month;

type AssignedTerm = ReferenceTerm & { readonly assignment: number };

/** What the organisation holds, as far as any import is checked against it, but for which rows are unchanged. */
export type Reference = Omit<ReferenceData, "isUnchanged" | "terms"> & {
  /** KPI, then unit: codes. */
  readonly terms: ReadonlyMap<string, ReadonlyMap<string, readonly AssignedTerm[]>>;
};

export type ReferenceQuestion = {
  readonly holder: Holder;
  readonly today: DateText;
  /** The units whose assignments and period states matter, by code; null for all. */
  readonly units: readonly string[] | null;
};

/** Reads all that the rows of an import refer to, with the rights of whoever imports them. */
export async function readReference(
  store: Readings,
  { holder, today, units: named }: ReferenceQuestion,
): Promise<Reference> {
  const organisation = await store.organisation.find();
  const units = await store.organisation.units();
  const edges = await store.organisation.edges();
  const themes = await store.strategy.themes();
  const listed = await store.kpis.list();
  const asked = named === null ? null : new Set(named);
  const states = await store.organisation.periodStates({ units: named, from: ALWAYS, to: FOR_EVER });
  return {
    fiscalYearStart: organisation?.fiscalYearStart ?? 1,
    currentMonth: monthOf(today),
    units: new Set(units.map(({ code }) => code)),
    edges,
    themes: new Map(themes.map(({ code, strategy }) => [code, { strategy }])),
    kpis: await readKpis(store, listed),
    terms: await readTerms(store, {
      kpis: codesById(listed),
      units: codesById(asked === null ? units : units.filter(({ code }) => asked.has(code))),
      isAll: asked === null,
    }),
    ...stateLookups(states, edges),
    may: (action, unit) => may(holder, action, unit),
  };
}

type Listed = { readonly id: number; readonly code: string };

function codesById(listed: readonly Listed[]): Map<number, string> {
  return new Map(listed.map(({ id, code }) => [id, code]));
}

async function readKpis(store: Readings, listed: readonly Listed[]): Promise<Map<string, ReferenceKpi>> {
  const definitions = await store.kpis.definitionsOf(null);
  const tolerances = await store.kpis.tolerancesOf(null);
  const withResults = await store.kpis.withResults();
  const themes = await store.kpis.themesOf();
  const counted = new Set((await store.trainings.fedKpis()).map(({ code }) => code));
  return new Map(
    listed.map(({ id, code }) => {
      const ofKpi = (tolerances.get(id) ?? []).flatMap(({ validFrom, tolerance }) =>
        tolerance === null
          ? []
          : [{ from: validFrom, kind: tolerance.kind, amount: decimalNumber(tolerance.amount) ?? 0 }],
      );
      const versions = definitions.get(id) ?? [];
      const theme = themes.get(id) ?? null;
      return [
        code,
        { theme, versions, tolerances: ofKpi, hasResults: withResults.has(id), isCounted: counted.has(code) },
      ];
    }),
  );
}

type TermScope = {
  readonly kpis: ReadonlyMap<number, string>;
  readonly units: ReadonlyMap<number, string>;
  readonly isAll: boolean;
};

async function readTerms(store: Readings, { kpis, units, isAll }: TermScope): Promise<Reference["terms"]> {
  const found = new Map<string, Map<string, AssignedTerm[]>>();
  const terms = await store.kpis.termsOf({ kpis: null, units: isAll ? null : [...units.keys()] });
  for (const { kpi, unit, assignment, from, to } of terms) {
    const [kpiCode, unitCode] = [kpis.get(kpi) ?? "", units.get(unit) ?? ""];
    const byUnit = found.get(kpiCode) ?? new Map<string, AssignedTerm[]>();
    const known = byUnit.get(unitCode) ?? [];
    known.push({ assignment, from, to });
    found.set(kpiCode, byUnit.set(unitCode, known));
  }
  return found;
}

type UnitState = { readonly unit: string; readonly month: Month; readonly state: PeriodState };

function stateLookups(
  states: readonly UnitState[],
  edges: readonly UnitEdge[],
): Pick<Reference, "stateOf" | "lockedMonths"> {
  const byUnit = new Map<string, Map<Month, PeriodState>>();
  for (const { unit, month, state } of states) {
    const ofUnit = byUnit.get(unit) ?? new Map<Month, PeriodState>();
    byUnit.set(unit, ofUnit.set(month, state));
  }
  const known = new Map<string | null, readonly Month[]>();
  const lockedIn = (units: Iterable<string>) => {
    const months = new Set<Month>();
    for (const unit of units) {
      for (const [month, state] of byUnit.get(unit) ?? []) if (state === "locked") months.add(month);
    }
    return [...months].sort();
  };
  return {
    stateOf: (unit, month) => byUnit.get(unit)?.get(month) ?? "open",
    lockedMonths: (unit) => {
      const months = known.get(unit) ?? lockedIn(unit === null ? byUnit.keys() : everBelow(edges, unit));
      known.set(unit, months);
      return months;
    },
  };
}

/** The unit and whatever has lain below it in any month. */
function everBelow(edges: readonly UnitEdge[], top: string): Set<string> {
  const found = new Set([top]);
  for (const unit of found) for (const { child, parent } of edges) if (parent === unit) found.add(child);
  return found;
}
