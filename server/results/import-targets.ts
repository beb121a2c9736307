import type { Readings, Writings } from "../../db/store.ts";
import { checkTargets, periodsOfTarget } from "../../shared/domain/imports/check-targets.ts";
import type { ImportRow } from "../../shared/domain/imports/row.ts";
import { versionOf } from "../../shared/domain/kpi-definition.ts";
import type { Month } from "../../shared/domain/month.ts";
import { type Importing, type ImportPlan, referenceWith, type Stored } from "./import-plan.ts";
import type { Reference } from "./import-reference.ts";

type TargetRow = ImportRow<"targets">;
type Saying = Parameters<Writings["kpis"]["setTargets"]>[0][number];
type Recorded = Awaited<ReturnType<Readings["kpis"]["targetsOf"]>>[number];

/** Targets of one row, one for each period it is for. */
type Planned = { readonly row: number; readonly sayings: readonly Saying[] };

/** So many targets go to the database at a time. */
const PART = 20_000;

/** A row is the target of a period, or of each period of a fiscal year. */
export async function planTargets(importing: Importing<"targets">): Promise<ImportPlan> {
  const { rows, store, reference } = importing;
  const kpis = await store.kpis.idsOf([...new Set(rows.map(({ kpi }) => kpi ?? ""))]);
  const units = await store.organisation.unitIds([...new Set(rows.map(({ unit }) => unit ?? ""))]);
  const planned = rows.map((row) => ({ row: row.row, sayings: sayingsOf(row, reference, { kpis, units }) }));
  const unchanged = await unchangedRows(store, planned);
  const changed = planned.filter(({ row }) => !unchanged.has(row));
  return {
    checked: checkTargets(rows, referenceWith(reference, unchanged)),
    unchanged: unchanged.size,
    write: (inside, stored) => writeTargets(inside, changed, stored),
  };
}

async function writeTargets(store: Writings, changed: readonly Planned[], stored: Stored): Promise<number> {
  // A month that a row names goes before a fiscal year that holds it.
  const byPlace = new Map<string, Saying>();
  const ordered = [...changed].sort((a, b) => b.sayings.length - a.sayings.length);
  for (const { sayings } of ordered) {
    for (const saying of sayings) byPlace.set(`${saying.kpi} ${saying.unit} ${saying.month}`, saying);
  }
  const all = [...byPlace.values()];
  for (let at = 0; at < all.length; at += PART) {
    await store.kpis.setTargets(all.slice(at, at + PART));
    stored(Math.round((Math.min(all.length, at + PART) / all.length) * changed.length));
  }
  return changed.length;
}

type Ids = { readonly kpis: ReadonlyMap<string, number>; readonly units: ReadonlyMap<string, number> };

function sayingsOf(row: TargetRow, reference: Reference, ids: Ids): Saying[] {
  const [kpi, unit] = [ids.kpis.get(row.kpi ?? ""), ids.units.get(row.unit ?? "")];
  const { period, value, low, high, stretch, benchmark } = row;
  if (kpi === undefined || unit === undefined || period === null) return [];
  const { fiscalYearStart } = reference;
  const definition = versionOf(reference.kpis.get(row.kpi ?? "")?.versions ?? [], monthIn(period, fiscalYearStart));
  if (definition === null) return [];
  const months = periodsOfTarget(period, definition, fiscalYearStart);
  const isShared = period.kind === "year" && ["sum", "cumulative_ratio"].includes(definition.timeRule);
  const share = isShared ? months.length : 1;
  const said = { value, low, high, share, stretch, benchmark, reason: null, approvedBy: null, withdrawn: false };
  return months.map((month) => ({ kpi, unit, month, ...said }));
}

/** The month whose definition a target is read by: its own, or the last of its fiscal year. */
function monthIn(period: NonNullable<TargetRow["period"]>, fiscalYearStart: number): Month {
  if (period.kind === "month") return period.month;
  const last = fiscalYearStart === 1 ? 12 : fiscalYearStart - 1;
  return `${String(period.year).padStart(4, "0")}-${String(last).padStart(2, "0")}` as Month;
}

async function unchangedRows(store: Readings, planned: readonly Planned[]): Promise<Set<number>> {
  const months = planned.flatMap(({ sayings }) => sayings.map(({ month }) => month)).sort();
  const [from, to] = [months[0], months.at(-1)];
  if (from === undefined || to === undefined) return new Set();
  const kpis = [...new Set(planned.flatMap(({ sayings }) => sayings.map(({ kpi }) => kpi)))];
  const unchanged = new Set<number>();
  for (const kpi of kpis) {
    const stored = new Map<string, Recorded>();
    for (const one of await store.kpis.targetsOf({ kpis: [kpi], units: null, from, to })) {
      stored.set(`${one.unit} ${one.month}`, one);
    }
    if (stored.size === 0) continue;
    for (const { row, sayings } of planned) {
      if (sayings[0]?.kpi !== kpi) continue;
      if (sayings.every((saying) => isSame(saying, stored.get(`${saying.unit} ${saying.month}`)))) unchanged.add(row);
    }
  }
  return unchanged;
}

function isSame(saying: Saying, stored: Recorded | undefined): boolean {
  if (stored === undefined) return false;
  const names = ["value", "low", "high", "share", "stretch", "benchmark"] as const;
  return names.every((name) => saying[name] === stored[name]);
}
