import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "vite";

/** The client as it is shipped, built into a folder of its own. */
export async function buildClient(): Promise<string> {
  const outDir = mkdtempSync(path.join(tmpdir(), "plumbline-client-"));
  const root = path.join(import.meta.dirname, "../../client");
  const configFile = path.join(import.meta.dirname, "../../vite.config.ts");
  await build({ configFile, root, logLevel: "silent", build: { outDir, emptyOutDir: true } });
  return outDir;
}
