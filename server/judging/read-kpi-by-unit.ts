import { AppError } from "../../shared/domain/failures.ts";
import { childrenOf } from "../../shared/domain/tree.ts";
import { judgingAt, type Place } from "./asked-place.ts";
import type { KpiByUnit, KpiByUnitQuestion } from "./units-view.ts";

/** Reads one KPI at a unit and at each of its parts: one question for all of them. */
export async function readKpiByUnit(place: Place, code: string, { months }: KpiByUnitQuestion): Promise<KpiByUnit> {
  const { readings, tree, unit } = place;
  const kpi = (await readings.kpis.idsOf([code])).get(code);
  if (kpi === undefined) throw new AppError("not-found", { what: "KPI", code });
  const parts = childrenOf(tree, unit.code);
  const ids = await readings.organisation.unitIds([unit.code, ...parts]);
  const answer = await readings.insight.figures({ units: [...ids.values()], kpis: [kpi], months });
  const judging = judgingAt(place);
  const figuresOf = (of: string) => ({ kpis: answer.at(ids.get(of) ?? 0), ...judging });
  const isPart = (of: string) =>
    figuresOf(of)
      .kpis.get(code)
      ?.periods.some(({ cell }) => cell.assigned + cell.notApplicable > 0) ?? false;
  const derived = answer.kpis.find((candidate) => candidate.code === code)?.expression ?? null;
  return {
    code,
    unit,
    path: place.path,
    definitions: answer.kpis.find((candidate) => candidate.code === code)?.definitions ?? [],
    locale: place.settings.locale,
    whole: figuresOf(unit.code),
    parts: parts
      .filter((part) => derived !== null || isPart(part))
      .map((part) => ({
        unit: place.named(part),
        parent: unit.code,
        hasParts: childrenOf(tree, part).length > 0,
        figures: figuresOf(part),
      })),
  };
}
