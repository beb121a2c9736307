import { spawnSync } from "node:child_process";
import { globSync } from "node:fs";
import path from "node:path";

const wanted = process.argv.slice(2);
const programs = globSync("test/bench/*.ts")
  .filter((file) => path.basename(file) !== "run.ts")
  .filter((file) => wanted.length === 0 || wanted.some((name) => file.includes(name)))
  .sort();

/** One after the other, each in a process of its own, so that none disturbs the next. */
const failed = programs.filter((file) => spawnSync(process.execPath, [file], { stdio: "inherit" }).status !== 0);

for (const file of failed) console.log(`${file}: failed, or a budget was missed`);
console.log("\nThe figures are in bench-results/ as JSON.");
process.exitCode = failed.length === 0 ? 0 : 1;
