import { existsSync, globSync } from "node:fs";
import path from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

/** Where `npm run dev` has put the server; the paths that the server answers itself. */
const devServer = process.env["PLUMBLINE_DEV_SERVER"] ?? "http://127.0.0.1:3001";
const serverPaths = ["/trpc", "/api", "/demo", "/healthz", "/readyz", "/metrics"];

/** Tests that start programs or browsers: one file at a time, after the others, with patience. */
const withPrograms = ["e2e", "faults"];
const inDocument = ["client"];
/** Suites whose files share one module graph in a worker: an embedded database is started once, not once a file. */
const sharing = ["contracts", "db", "domain", "security", "server", "text"];
/** What is started once for all files of a suite: a PostgreSQL server; the demonstration in a server of its own. */
const startedFor: Record<string, string> = {
  db: "database-servers.ts",
  e2e: "demo-server.ts",
  security: "database-servers.ts",
  server: "database-servers.ts",
};

const suites = [...new Set(globSync("test/*/**/*.test.{ts,tsx}").map((file) => file.split(/[\\/]/)[1] ?? ""))].sort();

function suite(name: string) {
  const startsPrograms = withPrograms.includes(name);
  const setup = `./test/${name}/setup.ts`;
  const started = startedFor[name];
  return {
    extends: true as const,
    test: {
      name,
      include: [`test/${name}/**/*.test.{ts,tsx}`],
      exclude: process.env["PLUMBLINE_DEEP"] ? [] : ["**/*.deep.test.ts"],
      environment: inDocument.includes(name) ? "jsdom" : "node",
      setupFiles: existsSync(setup) ? [setup] : [],
      globalSetup: started === undefined ? [] : [path.join(import.meta.dirname, "test/support", started)],
      fileParallelism: !startsPrograms,
      isolate: !sharing.includes(name),
      testTimeout: 60_000,
      hookTimeout: 90_000,
      sequence: { groupOrder: startsPrograms ? 1 : 0 },
    },
  };
}

export default defineConfig({
  root: process.env["VITEST"] ? "." : "client",
  plugins: [react()],
  build: {
    outDir: "../dist/client",
    emptyOutDir: true,
    target: "es2022",
    // The style sheets name both themes with light-dark(): kept as it is written.
    cssTarget: ["chrome123", "firefox120", "safari17.5"],
    rolldownOptions: {
      onLog: (level, log, report) => {
        // "use client" in a library says nothing to a page without server components.
        if (log.code !== "MODULE_LEVEL_DIRECTIVE") report(level, log);
      },
    },
  },
  server: { proxy: Object.fromEntries(serverPaths.map((path) => [path, devServer])) },
  test: {
    maxWorkers: 2,
    projects: suites.map(suite),
  },
});
