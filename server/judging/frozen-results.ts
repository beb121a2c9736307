import type { NamedRevision } from "../../db/store.ts";
import type { FrozenResults, SnapshotPayload } from "../../shared/contracts/snapshot-payload.ts";
import { monthsOfWindow } from "../../shared/domain/calendar.ts";
import type { Month } from "../../shared/domain/month.ts";
import { childrenOf, subtreeOf, treeOfMonth } from "../../shared/domain/tree.ts";
import type { Place } from "./asked-place.ts";

const PAGE = 5_000;

/** Whose results a holder may see: rights are today's, whatever the moment of the question. */
export type MayRead = (unit: string) => boolean;

type Scope = { readonly kpis: ReadonlySet<string>; readonly mayRead: MayRead };

/**
 * The results of the fiscal year so far that the frozen figures are made of, by KPI and unit in binary order of codes: of
 * every unit that lay below in the month it reports, without those that the taker may not read today.
 */
export async function frozenResults(place: Place, { kpis, mayRead }: Scope): Promise<FrozenResults[]> {
  const { readings, unit, period, settings } = place;
  const months = monthsOfWindow("ytd", period, settings.fiscalYearStart);
  const edges = await readings.organisation.edges();
  const below = new Map(months.map((month) => [month, new Set(subtreeOf(treeOfMonth(edges, month), unit.code))]));
  const codes = [...new Set([...below.values()].flatMap((units) => [...units]))].filter(mayRead);
  const units = [...(await readings.organisation.unitIds(codes)).values()];
  const found = new Map<string, { kpi: string; unit: string; reports: FrozenResults["reports"] }>();
  let after: { assignment: number; period: Month } | null = null;
  for (;;) {
    const from = months[0] ?? period;
    const page: NamedRevision[] = await readings.results.list({
      ...{ units, kpis: null, from, to: period, after, limit: PAGE },
    });
    for (const revision of page) {
      const { kpiCode: kpi, unitCode, kind } = revision;
      if (kind === "missing" || !kpis.has(kpi) || !below.get(revision.period)?.has(unitCode)) continue;
      const key = `${kpi} ${unitCode}`;
      const held = found.get(key) ?? { kpi, unit: unitCode, reports: [] };
      held.reports.push(reportOf(revision));
      found.set(key, held);
    }
    const last = page.at(-1);
    if (page.length < PAGE || last === undefined) break;
    after = { assignment: last.assignment, period: last.period };
  }
  for (const { reports } of found.values()) reports.sort(([a], [b]) => (a < b ? -1 : 1));
  return [...found.keys()].toSorted().flatMap((key) => found.get(key) ?? []);
}

function reportOf(revision: NamedRevision): FrozenResults["reports"][number] {
  const { period, kind, value, numerator, denominator, comment, byCode, at } = revision;
  const shown = kind === "not_applicable" ? ("n/a" as const) : value;
  return [period, shown, numerator, denominator, comment, byCode, new Date(at).toISOString()];
}

/** Units below that reported everything they owe of the period, and single results, each of how many. */
export async function periodCoverage(place: Place, kpis: ReadonlySet<string>): Promise<SnapshotPayload["coverage"]> {
  const { readings, tree, unit, period } = place;
  const leaves = subtreeOf(tree, unit.code).filter((code) => childrenOf(tree, code).length === 0);
  const ids = [...(await readings.organisation.unitIds(leaves)).values()];
  const answer = await readings.insight.figures({ units: ids, kpis: null, months: [period] });
  const units = { reported: 0, due: 0 };
  const results = { reported: 0, due: 0 };
  for (const id of ids) {
    const cells = [...answer.at(id).values()].flatMap(({ code, expression, periods }) => {
      const cell = periods.find(({ month }) => month === period)?.cell;
      return !kpis.has(code) || expression !== null || cell === undefined ? [] : [cell];
    });
    const due = cells.reduce((sum, cell) => sum + cell.assigned, 0);
    const reported = cells.reduce((sum, cell) => sum + cell.reported, 0);
    if (due === 0) continue;
    units.due += 1;
    if (reported >= due) units.reported += 1;
    results.due += due;
    results.reported += reported;
  }
  return { units, results };
}
