import { createInterface } from "node:readline";
import { Writable } from "node:stream";

/** Where the command line speaks. */
export interface Terminal {
  /** A line of the answer. */
  say(line: string): void;
  /** A line beside the answer: progress, refusals. */
  note(line: string): void;
  /** Asks for something that must not be seen; null where nobody can answer. */
  askHidden(question: string): Promise<string | null>;
}

export const processTerminal: Terminal = {
  say: (line) => void process.stdout.write(`${line}\n`),
  note: (line) => void process.stderr.write(`${line}\n`),
  askHidden: (question) => (process.stdin.isTTY ? askOnTerminal(question) : Promise.resolve(null)),
};

function askOnTerminal(question: string): Promise<string> {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader = createInterface({ input: process.stdin, output: silent, terminal: true });
  process.stderr.write(question);
  return new Promise((resolve) => {
    reader.question("", (answer) => {
      reader.close();
      process.stderr.write("\n");
      resolve(answer);
    });
  });
}
