import { execFileSync } from "node:child_process";
import { existsSync, lstatSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const files = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], { encoding: "utf8" })
  .split("\n")
  .filter((file) => file !== "" && existsSync(file));

const BINARY = /\.(png|woff2?|ttf|ico|xlsx|pdf|gz)$/;
const texts = files.filter((file) => !BINARY.test(file) && lstatSync(file).isFile());

/** Folders of one person's machine; the neutral ones that every machine has (/tmp, /usr, /etc) may be named. */
const MACHINE_PATH = /(?<![\w.$}])\/(work|home\/\w+|root|Users\/\w+|mnt\/\w+)\/\w/;
const REGISTRY = /registry\.npmjs|deb\.debian\.org|registry\.(yarnpkg|npmmirror)|npm\.pkg\./;

const thisFile = "test/architecture/committed-text.test.ts";

function holding(pattern: RegExp): string[] {
  return texts.filter((file) => file !== thisFile && pattern.test(readFileSync(file, "utf8")));
}

test("no committed file names a folder of one machine", () => {
  expect(holding(MACHINE_PATH)).toEqual([]);
});

test("no committed file names a package registry", () => {
  expect(holding(REGISTRY)).toEqual([]);
});

test("no link is committed: a checkout holds all it needs", () => {
  expect(files.filter((file) => lstatSync(file).isSymbolicLink())).toEqual([]);
});

test("every test file lies in a suite's folder, so that it runs", () => {
  const tests = files.filter((file) => /\.(test|spec)\.[a-z]+$/.test(file));
  expect(tests.filter((file) => !/^test\/[^/]+\/.*\.test\.tsx?$/.test(file))).toEqual([]);
});
