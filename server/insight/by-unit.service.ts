import type { z } from "zod";
import type { ByUnitView, byUnitInput } from "../../shared/contracts/by-unit.ts";
import { AppError } from "../../shared/domain/failures.ts";
import { addMonths } from "../../shared/domain/month.ts";
import { may } from "../../shared/domain/permissions.ts";
import type { Actor } from "../access/actor.ts";
import { type Place, placeOf } from "../judging/asked-place.ts";
import { byUnitView } from "../judging/by-unit-view.ts";
import { SERIES_MONTHS } from "../judging/judged-series.ts";
import { readKpiByUnit } from "../judging/read-kpi-by-unit.ts";
import { remembered } from "../judging/remembered-views.ts";
import type { KpiSurroundings } from "../judging/unit-insight.ts";
import { monthsUpTo } from "../judging/units-view.ts";

/** Months across, where no other number is asked for. */
const SHOWN_MONTHS = 24;

/** One KPI at each part of a unit, or at each reporting unit below it, month by month. */
export function kpiAcrossUnits(actor: Actor, asked: z.infer<typeof byUnitInput>): Promise<ByUnitView> {
  return remembered(actor, { view: "across-units", asked }, () => readAcrossUnits(actor, asked));
}

async function readAcrossUnits(actor: Actor, asked: z.infer<typeof byUnitInput>): Promise<ByUnitView> {
  const { kpi, level = "parts", months = SHOWN_MONTHS, ...scope } = asked;
  const place = await placeOf(actor, scope);
  const question = { period: place.period, months: monthsUpTo(place.period, SERIES_MONTHS), level };
  const read = await readKpiByUnit(place, kpi, question);
  const parts = read.parts.filter(({ unit }) => may(actor.holder, "read", unit.code));
  const phases = await phasesBy(place, kpi, [...parts.map(({ unit }) => unit.code)]);
  const view = await byUnitView(
    { ...read, parts },
    {
      ...{ period: place.period, from: addMonths(place.period, 1 - SERIES_MONTHS), level, named: place.named },
      months: monthsUpTo(place.period, months),
      phasesOf: (unit) => phases.get(unit) ?? [],
    },
  );
  if (view === null) throw new AppError("not-found", { what: "KPI", code: kpi });
  return view;
}

/** Recorded process changes of a KPI by unit, in one question. */
async function phasesBy({ readings }: Place, kpi: string, units: readonly string[]) {
  const id = (await readings.kpis.idsOf([kpi])).get(kpi);
  const ids = await readings.organisation.unitIds(units);
  const codes = new Map([...ids].map(([code, at]) => [at, code]));
  const phases = new Map<string, KpiSurroundings["phases"]>();
  for (const { unit, from, reason } of await readings.kpis.phasesOf({
    kpis: id === undefined ? [] : [id],
    units: [...ids.values()],
  })) {
    const code = codes.get(unit) ?? "";
    phases.set(code, [...(phases.get(code) ?? []), { fromMonth: from, reason }]);
  }
  return phases;
}
