import { AppError } from "../../shared/domain/failures.ts";
import { childrenOf, type OrgTree, subtreeOf } from "../../shared/domain/tree.ts";
import { judgingAt, type Place } from "./asked-place.ts";
import type { KpiByUnit, KpiByUnitQuestion } from "./units-view.ts";

/** Reads one KPI at a unit and at each of its parts: one question for all of them. */
export async function readKpiByUnit(place: Place, code: string, question: KpiByUnitQuestion): Promise<KpiByUnit> {
  const { months, level } = question;
  const { readings, tree, unit } = place;
  const kpi = (await readings.kpis.idsOf([code])).get(code);
  if (kpi === undefined) throw new AppError("not-found", { what: "KPI", code });
  const parts = level === "reporting" ? reportingUnits(tree, unit.code) : childrenOf(tree, unit.code);
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
        parent: tree.parentOf.get(part) ?? unit.code,
        hasParts: childrenOf(tree, part).length > 0,
        figures: figuresOf(part),
      })),
  };
}

/** Units below that have none below themselves, in the order of the tree. */
function reportingUnits(tree: OrgTree, unit: string): string[] {
  return subtreeOf(tree, unit).filter((code) => code !== unit && childrenOf(tree, code).length === 0);
}
