import type { FiguresAnswer } from "../../db/store.ts";
import { fiscalYearOf, monthsOfWindow } from "../../shared/domain/calendar.ts";
import { codesOf } from "../../shared/domain/expression.ts";
import { judgementAt, type KpiAtUnit, type UnitFigures } from "../../shared/domain/kpi-at-unit.ts";
import { addMonths, type Month, monthRange } from "../../shared/domain/month.ts";
import { childrenOf, subtreeOf } from "../../shared/domain/tree.ts";
import { judgingAt, type Place } from "./asked-place.ts";
import { readLinks, surroundingsOf } from "./read-surroundings.ts";
import type { NamedUnit, UnitInsight } from "./unit-insight.ts";

/** Which KPIs by code (null: all), from which month on. */
export type InsightScope = { readonly kpis: readonly string[] | null; readonly from: Month };

/** Reads everything that the views of a unit are made of: a number of statements that depends on nothing. */
export async function readUnitInsight(place: Place, scope: InsightScope): Promise<UnitInsight> {
  const { readings, unit, period } = place;
  const units = await readings.organisation.unitIds([unit.code]);
  const id = units.get(unit.code) ?? 0;
  const kpis = scope.kpis === null ? null : [...(await readings.kpis.idsOf(scope.kpis)).values()];
  const year = monthsOfWindow("year", period, place.settings.fiscalYearStart);
  const months = monthRange(scope.from, year.at(-1) ?? period);
  const [answer, links, phases] = await Promise.all([
    readings.insight.figures({ units: [id], kpis, months, targetsFrom: addMonths(period, 1) }),
    readLinks(place, fiscalYearOf(period, place.settings.fiscalYearStart)),
    readings.kpis.phasesOf({ kpis, units: [id] }),
  ]);
  const figures: UnitFigures = { kpis: answer.at(id), ...judgingAt(place) };
  const surroundings = surroundingsOf(answer, { place, links, phases });
  const asked = scope.kpis === null ? null : new Set(scope.kpis);
  const shown = [...figures.kpis.values()].filter(
    (kpi) => isShown(kpi, { figures, until: period }) && (asked?.has(kpi.code) ?? true),
  );
  return {
    unit,
    path: place.path,
    settings: place.settings,
    figures,
    shown: shown.toSorted((a, b) => order(surroundings.get(a.code), a) - order(surroundings.get(b.code), b)),
    surroundings,
    objectives: links.objectives,
    themes: links.themes,
    owing: await readOwing(place, { answer, figures, shown }),
    newestRecord: links.newestRecord,
  };

  function order(around: { weight: number } | undefined, kpi: KpiAtUnit): number {
    return -(around?.weight ?? 0) * 10_000 + [...figures.kpis.keys()].indexOf(kpi.code);
  }
}

/** Assigned somewhere below, or made of KPIs that are. */
function isShown(kpi: KpiAtUnit, asked: { figures: UnitFigures; until: Month }): boolean {
  if (kpi.expression !== null) {
    return codesOf(kpi.expression).every((code) => {
      const input = asked.figures.kpis.get(code);
      return input !== undefined && isShown(input, asked);
    });
  }
  return kpi.periods.some(({ month, cell }) => month <= asked.until && cell.assigned + cell.notApplicable > 0);
}

type Read = { readonly answer: FiguresAnswer; readonly figures: UnitFigures; readonly shown: readonly KpiAtUnit[] };

/** Units below that owe the period's result, of the KPIs that are not complete. */
async function readOwing(place: Place, read: Read): Promise<Map<string, NamedUnit[]>> {
  const { readings, period, tree, unit } = place;
  const open = read.shown.filter(({ code }) => {
    const coverage = judgementAt(read.figures, code, period)?.coverage;
    return coverage !== undefined && coverage.reported < coverage.due;
  });
  if (open.length === 0) return new Map();
  const ids = await readings.organisation.unitIds(subtreeOf(tree, unit.code));
  const kpis = read.answer.kpis.filter(({ code }) => open.some((kpi) => kpi.code === code));
  const leaves = [...ids].filter(([code]) => childrenOf(tree, code).length === 0);
  const question = { units: leaves.map(([, id]) => id), kpis: kpis.map(({ id }) => id), months: [period] };
  const below = await read.answer.cells(question);
  const owing = new Map<string, NamedUnit[]>(kpis.map(({ code }) => [code, []]));
  for (const [code, id] of leaves) {
    for (const kpi of kpis) {
      const cell = below.periodsOf(kpi.id, id).at(-1)?.cell;
      if (cell === undefined || cell.assigned === 0 || cell.reported > 0) continue;
      owing.get(kpi.code)?.push(place.named(code));
    }
  }
  return owing;
}
