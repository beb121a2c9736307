import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { npmStart } from "../support/npm-start.ts";

const repository = path.resolve(import.meta.dirname, "../..");
let dataFolder: string;

beforeEach(() => {
  dataFolder = mkdtempSync(path.join(tmpdir(), "plumbline-signals-"));
});

afterEach(() => rmSync(dataFolder, { recursive: true, force: true }));

test.each([
  ["SIGTERM", "npm"],
  ["SIGINT", "npm"],
  ["SIGTERM", "group"],
  ["SIGINT", "group"],
] as const)("the server stops cleanly on %s to the %s of `npm start`", async (signal, to) => {
  const started = await npmStart(repository, { DATA_DIR: dataFolder });
  expect(await started.stop(signal, to), started.printed()).toEqual([0, null]);
  await expect(fetch(`${started.address}/healthz`)).rejects.toThrow();
});

test("a second start on the same data folder is told why it cannot be", async () => {
  const first = await npmStart(repository, { DATA_DIR: dataFolder });
  await expect(npmStart(repository, { DATA_DIR: dataFolder })).rejects.toThrow(/ended with 1/);
  expect(await first.stop("SIGTERM")).toEqual([0, null]);
});
