import { afterAll, beforeAll, expect, test } from "vitest";
import type { DecisionView, ReviewsView, ReviewView } from "../../shared/contracts/reviews.ts";
import { anActionWorld, FELL } from "../support/action-world.ts";
import type { Answer, Client } from "../support/client.ts";
import { type DatabaseUnderTest, describeEachEngine } from "../support/databases.ts";
import { NEWEST, sendFile } from "../support/filled-world.ts";
import type { World } from "../support/world.ts";

function taken<T>(answer: Answer): T {
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.json.result.data;
}

const refusal = ({ json }: Answer) => json?.error?.data;

let world: World & { quality: Client };
let leader: Client;

function inOneWorld(database: DatabaseUnderTest): void {
  beforeAll(async () => {
    world = await anActionWorld({ place: await database.place() });
    await world.person("leader", ["leader", "NORTH"]);
    leader = await world.as("leader");
  }, 60_000);
  afterAll(() => world.close());
}

async function planned(unit = "N-1"): Promise<string> {
  const input = { unit, title: "April review", period: NEWEST, plannedOn: "2026-04-20" };
  return taken<{ code: string }>(await leader.mutate("reviews.plan", input)).code;
}

const get = async (review: string) => taken<ReviewView>(await leader.query("reviews.get", { review }));

async function move(review: string, state: string): Promise<ReviewView> {
  const { version } = (await get(review)).review;
  return taken<ReviewView>(await leader.mutate("reviews.change", { review, version, state }));
}

const decision = (more: object = {}) => ({
  ...{ review: null, unit: "N-1", period: NEWEST, kpi: FELL, kind: "improvement", text: "New rollers" },
  ...{ options: "Rollers; wait", rationale: "Doors stick", owner: "leader", reviewOn: "2026-07-01", supersedes: null },
  ...{ actionDue: null, path: "/reviews/V-0001", ...more },
});

async function decide(more: object = {}): Promise<string> {
  return taken<{ code: string }>(await leader.mutate("reviews.decide", decision(more))).code;
}

const read = async (code: string) => taken<DecisionView>(await leader.query("reviews.decision", { decision: code }));

describeEachEngine("a review from plan to minutes", (database) => {
  inOneWorld(database);

  test("its agenda begins with earlier actions, then the exceptions, then every other input of 9.3.2", async () => {
    const { agenda, review } = await get(await planned());
    expect(review).toMatchObject({ state: "planned", level: "unit", covered: 0, inputs: 12 });
    expect(agenda[0]).toMatchObject({ kind: "earlier", input: "a" });
    expect(agenda[1]).toMatchObject({ kind: "exception", key: `kpi-${FELL}` });
    expect(agenda[1]?.sentence).toContain("No plan yet.");
    const inputs = agenda.filter(({ kind }) => kind !== "exception").map(({ input }) => input);
    expect(inputs).toEqual(["a", "b", "c1", "c2", "c3", "c4", "c5", "c6", "c7", "d", "e", "f"]);
    expect(agenda.every(({ sentence }) => sentence.length > 10)).toBe(true);
  });

  test("a decision takes its KPI off the list of those that need one, and its action comes first in the next review", async () => {
    const review = await planned();
    await move(review, "running");
    const before = (await leader.query("insight.overview", { unit: "N-1" })).json.result.data;
    expect(before.decisions).toContain(FELL);
    const code = await decide({ review, actionDue: "2026-06-30" });
    const after = (await leader.query("insight.overview", { unit: "N-1" })).json.result.data;
    expect(after.decisions).not.toContain(FELL);
    const view = await get(review);
    expect(view.agenda[1]).toMatchObject({ key: `kpi-${FELL}`, covered: true, decisions: [code] });
    expect(view.decisions[0]).toMatchObject({
      code,
      kindWord: "Opportunity for improvement",
      actions: [{ name: "New rollers" }],
    });
    world.setClock(Date.UTC(2026, 6, 20));
    const next = await get(await planned());
    expect(next.agenda[0]?.lines.map(({ text }) => text)).toEqual([`${code} New rollers`, "A-0001 New rollers"]);
    expect(next.agenda[0]?.lines[1]?.detail).toBe("Person leader · Planned · 3 months old · 20 days late");
    expect(next.agenda[0]?.sentence).toBe("1 action, 1 late; 1 decision to look at again.");
    world.setClock(Date.UTC(2026, 3, 20, 8));
  });

  test("inputs are noted as covered; the year says which are not; what was held stays as it was", async () => {
    const review = await planned();
    await move(review, "running");
    const note = { review, input: "c6", version: 0, covered: true, note: "Two minor findings." };
    taken(await leader.mutate("reviews.note", note));
    expect((await leader.mutate("reviews.note", note)).status).toBe(409);
    const held = await move(review, "held");
    expect(held.review).toMatchObject({ state: "held", heldOn: "2026-04-20", covered: 1 });
    expect(held.mayDecide).toBe(false);
    expect(refusal(await leader.mutate("reviews.note", { ...note, version: 1, note: "Three" })).message).toContain(
      "stays as it was",
    );
    expect(refusal(await leader.mutate("reviews.decide", decision({ review }))).message).toContain("over");
    const list = taken<ReviewsView>(await leader.query("reviews.list", { unit: "NORTH" }));
    expect(list.headline).toBe("11 of 12 inputs not covered yet this year (FY26)");
    expect(list.coverage.find(({ input }) => input === "c6")).toMatchObject({ reviews: [review] });
  });
});

describeEachEngine("the evidence of a decision", (database) => {
  inOneWorld(database);

  test("its hash matches its payload, and restated months are marked beside what was seen", async () => {
    const code = await decide();
    const seen = await read(code);
    expect(seen.evidence).toMatchObject({
      verified: true,
      path: "/reviews/V-0001",
      kpis: [{ kpi: FELL, restated: [] }],
    });
    expect(seen.evidence?.sentence).toBe("Every month seen then reads the same today.");
    const { shown } = seen.evidence?.kpis[0]?.seen ?? { shown: "" };
    await sendFile(world.quality, "results", `unit,kpi,period,value\nN-1,${FELL},${NEWEST},9.9`);
    const now = await read(code);
    expect(now.evidence).toMatchObject({
      verified: true,
      sha256: seen.evidence?.sha256,
      sentence: "1 month was restated since.",
    });
    expect(now.evidence?.kpis[0]).toMatchObject({
      seen: { shown },
      now: { shown: "9.9" },
      restated: [{ month: NEWEST, seen: shown, now: "9.9" }],
    });
    expect(await world.store.verify()).toMatchObject({ fault: null });
  });

  test("one decision takes the place of another, and both stay readable", async () => {
    const first = await decide({ text: "Wait" });
    const second = await decide({ text: "Do not wait", supersedes: first, kind: "resources" });
    expect((await read(first)).decision).toMatchObject({ text: "Wait", supersededBy: second });
    expect((await read(second)).decision).toMatchObject({ supersedes: first, kindWord: "Resources" });
  });

  test("nobody decides or reads beside their units, and a refusal leaves neither decision nor snapshot", async () => {
    await world.person("viewer", ["viewer", "N-1"]);
    const viewer = await world.as("viewer");
    const snapshots = (await world.store.snapshots.list(null, 50)).length;
    expect(refusal(await viewer.mutate("reviews.decide", decision()))).toMatchObject({ code: "not-allowed" });
    expect((await leader.mutate("reviews.decide", decision({ unit: "S-1", kpi: "COMPLAINTS" }))).status).toBe(404);
    expect(refusal(await leader.mutate("reviews.decide", decision({ owner: "nobody" })))).toMatchObject({
      code: "unknown-code",
    });
    expect((await world.store.snapshots.list(null, 50)).length).toBe(snapshots);
    await world.person("south", ["leader", "SOUTH"]);
    const south = await world.as("south");
    const code = await decide();
    expect((await south.query("reviews.decision", { decision: code })).status).toBe(404);
    expect((await south.query("reviews.get", { review: await planned() })).status).toBe(404);
  });
});
