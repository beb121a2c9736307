import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** The real program on a data folder of its own. */
export interface Served {
  readonly folder: string;
  readonly address: string;
  /** Path of the one-time link that it printed; empty where it printed none. */
  readonly setUpPath: string;
  stop(): Promise<void>;
}

const PATIENCE = 120_000;

/** Starts the server as `npm start` does, on a new data folder or on one that was used before. */
export async function serve(environment: Record<string, string>, folder = newFolder()): Promise<Served> {
  const server = spawn(process.execPath, ["server/main.ts"], {
    env: { ...process.env, DATABASE_URL: "", PORT: "0", DATA_DIR: folder, LOG_LEVEL: "error", ...environment },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = once(server, "exit");
  const line = await greetingOf(server);
  return {
    folder,
    address: /http:\/\/[\w.:[\]-]+/.exec(line)?.[0] ?? "",
    setUpPath: /\/setup#[\w-]+/.exec(line)?.[0] ?? "",
    stop: async () => {
      server.kill("SIGTERM");
      await exited;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function newFolder(): string {
  return mkdtempSync(path.join(tmpdir(), "plumbline-served-"));
}

function greetingOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = "";
    const late = setTimeout(() => reject(new Error(`the server did not start: ${text}`)), PATIENCE);
    server.stdout?.on("data", (piece: Buffer) => {
      text += piece.toString();
      const line = /Plumbline is at .*\n/.exec(text)?.[0];
      if (line === undefined) return;
      clearTimeout(late);
      resolve(line);
    });
    server.once("exit", () => reject(new Error(`the server ended: ${text}`)));
  });
}
