import { execFileSync } from "node:child_process";
import { globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { median, publish } from "../support/bench-report.ts";
import { npmStart } from "../support/npm-start.ts";

const repository = path.resolve(import.meta.dirname, "../..");
const WARM_STARTS = 5;
const REST_MS = 3_000;

const checkout = mkdtempSync(path.join(tmpdir(), "plumbline-start-"));
try {
  execFileSync("git", ["clone", "--quiet", repository, checkout]);
  const bare = await startAndStop();
  const rested = await startAndStop(REST_MS);
  const warm = [rested.seconds];
  while (warm.length < WARM_STARTS) warm.push((await startAndStop()).seconds);
  publish("start-up", [
    { what: "fresh clone to healthy, demonstration loaded (G12)", value: bare.seconds, unit: "s", atMost: 60 },
    { what: `start to healthy, warm, median of ${WARM_STARTS} (G12)`, value: median(warm), unit: "s", atMost: 3 },
    { what: "server resident at rest (G12)", value: rested.residentMegabytes, unit: "MB", atMost: 250 },
  ]);
} finally {
  rmSync(checkout, { recursive: true, force: true });
}

async function startAndStop(rest = 0): Promise<{ seconds: number; residentMegabytes: number }> {
  const begun = performance.now();
  const started = await npmStart(checkout, {});
  const seconds = (performance.now() - begun) / 1000;
  await sleep(rest);
  const residentMegabytes = residentOfServer();
  const [code] = await started.stop("SIGTERM");
  if (code !== 0) throw new Error(`npm start ended with ${code}:\n${started.printed()}`);
  return { seconds, residentMegabytes };
}

/** The largest process that runs the checkout's server (on Linux; 0 elsewhere). */
function residentOfServer(): number {
  const program = path.join(checkout, "server/main.ts");
  return Math.max(0, ...globSync("/proc/[0-9]*").map((folder) => residentIf(folder, program)));
}

function residentIf(folder: string, program: string): number {
  try {
    if (!readFileSync(path.join(folder, "cmdline"), "utf8").includes(program)) return 0;
    const kilobytes = /VmRSS:\s+(\d+) kB/.exec(readFileSync(path.join(folder, "status"), "utf8"))?.[1];
    return Number(kilobytes ?? 0) / 1024;
  } catch {
    return 0; // The process ended while we looked.
  }
}
