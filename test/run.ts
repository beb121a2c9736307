import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { checks, clientBuild, runChecks } from "./checks.ts";
import { findBrowser, findPostgres } from "./support/programs.ts";
import { closingLine, type Tally, tallyOf } from "./support/tally.ts";

const isCi = Boolean(process.env["CI"]);
const args = process.argv.slice(2);
const isDeep = args.includes("--deep");
const selected = args.filter((argument) => argument !== "--deep");

/** Every test and every check counts as one. Naming test files runs those alone, without the checks. */
async function main(): Promise<Tally> {
  const tally: Tally = { passed: 0, failed: 0, skipped: 0 };
  if (selected.length === 0) {
    const outcomes = [...(await runChecks([clientBuild])), ...(await runChecks(checks))];
    tally.passed += outcomes.filter((outcome) => outcome.passed).length;
    tally.failed += outcomes.filter((outcome) => !outcome.passed).length;
  }
  bringPrograms();
  const tests = await runTests();
  return {
    passed: tally.passed + tests.passed,
    failed: tally.failed + tests.failed,
    skipped: tests.skipped,
  };
}

function bringPrograms() {
  if (findBrowser() !== null && findPostgres() !== null) return;
  spawnSync("bash", [".ci/programs"], { stdio: ["ignore", 2, 2] });
  if (findBrowser() === null) console.log("No browser on this machine: the tests that need one are skipped.");
  if (findPostgres() === null) console.log("No PostgreSQL on this machine: the tests that need a server are skipped.");
}

async function runTests(): Promise<Tally> {
  const folder = mkdtempSync(path.join(tmpdir(), "plumbline-test-"));
  const report = path.join(folder, "report.json");
  try {
    const code = await vitest([
      "run",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
      ...selected,
    ]);
    const text = existsSync(report) ? readFileSync(report, "utf8") : null;
    return tallyOf(text, code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function vitest(vitestArgs: readonly string[]): Promise<number> {
  const env = { ...process.env, ...(isDeep ? { PLUMBLINE_DEEP: "1" } : {}) };
  const child = spawn(process.execPath, ["node_modules/vitest/vitest.mjs", ...vitestArgs], { env, stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => {
    child.once("error", () => resolve(1));
    child.once("exit", (code) => resolve(code ?? 1));
  });
}

const tally = await main().catch((error: unknown): Tally => {
  console.error(error);
  return { passed: 0, failed: 1, skipped: 0 };
});
const isAccepted = tally.failed === 0 && (!isCi || tally.skipped === 0);
if (isCi && tally.skipped > 0) console.log("Under CI nothing may be skipped.");
console.log(closingLine(tally));
process.exitCode = isAccepted ? 0 : 1;
