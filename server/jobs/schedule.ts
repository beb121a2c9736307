import { Cron } from "croner";
import { operator } from "../access/actor.ts";
import { dayIn } from "../clock.ts";
import { overview } from "../insight/insight.service.ts";
import { newPublicId } from "../public-id.ts";
import type { Service } from "../service.ts";
import { forecasting } from "./forecasting.ts";
import { forgetting } from "./forgetting.ts";
import { startJobs } from "./runner.ts";

const FORGET = "forget";
const FORECAST = "forecast";
/** At a quiet hour of the organisation's night. */
const NIGHTLY = "17 3 * * *";
/** After a start the first answers come first. */
const AFTER_START = 20_000;

/** Works off jobs and makes those that come by the clock, until it is stopped. */
export async function startSchedule(service: Service): Promise<{ stop(): Promise<void> }> {
  const { store, log, now } = service;
  const handlers = { [FORGET]: forgetting({ store, now }), [FORECAST]: forecasting(service) };
  const runner = startJobs({ store, log, now, handlers });
  const timezone = (await store.organisation.find())?.timeZone ?? "UTC";
  const forecast = (runAfter: number) => {
    const id = `${FORECAST} ${dayIn(timezone, now())}`;
    return store.jobs.addOnce({ id, kind: FORECAST, input: "{}", byId: null, at: now(), runAfter });
  };
  await forecast(now() + AFTER_START);
  const warmed = warm(service);
  const nightly = new Cron(NIGHTLY, { timezone, protect: true, catch: true }, async () => {
    await store.jobs.add({ id: newPublicId(now()), kind: FORGET, input: "{}", byId: null, at: now() });
    await forecast(now());
    runner.look();
  });
  return {
    stop: async () => {
      nightly.stop();
      await Promise.all([runner.stop(), warmed]);
    },
  };
}

/** Makes the forecasts of the first page before anyone asks for it; where there is nothing to show yet, nothing. */
async function warm({ store, log, now }: Service): Promise<void> {
  try {
    if ((await store.organisation.firstMonth()) !== null) await overview(await operator({ store, now }), {});
  } catch (error) {
    log.debug({ err: error }, "the first page was not made beforehand");
  }
}
