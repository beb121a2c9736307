import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import type { TestProject } from "vitest/node";
import { openStore } from "../../db/store.ts";
import { embeddedPlace } from "./embedded-postgres.ts";
import { onPostgres, startPostgres } from "./postgres-server.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the PostgreSQL server with `DATABASE` where its database's name belongs; null where there is none. */
    postgresAddress: string | null;
    /** File that embedded PostgreSQL starts from, migrated. */
    embeddedImage: string;
  }
}

export const TEMPLATE = "plumbline_template";
const NO_CLOCK = { auditKey: "template", clock: () => 0 };

/** Once for all test files: a PostgreSQL server and an image of the embedded one, both with the schema in place. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "plumbline-tests-"));
  const image = join(folder, "embedded-postgres.tar");
  // One after the other: embedded PostgreSQL holds up this thread while it makes its files.
  const server = await migratedServer();
  await writeEmbeddedImage(image);
  project.provide("embeddedImage", image);
  project.provide("postgresAddress", server?.urlOf("DATABASE") ?? null);
  return async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

async function migratedServer() {
  const server = await startPostgres();
  if (server === null) {
    const said = "No PostgreSQL programs here: the tests on a real server are skipped. Install postgresql to run them.";
    if (process.env["CI"]) throw new Error(said);
    console.warn(said);
    return null;
  }
  await onPostgres(server.urlOf("postgres"), `create database ${TEMPLATE}`);
  const store = await openStore({ url: server.urlOf(TEMPLATE), ...NO_CLOCK });
  await store.close();
  return server;
}

async function writeEmbeddedImage(file: string): Promise<void> {
  const embedded = new PGlite();
  const store = await openStore({ ...embeddedPlace(embedded), ...NO_CLOCK });
  const image = await embedded.dumpDataDir("none");
  writeFileSync(file, Buffer.from(await image.arrayBuffer()));
  await store.close();
}
