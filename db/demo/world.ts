import type { DateText } from "../../shared/domain/calendar.ts";
import type { Month } from "../../shared/domain/month.ts";
import type { Store } from "../store.ts";
import type { DemoClock } from "./demo-clock.ts";
import type { DemoKpi } from "./kpis.ts";
import type { DemoPerson } from "./people.ts";
import type { DemoUnit } from "./units.ts";

/** What the chapters of the story share. */
export type DemoWorld = {
  readonly store: Store;
  readonly clock: DemoClock;
  readonly today: DateText;
  readonly first: Month;
  readonly last: Month;
  readonly units: readonly DemoUnit[];
  readonly kpis: readonly DemoKpi[];
  readonly people: DemoPerson[];
  /** Ids of the records written so far: `unit B-TKU`, `kpi NPS`, `person m1`, `assignment NPS B-TKU`. */
  readonly ids: Map<string, number>;
};

/** The id of something written in an earlier chapter. */
export function idIn(world: DemoWorld, name: string): number {
  const id = world.ids.get(name);
  if (id === undefined) throw new Error(`the story has no ${name}`);
  return id;
}

/** Whether a branch of the story is there: a small demonstration leaves some out, and with them their chapters. */
export function hasUnit({ ids }: DemoWorld, code: string): boolean {
  return ids.has(`unit ${code}`);
}
