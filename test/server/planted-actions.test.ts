import { afterAll, beforeAll, expect, test } from "vitest";
import { listActions, readAction } from "../../server/actions/actions.service.ts";
import { aDemonstration, type Demonstration, storyMonth } from "../support/demonstration.ts";

let demo: Demonstration;

beforeAll(async () => {
  demo = await aDemonstration();
}, 120_000);
afterAll(() => demo.store.close());

/** What the data say of an action, today or as of the day on which it was closed. */
async function verdictOf(action: string, asOf?: string) {
  const { action: row } = await readAction(demo.actor, { action, asOf });
  return row.check;
}

test("the door campaign is effective by the data, today and on the day it was closed", async () => {
  const today = await verdictOf("A-0001");
  expect(today).toMatchObject({ verdict: "effective", promise: "Callback rate −0.30 by Dec 2025" });
  expect(today?.sentence).toMatch(/^The level fell from [\d.]+ to [\d.]+, outside chance/);
  const closed = await verdictOf("A-0001", `${storyMonth(29)}-20`);
  expect(closed?.verdict).toBe("effective");
});

test("the training of the customer desks changed nothing, today and on the day it was closed", async () => {
  expect(await verdictOf("A-0002")).toMatchObject({ verdict: "not_effective" });
  expect((await verdictOf("A-0002"))?.sentence).toMatch(/^No change seen/);
  expect((await verdictOf("A-0002", `${storyMonth(31)}-20`))?.verdict).not.toBe("effective");
});

test("what was recorded when they ended stands beside it, and the list begins with what is late", async () => {
  const { actions, headline } = await listActions(demo.actor, { unit: "GROUP" });
  expect(headline).toBe("1 of 2 open actions late");
  expect(actions.map(({ code, state, late }) => [code, state, late])).toEqual([
    ["A-0003", "started", true],
    ["A-0004", "started", false],
    ["A-0002", "not_effective", false],
    ["A-0001", "effective", false],
  ]);
});
