import { afterAll, beforeAll, expect, test } from "vitest";
import type { ActionsView, ActionView } from "../../shared/contracts/actions.ts";
import { anActionWorld, FELL, SAME } from "../support/action-world.ts";
import type { Answer, Client } from "../support/client.ts";
import { type DatabaseUnderTest, describeEachEngine } from "../support/databases.ts";
import type { World } from "../support/world.ts";

const promise = (kpi: string, more: object = {}) => ({ kpi, unit: "N-1", size: -0.5, by: "2026-02", ...more });

function taken<T>(answer: Answer): T {
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.json.result.data;
}

const refusal = ({ json }: Answer) => json?.error?.data;

let world: World;
let leader: Client;
let manager: Client;

/** One world for the tests of a group: a leader of the north, a unit manager of N-1. */
function inOneWorld(database: DatabaseUnderTest): void {
  beforeAll(async () => {
    world = await anActionWorld({ place: await database.place() });
    await world.person("leader", ["leader", "NORTH"]);
    await world.person("manager", ["contributor", "N-1"]);
    leader = await world.as("leader");
    manager = await world.as("manager");
  }, 60_000);
  afterAll(() => world.close());
}

async function create(client: Client, more: object = {}): Promise<string> {
  const input = { unit: "N-1", title: "New doors", dueOn: "2026-02-28", ...more };
  return taken<{ code: string }>(await client.mutate("actions.create", input)).code;
}

async function get(client: Client, action: string): Promise<ActionView> {
  return taken<ActionView>(await client.query("actions.get", { action }));
}

/** Changes an action as the person saw it last, or as the version named. */
async function change(client: Client, action: string, more: { version?: number } & Record<string, unknown>) {
  const seen = (await client.query("actions.get", { action })).json?.result?.data?.action.version ?? 1;
  return client.mutate("actions.change", { action, version: seen, ...more });
}

async function started(kpi: string, more: object = {}): Promise<string> {
  const code = await create(leader, { kpi, effect: promise(kpi), owner: "manager", ...more });
  taken(await change(leader, code, { state: "started", startedOn: "2025-09-02" }));
  return code;
}

describeEachEngine("actions, from plan to proof", (database) => {
  inOneWorld(database);

  test("an action whose promise the months keep ends as effective by the data", async () => {
    const code = await started(FELL);
    const { action } = await get(leader, code);
    expect(action.check).toMatchObject({
      verdict: "effective",
      word: "Effective",
      promise: "Callbacks −0.5 by Feb 2026",
    });
    expect(action.check?.sentence).toMatch(/^The level fell from 5\.0 to 4\.0, outside chance/);
    const closed = taken<ActionView>(await change(leader, code, { state: "effective" }));
    expect(closed.action).toMatchObject({
      state: "effective",
      judgedBy: "data",
      verification: action.check?.sentence,
    });
    expect(closed.history[0]?.changes).toContain("State: Under way → Effective");
  });

  test("one that the months do not show is refused as effective, with what they say, unless a leader says why", async () => {
    const code = await started(SAME);
    const answer = await change(leader, code, { state: "effective" });
    expect(answer.status).toBe(422);
    expect(refusal(answer)).toMatchObject({ code: "not-proven" });
    expect(refusal(answer).message).toContain("No change seen: 4.0 before, 4.0 since");
    expect(refusal(await change(manager, code, { state: "effective", overrideReason: "I feel it" }))).toMatchObject({
      code: "not-allowed",
    });
    const reason = "The meter was changed in the same month; the audit counted by hand.";
    const closed = taken<ActionView>(await change(leader, code, { state: "effective", overrideReason: reason }));
    expect(closed.action).toMatchObject({ state: "effective", judgedBy: "person", overrideReason: reason });
    expect(closed.history[0]).toMatchObject({ reason });
  });

  test("its owner ends it as not effective where the data say so", async () => {
    const code = await started(SAME);
    const closed = taken<ActionView>(await change(manager, code, { state: "not_effective" }));
    expect(closed.action).toMatchObject({ state: "not_effective", judgedBy: "data", next: [] });
  });

  test("before the promised month it is too early for either end", async () => {
    const code = await started(FELL, { effect: promise(FELL, { by: "2026-09" }) });
    for (const state of ["effective", "not_effective"]) {
      expect(refusal(await change(leader, code, { state })).message).toContain("judged once Sep 2026 is reported");
    }
  });
});

describeEachEngine("actions, before and at their start", (database) => {
  inOneWorld(database);

  test("what it is to achieve is frozen once it has started, and its first day with it", async () => {
    const code = await create(leader, { effect: promise(FELL) });
    taken(await change(leader, code, { effect: promise(FELL, { size: -0.4 }) }));
    taken(await change(leader, code, { state: "started" }));
    for (const effect of [null, promise(FELL, { size: -0.1 }), promise(SAME), promise(FELL, { by: "2027-01" })]) {
      expect(refusal(await change(leader, code, { effect }))).toMatchObject({ code: "effect-frozen" });
    }
    taken(await change(leader, code, { progress: 40 }));
    expect((await get(leader, code)).effect).toMatchObject({ size: -0.4 });
  });

  test("who and until when are said before it starts, and a promise points to the better side", async () => {
    const code = await create(leader, { owner: null });
    expect(refusal(await change(leader, code, { state: "started" })).message).toContain("who is responsible");
    taken(await change(leader, code, { owner: "manager", dueOn: null }));
    expect(refusal(await change(leader, code, { state: "started" })).message).toContain("until when");
    const late = await change(leader, code, { dueOn: "2026-05-01", state: "started", startedOn: "2026-12-01" });
    expect(refusal(late).message).toContain("future");
    expect(refusal(await change(leader, code, { state: "effective" })).message).toContain("cannot go there");
    const wrong = await leader.mutate("actions.create", {
      unit: "N-1",
      title: "x",
      effect: promise(FELL, { size: 1 }),
    });
    expect(refusal(wrong).message).toBe("Lower is better for Callbacks: the expected change has the other sign.");
  });
});

describeEachEngine("actions, in a list", (database) => {
  inOneWorld(database);

  test("late ones come first, the headline counts them, and each says what the data say", async () => {
    await create(leader, { unit: "N-2", title: "Later", dueOn: "2026-09-01" });
    await create(leader, { unit: "N-2", title: "Late", dueOn: "2026-01-31" });
    await create(leader, { unit: "N-2", title: "Open end", dueOn: null });
    await started(FELL, { unit: "N-2" });
    const view = taken<ActionsView>(await leader.query("actions.list", { unit: "N-2" }));
    expect(view.headline).toBe("2 of 4 open actions late");
    expect(view.actions.map(({ title, late }) => [title, late])).toEqual([
      ["Late", true],
      ["New doors", true],
      ["Later", false],
      ["Open end", false],
    ]);
    expect(view.actions[1]).toMatchObject({ dueWord: "51 days late", check: { verdict: "effective" } });
  });

  test("the API lists them with promise and verdict, people by code", async () => {
    const code = await started(FELL);
    const { json } = await leader.get(`/api/v1/actions?unit=N-1&kpi=${FELL}&state=started`);
    expect(json).toMatchObject({
      actions: [{ code, owner: "manager", unit: "N-1", check: { verdict: "effective" }, judgedBy: null }],
      nextCursor: null,
    });
    expect((await leader.get("/api/v1/actions?unit=S-1")).status).toBe(404);
  });
});

describeEachEngine("actions, rights and versions", (database) => {
  inOneWorld(database);

  test("a contributor changes their own actions alone, a leader all of the subtree, nobody beside it", async () => {
    const own = await create(manager);
    expect((await get(manager, own)).action).toMatchObject({ owner: { code: "manager" }, mayEdit: true });
    taken(await change(manager, own, { progress: 10 }));
    expect(refusal(await change(manager, own, { owner: "leader" }))).toMatchObject({ code: "not-allowed" });
    const others = await create(leader, { owner: "leader" });
    expect(refusal(await change(manager, others, { progress: 10 }))).toMatchObject({ code: "not-allowed" });
    expect((await get(manager, others)).action).toMatchObject({ mayEdit: false, next: [] });
    taken(await change(leader, own, { owner: "leader", kind: "training" }));
    await world.person("south", ["leader", "SOUTH"]);
    const south = await world.as("south");
    expect((await south.query("actions.get", { action: own })).status).toBe(404);
    expect((await change(south, own, { progress: 1 })).status).toBe(404);
    expect(refusal(await change(leader, own, { unit: "S-1" }))).toMatchObject({ code: "not-allowed" });
  });

  test("a stale change is refused with both values, and an unchanged one leaves no event", async () => {
    const code = await create(leader);
    taken(await change(leader, code, { progress: 10 }));
    const stale = await change(leader, code, { version: 1, progress: 20 });
    expect(stale.status).toBe(409);
    expect(refusal(stale)).toMatchObject({ code: "stale-version", details: { expected: 1, actual: 2 } });
    const { seq } = await world.store.audit.head();
    taken(await change(leader, code, { progress: 10 }));
    expect((await world.store.audit.head()).seq).toBe(seq);
    expect(await world.store.verify()).toMatchObject({ fault: null });
  });

  test("as of an earlier day it stands as it stood", async () => {
    const code = await create(leader);
    world.setClock(Date.UTC(2026, 4, 20));
    taken(await change(leader, code, { progress: 80 }));
    const then = taken<ActionView>(await leader.query("actions.get", { action: code, asOf: "2026-04-30" }));
    expect(then.action).toMatchObject({ progress: 0, mayEdit: false });
    expect(then.history).toHaveLength(1);
  });
});

describeEachEngine("actions, a miss and the owner's confidence", (database) => {
  inOneWorld(database);

  const place = { unit: "N-1", kpi: FELL, month: "2026-03" };

  test("a miss is kept as fact, five whys, cause and action", async () => {
    const action = await create(manager, { kpi: FELL });
    const before = taken<{ fact: string; version: number }>(await manager.query("actions.miss", place));
    expect(before.fact).toMatch(/^4\.\d against at most 3\.5 in March 2026$/);
    const whys = ["Doors stuck", "Rollers worn", "Never changed", "Not on the list", "The list is from 2009"];
    const input = { ...place, version: before.version, fact: before.fact, whys, cause: "An old list", action };
    taken(await manager.mutate("actions.explainMiss", input));
    const after = taken<object>(await manager.query("actions.miss", place));
    expect(after).toMatchObject({ whys, cause: "An old list", action: { code: action }, by: "Person manager" });
    expect((await manager.mutate("actions.explainMiss", input)).status).toBe(409);
  });

  test("confidence is kept with who said it", async () => {
    const said = await manager.mutate("actions.sayConfidence", {
      ...place,
      version: 0,
      level: 7,
      note: "Doors help",
    });
    expect(taken<object>(said)).toMatchObject({ confidence: { level: 7, by: "Person manager", version: 1 } });
    const refused = await manager.mutate("actions.sayConfidence", { ...place, version: 1, level: 11, note: "" });
    expect(refused.status).toBe(400);
  });
});
