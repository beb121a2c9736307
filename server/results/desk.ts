import type { OpenRevisions, Readings } from "../../db/store.ts";
import { type DateText, isPeriod, isWithin, monthOf, periodOf } from "../../shared/domain/calendar.ts";
import type { FailureCode, FailureDetails } from "../../shared/domain/failures.ts";
import { type KpiDefinition, versionOf } from "../../shared/domain/kpi-definition.ts";
import type { Month } from "../../shared/domain/month.ts";
import type { PeriodState } from "../../shared/domain/revision.ts";

/** One measurement by its codes. */
export type Sought = { readonly unit: string; readonly kpi: string; readonly period: Month };

/** A measurement with all that a step on it is judged by. */
export type Seat = Sought & {
  readonly assignment: number;
  readonly definition: KpiDefinition;
  /** All versions, in order of time. */
  readonly definitions: readonly KpiDefinition[];
  readonly periodState: PeriodState;
  readonly open: OpenRevisions;
};

export type Refused = { readonly refused: { readonly code: FailureCode; readonly details: FailureDetails } };

/** What steps on results are taken on: the measurements asked for, each with its seat or why it has none. */
export type Desk = {
  readonly approvalOn: boolean;
  readonly entryDueDay: number;
  readonly fiscalYearStart: number;
  readonly seats: readonly (Seat | Refused)[];
};

export async function readDesk(store: Readings, sought: readonly Sought[], today: DateText): Promise<Desk> {
  const organisation = await store.organisation.find();
  const kpis = await store.kpis.idsOf([...new Set(sought.map(({ kpi }) => kpi))]);
  const units = await store.organisation.unitIds([...new Set(sought.map(({ unit }) => unit))]);
  const definitions = await store.kpis.definitionsOf([...kpis.values()]);
  const terms = await store.kpis.termsOf({ kpis: [...kpis.values()], units: [...units.values()] });
  const counted = new Set((await store.trainings.fedKpis()).map(({ code }) => code));
  const periods = sought.map(({ period }) => period).sort();
  const scope = {
    units: [...units.keys()],
    from: periods[0] ?? ("9999-12" as Month),
    to: periods.at(-1) ?? ("0000-01" as Month),
  };
  const states = await store.organisation.periodStates(scope);
  const stateOf = new Map(states.map(({ unit, month, state }) => [`${unit} ${month}`, state]));
  const fiscalYearStart = organisation?.fiscalYearStart ?? 1;
  const places = sought.map((one): Omit<Seat, "open"> | Refused => {
    const [kpi, unit] = [kpis.get(one.kpi), units.get(one.unit)];
    if (kpi === undefined) return refused("unknown-code", { what: "KPI", code: one.kpi });
    if (unit === undefined) return refused("unknown-code", { what: "Unit", code: one.unit });
    if (counted.has(one.kpi)) {
      const problem = `${one.kpi} is counted from the training records. Record the trainings instead.`;
      return refused("invalid-value", { problem });
    }
    const versions = definitions.get(kpi) ?? [];
    const definition = versionOf(versions, one.period);
    const term = terms.find((t) => t.kpi === kpi && t.unit === unit && isWithin(one.period, t.from, t.to));
    const isAssigned = term !== undefined && term.notApplicableReason === null;
    const fault = placeFault(one, { definition, isAssigned, fiscalYearStart, today });
    if (fault !== null || definition === null || term === undefined) return fault ?? refused("not-found");
    const periodState = stateOf.get(`${one.unit} ${one.period}`) ?? "open";
    return { ...one, assignment: term.assignment, definition, definitions: versions, periodState };
  });
  const seats = await withOpen(store, places);
  return {
    approvalOn: organisation?.approval === true,
    entryDueDay: organisation?.entryDueDay ?? 10,
    fiscalYearStart,
    seats,
  };
}

export function refused(code: FailureCode, details: FailureDetails = {}): Refused {
  return { refused: { code, details } };
}

type Judged = {
  readonly definition: KpiDefinition | null;
  readonly isAssigned: boolean;
  readonly fiscalYearStart: number;
  readonly today: DateText;
};

/** Why nothing can be entered for this unit, KPI and period at all. */
function placeFault({ unit, kpi, period }: Sought, judged: Judged): Refused | null {
  const { definition, isAssigned, fiscalYearStart, today } = judged;
  if (definition === null) return refused("not-found", { what: "definition of this KPI" });
  if (definition.input === "derived") {
    return refused("invalid-value", { problem: `${kpi} is computed from other KPIs. Enter those.` });
  }
  if (period > monthOf(today)) return refused("invalid-value", { problem: `${period} has not begun.` });
  if (!isPeriod(period, definition.frequency, fiscalYearStart)) {
    const right = periodOf(period, definition.frequency, fiscalYearStart);
    return refused("not-reported-then", { kpi, month: period, right });
  }
  return isAssigned ? null : refused("not-assigned", { unit, kpi, month: period });
}

async function withOpen(
  store: Readings,
  places: readonly (Omit<Seat, "open"> | Refused)[],
): Promise<(Seat | Refused)[]> {
  const seated = places.filter((place): place is Omit<Seat, "open"> => !("refused" in place));
  const open = await store.results.findOpen(seated);
  const bySeat = new Map(seated.map((place, at) => [place, open[at] ?? { counting: null, pending: null }]));
  return places.map((place) =>
    "refused" in place ? place : { ...place, open: bySeat.get(place) ?? { counting: null, pending: null } },
  );
}
