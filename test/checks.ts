import { spawn } from "node:child_process";

export type Check = { name: string; args: readonly string[] };
export type CheckOutcome = { name: string; passed: boolean; seconds: number };

const modules = "node_modules";

/** What must hold for all files, before any test runs. Each is a program that exits 0 or says what is wrong. */
export const checks: readonly Check[] = [
  { name: "types", args: [`${modules}/typescript/bin/tsc`, "-p", "tsconfig.json"] },
  {
    name: "lint and format",
    args: [`${modules}/@biomejs/biome/bin/biome`, "ci", "--colors=off", "--error-on-warnings", "."],
  },
  { name: "house rules", args: ["test/architecture/check-house.ts"] },
  { name: "unused code", args: [`${modules}/knip/bin/knip.js`, "--no-progress"] },
];

/** The build is a check of its own: whatever it says belongs to the person who ran the tests. */
export const clientBuild: Check = { name: "client build", args: ["server/bootstrap/build-client.mjs"] };

/** Runs the checks two at a time; prints the output of those that fail. */
export async function runChecks(list: readonly Check[]): Promise<CheckOutcome[]> {
  const waiting = [...list];
  const outcomes: CheckOutcome[] = [];
  const worker = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) outcomes.push(await runCheck(check));
  };
  await Promise.all([worker(), worker()]);
  return outcomes;
}

async function runCheck(check: Check): Promise<CheckOutcome> {
  const started = performance.now();
  const { code, output } = await capture(check.args);
  const seconds = (performance.now() - started) / 1000;
  const passed = code === 0;
  console.log(`${passed ? "ok  " : "FAIL"} ${check.name} (${seconds.toFixed(1)} s)`);
  if (!passed) console.log(output.trimEnd());
  return { name: check.name, passed, seconds };
}

function capture(args: readonly string[]): Promise<{ code: number; output: string }> {
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  const chunks: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString("utf8") }));
  });
}
