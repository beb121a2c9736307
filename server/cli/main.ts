import { runCommandLine } from "./run.ts";
import { processTerminal } from "./terminal.ts";

process.umask(0o077);
process.exitCode = await runCommandLine(process.argv.slice(2), {
  environment: process.env,
  terminal: processTerminal,
});
