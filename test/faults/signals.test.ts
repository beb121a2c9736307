import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { littleProduct } from "../support/little-product.ts";

/** Says its process id, takes a moment to stop, and writes down that it did. Two signals at once are one wish. */
const PROGRAM = `
import { writeFileSync } from "node:fs";
const life: NodeJS.Timeout = setInterval(() => {}, 1_000);
const stop = (): void => {
  setTimeout(() => {
    writeFileSync("stopped", "cleanly");
    clearInterval(life);
    process.exit(0);
  }, 200);
};
process.on("SIGTERM", stop);
process.on("SIGINT", stop);
console.log("running as " + process.pid);
`;

const WAYS = ["npm", "wrapper", "process group"] as const;
const cleanUps: (() => void)[] = [];

afterEach(() => {
  for (const cleanUp of cleanUps.splice(0)) cleanUp();
});

function startLittleProduct(way: (typeof WAYS)[number]) {
  const { folder, remove } = littleProduct(PROGRAM);
  const [command, ...args] =
    way === "wrapper" ? ["node", "server/bootstrap/run.mjs", "server/main.ts"] : ["npm", "start"];
  const child = spawn(command ?? "", args, { cwd: folder, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  cleanUps.push(() => killGroup(child), remove);
  return { child, folder };
}

function killGroup(child: ChildProcess) {
  try {
    process.kill(-(child.pid ?? 0), "SIGKILL");
  } catch {
    // The group is gone, as it should be.
  }
}

async function processIdIn(child: ChildProcess): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  let text = "";
  const read = (chunk: Buffer) => {
    text += String(chunk);
    const found = /running as (\d+)/.exec(text);
    if (found) resolve(Number(found[1]));
  };
  child.stdout?.on("data", read);
  child.stderr?.on("data", read);
  child.once("exit", () => reject(new Error(`The program ended at once: ${text}`)));
  return await promise;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function untilGone(pid: number): Promise<boolean> {
  for (let waited = 0; waited < 8_000 && isAlive(pid); waited += 100) await sleep(100);
  return !isAlive(pid);
}

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  test.each(WAYS)(`${signal} to %s stops the program cleanly and leaves nobody behind`, async (way) => {
    const { child, folder } = startLittleProduct(way);
    const pid = await processIdIn(child);
    const ended = once(child, "exit");
    process.kill(way === "process group" ? -(child.pid ?? 0) : (child.pid ?? 0), signal);
    expect(await ended).toEqual([0, null]);
    expect(await untilGone(pid)).toBe(true);
    expect(readFileSync(path.join(folder, "stopped"), "utf8")).toBe("cleanly");
  });
}

test("when npm is killed the program stops by itself", async () => {
  const { child, folder } = startLittleProduct("npm");
  const pid = await processIdIn(child);
  child.kill("SIGKILL");
  expect(await untilGone(pid)).toBe(true);
  expect(existsSync(path.join(folder, "stopped"))).toBe(true);
});
