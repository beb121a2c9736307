import type { NamedRevision } from "../../db/store.ts";
import { firstMonthOfYear, fiscalYearOf, isPeriod, isWithin, monthOf } from "../../shared/domain/calendar.ts";
import { AppError } from "../../shared/domain/failures.ts";
import type { ImportKind } from "../../shared/domain/imports/columns.ts";
import { sampleRows } from "../../shared/domain/imports/samples.ts";
import { type KpiDefinition, versionOf } from "../../shared/domain/kpi-definition.ts";
import { addMonths, type Month, monthRange } from "../../shared/domain/month.ts";
import { may, unitsOf } from "../../shared/domain/permissions.ts";
import { childrenOf, treeOfMonth } from "../../shared/domain/tree.ts";
import type { Actor } from "../access/actor.ts";

/** Months of a results template; left out, the fiscal year up to the newest month that has ended. */
export type TemplateAsked = {
  readonly kind: ImportKind;
  readonly unit?: string | undefined;
  readonly from?: Month | undefined;
  readonly to?: Month | undefined;
};

export type TemplateRow = (string | number | null)[];

const MOST_MONTHS = 60;

/**
 * Rows to begin a file with. For results: a row for each result that the actor is to give in these months, with what has
 * been reported already, so that it can come back unchanged. For every other kind, and where nothing is assigned yet: two
 * examples.
 */
export async function templateRows(actor: Actor, asked: TemplateAsked): Promise<Iterable<TemplateRow>> {
  const organisation = await actor.store.organisation.find();
  if (organisation === null) throw new AppError("no-organisation");
  const newest = addMonths(monthOf(actor.today), -1);
  const examples = async () => sampleRows(asked.kind, await groundOf(actor, newest));
  if (asked.kind !== "results") return examples();
  const { fiscalYearStart } = organisation;
  const to = asked.to ?? newest;
  const from = asked.from ?? firstMonthOfYear(fiscalYearOf(to, fiscalYearStart), fiscalYearStart);
  const months = from > to ? [] : monthRange(from, to);
  if (months.length > MOST_MONTHS) throw new AppError("too-large", { limit: `${MOST_MONTHS} months` });
  const rows = await resultRows(actor, { unit: asked.unit, months, fiscalYearStart });
  return rows.length === 0 ? examples() : rows;
}

async function groundOf({ store, today }: Actor, month: Month) {
  const tree = treeOfMonth(await store.organisation.edges(), monthOf(today));
  const { root } = tree;
  const leaf = [...tree.parentOf.keys()].find((unit) => childrenOf(tree, unit).length === 0);
  const [theme] = await store.strategy.themes();
  return { root, unit: leaf ?? root, theme: theme?.code ?? null, month };
}

type Wanted = {
  readonly unit: string | undefined;
  readonly months: readonly Month[];
  readonly fiscalYearStart: number;
};

async function resultRows(actor: Actor, { unit, months, fiscalYearStart }: Wanted): Promise<TemplateRow[]> {
  const { store, holder } = actor;
  if (unit !== undefined && !may(holder, "enter-results", unit)) throw new AppError("not-allowed");
  const enterable = unitsOf(holder, "enter-results");
  const wanted = (await store.organisation.units()).filter(
    ({ code }) => (unit === undefined || code === unit) && (enterable === "all" || enterable.has(code)),
  );
  const units = new Map(wanted.map(({ id, code }) => [id, code]));
  const kpis = new Map((await store.kpis.list()).map(({ id, code }) => [id, code]));
  const definitions = await store.kpis.definitionsOf(null);
  const said = await reportedRows(actor, [...units.keys()], months);
  const terms = await store.kpis.termsOf({ kpis: null, units: [...units.keys()] });
  const order = [...units.keys()];
  terms.sort((a, b) => order.indexOf(a.unit) - order.indexOf(b.unit) || a.kpi - b.kpi);
  return terms.flatMap(({ unit: at, kpi, assignment, from, to, notApplicableReason }) => {
    if (notApplicableReason !== null) return [];
    return months
      .filter((month) => isWithin(month, from, to) && isReported(definitions.get(kpi) ?? [], month, fiscalYearStart))
      .map((month) => [
        ...[units.get(at) ?? "", kpis.get(kpi) ?? "", month],
        ...shownOf(said.get(`${assignment} ${month}`)),
      ]);
  });
}

function isReported(versions: readonly KpiDefinition[], month: Month, fiscalYearStart: number): boolean {
  const definition = versionOf(versions, month);
  if (definition === null || definition.input === "derived") return false;
  return isPeriod(month, definition.frequency, fiscalYearStart);
}

const PAGE = 5_000;

/** What counts of the months, by assignment and period. */
async function reportedRows(
  { store }: Actor,
  units: readonly number[],
  months: readonly Month[],
): Promise<ReadonlyMap<string, NamedRevision>> {
  const said = new Map<string, NamedRevision>();
  const [from, to] = [months[0], months.at(-1)];
  if (from === undefined || to === undefined) return said;
  for (let after: { assignment: number; period: Month } | null = null; ; ) {
    const page: NamedRevision[] = await store.results.list({ units, kpis: null, from, to, after, limit: PAGE });
    for (const one of page) said.set(`${one.assignment} ${one.period}`, one);
    const last = page.at(-1);
    if (page.length < PAGE || last === undefined) return said;
    after = { assignment: last.assignment, period: last.period };
  }
}

function shownOf(revision: NamedRevision | undefined): TemplateRow {
  if (revision === undefined || revision.kind === "missing") return [null, null, null, null];
  const { kind, value, numerator, denominator, comment } = revision;
  return [kind === "not_applicable" ? "n/a" : value, numerator, denominator, comment];
}
