import type { Objective } from "../../db/store.ts";
import { isOpen } from "../../shared/domain/action.ts";
import { monthOf } from "../../shared/domain/calendar.ts";
import { ancestorsOf, treeOfMonth } from "../../shared/domain/tree.ts";
import type { Actor } from "../access/actor.ts";

/** From the policy's sentence over theme, objective and KPIs to the actions that are open. */
export async function linesOfSight({ store }: Actor, objectives: ReadonlyMap<string, Objective>) {
  const themes = new Map((await store.strategy.themes()).map((theme) => [theme.code, theme]));
  const said = (await store.strategy.policies()).flatMap((policy) => policy.sentences);
  const sentences = new Map(said.map(({ id, text }) => [id, text]));
  const links = await store.objectives.kpis();
  const actions = await store.actions.list({ units: null, kpis: null });
  return (code: string) => {
    const objective = objectives.get(code);
    if (objective === undefined) return [];
    const kpis = links.filter((link) => link.objective === code).map(({ kpi }) => kpi);
    const open = actions.filter(
      ({ kpi, state, unit }) => kpi !== null && kpis.includes(kpi) && unit === objective.unit && isOpen(state),
    );
    return [
      { label: "Policy", text: sentences.get(objective.policySentence ?? 0) ?? "" },
      { label: "Theme", text: themes.get(objective.theme)?.name ?? "" },
      { label: "Objective", text: `${code} ${objective.statement}` },
      { label: "KPIs", text: kpis.join(", ") },
      { label: "Actions", text: open.map(({ title }) => title).join(", ") },
    ].filter(({ text }) => text !== "");
  };
}

type Seen = { readonly objectives: ReadonlyMap<string, Objective>; readonly present: readonly Objective[] };

/** The actor's own open actions, each with the objective it serves: the one it names, else the nearest that its KPI measures. */
export async function ownActions({ store, person, today }: Actor, { objectives, present }: Seen) {
  const own = (await store.actions.list({ units: null, kpis: null })).filter(
    ({ owner, state }) => person !== null && owner === person.code && isOpen(state),
  );
  const links = await store.objectives.kpis();
  const tree = treeOfMonth(await store.organisation.edges(), monthOf(today));
  return own.flatMap(({ code, title, objective: named, kpi, unit }) => {
    const units = [unit, ...ancestorsOf(tree, unit)];
    const measured = present.filter((each) => links.some((link) => link.objective === each.code && link.kpi === kpi));
    const near = units.flatMap((at) => measured.filter((each) => each.unit === at));
    const served = named !== null && objectives.has(named) ? named : near[0]?.code;
    return served === undefined ? [] : [{ code, title, objective: served }];
  });
}
