import { parseArgs } from "node:util";
import { ConfigFaults } from "../config.ts";
import { failureAnswer, refusalIn } from "../failure-answer.ts";
import { type Command, type Invocation, Misuse } from "./command.ts";
import { COMMANDS } from "./commands.ts";

const DONE = 0;
const REFUSED = 1;
const WRONG_USAGE = 2;

type Surroundings = Pick<Invocation, "environment" | "terminal">;

/** Runs one call of the command line: 0 done, 1 refused with the reasons, 2 wrong usage. */
export async function runCommandLine(words: readonly string[], surroundings: Surroundings): Promise<number> {
  const command = commandIn(words);
  if (words.includes("--help") || words.includes("-h")) {
    for (const line of command === null ? overview(words[0]) : helpOf(command)) surroundings.terminal.say(line);
    return DONE;
  }
  if (command === null) return unknownCommand(words, surroundings);
  try {
    return (await command.run(invocationOf(command, words, surroundings))) ?? DONE;
  } catch (error) {
    return explain(error, command, surroundings);
  }
}

function unknownCommand([first]: readonly string[], { terminal }: Surroundings): number {
  if (first !== undefined) terminal.note(`There is no command ${first} of that form.`);
  for (const line of overview(first)) terminal.note(line);
  return WRONG_USAGE;
}

function commandIn(words: readonly string[]): Command | null {
  return COMMANDS.find(({ name }) => name.split(" ").every((part, at) => words[at] === part)) ?? null;
}

function invocationOf(command: Command, words: readonly string[], surroundings: Surroundings): Invocation {
  const args = words.slice(command.name.split(" ").length);
  const [least, most] = command.positionals;
  try {
    const { positionals, values } = parseArgs({ args, options: command.options ?? {}, allowPositionals: true });
    if (positionals.length < least) throw new Misuse("Something is missing.");
    if (positionals.length > most) throw new Misuse(`${positionals[most]} is one word too many.`);
    return { ...surroundings, positionals, options: values as Invocation["options"] };
  } catch (error) {
    if (error instanceof TypeError && "code" in error) throw new Misuse(error.message.split(". ")[0] ?? "");
    throw error;
  }
}

function explain(error: unknown, command: Command, { terminal }: Surroundings): number {
  if (error instanceof Misuse) {
    terminal.note(error.message);
    terminal.note(`Usage: plumbline ${command.name} ${command.usage}`);
    return WRONG_USAGE;
  }
  if (error instanceof ConfigFaults) {
    for (const fault of error.faults) terminal.note(fault);
    return REFUSED;
  }
  if (refusalIn(error) !== null) terminal.note(failureAnswer(error, { reference: "", language: null }).body.message);
  else terminal.note(error instanceof Error ? error.message : String(error));
  return REFUSED;
}

function overview(first: string | undefined): string[] {
  const family = COMMANDS.filter(({ name }) => name.split(" ").length > 1 && name.split(" ")[0] === first);
  const shown = family.length > 0 ? family : COMMANDS;
  const width = Math.max(...shown.map(({ name }) => name.length));
  return [
    "Usage: plumbline COMMAND [--help]",
    ...shown.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
  ];
}

function helpOf({ name, usage, summary, help = [] }: Command): string[] {
  return [`Usage: plumbline ${name} ${usage}`.trimEnd(), summary, ...help];
}
