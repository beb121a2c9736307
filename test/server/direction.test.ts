import { expect, test } from "vitest";
import type { DirectionView } from "../../shared/contracts/direction.ts";
import type { Client } from "../support/client.ts";
import { describeEachEngine } from "../support/databases.ts";
import { aFilledWorld } from "../support/filled-world.ts";

async function asked(client: Client, input: object = {}): Promise<DirectionView> {
  const answer = await client.query("strategy.direction", input);
  expect(answer.status, answer.text).toBe(200);
  return answer.json.result.data;
}

const status = async (client: Client, name: string, input: unknown) => {
  const { status, text } = await client.mutate(`strategy.${name}`, input);
  return [status, text] as const;
};

describeEachEngine("the policy", (engine) => {
  test("a policy is drafted, changed, approved by who leads, and stays; the next takes its place on its day", async () => {
    const world = await aFilledWorld({ place: await engine.place() });
    await world.person("chief", ["executive", null]);
    await world.person("north", ["quality-manager", "NORTH"]);
    const { quality } = world;
    const [chief, north] = [await world.as("chief"), await world.as("north")];
    const first = { validFrom: "2026-01-01", version: 0, sentences: ["We listen.", "We decide on facts."] };
    expect((await status(north, "sayPolicy", first))[0]).toBe(403);
    expect((await status(quality, "sayPolicy", first))[0]).toBe(200);
    expect((await asked(north)).policies[0]).toMatchObject({ state: "draft", approvedBy: null });
    expect((await asked(north)).headline).toContain("No policy is in force");
    expect((await status(quality, "sayPolicy", { ...first, sentences: ["We listen."] }))[0]).toBe(409);
    expect((await status(chief, "sayPolicy", { ...first, version: 1 }))[0]).toBe(403);
    expect((await status(chief, "approvePolicy", { validFrom: "2026-01-01", version: 1 }))[0]).toBe(200);
    expect(await status(quality, "sayPolicy", { ...first, version: 2 })).toEqual([
      422,
      expect.stringContaining("An approved policy stays as it is"),
    ]);
    const next = { validFrom: "2030-01-01", version: 0, sentences: ["We listen first."] };
    expect((await status(quality, "sayPolicy", next))[0]).toBe(200);
    expect((await status(chief, "approvePolicy", { validFrom: "2030-01-01", version: 1 }))[0]).toBe(200);
    const { policies } = await asked(north);
    expect(policies.map(({ state, validTo, approvedBy }) => [state, validTo, approvedBy])).toEqual([
      ["coming", null, "Person chief"],
      ["in_force", "2029-12-31", "Person chief"],
    ]);
    await world.close();
  });
});

describeEachEngine("strategies and themes", (engine) => {
  test("a strategy and its themes are changed, keep covering their objectives, and stand as of before", async () => {
    const world = await aFilledWorld({ place: await engine.place() });
    const { quality, store } = world;
    const [strategy] = (await asked(quality)).strategies;
    expect(strategy).toMatchObject({ code: "S1", fromYear: 2026, toYear: 2029, isInForce: true });
    await store.command({ actor: "operator", command: "objective-said", entity: "objective" }, async (writing) => {
      const plan = { what: "", resources: "", who: "", when: "", evaluation: "" };
      const said = { fiscalYear: 2026, unit: "GROUP", theme: "SERVICE", parent: null, owner: null, plan };
      const objective = { ...said, code: "O-26-01", statement: "Fewer", policySentence: null, state: "draft" } as const;
      await writing.objectives.put([objective]);
    });
    const before = await store.audit.newestInstant();
    const said = {
      code: "S1",
      version: strategy?.version,
      name: "Steady",
      fromYear: 2026,
      toYear: 2030,
      statement: "",
    };
    expect(await status(quality, "sayStrategy", { ...said, fromYear: 2027 })).toEqual([
      422,
      expect.stringContaining("Objective O-26-01 of 2026 stands below this strategy"),
    ]);
    expect((await status(quality, "sayStrategy", { ...said, toYear: 2025 }))[0]).toBe(422);
    expect((await status(quality, "sayStrategy", said))[0]).toBe(200);
    expect((await status(quality, "sayStrategy", said))[0]).toBe(409);
    const theme = {
      code: "PEOPLE",
      version: 0,
      strategy: "S1",
      name: "People",
      longTermGoal: "All trained",
      position: 2,
    };
    expect((await status(quality, "sayTheme", { ...theme, strategy: "NONE" }))[0]).toBe(422);
    expect((await status(quality, "sayTheme", theme))[0]).toBe(200);
    const now = await asked(quality);
    expect(now.strategies[0]).toMatchObject({ name: "Steady", toYear: 2030 });
    expect(now.strategies[0]?.themes.map(({ code, objectives }) => [code, objectives])).toEqual([
      ["SERVICE", 1],
      ["PEOPLE", 0],
    ]);
    const then = await asked(quality, { asOf: new Date(before).toISOString() });
    expect([then.strategies[0]?.toYear, then.mayEdit]).toEqual([2029, false]);
    const { status: audited, json } = await quality.send("GET", "/api/v1/audit?limit=500");
    expect(audited).toBe(200);
    const commands = json.events.map(({ command }: { command: string }) => command);
    expect(commands).toEqual(expect.arrayContaining(["strategy-said", "theme-said"]));
    await world.close();
  });
});
