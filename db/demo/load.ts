import { type DateText, fiscalYearOf, monthOf } from "../../shared/domain/calendar.ts";
import { addMonths, type Month, monthRange } from "../../shared/domain/month.ts";
import type { Store } from "../store.ts";
import { type DemoClock, demoClock } from "./demo-clock.ts";
import { demoKpis } from "./kpis.ts";
import { demoPeople } from "./people.ts";
import { resultsOf } from "./results.ts";
import { demoUnits } from "./units.ts";
import type { DemoWorld } from "./world.ts";
import { sayAgreement } from "./write-agreement.ts";
import { linkContext, reviewContext, sayContext } from "./write-context.ts";
import { defineKpis, sayObjectives, setTargets } from "./write-kpis.ts";
import { foundOrganisation, sayStrategy } from "./write-organisation.ts";
import { enterMonth, lockMonth } from "./write-results.ts";
import { tellMonth } from "./write-story.ts";
import { sayTrainings } from "./write-trainings.ts";

export type DemoSize = {
  /** Branches; 64 unless said. */
  readonly units?: number;
  /** Months; 36 unless said. */
  readonly months?: number;
  /** KPIs; the story's own unless said. */
  readonly kpis?: number;
};

/** A month of the story, when its results and chapters have been told. */
export type Told = {
  readonly store: Store;
  /** The story's clock. */
  readonly now: () => number;
  readonly month: Month;
  /** 1 to 36 in the standard story. */
  readonly number: number;
};

export type DemoLoading = DemoSize & {
  /** The day of loading: the story ends with the last full month before it. */
  readonly today: DateText;
  readonly loadedAt: number;
  /** Opens the empty store with the demonstration's clock; it is closed when the story is told. */
  readonly open: (clock: () => number) => Promise<Store>;
  /** What the product itself judges in a month: verdicts of actions, evidence of decisions. */
  readonly judge: (told: Told) => Promise<void>;
  /** 0 to 1. */
  readonly progress?: (share: number) => void;
};

/**
 * Tells the demonstration's story into an empty store, month by month as it would have happened, so that every question
 * as of an earlier day has its answer. The same for the same day, on every machine.
 */
export async function loadDemonstration(loading: DemoLoading): Promise<void> {
  const clock = demoClock(loading.loadedAt);
  const store = await loading.open(clock.now);
  try {
    await tell(store, clock, loading);
  } finally {
    await store.close();
  }
}

async function tell(
  store: Store,
  clock: DemoClock,
  { today, months = 36, judge, ...size }: DemoLoading,
): Promise<void> {
  const last = addMonths(monthOf(today), -1);
  const world: DemoWorld = {
    store,
    clock,
    today,
    last,
    first: addMonths(last, 1 - months),
    units: demoUnits(size.units),
    kpis: demoKpis(size.kpis),
    people: [],
    ids: new Map(),
  };
  world.people.push(...demoPeople(world.units));
  clock.set(addMonths(world.first, -3), 1, 8);
  await foundOrganisation(world);
  await sayStrategy(world);
  await sayContext(world);
  await defineKpis(world);
  const story = monthRange(world.first, last);
  for (const [index, month] of story.entries()) {
    await turnYear(world, month, index === 0);
    const back = story.length - 1 - index;
    await enterMonth(world, month, resultsOf({ units: world.units, kpis: world.kpis, last }, back));
    await tellMonth(world, month, 36 - back);
    await judge({ store, now: clock.now, month, number: 36 - back });
    if (index >= 2) await lockMonth(world, addMonths(month, -2));
    size.progress?.((index + 1) / story.length);
  }
  await reviewContext(world);
  await sayAgreement(world);
  await sayTrainings(world);
}

/** Before a fiscal year begins, its targets are set and its objectives approved. */
async function turnYear(world: DemoWorld, month: Month, isFirst: boolean): Promise<void> {
  const year = fiscalYearOf(month, 1);
  if (!isFirst && fiscalYearOf(addMonths(month, -1), 1) === year) return;
  world.clock.set(addMonths(month, -2), 12, 9);
  await setTargets(world, year);
  await sayObjectives(world, year);
  await linkContext(world, year);
}
