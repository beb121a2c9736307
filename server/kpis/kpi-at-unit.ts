import type { Readings } from "../../db/store.ts";
import { AppError } from "../../shared/domain/failures.ts";
import { addMonths } from "../../shared/domain/month.ts";
import type { Actor } from "../access/actor.ts";
import { type Asked, type Place, placeOf } from "../judging/asked-place.ts";
import { SERIES_MONTHS } from "../judging/judged-series.ts";
import { readUnitInsight } from "../judging/read-unit-insight.ts";
import type { UnitInsight } from "../judging/unit-insight.ts";

/** A KPI and a unit by their ids. */
type Pair = { readonly kpi: number; readonly unit: number };

/** Ids of a KPI and a unit; a code that does not exist is not found. */
export async function pairOf(
  { kpis, organisation }: Pick<Readings, "kpis" | "organisation">,
  { kpi, unit }: { readonly kpi: string; readonly unit: string },
): Promise<Pair> {
  const found = (await kpis.idsOf([kpi])).get(kpi);
  if (found === undefined) throw new AppError("not-found", { what: "KPI", code: kpi });
  const at = (await organisation.unitIds([unit])).get(unit);
  if (at === undefined) throw new AppError("not-found", { what: "unit", code: unit });
  return { kpi: found, unit: at };
}

/** A KPI at a unit with the months that its chart holds. */
export type KpiAtPlace = {
  readonly place: Place;
  readonly insight: UnitInsight;
  readonly question: { readonly kpi: string; readonly from: Place["period"]; readonly until: Place["period"] };
};

export async function kpiAtPlace(actor: Actor, asked: Asked & { readonly kpi: string }): Promise<KpiAtPlace> {
  const place = await placeOf(actor, asked);
  const from = addMonths(place.period, 1 - SERIES_MONTHS);
  const insight = await readUnitInsight(place, { kpis: [asked.kpi], from });
  return { place, insight, question: { kpi: asked.kpi, from, until: place.period } };
}
