import { Cron } from "croner";
import { newPublicId } from "../public-id.ts";
import type { Service } from "../service.ts";
import { forgetting } from "./forgetting.ts";
import { startJobs } from "./runner.ts";

const FORGET = "forget";
/** At a quiet hour of the organisation's night. */
const NIGHTLY = "17 3 * * *";

/** Works off jobs and makes those that come by the clock, until it is stopped. */
export async function startSchedule({ store, log, now }: Service): Promise<{ stop(): Promise<void> }> {
  const runner = startJobs({ store, log, now, handlers: { [FORGET]: forgetting({ store, now }) } });
  const timezone = (await store.organisation.find())?.timeZone ?? "UTC";
  const nightly = new Cron(NIGHTLY, { timezone, protect: true, catch: true }, async () => {
    await store.jobs.add({ id: newPublicId(now()), kind: FORGET, input: "{}", byId: null, at: now() });
    runner.look();
  });
  return {
    stop: async () => {
      nightly.stop();
      await runner.stop();
    },
  };
}
