import { expect, test } from "vitest";
import type { MonthsView, Waiting } from "../../shared/contracts/month-close.ts";
import type { Client } from "../support/client.ts";
import { describeEachEngine } from "../support/databases.ts";
import { anEntryWorld, MONTH, TWELVE } from "../support/entry-world.ts";
import type { World } from "../support/world.ts";

const value = (number: number) => ({ kind: "value", value: number }) as const;
const NPS = TWELVE.slice(2, 3);

async function answerTo<T>(
  answer: Promise<{ status: number; text: string; json: { result: { data: T } } }>,
): Promise<T> {
  const { status, text, json } = await answer;
  if (status !== 200) throw new Error(text);
  return json.result.data;
}

async function codeOf(answer: Promise<{ json: { error: { data: { code: string } } } }>): Promise<string> {
  return (await answer).json.error.data.code;
}

/** A manager, two approvers and a quality manager; approval is on where it is said. */
async function aWorldOfFour(place: object, approval: boolean): Promise<World> {
  const world = await anEntryWorld({ ...place, kpis: NPS });
  await world.person("aino", ["approver", "NORTH"]);
  await world.person("eero", ["approver", "NORTH"]);
  await world.person("quentin", ["quality-manager", null]);
  if (approval) {
    await world.store.command({ actor: "operator", command: "settings", entity: "organisation" }, async (store) => {
      const organisation = await store.organisation.find();
      if (organisation !== null) await store.organisation.say({ ...organisation, approval: true });
    });
  }
  return world;
}

async function enterAndSubmit(client: Client, number: number, expectedRevision = 0): Promise<void> {
  const place = { unit: "N-1", month: MONTH };
  const cells = [{ kpi: "NPS", content: value(number), expectedRevision }];
  await answerTo(client.mutate("results.enter", { ...place, cells }));
  await answerTo(client.mutate("results.submit", place));
}

function months(client: Client, unit = "GROUP"): Promise<MonthsView> {
  return answerTo(client.query("results.months", { unit, month: MONTH }));
}

async function waiting(client: Client, unit = "GROUP"): Promise<Waiting[]> {
  return (await answerTo<{ rows: Waiting[] }>(client.query("results.waiting", { unit }))).rows;
}

async function counted({ store }: World): Promise<(number | null)[]> {
  const all = { units: null, kpis: null, from: MONTH, to: MONTH, limit: 9, after: null };
  return (await store.results.list(all)).map(({ value: number }) => number);
}

describeEachEngine("closing a month", (database) => {
  test("goes by rights, for a unit with all below it, and says who closed it and when", async () => {
    const world = await aWorldOfFour({ place: await database.place() }, false);
    try {
      const [maija, aino, quentin] = [await world.as("maija"), await world.as("aino"), await world.as("quentin")];
      const north = { unit: "NORTH", month: MONTH };
      expect(await codeOf(maija.mutate("results.closeMonth", { unit: "N-1", month: MONTH }))).toBe("not-allowed");
      expect(await codeOf(aino.mutate("results.closeMonth", { unit: "GROUP", month: MONTH }))).toBe("not-found");
      expect(await answerTo(aino.mutate("results.closeMonth", north))).toEqual({
        changed: 4,
        sentence: "March 2026 is now closed for 4 units.",
      });
      const view = await months(quentin);
      expect(view.headline).toBe("March 2026, Unit GROUP: closed for 4 of 7 units");
      expect(view.months[0]?.month).toBe("2026-04");
      const march = view.months.find(({ month }) => month === MONTH);
      expect(march).toMatchObject({
        state: "mixed",
        by: "Person aino",
        may: { close: true, reopen: true, lock: true },
      });
      expect(view.units.map(({ unit, depth, state }) => [unit.code, depth, state])).toEqual([
        ["GROUP", 0, "open"],
        ["NORTH", 1, "closed"],
        ["N-1", 2, "closed"],
        ["N-2", 2, "closed"],
        ["N-3", 2, "closed"],
        ["SOUTH", 1, "open"],
        ["S-1", 2, "open"],
      ]);
      const own = await months(maija, "N-1");
      expect(own.units[0]?.may).toEqual({ close: false, reopen: false, lock: false });
      expect(await codeOf(aino.mutate("results.lockMonth", north))).toBe("not-allowed");
      expect(await codeOf(aino.mutate("results.reopenMonth", north))).toBe("reason-needed");
      await answerTo(aino.mutate("results.reopenMonth", { ...north, reason: "N-2 was late" }));
      await answerTo(quentin.mutate("results.lockMonth", { unit: "N-1", month: MONTH }));
      expect(await codeOf(quentin.mutate("results.reopenMonth", { unit: "N-1", month: MONTH, reason: "x" }))).toBe(
        "month-locked",
      );
      const events = await world.store.audit.list({ units: null, from: 1, limit: 99 });
      const steps = events.filter(({ entity }) => entity === "period").map(({ command, reason }) => [command, reason]);
      expect(steps).toEqual([
        ["month-closed", null],
        ["month-reopened", "N-2 was late"],
        ["month-locked", null],
      ]);
    } finally {
      await world.close();
    }
  }, 60_000);
});

describeEachEngine("approving", (database) => {
  test("with approval on, what was submitted waits with its difference for somebody else, and a rejection says why", async () => {
    const world = await aWorldOfFour({ place: await database.place() }, true);
    try {
      const [maija, aino, eero] = [await world.as("maija"), await world.as("aino"), await world.as("eero")];
      await enterAndSubmit(maija, 48);
      const [row] = await waiting(aino, "NORTH");
      expect(row).toMatchObject({ kpi: "NPS", before: "–", after: "48", by: "Person maija", obstacle: null });
      expect(row?.doubts).toContain("late");
      expect((await waiting(maija, "N-1"))[0]?.obstacle).toMatch(/^You have no right/);
      const asked = { results: [{ unit: "N-1", kpi: "NPS", month: MONTH, revision: row?.revision ?? 0 }] };
      const unsaid = await answerTo<{ decided: number; refused: { message: string }[] }>(
        aino.mutate("results.decide", { verdict: "reject", ...asked }),
      );
      expect([unsaid.decided, unsaid.refused[0]?.message]).toEqual([0, "Say why: this change needs a reason."]);
      await answerTo(
        aino.mutate("results.decide", { verdict: "reject", reason: "The survey had not ended", ...asked }),
      );
      expect(await waiting(aino, "NORTH")).toEqual([]);
      const entry = await answerTo<{ rows: { state: string; stateNote: string }[] }>(
        maija.query("results.entry", { unit: "N-1", month: MONTH }),
      );
      expect(entry.rows[0]).toMatchObject({
        state: "rejected",
        stateNote: "Rejected by Person aino: The survey had not ended",
      });
      await enterAndSubmit(maija, 47, 3);
      const stale = await answerTo<{ decided: number; refused: unknown[] }>(
        eero.mutate("results.decide", { verdict: "approve", ...asked }),
      );
      expect([stale.decided, stale.refused.length]).toEqual([0, 1]);
      const [again] = await waiting(eero, "NORTH");
      await answerTo(
        eero.mutate("results.decide", {
          ...{ verdict: "approve" },
          results: [{ unit: "N-1", kpi: "NPS", month: MONTH, revision: again?.revision ?? 0 }],
        }),
      );
      expect(await counted(world)).toEqual([47]);
    } finally {
      await world.close();
    }
  }, 60_000);
});

describeEachEngine("restating", (database) => {
  test("a locked month is restated by one and approved by another; the old value stays readable and marked", async () => {
    const world = await aWorldOfFour({ place: await database.place() }, false);
    try {
      const [maija, aino, eero] = [await world.as("maija"), await world.as("aino"), await world.as("eero")];
      const quentin = await world.as("quentin");
      await enterAndSubmit(maija, 48);
      const restating = { unit: "N-1", kpi: "NPS", month: MONTH, content: value(44), expectedRevision: 2 };
      const why = { reason: "Two surveys were counted twice" };
      expect(await codeOf(aino.mutate("results.restate", { ...restating, ...why }))).toBe("month-not-locked");
      await answerTo(quentin.mutate("results.lockMonth", { unit: "GROUP", month: MONTH }));
      expect(await codeOf(maija.mutate("results.restate", { ...restating, ...why }))).toBe("not-allowed");
      expect(await codeOf(aino.mutate("results.restate", { ...restating, reason: " " }))).toBe("unreadable");
      await answerTo(aino.mutate("results.restate", { ...restating, ...why }));
      expect(await counted(world)).toEqual([48]);
      const results = [{ unit: "N-1", kpi: "NPS", month: MONTH, revision: 3 }];
      expect((await waiting(aino, "NORTH"))[0]).toMatchObject({
        ...{ restatement: true, before: "48", after: "44", ...why },
        obstacle: "The person who submitted a result cannot approve it. Ask someone else to.",
      });
      const own = await answerTo<{ decided: number }>(aino.mutate("results.decide", { verdict: "approve", results }));
      expect(own.decided).toBe(0);
      const entry = await answerTo<{ rows: { shown: string; stateNote: string }[]; mayRestate: boolean }>(
        eero.query("results.entry", { unit: "N-1", month: MONTH }),
      );
      expect(entry.rows[0]).toMatchObject({
        shown: "48",
        stateNote: "Restated to 44 by Person aino: waits for approval",
      });
      expect(entry.mayRestate).toBe(true);
      await answerTo(eero.mutate("results.decide", { verdict: "approve", results }));
      expect(await counted(world)).toEqual([44]);
      const page = await answerTo<{ points: { period: string; shown: string; restatedFrom: string | null }[] }>(
        maija.query("insight.kpi", { unit: "N-1", kpi: "NPS", period: MONTH }),
      );
      expect(page.points.at(-1)).toMatchObject({ period: MONTH, shown: "44", restatedFrom: "48" });
      const history = await answerTo<{ rows: object[] }>(
        maija.query("results.history", { unit: "N-1", kpi: "NPS", limit: 3 }),
      );
      expect(history.rows).toMatchObject([
        { revision: 4, restatement: true, state: "approved", by: "Person eero", ...why },
        { revision: 3, restatement: true, state: "submitted", by: "Person aino", before: "48", after: "44" },
        { revision: 2, restatement: false, state: "submitted", after: "48" },
      ]);
    } finally {
      await world.close();
    }
  }, 60_000);
});
