import type { Store } from "../../db/store.ts";
import type { JobHandler } from "./runner.ts";

const DAY = 24 * 3600 * 1000;

/** How long is kept what is no record. */
const KEPT = { idempotencyKeys: 7 * DAY, jobs: 30 * DAY, securityEvents: 365 * DAY };

/** Forgets what has served its time: answers kept for retries, ended jobs, refused calls. The record is never touched. */
export function forgetting({ store, now }: { readonly store: Store; readonly now: () => number }): JobHandler {
  return async ({ progress, signal }) => {
    const steps = [
      () => store.idempotency.forget(now() - KEPT.idempotencyKeys),
      () => store.jobs.forget(now() - KEPT.jobs),
      () => store.audit.forgetSecurityEvents(now() - KEPT.securityEvents),
    ];
    for (const [done, step] of steps.entries()) {
      if (signal.aborted) return;
      await step();
      progress((done + 1) / steps.length);
    }
  };
}
