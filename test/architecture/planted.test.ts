import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checks } from "../checks.ts";
import { breaches } from "./house-rules.ts";
import { againstTheCompiler, againstTheHouse, againstTheLinter, type Plant, unused } from "./planted.ts";

const repository = path.resolve(import.meta.dirname, "../..");
const notCopied = new Set([".git", ".toolchain", "data", "dist", "node_modules"]);
const copy = mkdtempSync(path.join(tmpdir(), "plumbline-planted-"));

beforeAll(() => {
  cpSync(repository, copy, { recursive: true, filter: (from) => !notCopied.has(path.relative(repository, from)) });
  symlinkSync(path.join(repository, "node_modules"), path.join(copy, "node_modules"), "dir");
  for (const { file, text } of [...againstTheHouse, ...againstTheLinter, ...againstTheCompiler, ...unused]) {
    mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
    writeFileSync(path.join(copy, file), `${text}\n`);
  }
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** Runs a check on the copy, or on the files named instead of all. */
function run(check: string, { more = [], instead = {} }: { more?: string[]; instead?: Record<string, string[]> } = {}) {
  const args = (checks.find(({ name }) => name === check)?.args ?? []).flatMap((arg) => instead[arg] ?? [arg]);
  const { status, stdout, stderr } = spawnSync(process.execPath, [...args, ...more], {
    cwd: copy,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  return { code: status, stdout, output: stdout + stderr };
}

/** The plants of which no line of the output names both the file and the rule. */
function missed(plants: readonly Plant[], output: readonly string[]): string[] {
  return plants
    .filter(({ file, rule }) => !output.some((line) => line.includes(file) && line.includes(rule)))
    .map(({ file, rule }) => `${rule} in ${file}`);
}

describe("planted in a copy of the repository", { timeout: 120_000 }, () => {
  test("every breach of the import rules is refused", () => {
    expect(missed(againstTheHouse, breaches(copy))).toEqual([]);
    expect(run("house rules").code).toBe(1);
  });

  test("every breach of the lint rules is refused", () => {
    const { code, output } = run("lint and format", {
      more: ["--max-diagnostics=none", "--diagnostic-level=error"],
      instead: { ".": againstTheLinter.map(({ file }) => file) },
    });
    expect(missed(againstTheLinter, output.split("\n"))).toEqual([]);
    expect(code).toBe(1);
  });

  test("what the compiler forbids is refused", () => {
    const files = againstTheCompiler.map(({ file }) => file);
    const some = { extends: "./tsconfig.json", include: [], files };
    writeFileSync(path.join(copy, "tsconfig.some.json"), JSON.stringify(some));
    const { code, output } = run("types", { instead: { "tsconfig.json": ["tsconfig.some.json"] } });
    expect(missed(againstTheCompiler, output.split("\n"))).toEqual([]);
    expect(code).not.toBe(0);
  });

  test("unused files and exports are refused", () => {
    const { code, stdout } = run("unused code", { more: ["--reporter=json"] });
    const report = JSON.parse(stdout) as { issues: { file: string; files: unknown[]; exports: unknown[] }[] };
    const found = report.issues.flatMap(({ file, files, exports }) => [
      ...(files.length > 0 ? [`Unused files ${file}`] : []),
      ...(exports.length > 0 ? [`Unused exports ${file}`] : []),
    ]);
    expect(
      missed(
        unused.filter(({ file }) => !file.endsWith(".test.ts")),
        found,
      ),
    ).toEqual([]);
    expect(code).not.toBe(0);
  });
});
