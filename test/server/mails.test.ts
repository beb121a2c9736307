import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DIGEST, planDigests, sendingDigests } from "../../server/jobs/digests.ts";
import { startJobs } from "../../server/jobs/runner.ts";
import { endingToken } from "../../server/mail/mail-links.ts";
import { type DatabaseUnderTest, describeEachEngine } from "../support/databases.ts";
import { aFilledWorld } from "../support/filled-world.ts";
import { aMailServer, type MailServer } from "../support/mail-server.ts";
import type { World } from "../support/world.ts";

const AT = "https://plumbline.example";

/** 9:00 in Helsinki of a day in May 2026. */
const morning = (day: number) => Date.UTC(2026, 4, day, 6);

/** Plans as two servers would at that time, and waits until every job has ended; answers what came. */
async function mailsOf({ service, store, setClock }: World, post: MailServer, instant: number) {
  const before = post.mails.length;
  setClock(instant);
  await Promise.all([planDigests(service), planDigests(service)]);
  const handlers = { [DIGEST]: sendingDigests(service) };
  const runner = startJobs({ ...service, handlers, poll: 10 });
  const isBusy = async () =>
    (await store.jobs.list({ limit: 99 })).some(({ state, runAfter }) =>
      state === "waiting" ? runAfter <= service.now() : state === "running",
    );
  while (await isBusy()) await sleep(10);
  await runner.stop();
  return post.mails.slice(before);
}

async function aPostedWorld(database: DatabaseUnderTest) {
  const post = await aMailServer();
  const environment = { SMTP_URL: post.url, MAIL_FROM: "plumbline@plant.example", PUBLIC_URL: AT };
  const world = await aFilledWorld({ place: await database.place(), environment });
  await world.person("maija", ["contributor", "N-1"]);
  await world.person("dora", ["viewer", "S-1"]);
  const mailsAt = (instant: number) => mailsOf(world, post, instant);
  return { ...world, post, mailsAt, maija: await world.as("maija") };
}

describeEachEngine("reminders", (database) => {
  let world: Awaited<ReturnType<typeof aPostedWorld>>;
  beforeAll(async () => {
    world = await aPostedWorld(database);
  }, 60_000);
  afterAll(async () => {
    await world.close();
    await world.post.close();
  });

  test("come once, for each result that is owed, with a link that opens its cell", { timeout: 60_000 }, async () => {
    const { mailsAt } = world;
    expect(await mailsAt(Date.UTC(2026, 4, 7, 2))).toEqual([]);
    const mails = await mailsAt(morning(7));
    expect(mails.map(({ to }) => to).sort()).toEqual(["maija@plant.example", "quality@plant.example"]);
    const mail = mails.find(({ to }) => to.startsWith("maija"));
    expect(mail?.headers.get("subject")).toBe("2 results of April 2026 are due on May 10, 2026");
    for (const part of [mail?.text ?? "", mail?.html.replaceAll("&amp;", "&") ?? ""]) {
      expect(part).toContain(`${AT}/entry?u=N-1&p=2026-04&kpi=COMPLAINTS`);
      expect(part).toContain("Hello Person maija,");
    }
    expect(mail?.html).not.toMatch(/<script|<img/);
    expect(mail?.headers.get("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
    expect(await mailsAt(morning(8))).toEqual([]);
  });

  test("end with one POST of a mail program, and with no made-up link", { timeout: 60_000 }, async () => {
    const { mailsAt, post, maija } = world;
    const header = post.mails.find(({ to }) => to.startsWith("maija"))?.headers.get("list-unsubscribe") ?? "";
    const path = new URL(header.slice(1, -1)).pathname;
    const stranger = world.stranger();
    const forged = endingToken("another key", { kind: "reminders", person: "quality" });
    expect((await stranger.send("POST", `/unsubscribe/${forged}`)).status).toBe(404);
    expect((await stranger.send("POST", path.replace("maija", "quality"))).status).toBe(404);
    const body = "List-Unsubscribe=One-Click";
    const headers = { "Content-Type": "application/x-www-form-urlencoded" };
    expect((await stranger.send("POST", path, { body, headers })).status).toBe(200);
    const due = await mailsAt(morning(10));
    expect(due.map(({ to }) => to)).toEqual(["quality@plant.example"]);
    expect(due[0]?.headers.get("subject")).toBe("6 results of April 2026 are due today");
    const own = (await maija.query("organisation.ownNotice")).json.result.data;
    expect(own.reminders).toBe(false);
    const { version, onStatus, onSignal, onChance, quiet } = own;
    await maija.mutate("organisation.changeOwnNotice", {
      ...{ reminders: true, onStatus, onSignal, onChance, quiet, version },
    });
  });
});

describeEachEngine("mails", (database) => {
  let world: Awaited<ReturnType<typeof aPostedWorld>>;
  beforeAll(async () => {
    world = await aPostedWorld(database);
  }, 60_000);
  afterAll(async () => {
    await world.close();
    await world.post.close();
  });

  test("that a busy mail server refuses are sent later, once", { timeout: 60_000 }, async () => {
    const { mailsAt, post } = world;
    post.refuse(1);
    const first = await mailsAt(morning(17));
    const jobs = (await world.quality.query("organisation.jobs")).json;
    expect(jobs.error.data.code).toBe("not-allowed");
    await world.person("boss", ["admin", null]);
    const boss = await world.as("boss");
    const listed = (await boss.query("organisation.jobs")).json.result.data.jobs;
    const [waiting] = listed.filter(({ state }: { state: string }) => state === "waiting");
    expect(waiting).toMatchObject({ attempts: 1, lastError: expect.stringContaining("451") });
    const later = await mailsAt(morning(17) + 61_000);
    expect([...first, ...later].map(({ to }) => to).sort()).toEqual(["maija@plant.example", "quality@plant.example"]);
    expect([...first, ...later][0]?.headers.get("subject")).toMatch(/^\d results are late$/);
  });

  test("tell of a change of status, in the words of the overview", { timeout: 60_000 }, async () => {
    const { mailsAt } = world;
    const choice = { reminders: true, onStatus: true, onSignal: true, onChance: true, quiet: null, version: 0 };
    const dora = await world.as("dora");
    const report = async (numerator: number) => {
      const results = [{ unit: "S-1", kpi: "ON-TIME", period: "2026-04", numerator, denominator: 100 }];
      expect((await world.quality.send("PUT", "/api/v1/results", { body: { results } })).status).toBe(200);
    };
    world.setClock(morning(18));
    await report(93);
    await dora.mutate("organisation.changeOwnNotice", choice);
    expect((await mailsAt(morning(18))).filter(({ to }) => to.startsWith("dora"))).toEqual([]);
    await report(99);
    const [mail] = (await mailsAt(morning(19))).filter(({ to }) => to.startsWith("dora"));
    expect(mail?.text).toContain("On time, Unit S-1: Off target → On target");
    const { kpis } = (await dora.query("insight.overview", { unit: "S-1" })).json.result.data;
    const told = kpis.find(({ kpi }: { kpi: string }) => kpi === "ON-TIME").verdict.sentence;
    expect(mail?.text).toContain(told);
    expect((await mailsAt(morning(20))).filter(({ to }) => to.startsWith("dora"))).toEqual([]);
  });
});
