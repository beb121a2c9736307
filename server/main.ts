import { existsSync } from "node:fs";
import { join } from "node:path";
import { ConfigFaults, readConfig } from "./config.ts";
import { startServer } from "./start-server.ts";

const PATIENCE = 8_000;
const SIGNALS = ["SIGTERM", "SIGINT"] as const;

/** `npm start`: migrates, loads the demonstration into an empty folder, serves, and stops cleanly when it is told to. */
async function main(): Promise<void> {
  process.umask(0o077);
  const root = join(import.meta.dirname, "..");
  const clientFolder = join(root, "dist", "client");
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  const server = await startServer(readConfig(process.env), {
    clientFolder: existsSync(clientFolder) ? clientFolder : null,
    say,
  });
  say(server.greeting);
  let stopping = false;
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      server.stop(PATIENCE).then(() => process.exit(0), fail);
    });
  }
}

function fail(error: unknown): void {
  const sentences =
    error instanceof ConfigFaults ? error.faults : [error instanceof Error ? error.message : String(error)];
  for (const sentence of sentences) process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

main().catch(fail);
