import type { ParseArgsConfig } from "node:util";
import type { Terminal } from "./terminal.ts";

/** What was typed after the name of a command. */
export interface Invocation {
  readonly positionals: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly terminal: Terminal;
}

/** One command of the command line. */
export interface Command {
  /** One or two words: `invite`, `period close`. */
  readonly name: string;
  /** What follows the name: `EMAIL [--as EMAIL]`. */
  readonly usage: string;
  readonly summary: string;
  /** Further lines of the help. */
  readonly help?: readonly string[];
  readonly options?: NonNullable<ParseArgsConfig["options"]>;
  /** How many words follow at least and at most. */
  readonly positionals: readonly [number, number];
  /** Throws `Misuse` for wrong usage and `AppError` for a refusal; answers the exit code where it is not 0. */
  run(invocation: Invocation): Promise<number | undefined>;
}

/** The command was called in a way that it does not have: exit code 2, with its usage. */
export class Misuse extends Error {
  constructor(message: string, options: ErrorOptions = {}) {
    super(message, options);
    this.name = "Misuse";
  }
}

/** The text of an option, or null. */
export function optionText({ options }: Invocation, name: string): string | null {
  const value = options[name];
  return typeof value === "string" ? value : null;
}

export function requiredText(invocation: Invocation, name: string): string {
  const value = optionText(invocation, name);
  if (value === null || value.trim() === "") throw new Misuse(`--${name} is needed.`);
  return value.trim();
}

export function isGiven({ options }: Invocation, name: string): boolean {
  return options[name] === true;
}

/** A whole number within bounds, or null where the option is absent. */
export function optionNumber(
  invocation: Invocation,
  name: string,
  [low, high]: readonly [number, number],
): number | null {
  const text = optionText(invocation, name);
  if (text === null) return null;
  const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (!(number >= low && number <= high)) throw new Misuse(`--${name} must be a whole number from ${low} to ${high}.`);
  return number;
}

export function positional({ positionals }: Invocation, index: number): string {
  return positionals[index] ?? "";
}
