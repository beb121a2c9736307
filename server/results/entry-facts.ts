import type { NamedRevision, OrganisationRow } from "../../db/store.ts";
import { isOpen } from "../../shared/domain/action.ts";
import { isPeriod } from "../../shared/domain/calendar.ts";
import { decimalOfNumber } from "../../shared/domain/decimal.ts";
import { AppError } from "../../shared/domain/failures.ts";
import { judgementAt, type KpiAtUnit, toleranceOf, type UnitFigures } from "../../shared/domain/kpi-at-unit.ts";
import { addMonths, type Month, monthRange } from "../../shared/domain/month.ts";
import { may } from "../../shared/domain/permissions.ts";
import type { PeriodState } from "../../shared/domain/revision.ts";
import { newestOf } from "../../shared/domain/revision.ts";
import type { Target } from "../../shared/domain/target.ts";
import type { Tolerance } from "../../shared/domain/tolerance.ts";
import { ancestorsOf, treeOfMonth } from "../../shared/domain/tree.ts";
import type { Actor } from "../access/actor.ts";
import { localeOf } from "../access/asked-language.ts";
import { type DueCell, type EntryRecords, readDueCells } from "./due-cells.ts";
import type { EntryCourse } from "./entry-series.ts";

/** Months of a series that limits are computed from. */
const SERIES_MONTHS = 36;

export type NamedUnit = { readonly id: number; readonly code: string; readonly name: string; readonly kind: string };

/** A unit's month as it is found before anything is entered. */
export type EntryMonth = {
  readonly unit: NamedUnit;
  readonly month: Month;
  readonly organisation: OrganisationRow;
  readonly state: PeriodState;
  /** Who closed or locked it, and when; null while it is open. */
  readonly stateBy: { readonly person: string | null; readonly at: number } | null;
  readonly due: readonly DueCell[];
};

/** One row's facts. */
export type EntryFact = {
  readonly course: EntryCourse;
  readonly newest: NamedRevision | null;
  readonly counting: NamedRevision | null;
  readonly target: Target | null;
  readonly tolerance: Tolerance | null;
  readonly hasPlan: boolean;
  readonly confirmed: readonly string[];
  readonly lastCause: string | null;
};

export type EntryFacts = EntryMonth & {
  readonly rows: readonly EntryFact[];
  /** Names by code. */
  readonly names: ReadonlyMap<string, string>;
  /** Names by id. */
  readonly people: ReadonlyMap<number, string>;
};

/** Finds the unit's month and refuses a unit that the actor may not read. */
export async function readEntryMonth(
  records: EntryRecords,
  actor: Actor,
  asked: { readonly unit: string; readonly month: Month },
): Promise<EntryMonth> {
  const { unit: code, month } = asked;
  const organisation = await records.organisation.find();
  if (organisation === null) throw new AppError("no-organisation");
  const unit = (await records.organisation.units()).find((candidate) => candidate.code === code);
  if (unit === undefined || !may(actor.holder, "read", code)) throw new AppError("not-found", { what: "unit", code });
  const [said] = await records.organisation.periodStates({ units: [code], from: month, to: month });
  const due = await readDueCells(records, { unit: unit.id, month, fiscalYearStart: organisation.fiscalYearStart });
  return {
    ...{ unit, month, due },
    organisation: { ...organisation, locale: localeOf(actor, organisation) },
    state: said?.state ?? "open",
    stateBy: said === undefined || said.state === "open" ? null : { person: said.by, at: said.at },
  };
}

/** Everything that the rows of a unit's month are made of, in a number of statements that depends on nothing. */
export async function readEntryFacts(records: EntryRecords, actor: Actor, found: EntryMonth): Promise<EntryFacts> {
  const { unit, month, organisation, due } = found;
  const months = monthRange(addMonths(month, -SERIES_MONTHS), month);
  const kpis = due.map(({ kpi }) => kpi.id);
  const open = Map.groupBy(
    await records.results.openOfUnit({ unit: unit.id, kpis, periods: months }),
    ({ kpi }) => kpi,
  );
  const figures: UnitFigures = {
    kpis: (await records.insight.figures({ units: [unit.id], kpis, months })).at(unit.id),
    due: { today: actor.today, entryDueDay: organisation.entryDueDay },
    minimumCoverage: decimalOfNumber(organisation.minimumCoverage),
  };
  const phases = await records.kpis.phasesOf({ kpis, units: [unit.id] });
  const tree = treeOfMonth(await records.organisation.edges(), month);
  const planned = await records.actions.list({ units: [unit.code, ...ancestorsOf(tree, unit.code)], kpis: null });
  const plans = new Set(planned.filter(({ state }) => isOpen(state)).map(({ kpi }) => kpi));
  const people = await records.people.list();
  const rows = due.map((cell) => {
    const revisions = open.get(cell.kpi.id) ?? [];
    const periods = months.filter((period) =>
      isPeriod(period, cell.definition.frequency, organisation.fiscalYearStart),
    );
    const own = phases.filter(({ kpi }) => kpi === cell.kpi.id).map(({ from }) => from);
    const hasPlan = plans.has(cell.kpi.code);
    return factOf({ cell, revisions, periods, month, hasPlan, phases: own, figures });
  });
  const flags = await records.results.flagsOf(rows.flatMap(({ newest }) => (newest === null ? [] : [newest.id])));
  const answered = Map.groupBy(
    flags.filter(({ answer }) => answer !== null),
    ({ revision }) => revision,
  );
  return {
    ...found,
    names: new Map(people.map(({ code, name }) => [code, name])),
    people: new Map(people.map(({ id, name }) => [id, name])),
    rows: rows.map((row) => ({
      ...row,
      confirmed: (answered.get(row.newest?.id ?? 0) ?? []).map(({ rule }) => rule),
    })),
  };
}

type RowFacts = {
  readonly cell: DueCell;
  /** What is open of the KPI at the unit. */
  readonly revisions: readonly NamedRevision[];
  /** The KPI's periods up to and including the month. */
  readonly periods: readonly Month[];
  readonly month: Month;
  readonly hasPlan: boolean;
  readonly phases: readonly Month[];
  readonly figures: UnitFigures;
};

function factOf(facts: RowFacts): EntryFact {
  const { cell, revisions, periods, month, figures, hasPlan, phases } = facts;
  const kpi: KpiAtUnit | undefined = figures.kpis.get(cell.kpi.code);
  const counting = new Map(revisions.filter(({ counts }) => counts).map((revision) => [revision.period, revision]));
  const pending = revisions.find((revision) => !revision.counts && revision.period === month) ?? null;
  const targets = new Map(
    periods.map((period) => [period, judgementAt(figures, cell.kpi.code, period)?.target ?? null] as const),
  );
  const before = periods.filter((period) => period < month);
  return {
    course: { cell, periods: before, month, counting, targets, phases },
    counting: counting.get(month) ?? null,
    newest: newestOf(counting.get(month) ?? null, pending),
    target: targets.get(month) ?? null,
    tolerance: kpi === undefined ? null : toleranceOf(kpi, month),
    hasPlan,
    confirmed: [],
    lastCause: before.map((period) => counting.get(period)?.cause ?? null).findLast((cause) => cause !== null) ?? null,
  };
}
