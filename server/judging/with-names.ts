import type { Readings } from "../../db/store.ts";
import type { OverviewView } from "../../shared/contracts/insight.ts";
import type { KpiView } from "../../shared/contracts/kpi-view.ts";

/** A person's name by their code; the code itself where the name was erased. */
export type NameOf = (code: string) => string;

/** Names are today's, whatever the moment of the question: where one was erased, the code stands. */
export async function namesIn({ people }: Pick<Readings, "people">): Promise<NameOf> {
  const names = new Map((await people.list()).map(({ code, name }) => [code, name]));
  return (code) => names.get(code) ?? code;
}

const named = (code: string | null, nameOf: NameOf) => (code === null ? null : nameOf(code));

/** The overview with names in place of codes: views hold codes, so that a frozen one outlives a name. */
export function namedOverview(view: OverviewView, nameOf: NameOf): OverviewView {
  const kpis = view.kpis.map((kpi) => ({
    ...kpi,
    owner: named(kpi.owner, nameOf),
    ownerCode: kpi.owner,
    plan: kpi.plan === null ? null : { ...kpi.plan, owner: named(kpi.plan.owner, nameOf) },
  }));
  return { ...view, kpis };
}

export function namedKpi(view: KpiView, nameOf: NameOf): KpiView {
  return {
    ...view,
    annotations: view.annotations.map((annotation) => ({ ...annotation, by: named(annotation.by, nameOf) })),
    plans: view.plans.map((plan) => ({ ...plan, owner: named(plan.owner, nameOf) })),
    definition: view.definition.map((line) => (line.label === "Owner" ? { ...line, text: nameOf(line.text) } : line)),
  };
}
