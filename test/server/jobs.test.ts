import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { forgetting } from "../../server/jobs/forgetting.ts";
import { type JobHandler, startJobs } from "../../server/jobs/runner.ts";
import { createLog } from "../../server/log.ts";
import { newPublicId } from "../../server/public-id.ts";
import { AppError } from "../../shared/domain/failures.ts";
import { type DatabaseUnderTest, describeEachDatabase, TEST_NOW } from "../support/databases.ts";

async function aRunnerOn(database: DatabaseUnderTest, handlers: Record<string, JobHandler>) {
  let clock = TEST_NOW;
  const now = () => clock;
  const store = await database.open({ clock: now });
  const add = async (kind: string, input: unknown = {}) => {
    const id = newPublicId(clock);
    await store.jobs.add({ id, kind, input: JSON.stringify(input), byId: null, at: clock });
    return id;
  };
  const ended = async (id: string) => {
    for (;;) {
      const job = await store.jobs.find(id);
      if (job === null || !["waiting", "running"].includes(job.state)) return job;
      await sleep(5);
    }
  };
  const start = () => startJobs({ store, log: createLog("silent"), now, handlers, poll: 10 });
  return { store, add, ended, start, pass: (milliseconds: number) => (clock += milliseconds) };
}

describeEachDatabase("jobs", (database) => {
  const aRunner = (handlers: Record<string, JobHandler>) => aRunnerOn(database, handlers);

  test("are done in their order, and their outcome is kept", async () => {
    const seen: unknown[] = [];
    const { add, ended, start } = await aRunner({ count: async ({ input }) => seen.push(input) });
    const [first, second] = [await add("count", { n: 1 }), await add("count", { n: 2 })];
    const runner = start();
    expect(await ended(second)).toMatchObject({ state: "done", progress: 1, outcome: "2" });
    expect(await ended(first)).toMatchObject({ state: "done", outcome: "1" });
    await runner.stop();
    expect(seen).toEqual([{ n: 1 }, { n: 2 }]);
  });

  test("that are refused are told as failed with the reason, and the next goes on", async () => {
    const { add, ended, start } = await aRunner({
      break: () => Promise.reject(new AppError("not-allowed")),
      work: async () => "fine",
    });
    const [broken, fine] = [await add("break"), await add("work")];
    const runner = start();
    expect(await ended(broken)).toMatchObject({ state: "failed", attempts: 1, lastError: "not-allowed" });
    expect((await ended(fine))?.state).toBe("done");
    await runner.stop();
  });

  test("of kinds that this server does not know are left to others", async () => {
    const { add, store, start, ended } = await aRunner({ work: async () => null });
    const [other, own] = [await add("other"), await add("work")];
    const runner = start();
    await ended(own);
    await runner.stop();
    expect((await store.jobs.find(other))?.state).toBe("waiting");
  });
});

describeEachDatabase("jobs over time", (database) => {
  const aRunner = (handlers: Record<string, JobHandler>) => aRunnerOn(database, handlers);

  test("of a server that died are taken up by the next", async () => {
    const { add, store, start, ended, pass } = await aRunner({ work: async () => "taken up" });
    const id = await add("work");
    await store.jobs.claim(["work"], { holder: "the dead", at: TEST_NOW, until: TEST_NOW + 60_000 });
    const runner = start();
    await sleep(50);
    expect((await store.jobs.find(id))?.state).toBe("running");
    pass(61_000);
    expect(await ended(id)).toMatchObject({ state: "done", outcome: '"taken up"' });
    await runner.stop();
  });

  test("end when the server stops, and wait for the next one", async () => {
    let isAborted = false;
    const { add, store, start } = await aRunner({
      wait: ({ signal }) =>
        new Promise((resolve) => {
          signal.addEventListener("abort", () => {
            isAborted = true;
            resolve(null);
          });
        }),
    });
    const id = await add("wait");
    const runner = start();
    while ((await store.jobs.find(id))?.state === "waiting") await sleep(5);
    await runner.stop();
    expect(isAborted).toBe(true);
    expect((await store.jobs.find(id))?.state).toBe("running");
  });

  test("forget what has served its time, and nothing of the record", async () => {
    const { store, pass } = await aRunner({});
    await store.audit.recordSecurityEvent({ at: TEST_NOW, actor: "nobody", kind: "not-allowed", detail: "x" });
    let clock = TEST_NOW;
    const run = forgetting({ store, now: () => clock });
    const signal = new AbortController().signal;
    await run({ input: {}, signal, progress: () => undefined });
    expect(await store.audit.securityEvents(10)).toHaveLength(1);
    clock += 366 * 24 * 3600 * 1000;
    pass(366 * 24 * 3600 * 1000);
    await run({ input: {}, signal, progress: () => undefined });
    expect(await store.audit.securityEvents(10)).toHaveLength(0);
  });
});

describeEachDatabase("jobs that fail", (database) => {
  test("that fail are tried again after longer and longer pauses, and can be begun anew or cancelled", async () => {
    let tried = 0;
    const { add, store, start, pass } = await aRunnerOn(database, {
      break: () => {
        tried += 1;
        return Promise.reject(new Error(`broken ${tried}`));
      },
    });
    const id = await add("break");
    const runner = start();
    const at = async (attempts: number, state: string) => {
      for (;;) {
        const job = await store.jobs.find(id);
        if (job?.state === state && job.lastError === `broken ${attempts}`) return job;
        await sleep(5);
      }
    };
    for (const [done, minutes] of [1, 4, 16, 64].entries()) {
      await at(done + 1, "waiting");
      pass(minutes * 60_000 - 1);
      await sleep(25);
      expect(tried).toBe(done + 1);
      pass(1);
    }
    expect(await at(5, "failed")).toMatchObject({ attempts: 5 });
    expect((await store.jobs.list({ limit: 9 })).map((job) => job.id)).toEqual([id]);
    expect(await store.jobs.restart(id, TEST_NOW)).toBe(true);
    await at(6, "waiting");
    expect(await store.jobs.cancel(id)).toBe(true);
    await runner.stop();
    expect((await store.jobs.find(id))?.state).toBe("cancelled");
  });
});

describeEachDatabase("jobs of several servers", (database) => {
  test("are each done once", async () => {
    const done: string[] = [];
    const work: JobHandler = async ({ input }) => {
      await sleep(2);
      done.push(String(input));
    };
    const place = await database.place();
    const store = await database.openAt(place);
    const stores = [store, database.shared ? await database.openAt(place) : store];
    const ids = Array.from({ length: 20 }, (_, n) => `job ${n}`);
    for (const id of [...ids, ...ids]) {
      await store.jobs.addOnce({ id, kind: "work", input: JSON.stringify(id), byId: null, at: TEST_NOW });
    }
    const runners = stores.map((each) =>
      startJobs({ store: each, log: createLog("silent"), now: () => TEST_NOW, handlers: { work }, poll: 5 }),
    );
    const isOver = async () => (await store.jobs.list({ limit: 50 })).every((job) => job.state === "done");
    while (!(await isOver())) await sleep(10);
    await Promise.all(runners.map((runner) => runner.stop()));
    expect(done.sort()).toEqual(ids.sort());
  });
});
