import { existsSync, readFileSync, statSync } from "node:fs";
import { expect, test } from "vitest";

const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };

test("the promised commands exist and go through the bootstrap, which gives the shell's place to it", () => {
  expect(Object.keys(scripts).sort()).toEqual(["bench", "check", "dev", "plumbline", "start", "test", "test:deep"]);
  for (const line of Object.values(scripts)) {
    expect(line).toMatch(/^exec node server\/bootstrap\/\w+\.mjs/);
    for (const file of line.match(/\S+\.(mjs|ts)/g) ?? []) expect(existsSync(file), file).toBe(true);
  }
});

test("no script runs before or after another: `npm ci --ignore-scripts` must lose nothing", () => {
  expect(Object.keys(scripts).filter((name) => /^(pre|post|install|prepare)/.test(name))).toEqual([]);
});

test("continuous integration brings the programs and runs what everyone runs, skipping nothing", () => {
  const ci = readFileSync(".ci/run", "utf8");
  expect(ci).toContain("export CI=true");
  expect(ci).toContain("bash .ci/programs");
  expect(ci).toMatch(/exec npm test\n$/);
  for (const file of [".ci/run", ".ci/programs"]) expect(statSync(file).mode & 0o111, file).not.toBe(0);
});
