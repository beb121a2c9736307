import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

type Manifest = { license?: string; dependencies: Record<string, string>; devDependencies: Record<string, string> };
type Locked = {
  version?: string;
  resolved?: string;
  integrity?: string;
  hasInstallScript?: boolean;
  optional?: boolean;
  optionalDependencies?: Record<string, string>;
};

const manifest = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;
const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as { packages: Record<string, Locked> };
const installed = Object.entries(lock.packages).filter(([at]) => at !== "");
const direct = { ...manifest.dependencies, ...manifest.devDependencies };

const nameOf = (at: string) => at.slice(at.lastIndexOf("node_modules/") + "node_modules/".length);

function isBelow(version: string, floor: string): boolean {
  const [left, right] = [version, floor].map((text) => text.split(".").map((part) => Number.parseInt(part, 10)));
  const at = (right ?? []).findIndex((part, index) => part !== (left?.[index] ?? 0));
  return at >= 0 && (left?.[at] ?? 0) < (right?.[at] ?? 0);
}

test("a version is below a floor at its first lower part", () => {
  expect(isBelow("0.28.16", "0.28.17")).toBe(true);
  expect(isBelow("0.28.17", "0.28.17")).toBe(false);
  expect(isBelow("0.29.0", "0.28.17")).toBe(false);
  expect(isBelow("11.7.9", "11.8.0")).toBe(true);
});

test("every direct dependency is pinned to one version", () => {
  expect(Object.entries(direct).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
});

test("the product stands on at most fifty packages of its own choice", () => {
  expect(Object.keys(manifest.dependencies).length).toBeLessThanOrEqual(50);
});

test("no package runs a script when it is installed", () => {
  expect(installed.filter(([, entry]) => entry.hasInstallScript).map(([at]) => at)).toEqual([]);
});

test("the lock names no registry, and a hash for every package that this project's machines install", () => {
  expect(installed.filter(([, entry]) => entry.resolved !== undefined).map(([at]) => at)).toEqual([]);
  expect(installed.filter(([, entry]) => !entry.integrity && !entry.optional).map(([at]) => at)).toEqual([]);
});

test("the lock holds the optional packages of every platform, as `npm ci` wants it", () => {
  const names = new Set(installed.map(([at]) => nameOf(at)));
  const wanted = installed.flatMap(([, entry]) => Object.keys(entry.optionalDependencies ?? {}));
  expect(wanted.filter((name) => !names.has(name))).toEqual([]);
});

test("packages with known holes stay out", () => {
  const floors = { kysely: "0.28.17", "@trpc/server": "11.8.0" };
  const low = installed.filter(([at, { version = "0" }]) => {
    const floor = floors[nameOf(at) as keyof typeof floors] as string | undefined;
    return floor !== undefined && isBelow(version, floor);
  });
  expect(low.map(([at]) => at)).toEqual([]);
  expect(installed.filter(([at]) => nameOf(at) === "xlsx")).toEqual([]);
});

test("the licence is there and is the one that package.json names", () => {
  expect(manifest.license).toBe("MIT");
  expect(existsSync("LICENSE") && readFileSync("LICENSE", "utf8")).toContain("MIT License");
});
