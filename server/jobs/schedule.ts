import { Cron } from "croner";
import { operator } from "../access/actor.ts";
import { refreshCoverage } from "../actions/training-coverage.ts";
import { dayIn } from "../clock.ts";
import { overview } from "../insight/insight.service.ts";
import { carryOutHandOvers } from "../organisation/hand-over.service.ts";
import { newPublicId } from "../public-id.ts";
import type { Service } from "../service.ts";
import { DIGEST, planDigests, sendingDigests } from "./digests.ts";
import { forecasting } from "./forecasting.ts";
import { forgetting } from "./forgetting.ts";
import { jobIdOf } from "./job-id.ts";
import { startJobs } from "./runner.ts";

const FORGET = "forget";
const FORECAST = "forecast";
const HAND_OVER = "hand-over";
const COVERAGE = "training-coverage";
/** At a quiet hour of the organisation's night. */
const NIGHTLY = "17 3 * * *";
/** Who is to be written to is asked every hour, since people's quiet hours end at different ones. */
const HOURLY = "7 * * * *";
/** After a start the first answers come first. */
const AFTER_START = 20_000;

/** Works off jobs and makes those that come by the clock, until it is stopped. */
export async function startSchedule(service: Service): Promise<{ stop(): Promise<void> }> {
  const { store, log, now } = service;
  const timezone = (await store.organisation.find())?.timeZone ?? "UTC";
  const today = () => dayIn(timezone, now());
  const handlers = {
    [FORGET]: forgetting({ store, now }),
    [FORECAST]: forecasting(service),
    [DIGEST]: sendingDigests(service),
    [HAND_OVER]: async () => ({ done: await carryOutHandOvers(store, today()) }),
    [COVERAGE]: async () => refreshCoverage(store, today()),
  };
  const runner = startJobs({ store, log, now, handlers });
  const forecast = (runAfter: number) => {
    const id = `${FORECAST} ${today()}`;
    return store.jobs.addOnce({ id, kind: FORECAST, input: "{}", byId: null, at: now(), runAfter });
  };
  await forecast(now() + AFTER_START);
  await planHandOvers(service, today());
  const warmed = warm(service);
  const options = { timezone, protect: true, catch: (error: unknown) => log.error({ err: error }, "no job was made") };
  const nightly = new Cron(NIGHTLY, options, async () => {
    await store.jobs.add({ id: newPublicId(now()), kind: FORGET, input: "{}", byId: null, at: now() });
    await forecast(now());
    await store.jobs.add({ id: newPublicId(now()), kind: COVERAGE, input: "{}", byId: null, at: now() });
    runner.look();
  });
  const hourly = new Cron(HOURLY, options, async () => {
    await planHandOvers(service, today());
    await planDigests(service);
    runner.look();
  });
  return {
    stop: async () => {
      nightly.stop();
      hourly.stop();
      await Promise.all([runner.stop(), warmed]);
      service.mail?.close();
    },
  };
}

/** A job a day where there are hand-overs whose day has come. */
async function planHandOvers({ store, now }: Pick<Service, "store" | "now">, today: string): Promise<void> {
  const isDue = (await store.duties.handOvers()).some(({ state, on }) => state === "planned" && on <= today);
  if (!isDue) return;
  await store.jobs.addOnce({ id: jobIdOf(HAND_OVER, today), kind: HAND_OVER, input: "{}", byId: null, at: now() });
}

/** Makes the forecasts of the first page before anyone asks for it; where there is nothing to show yet, nothing. */
async function warm({ store, log, now }: Service): Promise<void> {
  try {
    if ((await store.organisation.firstMonth()) !== null) await overview(await operator({ store, now }), {});
  } catch (error) {
    log.debug({ err: error }, "the first page was not made beforehand");
  }
}
