import type { Readings, RevisionSaying, Store, Writings } from "../../db/store.ts";
import { type DateText, isPeriod, isWithin, lastDay, monthOf } from "../../shared/domain/calendar.ts";
import { coverageAt, type Required, requiredOn, standingOn } from "../../shared/domain/competence.ts";
import { versionOf } from "../../shared/domain/kpi-definition.ts";
import { addMonths, type Month, monthRange } from "../../shared/domain/month.ts";
import { treeOfMonth } from "../../shared/domain/tree.ts";
import { countedComment, NOBODY_NEEDS_ONE } from "../../shared/text/training-text.ts";

type Counted = { readonly valid: number; readonly required: number };

/** Months back from the newest that are counted again; what is closed or locked stays in any case. */
const REACH = 12;

/** Roles of people by their codes, with the days on which they hold them. */
export async function grantsByPerson({ people }: Pick<Readings, "people">) {
  const codes = new Map(
    (await people.list()).filter(({ state }) => state === "active").map(({ id, code }) => [id, code]),
  );
  return (await people.grants()).flatMap((grant) => {
    const person = codes.get(grant.personId);
    return person === undefined ? [] : [{ ...grant, person }];
  });
}

/** How many of the trainings that the people of each unit need were valid on the last day of a month. */
async function coverageOf(store: Readings, months: readonly Month[]) {
  const needs = await store.trainings.needs();
  const grants = await grantsByPerson(store);
  const edges = await store.organisation.edges();
  const records = Map.groupBy(await store.trainings.records(), ({ person, training }) => `${person} ${training}`);
  const required = new Map(
    months.map((month) => {
      const day = lastDay(month);
      return [month, requiredOn(needs, grants, { tree: treeOfMonth(edges, month), day })] as const;
    }),
  );
  return (unit: string, month: Month): Counted => {
    const isValid = ({ person, training }: Required) => {
      const { state } = standingOn(records.get(`${person} ${training}`) ?? [], lastDay(month));
      return state === "valid" || state === "expiring";
    };
    return coverageAt(unit, required.get(month) ?? [], isValid);
  };
}

type Cell = { readonly unit: string; readonly assignment: number; readonly period: Month };

/**
 * Counts the KPIs that are fed from training records anew, for ended months that are still open: numerator and denominator
 * of each unit's own people. What is as it was is left alone, so that counting again writes nothing. Answers how many
 * results changed.
 */
export async function countCoverage(store: Writings, { today }: { readonly today: DateText }): Promise<number> {
  const fed = await store.trainings.fedKpis();
  if (fed.length === 0) return 0;
  const newest = addMonths(monthOf(today), -1);
  const months = monthRange(addMonths(newest, 1 - REACH), newest);
  const cells = await openCells(store, { fed: fed.map(({ code }) => code), months });
  const open = await store.results.findOpen(cells);
  const coverage = await coverageOf(store, months);
  const sayings = cells.flatMap((cell, at): RevisionSaying[] => {
    const { counting, pending } = open[at] ?? { counting: null, pending: null };
    const { valid, required } = coverage(cell.unit, cell.period);
    const isSame = required === 0 ? counting?.kind === "not_applicable" : isRatio(counting, { valid, required });
    if (isSame) return [];
    return [
      {
        ...{ assignment: cell.assignment, period: cell.period, value: null, cause: null, open: { counting, pending } },
        ...(required === 0
          ? { kind: "not_applicable", numerator: null, denominator: null, comment: null, reason: NOBODY_NEEDS_ONE }
          : { kind: "number", numerator: valid, denominator: required, reason: null }),
        ...(required === 0 ? {} : { comment: countedComment({ valid, required }) }),
        ...{ state: "submitted", counts: true, source: "api", restatement: false, by: null },
      } as RevisionSaying,
    ];
  });
  await store.results.write(sayings);
  return sayings.length;
}

function isRatio(
  counting: { readonly numerator: number | null; readonly denominator: number | null } | null,
  { valid, required }: Counted,
): boolean {
  return counting?.numerator === valid && counting.denominator === required;
}

type Asked = { readonly fed: readonly string[]; readonly months: readonly Month[] };

/** Where a fed KPI is due and its month takes results. */
async function openCells(store: Writings, { fed, months }: Asked): Promise<Cell[]> {
  const [from, to] = [months[0], months.at(-1)];
  const organisation = await store.organisation.find();
  if (organisation === null || from === undefined || to === undefined) return [];
  const ids = [...(await store.kpis.idsOf(fed)).values()];
  const definitions = await store.kpis.definitionsOf(ids);
  const units = new Map((await store.organisation.units()).map(({ id, code }) => [id, code]));
  const states = await store.organisation.periodStates({ units: [...units.values()], from, to });
  const shut = new Set(states.filter(({ state }) => state !== "open").map(({ unit, month }) => `${unit} ${month}`));
  const terms = await store.kpis.termsOf({ kpis: ids, units: null });
  return terms.flatMap((term) => {
    const unit = units.get(term.unit);
    if (unit === undefined || term.notApplicableReason !== null) return [];
    return months
      .filter((month) => {
        const definition = versionOf(definitions.get(term.kpi) ?? [], month);
        const isDue = isWithin(month, term.from, term.to) && !shut.has(`${unit} ${month}`);
        return isDue && definition !== null && isPeriod(month, definition.frequency, organisation.fiscalYearStart);
      })
      .map((period) => ({ unit, assignment: term.assignment, period }));
  });
}

/** Counts once a day what the calendar changes: months that ended, records that expired. */
export async function refreshCoverage(store: Store, today: DateText): Promise<number> {
  const event = { actor: "system", command: "coverage-counted", entity: "result" };
  return store.command(event, async (writing, written) => {
    const changed = await countCoverage(writing, { today });
    if (changed === 0) written.leaveNoEvent();
    else written.describe({ after: { changed } });
    return changed;
  });
}
