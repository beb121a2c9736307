import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ExportView } from "../../../shared/contracts/snapshot-exports.ts";
import { verifyFile } from "../../../shared/files/sealed-file.ts";
import { aFilledWorld, NEWEST } from "../../support/filled-world.ts";

const folder = mkdtempSync(path.join(tmpdir(), "plumbline-exports-"));
let world: Awaited<ReturnType<typeof aFilledWorld>>;
let snapshot: string;

beforeAll(async () => {
  world = await aFilledWorld({ environment: { DATA_DIR: folder } });
  const taken = await world.quality.send("POST", "/api/v1/snapshots", {
    body: { unit: "GROUP", period: NEWEST, label: "The newest month" },
  });
  snapshot = taken.json.id;
}, 60_000);
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

const start = async (format: string): Promise<ExportView> =>
  (await world.quality.mutate("snapshots.startExport", { snapshot, format })).json.result.data;
const state = async (id: string): Promise<ExportView> =>
  (await world.quality.query("snapshots.exportState", { id })).json.result.data;
const cancel = (id: string) => world.quality.mutate("snapshots.cancelExport", { id });
const files = () => readdirSync(path.join(folder, "exports"));

async function ready(id: string): Promise<ExportView> {
  for (;;) {
    const view = await state(id);
    if (view.state === "ready" || view.state === "failed") return view;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test("a file is asked for, followed and fetched by its person alone", async () => {
  const { id, name } = await start("json");
  expect(await ready(id)).toMatchObject({ state: "ready", share: 1, name });
  const fetched = await world.quality.get(`/api/v1/exports/${id}`);
  expect(fetched.headers.get("content-disposition")).toContain(name);
  expect(await verifyFile(new TextEncoder().encode(fetched.text))).toMatchObject({
    kind: "original",
    format: "json",
    id: snapshot,
  });
  await world.person("other", ["quality-manager", null]);
  const other = await world.as("other");
  expect((await other.get(`/api/v1/exports/${id}`)).status).toBe(404);
  await cancel(id);
  expect((await world.quality.get(`/api/v1/exports/${id}`)).status).toBe(404);
  expect(files()).toEqual([]);
});

test("one that is cancelled while it is written, or while it waits, leaves nothing, and the next is written whole", async () => {
  const [first, second, third] = [await start("pdf"), await start("pptx"), await start("csv")];
  await cancel(second.id);
  await cancel(first.id);
  expect(await ready(third.id)).toMatchObject({ state: "ready" });
  expect(files()).toEqual([third.id]);
  await cancel(third.id);
});

test("at most ten wait for one person", async () => {
  const asked: string[] = [];
  for (let i = 0; i < 10; i += 1) asked.push((await start("csv")).id);
  expect((await world.quality.mutate("snapshots.startExport", { snapshot, format: "csv" })).status).toBe(429);
  for (const id of asked) await cancel(id);
  expect(files()).toEqual([]);
});
