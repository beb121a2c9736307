// node run.mjs [--client] PROGRAM [ARGUMENT …]: prepares the checkout, then runs a program of it under the fit Node.
import path from "node:path";
import { runChild } from "./child.mjs";
import { environmentFor, root } from "./node-version.mjs";
import { PreparationFailed, prepare } from "./prepare.mjs";

const args = process.argv.slice(2);
const client = args[0] === "--client";
const [program = "", ...rest] = client ? args.slice(1) : args;

try {
  const node = await prepare({ client });
  process.exitCode = await runChild(node, [path.resolve(root, program), ...rest], { env: environmentFor(node) });
} catch (error) {
  if (!(error instanceof PreparationFailed)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error.exitCode;
}
