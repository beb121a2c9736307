import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { ForecastDocument } from "../../../server/cli/forecast-document.ts";
import { runCommandLine } from "../../../server/cli/run.ts";

const months = Array.from(
  { length: 40 },
  (_, i) => `${2023 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`,
);
const FILE = `unit,measure,period,value,numerator,denominator,target,direction\n${months
  .map((period, i) => `North,Retention %,${period},${90 + (i % 4)},${9 * (90 + (i % 4))},900,91,increase`)
  .join("\n")}\n`;

async function forecast(text: string, ...options: string[]) {
  const file = join(mkdtempSync(join(tmpdir(), "forecast-")), "series.csv");
  writeFileSync(file, text);
  const said: string[] = [];
  const noted: string[] = [];
  const code = await runCommandLine(["forecast", file, ...options], {
    environment: {},
    terminal: { say: (line) => said.push(line), note: (line) => noted.push(line), askHidden: async () => null },
  });
  return { code, said: said.join("\n"), noted };
}

async function entry(...options: string[]) {
  const { said } = await forecast(FILE, "--json", ...options);
  return (JSON.parse(said) as ForecastDocument).forecasts[0];
}

test("the forecast document has the names of the contract", async () => {
  const found = await entry("--year", "2025", "--known-to", "2025-06");
  const names = [
    "unit",
    "measure",
    "year",
    "known_to",
    "median",
    "low80",
    "high80",
    "low95",
    "high95",
    "target",
    "probability",
    "method",
    "history",
  ];
  expect(Object.keys(found ?? {})).toEqual(expect.arrayContaining(names));
  expect(found).toMatchObject({
    unit: "North",
    year: 2025,
    known_to: "2025-06",
    target: 91,
    history: 30,
    time_rule: "ratio",
  });
});

test("values after the known month change nothing, targets do", async () => {
  const later = FILE.replace(/2025-0[789],\d+/g, (row) => `${row}9`);
  const known = ["--json", "--year", "2025", "--known-to", "2025-06"];
  expect((await forecast(later, ...known)).said).toBe((await forecast(FILE, ...known)).said);
  const raised = FILE.replace(/(2025-(?:0[789]|1\d),.*),91,/g, "$1,97,");
  expect((JSON.parse((await forecast(raised, ...known)).said) as ForecastDocument).forecasts[0]?.target).toBeCloseTo(
    94,
    9,
  );
});

test("a fiscal year is named by the year in which it ends", async () => {
  const found = await entry("--year", "2026", "--known-to", "2025-09", "--fiscal-year-start", "4");
  expect(found).toMatchObject({ history: 33 });
  expect((await forecast(FILE, "--year", "2026", "--known-to", "2025-02", "--fiscal-year-start", "4")).code).toBe(2);
});

test("a year that is known whole is settled", async () => {
  const found = await entry("--year", "2024", "--known-to", "2024-12", "--time-rule", "mean");
  expect(found).toMatchObject({ median: 91.5, low95: 91.5, high95: 91.5, probability: 1 });
});

test("wrong options are named", async () => {
  for (const wrong of [
    [],
    ["--year", "2025"],
    ["--year", "2025", "--known-to", "June"],
    ["--year", "2025", "--known-to", "2025-06", "--time-rule", "median"],
  ]) {
    expect((await forecast(FILE, ...wrong)).code).toBe(2);
  }
});

test("a table for people says the chance to the nearest five per cent", async () => {
  const { said } = await forecast(FILE, "--year", "2025", "--known-to", "2025-06");
  expect(said).toMatch(/about \d+ %/);
});
