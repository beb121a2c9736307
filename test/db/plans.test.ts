import { expect, test } from "vitest";
import type { ActionSaying } from "../../db/repositories/actions.ts";
import type { Store, Writings } from "../../db/store.ts";
import type { DateText } from "../../shared/domain/calendar.ts";
import { ALWAYS, type Month } from "../../shared/domain/month.ts";
import { describeEachDatabase } from "../support/databases.ts";

const SAID = { actor: "operator", command: "tried", entity: "organisation" };
const said = <T>(store: Store, work: (store: Writings) => Promise<T>) => store.command(SAID, work);
const month = (text: string) => text as Month;
const day = (text: string) => text as DateText;

/** A group with a branch and a KPI. */
async function founded(store: Store): Promise<void> {
  await said(store, async (store) => {
    await store.organisation.putUnits([
      { code: "GROUP", name: "Group", kind: "group" },
      { code: "B1", name: "First branch", kind: "branch" },
    ]);
    await store.organisation.setEdges([
      { child: "GROUP", from: ALWAYS, parent: null, ends: false, withdrawn: false },
      { child: "B1", from: ALWAYS, parent: "GROUP", ends: false, withdrawn: false },
    ]);
    await store.kpis.put([{ code: "CALLBACKS", owner: null, theme: null, timing: "lagging" }]);
  });
}

describeEachDatabase("plans and reviews", (database) => {
  test("what an action is to achieve cannot change once it has started", async () => {
    const store = await database.open();
    await founded(store);
    const action: ActionSaying = {
      ...{ code: null, kind: "improvement", title: "Doors", cause: "", owner: null, unit: "B1", kpi: "CALLBACKS" },
      ...{ objective: null, startedOn: null, dueOn: null, state: "planned", progress: 0, resources: "" },
      ...{ effect: { kpi: "CALLBACKS", unit: "B1", size: -0.5, by: month("2026-09") }, verification: null },
      ...{ steps: [{ text: "Order", done: false, due: day("2026-05-01") }], cost: 1000, spent: 0 },
    };
    const { code } = await said(store, (store) => store.actions.put(action));
    const effect = { kpi: "CALLBACKS", unit: "B1", size: -0.3, by: month("2026-09") };
    await said(store, (store) => store.actions.put({ ...action, code, effect }));
    const started: ActionSaying = { ...action, code, effect, state: "started", startedOn: day("2026-04-02") };
    await said(store, (store) => store.actions.put(started));
    for (const moved of [{ effect: null }, { effect: { ...effect, size: -0.1 } }, { startedOn: day("2026-03-02") }]) {
      const moving = said(store, (store) => store.actions.put({ ...started, ...moved }));
      await expect(moving).rejects.toMatchObject({ code: "effect-frozen" });
    }
    await said(store, (store) => store.actions.put({ ...started, progress: 50 }));
    expect(await store.actions.list({ units: null, kpis: ["CALLBACKS"] })).toMatchObject([
      { progress: 50, effect, steps: action.steps, cost: 1000, spent: 0 },
    ]);
  });

  test("a review keeps its inputs, a miss its whys and an owner each confidence that was said", async () => {
    const store = await database.open();
    await founded(store);
    const review = {
      ...{ code: null, title: "April", level: "unit" as const, unit: "B1", period: month("2026-03") },
      ...{ plannedOn: day("2026-04-20"), heldOn: null, state: "planned" as const, participants: "", minutes: "" },
    };
    const { code } = await said(store, (store) => store.reviews.putMeeting(review));
    await said(store, (store) =>
      store.reviews.noteInputs(code, [
        { input: "c2", covered: true, note: "Two of three." },
        { input: "a", covered: false, note: "" },
      ]),
    );
    expect(await store.reviews.meetings(["B1"])).toEqual([{ ...review, code: "V-0001", version: 1 }]);
    expect(await store.reviews.meetings(["GROUP"])).toEqual([]);
    expect(await store.reviews.inputs([code])).toMatchObject([
      { input: "a", covered: false },
      { input: "c2", covered: true, note: "Two of three." },
    ]);
    const miss = {
      ...{ kpi: "CALLBACKS", unit: "B1", month: month("2026-03"), fact: "2.4 against 1.7", whys: ["Doors", "Old"] },
      ...{ cause: "Rollers wear out", action: null, by: null },
    };
    await said(store, (store) => store.actions.explain(miss));
    expect(await store.actions.causes({ kpi: "CALLBACKS", unit: "B1" })).toEqual([{ ...miss, version: 1 }]);
    const place = { kpi: "CALLBACKS", unit: "B1", fiscalYear: 2026 };
    const sure = { ...place, month: month("2026-03"), note: "", by: null };
    await said(store, (store) => store.actions.sayConfidence({ ...sure, level: 8, probability: 0.35 }));
    await said(store, (store) => store.actions.sayConfidence({ ...sure, level: 4, probability: null }));
    expect((await store.actions.confidences(place)).map(({ level, probability }) => [level, probability])).toEqual([
      [4, null],
      [8, 0.35],
    ]);
  });
});
