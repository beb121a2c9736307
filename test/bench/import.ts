import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { DATABASE_FILE, openStore } from "../../db/store.ts";
import { operator } from "../../server/access/actor.ts";
import { readTable } from "../../server/files/read-table.ts";
import { importTable } from "../../server/results/import.service.ts";
import { type Measurement, publish } from "../support/bench-report.ts";
import { REFERENCE } from "../support/reference.ts";
import { makeWorkload, type WorkloadSize } from "../support/workload.ts";

/** Imports a whole organisation: read, checked, audited and rolled up, into SQLite with every commit on the disk. */

const size = (process.env["BENCH_SIZE"] ?? "M") as WorkloadSize;
const SETTINGS = { fiscalYearStart: 1, locale: "en", timeZone: "UTC", entryDueDay: 10, minimumCoverage: 90 };

if (REFERENCE === null) console.log("The reference with the workload's generator is not here: nothing measured.");
else {
  const workload = await makeWorkload(REFERENCE, size);
  const dataDir = mkdtempSync(path.join(tmpdir(), "plumbline-bench-"));
  const store = await openStore({ dataDir, auditKey: "bench", clock: Date.now });
  const measured: Measurement[] = [];
  try {
    await store.command({ actor: "operator", command: "founded", entity: "organisation" }, (store) =>
      store.organisation.say({ name: "Bench", ...SETTINGS, approval: false, retentionYears: 10 }),
    );
    for (const { kind, bytes } of workload.files) measured.push(...(await measure(kind, bytes)));
    const again = workload.files.filter(({ kind }) => kind === "results");
    for (const { bytes } of again) measured.push(...(await measure("results", bytes, " again, all unchanged")));
    const bytes = statSync(path.join(dataDir, DATABASE_FILE)).size;
    measured.push({ what: "database, a result", value: bytes / workload.results, unit: "B" });
  } finally {
    await store.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
  publish(`import ${size}`, measured);

  async function measure(
    kind: (typeof workload.files)[number]["kind"],
    bytes: Uint8Array,
    said = "",
  ): Promise<Measurement[]> {
    const actor = await operator({ store, now: Date.now });
    const [began, cpu] = [performance.now(), process.cpuUsage()];
    const table = await readTable(bytes);
    const report = await importTable(actor, { kind, table, decimal: "point", dryRun: false });
    const seconds = (performance.now() - began) / 1000;
    const used = process.cpuUsage(cpu);
    if (report.outcome === "refused") throw new Error(JSON.stringify(report.errors.slice(0, 3)));
    const what = `${kind}, ${report.rows} rows${said}`;
    const budget = kind === "results" && said === "" ? { atLeast: 40_000 } : {};
    return [
      { what, value: report.rows / seconds, unit: "rows/s", ...budget },
      { what: `${what}: processor`, value: (used.user + used.system) / 1e6, unit: "s" },
      { what: `${what}: resident`, value: process.memoryUsage.rss() / 2 ** 20, unit: "MB" },
    ];
  }
}
