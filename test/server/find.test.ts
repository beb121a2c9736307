import { expect, test } from "vitest";
import type { FindView } from "../../shared/contracts/find.ts";
import type { Client } from "../support/client.ts";
import { aFilledWorld } from "../support/filled-world.ts";

async function found(client: Client, query: string): Promise<string[]> {
  const answer = await client.query("insight.find", { query });
  return (answer.json.result.data as FindView).found.map(({ kind, code }) => `${kind} ${code}`);
}

test("what one may read is found by code, by words, by initials and without marks, and no more than that", async () => {
  const world = await aFilledWorld();
  await world.person("north", ["leader", "NORTH"]);
  await world.person("south", ["leader", "SOUTH"]);
  const [north, south] = [await world.as("north"), await world.as("south")];
  await north.mutate("actions.create", { unit: "N-1", title: "Check the doors of the first" });
  await south.mutate("actions.create", { unit: "S-1", title: "Check the doors of the south" });
  expect((await found(north, "ontime"))[0]).toBeUndefined();
  expect((await found(north, "on-t"))[0]).toBe("kpi ON-TIME");
  expect((await found(north, "ot"))[0]).toBe("kpi ON-TIME");
  expect((await found(north, "CÓMPL"))[0]).toBe("kpi COMPLAINTS");
  expect(await found(north, "doors")).toEqual(["action A-0001"]);
  expect(await found(south, "doors")).toEqual(["action A-0002"]);
  expect(await found(north, "unit s-1")).toEqual([]);
  expect(await found(south, "unit s-1")).toEqual(["unit S-1"]);
  expect(await found(north, "person")).toEqual(["person north"]);
  expect(await found(north, "")).toEqual([]);
  await world.close();
});
