import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { findBrowser } from "./programs.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the demonstration is served for all browser tests; empty without a browser. */
    demoAddress: string;
  }
}

const PATIENCE = 180_000;

/** One server with the demonstration for every browser test: the real program in a folder of its own. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  project.provide("demoAddress", "");
  if (findBrowser() === null) return async () => undefined;
  const folder = mkdtempSync(path.join(tmpdir(), "plumbline-e2e-"));
  const { DATABASE_URL: _, ...environment } = process.env;
  const server = spawn(process.execPath, ["server/main.ts"], {
    env: { ...environment, PORT: "0", DATA_DIR: folder, LOG_LEVEL: "error", PLUMBLINE_MODE: "demo" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = once(server, "exit");
  const address = await addressOf(server.stdout);
  project.provide("demoAddress", address);
  return async () => {
    server.kill("SIGTERM");
    await exited;
    rmSync(folder, { recursive: true, force: true });
  };
}

/** The address in the line that the server greets with. */
function addressOf(output: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = "";
    const late = setTimeout(() => reject(new Error(`the server did not start: ${text}`)), PATIENCE);
    output.on("data", (piece: Buffer) => {
      text += piece.toString();
      const address = /Plumbline is at (http:\/\/\S+)/.exec(text)?.[1];
      if (address === undefined) return;
      clearTimeout(late);
      resolve(address);
    });
    output.on("end", () => reject(new Error(`the server ended: ${text}`)));
  });
}
