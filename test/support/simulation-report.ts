import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { SimulationRow } from "../../shared/text/simulation-rates.ts";

export type Simulation = {
  series: number;
  seed: number;
  months: number;
  readings: readonly string[];
  falseVerdicts: readonly SimulationRow[];
  found: readonly SimulationRow[];
};

const root = path.resolve(import.meta.dirname, "../..");
const RATES = path.join(root, "shared/text/simulation-rates.ts");
const DOCUMENT = path.join(root, "docs/statistics.md");
const [BEGIN, END] = ["<!-- simulation -->", "<!-- /simulation -->"];

/** Writes what was measured to the one file that the screens read, and the same as a table into the documentation. */
export function publishSimulation(simulation: Simulation): void {
  writeFileSync(RATES, ratesText(simulation));
  writeFileSync(DOCUMENT, withTable(readFileSync(DOCUMENT, "utf8"), simulation));
}

function ratesText({ series, seed, months, readings, falseVerdicts, found }: Simulation): string {
  const row = ({ what, rates, goal }: SimulationRow) =>
    `    { what: ${JSON.stringify(what)}, rates: [${rates.join(", ")}], goal: ${JSON.stringify(goal)} },`;
  return `export type SimulationRow = { readonly what: string; readonly rates: readonly number[]; readonly goal: string };

/**
 * How often rule sets call a stable series changed, and find a change: measured by \`npm run bench
 * statistics-false-alarms\`, which writes this file and the table in docs/statistics.md. Not to be edited by hand.
 */
export const SIMULATION = {
  series: ${series},
  seed: ${seed},
  months: ${months},
  readings: [
${readings.map((name) => `    ${JSON.stringify(name)},`).join("\n")}
  ],
  /** Percent of stable series whose newest month is called improving, worsening or one-off. */
  falseVerdicts: [
${falseVerdicts.map(row).join("\n")}
  ],
  /** Percent of shifts found within six months, after 24 stable ones. */
  found: [
${found.map(row).join("\n")}
  ],
} as const satisfies {
  readonly series: number;
  readonly seed: number;
  readonly months: number;
  readonly readings: readonly string[];
  readonly falseVerdicts: readonly SimulationRow[];
  readonly found: readonly SimulationRow[];
};
`;
}

/** The document with its table between the two marks written anew. */
export function withTable(document: string, simulation: Simulation): string {
  const [before, rest = ""] = document.split(BEGIN);
  const after = rest.split(END)[1] ?? "";
  return `${before}${BEGIN}\n${simulationTables(simulation)}\n${END}${after}`;
}

function simulationTables({ months, readings, falseVerdicts, found }: Simulation): string {
  const head = (first: string) =>
    `| ${first} | ${readings.join(" | ")} | goal |\n| --- |${" ---: |".repeat(readings.length + 1)}`;
  const line = ({ what, rates, goal }: SimulationRow) =>
    `| ${what} | ${rates.map((rate) => `${rate.toFixed(1)} %`).join(" | ")} | ${goal} |`;
  return [
    "",
    head(`called changed, ${months} stable months`),
    ...falseVerdicts.map(line),
    "",
    head("shift found within six months of 24 known"),
    ...found.map(line),
    "",
  ].join("\n");
}
