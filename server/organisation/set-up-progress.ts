import type { SetUpProgress } from "../../shared/contracts/organisation.ts";
import type { Actor } from "../access/actor.ts";

/** How far the setting up has come, read from the record itself: nothing of it is remembered elsewhere. */
export async function setUpProgress({ store }: Actor): Promise<SetUpProgress> {
  return {
    units: (await store.organisation.units()).length,
    themes: (await store.strategy.themes()).length,
    objectives: (await store.objectives.list(null)).length,
    kpis: (await store.kpis.list()).length,
    assignments: (await store.kpis.termsOf({ kpis: null, units: null })).length,
    people: (await store.people.list()).length,
    hasResults: await store.organisation.hasResults(),
  };
}
