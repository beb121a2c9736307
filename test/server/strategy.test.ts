import { expect, test } from "vitest";
import type { Store } from "../../db/store.ts";
import type { ContextView, ThreadView } from "../../shared/contracts/strategy.ts";
import type { Client } from "../support/client.ts";
import { describeEachEngine } from "../support/databases.ts";
import { aFilledWorld } from "../support/filled-world.ts";

const NEED = {
  code: null,
  unit: "GROUP",
  party: "P-0001",
  text: "A safe ride",
  requirement: "EN 81-28",
  reviewedOn: null,
};
const RISK = {
  ...{ code: null, kind: "risk", unit: "NORTH", text: "Doors fail", likelihood: 4, consequence: 4, treatment: "" },
  ...{ owner: null, verdict: "not_judged", verdictReason: "", objectives: [], needs: [], actions: [] },
};

async function asked<T>(client: Client, name: string, input?: unknown): Promise<T> {
  const answer = await client.query(name, input);
  expect(answer.status, answer.text).toBe(200);
  return answer.json.result.data as T;
}

async function done(client: Client, name: string, input: unknown): Promise<void> {
  const answer = await client.mutate(name, input);
  expect(answer.status, answer.text).toBe(200);
}

/** One objective that a KPI measures, and one that nothing does. */
async function sayObjectives(store: Store): Promise<void> {
  await store.command({ actor: "operator", command: "objective-said", entity: "objective" }, async (writing) => {
    const plan = { what: "w", resources: "r", who: "o", when: "n", evaluation: "e" };
    const common = { fiscalYear: 2026, unit: "GROUP", theme: "SERVICE", parent: null, owner: null, plan };
    const said = { ...common, policySentence: null, state: "proposed" as const };
    await writing.objectives.put([
      { ...said, code: "O-1", statement: "Fewer complaints" },
      { ...said, code: "O-2", statement: "Nothing measures this" },
    ]);
    await writing.objectives.linkKpis([{ objective: "O-1", kpi: "ON-TIME", weight: 1 }]);
  });
}

describeEachEngine("needs and risks", (engine) => {
  test("are linked to objectives, listed by what they lack, and shown in the thread", async () => {
    const world = await aFilledWorld({ place: await engine.place() });
    const { quality, store } = world;
    await sayObjectives(store);
    await done(quality, "strategy.sayParty", { code: null, name: "Riders", kind: "user" });
    await done(quality, "strategy.sayNeed", { ...NEED, objectives: ["O-1"] });
    await done(quality, "strategy.sayNeed", { ...NEED, text: "Silence", objectives: [] });
    await done(quality, "strategy.sayRisk", { ...RISK, unit: "GROUP", objectives: ["O-1"], needs: ["N-0001"] });
    const context = await asked<ContextView>(quality, "strategy.context");
    expect(context.needs.map(({ code, objectives, partyName }) => [code, objectives, partyName])).toEqual([
      ["N-0001", ["O-1"], "Riders"],
      ["N-0002", [], "Riders"],
    ]);
    expect(context.risks[0]).toMatchObject({
      code: "R-0001",
      rating: "high",
      ratingLine: "Risk · high",
      needs: ["N-0001"],
    });
    const thread = await asked<ThreadView>(quality, "strategy.thread", { unit: "GROUP" });
    expect(thread.breaks.map(({ kind, cards }) => [kind, cards])).toEqual([
      ["off_without_plan", ["kpi:ON-TIME"]],
      ["objective_without_kpi", ["objective:O-2"]],
      ["need_without_objective", ["need:N-0002"]],
      ["risk_without_action", ["risk:R-0001"]],
    ]);
    expect(thread.headline).toContain("1 need has no objective");
    expect(thread.links).toEqual(
      expect.arrayContaining([
        { from: "need:N-0001", to: "theme:SERVICE" },
        { from: "risk:R-0001", to: "theme:SERVICE" },
        { from: "theme:SERVICE", to: "objective:O-1" },
        { from: "objective:O-1", to: "kpi:ON-TIME" },
        { from: "kpi:ON-TIME", to: "no-plan:ON-TIME" },
      ]),
    );
    await world.close();
  });

  test("an objective is unlinked, a need withdrawn with a reason, and both stand as of before", async () => {
    const world = await aFilledWorld({ place: await engine.place() });
    const { quality, store } = world;
    await done(quality, "strategy.sayParty", { code: null, name: "Riders", kind: "user" });
    await done(quality, "strategy.sayNeed", { ...NEED, objectives: [] });
    const before = await store.audit.newestInstant();
    const [need] = (await asked<ContextView>(quality, "strategy.context")).needs;
    const taken = { entity: "need", code: "N-0001", version: need?.version, reason: "Said twice" };
    expect((await quality.mutate("strategy.withdraw", { ...taken, reason: "" })).status).toBe(400);
    await done(quality, "strategy.withdraw", taken);
    expect((await asked<ContextView>(quality, "strategy.context")).needs).toEqual([]);
    expect((await store.at(before).context.needs()).map(({ code }) => code)).toEqual(["N-0001"]);
    expect(
      (await quality.mutate("strategy.sayNeed", { ...NEED, code: "N-0001", version: 1, objectives: [] })).status,
    ).toBe(409);
    await world.close();
  });
});

describeEachEngine("rights on needs and risks", (engine) => {
  test("they are written only at units where one may, and read only there", async () => {
    const world = await aFilledWorld({ place: await engine.place() });
    await world.person("north", ["quality-manager", "NORTH"]);
    await world.person("south", ["leader", "SOUTH"]);
    const north = await world.as("north");
    const south = await world.as("south");
    await done(world.quality, "strategy.sayParty", { code: null, name: "Riders", kind: "user" });
    await done(north, "strategy.sayRisk", RISK);
    expect((await north.mutate("strategy.sayRisk", { ...RISK, unit: "SOUTH" })).status).toBe(403);
    expect((await north.mutate("strategy.sayParty", { code: null, name: "Owners", kind: "owner" })).status).toBe(403);
    expect((await asked<ContextView>(south, "strategy.context")).risks).toEqual([]);
    expect((await south.mutate("strategy.sayRisk", { ...RISK, unit: "SOUTH" })).status).toBe(403);
    const judged = { ...RISK, code: "R-0001", verdict: "effective" };
    expect((await north.mutate("strategy.sayRisk", judged)).status).toBe(422);
    await world.close();
  });
});
