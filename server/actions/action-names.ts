import type { Readings } from "../../db/store.ts";
import type { KpiDefinition } from "../../shared/domain/kpi-definition.ts";
import type { NameOf } from "../judging/with-names.ts";
import { namesIn } from "../judging/with-names.ts";

type Ref = { readonly code: string; readonly name: string };

/** What people call the things that actions hang on. */
export type ActionNames = {
  readonly nameOf: NameOf;
  person(code: string | null): Ref | null;
  kpi(code: string | null): Ref | null;
  objective(code: string | null): Ref | null;
  /** The newest definition of a KPI. */
  definition(code: string): KpiDefinition | null;
  /** Risks and opportunities that an action treats. */
  risksOf(action: string): Ref[];
};

/** Reads every name at once: a list of actions needs most of them. */
export async function readActionNames(readings: Readings, today: Readings): Promise<ActionNames> {
  const nameOf = await namesIn(today);
  const definitions = await readings.kpis.definitionsOf(null);
  const kpis = new Map((await readings.kpis.list()).map(({ id, code }) => [code, definitions.get(id)?.at(-1) ?? null]));
  const objectives = new Map((await readings.objectives.list(null)).map(({ code, statement }) => [code, statement]));
  const risks = new Map((await readings.context.risks()).map(({ code, text }) => [code, text]));
  const treated = Map.groupBy(await readings.context.links("action_risk"), ({ from }) => from);
  const ref = (code: string | null, name: (code: string) => string | undefined): Ref | null =>
    code === null ? null : { code, name: name(code) ?? code };
  return {
    nameOf,
    person: (code) => ref(code, nameOf),
    kpi: (code) => ref(code, (known) => kpis.get(known)?.name),
    objective: (code) => ref(code, (known) => objectives.get(known)),
    definition: (code) => kpis.get(code) ?? null,
    risksOf: (action) =>
      (treated.get(action) ?? []).flatMap(({ to }) => {
        const name = risks.get(to);
        return name === undefined ? [] : [{ code: to, name }];
      }),
  };
}
