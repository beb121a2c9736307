import type { SnapshotPayload } from "../../shared/contracts/snapshot-payload.ts";
import { subtreeOf } from "../../shared/domain/tree.ts";
import type { Place } from "./asked-place.ts";
import { planView } from "./plan-view.ts";

type Links = Pick<SnapshotPayload, "strategies" | "themes" | "objectives" | "actions" | "decisions">;
type Scope = { readonly kpis: ReadonlySet<string>; readonly fiscalYear: number };

/** The thread around the frozen KPIs: strategy, themes, objectives of the year, actions and decisions, by codes. */
export async function frozenLinks(
  { readings, path, tree, unit, today, settings }: Place,
  scope: Scope,
): Promise<Links> {
  const { kpis, fiscalYear } = scope;
  const units = [...new Set([...path.map(({ code }) => code), ...subtreeOf(tree, unit.code)])];
  const concerns = ({ kpi }: { readonly kpi: string | null }) => kpi === null || kpis.has(kpi);
  const links = (await readings.objectives.kpis()).filter(({ kpi }) => kpis.has(kpi));
  const kpisOf = (objective: string) => links.filter((link) => link.objective === objective).map(({ kpi }) => kpi);
  const objectives = (await readings.objectives.list(fiscalYear))
    .filter(({ code, unit }) => path.some((above) => above.code === unit) && kpisOf(code).length > 0)
    .map(({ code, statement, theme, unit, owner }) => ({ code, statement, theme, unit, owner, kpis: kpisOf(code) }));
  const strategies = await readings.strategy.strategies();
  const actions = (await readings.actions.list({ units, kpis: null })).filter(concerns);
  const decisions = (await readings.reviews.decisions({ units, kpis: null })).filter(concerns);
  return {
    strategies: strategies
      .filter(({ fromYear, toYear }) => fromYear <= fiscalYear && fiscalYear <= toYear)
      .map(({ code, name, fromYear, toYear, statement }) => ({
        code,
        name,
        years: `${fromYear}–${toYear}`,
        statement,
      })),
    themes: (await readings.strategy.themes()).map(({ code, name, strategy, longTermGoal }) => ({
      ...{ code, name, strategy, longTermGoal },
    })),
    objectives,
    actions: actions.map((action) => {
      const { kind, unit, kpi, objective, cause, resources, verification } = action;
      return {
        ...planView(action, { today, locale: settings.locale }),
        kind,
        unit,
        kpi,
        objective,
        cause,
        resources,
        verification,
      };
    }),
    decisions: decisions.map(({ version, evidence, review, supersedes, seen, ...decision }) => decision),
  };
}
