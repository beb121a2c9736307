import type { Action, Decision, FiguresAnswer, Objective, ObjectiveKpi, ProcessPhase } from "../../db/store.ts";
import type { Place } from "./asked-place.ts";
import type { KpiSurroundings, PlannedAction, UnitInsight } from "./unit-insight.ts";

/** What hangs on a unit and on those above it: objectives of the year, actions, decisions. */
export type Links = Pick<UnitInsight, "objectives" | "themes" | "newestRecord"> & {
  readonly ofYear: readonly Objective[];
  readonly kpisOfObjectives: readonly ObjectiveKpi[];
  readonly actions: readonly Action[];
  readonly decisions: readonly Decision[];
  /** Codes by id. */
  readonly themeCodes: ReadonlyMap<number, string>;
  readonly people: ReadonlyMap<number, string>;
};

export async function readLinks({ readings, path }: Place, fiscalYear: number): Promise<Links> {
  const units = path.map(({ code }) => code);
  const [objectives, kpisOfObjectives, themes, themeIds, actions, decisions, people, newestRecord] = await Promise.all([
    readings.objectives.list(fiscalYear),
    readings.objectives.kpis(),
    readings.strategy.themes(),
    readings.strategy.themeIds(),
    readings.actions.list({ units, kpis: null }),
    readings.reviews.decisions({ units, kpis: null }),
    readings.people.codes(),
    readings.audit.newestInstant(),
  ]);
  const ofYear = objectives.filter(({ unit }) => units.includes(unit));
  return {
    ...{ ofYear, kpisOfObjectives, actions, decisions, people, newestRecord },
    objectives: ofYear.map(({ code, statement, theme }) => ({ code, statement, theme })),
    themes: themes.map(({ code, name }) => ({ code, name })),
    themeCodes: new Map([...themeIds].map(([code, id]) => [id, code])),
  };
}

type Around = { readonly place: Place; readonly links: Links; readonly phases: readonly ProcessPhase[] };

/** What surrounds each KPI at the unit. */
export function surroundingsOf({ kpis }: FiguresAnswer, around: Around): Map<string, KpiSurroundings> {
  const { links, phases } = around;
  return new Map(
    kpis.map((kpi) => {
      const held = nearestObjective(kpi.code, around);
      const owner = kpi.owner === null ? null : (links.people.get(kpi.owner) ?? null);
      const surroundings: KpiSurroundings = {
        owner,
        theme: kpi.theme === null ? null : (links.themeCodes.get(kpi.theme) ?? null),
        objective: held?.objective ?? null,
        weight: held?.weight ?? 0,
        phases: phases.filter((phase) => phase.kpi === kpi.id).map(({ from, reason }) => ({ fromMonth: from, reason })),
        actions: links.actions.filter((action) => action.kpi === kpi.code).map(plannedAction),
        decidedOn: links.decisions.find((decision) => decision.kpi === kpi.code)?.decidedOn ?? null,
      };
      return [kpi.code, surroundings];
    }),
  );
}

/** The objective that holds the KPI, of the unit itself or the nearest above it. */
function nearestObjective(kpi: string, { place, links }: Around): ObjectiveKpi | null {
  for (const { code } of place.path.toReversed()) {
    const own = links.ofYear.filter(({ unit }) => unit === code).map((objective) => objective.code);
    const link = links.kpisOfObjectives.find((candidate) => candidate.kpi === kpi && own.includes(candidate.objective));
    if (link !== undefined) return link;
  }
  return null;
}

function plannedAction(action: Action): PlannedAction {
  const { code, title, cause, state, owner, startedOn, dueOn, progress, verification, unit, effect } = action;
  return { code, title, cause, state, owner, startedOn, dueOn, progress, verification, unit, effect };
}
