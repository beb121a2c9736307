import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

export type Measurement = {
  what: string;
  value: number;
  unit: string;
  /** The budget of PERFORMANCE: the value may reach it and not pass it. */
  atMost?: number;
  atLeast?: number;
};

const folder = path.resolve(import.meta.dirname, "../../bench-results");

/** Prints the measurements as a table and keeps them as JSON. A budget that was missed makes the program end with 1. */
export function publish(name: string, measurements: readonly Measurement[]): void {
  const rows = measurements.map((row) => [row.what, `${round(row.value)} ${row.unit}`, budgetOf(row), verdictOf(row)]);
  const table = [["measured", "value", "budget", ""], ...rows];
  const widths = (table[0] ?? []).map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  console.log(`\n${name}`);
  for (const row of table)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    );
  mkdirSync(folder, { recursive: true });
  const text = JSON.stringify({ name, at: new Date().toISOString(), node: process.version, measurements }, null, 2);
  writeFileSync(path.join(folder, `${name}.json`), `${text}\n`);
  if (measurements.some((row) => !isWithin(row))) process.exitCode = 1;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return (low + high) / 2;
}

function isWithin({
  value,
  atMost = Number.POSITIVE_INFINITY,
  atLeast = Number.NEGATIVE_INFINITY,
}: Measurement): boolean {
  return value <= atMost && value >= atLeast;
}

function budgetOf({ atMost, atLeast, unit }: Measurement): string {
  if (atMost !== undefined) return `≤ ${atMost} ${unit}`;
  return atLeast === undefined ? "" : `≥ ${atLeast} ${unit}`;
}

function verdictOf(row: Measurement): string {
  if (row.atMost === undefined && row.atLeast === undefined) return "";
  return isWithin(row) ? "within" : "MISSED";
}

function round(value: number): string {
  return value.toLocaleString("en", { maximumSignificantDigits: 4 });
}
