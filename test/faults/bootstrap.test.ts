import { spawn } from "node:child_process";
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { FALLBACK_VERSION, isFit } from "../../server/bootstrap/node-version.mjs";
import { littleProduct } from "../support/little-product.ts";

/** Stands in for npm and its registry: writes down what it was asked, takes a while, and leaves a package behind. */
const NPM = `
import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
appendFileSync("npm-calls", process.argv.slice(2).join(" ") + "\\n");
console.log("npm talks");
mkdirSync("node_modules", { recursive: true });
await new Promise((resolve) => setTimeout(resolve, 600));
writeFileSync("node_modules/complete", "yes");
process.exit(process.env["NPM_FAILS"] ? 7 : 0);
`;

const PROGRAM = `
import { readFileSync } from "node:fs";
console.log(readFileSync("node_modules/complete", "utf8"), process.argv.slice(2).join("+"));
process.exitCode = 3;
`;

let product: ReturnType<typeof littleProduct>;

beforeEach(() => {
  product = littleProduct(PROGRAM);
  rmSync(inside("node_modules"));
  rmSync(inside(".toolchain"));
  mkdirSync(inside("npm"));
  writeFileSync(inside("npm/npm-cli.js"), NPM);
});

afterEach(() => product.remove());

function inside(name: string): string {
  return path.join(product.folder, name);
}

function npmCalls(): string[] {
  return existsSync(inside("npm-calls")) ? readFileSync(inside("npm-calls"), "utf8").trim().split("\n") : [];
}

/** Runs the wrapper in the little product as `npm run` would. */
function run(extra: Record<string, string> = {}): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const args = ["server/bootstrap/run.mjs", "server/main.ts", "one", "two words"];
  const env = { ...process.env, npm_execpath: inside("npm/npm-cli.js"), ...extra };
  const child = spawn(process.execPath, args, { cwd: product.folder, env, stdio: ["ignore", "pipe", "pipe"] });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk: Buffer) => {
    stdout += String(chunk);
  });
  child.stderr.on("data", (chunk: Buffer) => {
    stderr += String(chunk);
  });
  return new Promise((resolve) => child.once("close", (code) => resolve({ code, stdout, stderr })));
}

test("only the versions that the packages and type stripping need are fit", () => {
  const fit = ["22.22.2", "22.23.0", "24.15.0", "24.21.0", "26.0.0", "27.1.0", FALLBACK_VERSION];
  const unfit = ["18.20.0", "20.20.2", "22.22.1", "22.9.9", "23.11.0", "24.14.9", "25.9.0"];
  expect(fit.filter((version) => !isFit(version))).toEqual([]);
  expect(unfit.filter((version) => isFit(version))).toEqual([]);
});

test("missing packages are brought first, and standard output belongs to the program alone", async () => {
  const { code, stdout, stderr } = await run();
  expect(stdout).toBe("yes one+two words\n");
  expect(code).toBe(3);
  expect(stderr).toContain("Installing the packages");
  expect(npmCalls()).toEqual([expect.stringMatching(/^ci .*--ignore-scripts/)]);
});

test("a second run brings nothing; a changed lock file brings the packages again", async () => {
  await run();
  expect((await run()).stderr).toBe("");
  appendFileSync(inside("package-lock.json"), "\n");
  await run();
  expect(npmCalls()).toHaveLength(2);
});

test("four processes at once bring the packages once, and all of them run with complete packages", async () => {
  const ends = await Promise.all([run(), run(), run(), run()]);
  expect(ends.map((end) => end.stdout)).toEqual(Array(4).fill("yes one+two words\n"));
  expect(npmCalls()).toHaveLength(1);
});

test("a lock whose holder died is taken over by exactly one", async () => {
  mkdirSync(inside(".toolchain"));
  writeFileSync(inside(".toolchain/preparing"), "999999999 a-holder-that-died");
  const ends = await Promise.all([run(), run(), run()]);
  expect(ends.map((end) => end.code)).toEqual([3, 3, 3]);
  expect(npmCalls()).toHaveLength(1);
  expect(existsSync(inside(".toolchain/preparing"))).toBe(false);
});

test("an installation that failed is said, ends with its code, and is tried again", async () => {
  const failed = await run({ NPM_FAILS: "1" });
  expect(failed).toMatchObject({ code: 7, stdout: "" });
  expect(failed.stderr).toContain("npm ci failed");
  expect((await run()).code).toBe(3);
  expect(npmCalls()).toHaveLength(2);
});
