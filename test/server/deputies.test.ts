import { afterAll, beforeAll, expect, test } from "vitest";
import { describeEachEngine } from "../support/databases.ts";
import { aFilledWorld, NEWEST } from "../support/filled-world.ts";

describeEachEngine("a deputy", (database) => {
  let world: Awaited<ReturnType<typeof aFilledWorld>>;
  beforeAll(async () => {
    world = await aFilledWorld({ place: await database.place() });
    await world.person("maija", ["contributor", "N-1"]);
    await world.person("dora", ["viewer", "S-1"]);
  }, 60_000);
  afterAll(() => world.close());

  test("holds the rights of the person by date, and what they do says for whom", { timeout: 60_000 }, async () => {
    const [maija, dora] = [await world.as("maija"), await world.as("dora")];
    const enter = (value: number) =>
      dora.mutate("results.enter", {
        ...{ unit: "N-1", month: NEWEST },
        cells: [{ kpi: "COMPLAINTS", content: { kind: "value", value }, expectedRevision: 1 }],
      });
    expect((await enter(7)).status).toBe(403);
    const named = { deputy: "dora", from: "2026-04-22", to: "2026-04-30", reason: "Leave" };
    expect((await maija.mutate("organisation.nameDeputy", named)).status).toBe(200);
    expect((await dora.mutate("organisation.nameDeputy", { ...named, person: "quality" })).status).toBe(404);
    expect((await enter(7)).status).toBe(403);
    world.setClock(Date.UTC(2026, 3, 22, 8));
    expect((await enter(7)).status).toBe(200);
    const history = await maija.query("results.history", { unit: "N-1", kpi: "COMPLAINTS" });
    expect(history.json.result.data.rows[0]).toMatchObject({ by: "Person dora", onBehalfOf: "Person maija" });
    const { deputies } = (await dora.query("organisation.duties", {})).json.result.data;
    expect(deputies[0].sentence).toBe("Person dora acts for Person maija until Apr 30, 2026.");
    const [{ id, version }] = deputies;
    expect((await maija.mutate("organisation.endDeputy", { id, version })).status).toBe(200);
    expect((await enter(8)).status).toBe(403);
    expect((await world.store.verify()).fault).toBeNull();
  });

  test("takes over what the person owns, in one step", { timeout: 60_000 }, async () => {
    const maija = await world.as("maija");
    const created = await maija.mutate("actions.create", { unit: "N-1", title: "Check the doors" });
    const items = { kpis: [], objectives: [], actions: [created.json.result.data.code] };
    const giving = { to: "dora", on: "2026-04-20", items, reason: "" };
    expect((await maija.mutate("organisation.handOver", giving)).status).toBe(422);
    expect((await maija.mutate("organisation.handOver", { ...giving, to: "quality" })).status).toBe(200);
    const { owned, handOvers } = (await maija.query("organisation.duties", {})).json.result.data;
    expect(owned).toEqual([]);
    expect(handOvers[0].sentence).toMatch(/^1 action went from Person maija to Person quality/);
  });
});
