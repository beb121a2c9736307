import { afterAll, beforeAll, expect, test } from "vitest";
import type { EntryView } from "../../shared/contracts/results.ts";
import type { Client } from "../support/client.ts";
import { describeEachEngine } from "../support/databases.ts";
import { aFilledWorld, NEWEST } from "../support/filled-world.ts";

type World = Awaited<ReturnType<typeof aFilledWorld>>;

/** A stream as a reader hears it, word by word. */
async function listening(client: Client) {
  const gone = new AbortController();
  const answer = await client.stream("/api/live", gone.signal);
  let heard = "";
  const ended = (async () => {
    for await (const piece of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) heard += piece;
  })();
  return {
    answer,
    ended,
    units: (): string[] =>
      [...heard.matchAll(/^event: change\ndata: (.*)$/gm)].flatMap(([, told = "{}"]) => JSON.parse(told).units),
    leave: () => gone.abort(),
  };
}

/** A result of one branch, submitted while approval is off: it counts. */
async function enter(client: Client, value: number): Promise<void> {
  const entry = await client.query("results.entry", { unit: "N-1", month: NEWEST });
  const row = (entry.json.result.data as EntryView).rows.find(({ kpi }) => kpi === "COMPLAINTS");
  const cell = { kpi: "COMPLAINTS", content: { kind: "value", value }, expectedRevision: row?.revision ?? 0 };
  const answer = await client.mutate("results.enter", { unit: "N-1", month: NEWEST, cells: [cell] });
  expect(answer.status, answer.text).toBe(200);
}

describeEachEngine("live changes", (engine) => {
  let world: World;
  let north: Client;
  let south: Client;

  beforeAll(async () => {
    world = await aFilledWorld({ place: await engine.place() });
    await world.person("north", ["leader", "NORTH"]);
    await world.person("branch", ["viewer", "N-1"]);
    await world.person("south", ["leader", "SOUTH"]);
    [north, south] = [await world.as("north"), await world.as("south")];
  });
  afterAll(() => world.close());

  test("a change is told where it can show, and nowhere else", async () => {
    const streams = await Promise.all([north, south, await world.as("branch")].map(listening));
    const [above, beside, at] = streams;
    expect(above?.answer.headers.get("content-type")).toContain("text/event-stream");
    await enter(world.quality, 41);
    await expect.poll(() => [above?.units(), at?.units()], { timeout: 5_000 }).toEqual([["N-1"], ["N-1"]]);
    expect(beside?.units()).toEqual([]);
    for (const { leave, ended } of streams) {
      leave();
      await ended.catch(() => undefined);
    }
  });

  test("whoever may no longer read hears nothing more", async () => {
    await world.person("leaver", ["viewer", "NORTH"]);
    const stream = await listening(await world.as("leaver"));
    const id = (await world.store.people.findByCode("leaver"))?.id ?? 0;
    const event = { actor: "operator", command: "person-state", entity: "person" };
    await world.store.command(event, (store) => store.people.sayState(id, "suspended"));
    await enter(world.quality, 42);
    await stream.ended;
    expect(stream.units()).toEqual([]);
  });

  test("who asks for no stream is told the newest sequence, and nobody but a reader is told anything", async () => {
    const { seq } = await world.store.audit.head();
    expect((await north.get("/api/live")).json).toEqual({ seq });
    expect((await world.stranger().get("/api/live")).status).toBe(401);
    const elsewhere = await north.get("/api/live", { "Sec-Fetch-Site": "cross-site" });
    expect(elsewhere.status).toBe(403);
  });

  test("when the server stops, every stream ends", async () => {
    const stream = await listening(north);
    world.service.live.stop();
    await stream.ended;
    const late = await listening(north);
    await late.ended;
  });
});
