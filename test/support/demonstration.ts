import { type DemoSize, loadDemonstration } from "../../db/demo/load.ts";
import { openStore, type Store } from "../../db/store.ts";
import { type Actor, operator } from "../../server/access/actor.ts";
import { tellJudged } from "../../server/demo/judged-chapters.ts";
import type { DateText } from "../../shared/domain/calendar.ts";
import { addMonths, type Month } from "../../shared/domain/month.ts";
import { TEST_AUDIT_KEY } from "./databases.ts";

/** The day on which the tests load the demonstration: its newest month is October 2026. */
const TODAY = "2026-11-22" as DateText;
const LOADED_AT = Date.UTC(2026, 10, 22, 12);
const LAST = "2026-10" as Month;

export type Demonstration = { readonly store: Store; readonly actor: Actor };

/** The demonstration in memory, read by the operator on the day of loading. */
export async function aDemonstration(size: DemoSize = {}): Promise<Demonstration> {
  const opened: Store[] = [];
  let clock = () => LOADED_AT;
  await loadDemonstration({
    ...size,
    ...{ today: TODAY, loadedAt: LOADED_AT, judge: tellJudged },
    open: async (demoClock) => {
      clock = demoClock;
      const store = await openStore({ memory: true, auditKey: TEST_AUDIT_KEY, clock: () => clock() });
      opened.push(store);
      // What is in memory ends with its store: the story's end must not close it.
      return { ...store, close: async () => undefined };
    },
  });
  clock = () => LOADED_AT;
  const [store] = opened;
  if (store === undefined) throw new Error("the demonstration was not loaded");
  return { store, actor: await operator({ store, now: () => LOADED_AT }) };
}

/** A month of the story by its number: 1 is the oldest, 36 the newest. */
export function storyMonth(number: number): Month {
  return addMonths(LAST, number - 36);
}
