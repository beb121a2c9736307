import type { Readings } from "../../db/store.ts";
import { monthOf } from "../../shared/domain/calendar.ts";
import { AppError } from "../../shared/domain/failures.ts";
import { type Action, may, unitsOf } from "../../shared/domain/permissions.ts";
import { type OrgTree, subtreeOf, treeOfMonth } from "../../shared/domain/tree.ts";
import type { Actor } from "../access/actor.ts";
import { readingsAsOf } from "../as-of.ts";

/** What a list covers: the records as of a moment, and the units whose rows the reader may see. */
export interface Scope {
  readonly readings: Readings;
  /** The tree of the day of the question. */
  readonly tree: OrgTree;
  /** Codes; null for all. */
  readonly units: ReadonlySet<string> | null;
}

type Asked = { readonly unit?: string | undefined; readonly asOf?: string | undefined };

/** Narrows a list to the asked unit and all below it, and to what the reader may see. Rights are always today's. */
export async function scopeOf(actor: Actor, { unit, asOf }: Asked, action: Action = "read"): Promise<Scope> {
  const { readings, today } = await readingsAsOf(actor, asOf);
  const tree = treeOfMonth(await readings.organisation.edges(), monthOf(today));
  if (unit !== undefined && !may(actor.holder, action, unit)) throw new AppError("not-found", { what: "unit" });
  const permitted = unitsOf(actor.holder, action);
  const below = unit === undefined ? null : new Set([unit, ...subtreeOf(tree, unit)]);
  return { readings, tree, units: intersection(permitted === "all" ? null : permitted, below) };
}

/** Whether a row of this unit belongs to the list. */
export function covers({ units }: Scope, unit: string): boolean {
  return units === null || units.has(unit);
}

/** Codes of the units and KPIs of a list, by their ids; `kpi` narrows it to one. */
export async function namesOf(
  scope: Scope,
  kpi: string | undefined,
): Promise<{ readonly units: ReadonlyMap<number, string>; readonly kpis: ReadonlyMap<number, string> }> {
  const units = (await scope.readings.organisation.units()).filter(({ code }) => covers(scope, code));
  const kpis = (await scope.readings.kpis.list()).filter(({ code }) => kpi === undefined || code === kpi);
  return {
    units: new Map(units.map(({ id, code }) => [id, code])),
    kpis: new Map(kpis.map(({ id, code }) => [id, code])),
  };
}

function intersection(a: ReadonlySet<string> | null, b: ReadonlySet<string> | null): ReadonlySet<string> | null {
  if (a === null) return b;
  return b === null ? a : new Set([...a].filter((unit) => b.has(unit)));
}
