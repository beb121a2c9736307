import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { openStore, type Store } from "../../db/store.ts";
import { operator } from "../../server/access/actor.ts";
import { readTable } from "../../server/files/read-table.ts";
import { importTable } from "../../server/results/import.service.ts";
import { takeStep } from "../../server/results/results.service.ts";
import type { DateText } from "../../shared/domain/calendar.ts";
import { decimalOfNumber } from "../../shared/domain/decimal.ts";
import { judgementAt, judgementOver, type UnitFigures } from "../../shared/domain/kpi-at-unit.ts";
import { type Month, monthRange } from "../../shared/domain/month.ts";
import { type Measurement, median, publish } from "../support/bench-report.ts";
import { REFERENCE } from "../support/reference.ts";
import { makeWorkload, type WorkloadSize } from "../support/workload.ts";

/** What keeping roll-ups is worth: the same questions on kept cells and from the records, as they grow, and what it costs to save. */
const FIRST = "2024-07" as Month;
const LAST = "2026-06" as Month;
const MONTHS = monthRange(FIRST, LAST);
const YEAR = monthRange("2026-01" as Month, LAST);
const ROUNDS = 5;
let saves = 0;
const SETTINGS = { fiscalYearStart: 1, locale: "en", timeZone: "UTC", entryDueDay: 10, minimumCoverage: 90 };
const sizes = (process.env["BENCH_SIZES"] ?? "S,M").split(",") as WorkloadSize[];

if (REFERENCE === null) console.log("The reference with the workload's generator is not here: nothing measured.");
else {
  const measured: Measurement[] = [];
  for (const size of sizes) measured.push(...(await measureSize(REFERENCE, size)));
  publish("roll-ups", measured);
}

async function measureSize(reference: string, size: WorkloadSize): Promise<Measurement[]> {
  const workload = await makeWorkload(reference, size);
  const dataDir = mkdtempSync(path.join(tmpdir(), "plumbline-bench-"));
  const store = await openStore({ dataDir, auditKey: "bench", clock: Date.now });
  try {
    await store.command({ actor: "operator", command: "founded", entity: "organisation" }, (store) =>
      store.organisation.say({ name: "Bench", ...SETTINGS, approval: false, retentionYears: 10 }),
    );
    for (const { kind, bytes } of workload.files) {
      const actor = await operator({ store, now: Date.now });
      const table = await readTable(bytes);
      const report = await importTable(actor, { kind, table, decimal: "point", dryRun: false });
      if (report.outcome === "refused") throw new Error(JSON.stringify(report.errors.slice(0, 3)));
    }
    return await measure(store, size);
  } finally {
    await store.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function measure(store: Store, size: WorkloadSize): Promise<Measurement[]> {
  const units = await store.organisation.unitIds(["GRP", "C1", "B1"]);
  const [group = 0, country = 0, branch = 0] = ["GRP", "C1", "B1"].map((code) => units.get(code));
  const branches = (await store.organisation.units()).filter(({ kind }) => kind === "branch").map(({ id }) => id);
  const [kpi] = await store.kpis.list();
  const then = (await store.audit.list({ units: null, from: (await store.audit.head()).seq, limit: 1 }))[0]?.at ?? 0;
  const questions: [string, () => Promise<unknown>][] = [
    ["Q1 group, kept", () => overview(store, "now", group)],
    ["Q1 group, from the records", () => overview(store, then, group)],
    ["Q1 country, kept", () => overview(store, "now", country)],
    ["Q1 country, from the records", () => overview(store, then, country)],
    ["Q2 one KPI by unit", () => store.insight.figures({ units: branches, kpis: [kpi?.id ?? 0], months: MONTHS })],
    ["Q3 cells of one unit", () => overview(store, "now", branch)],
    ["Q4 a unit's month saved", () => saveMonth(store)],
  ];
  const times = questions.map(() => [] as number[]);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [at, [, ask]] of questions.entries()) {
      const began = performance.now();
      await ask();
      times[at]?.push(performance.now() - began);
    }
  }
  const value = (at: number) => median(times[at] ?? []);
  return [
    ...questions.map(([what], at) => ({ what: `${size}: ${what}`, value: value(at), unit: "ms" })),
    { what: `${size}: Q1 from the records, times kept`, value: value(1) / value(0), unit: "x" },
  ];
}

/** Every KPI of a unit: 24 months judged, and the year to date. */
async function overview(store: Store, moment: "now" | number, unit: number): Promise<number> {
  const answer = await store.at(moment).insight.figures({ units: [unit], kpis: null, months: MONTHS });
  const due = { today: "2026-07-20" as DateText, entryDueDay: 10 };
  const figures: UnitFigures = { kpis: answer.at(unit), due, minimumCoverage: decimalOfNumber(90) };
  let judged = 0;
  for (const code of figures.kpis.keys()) {
    for (const month of MONTHS) judged += judgementAt(figures, code, month) === null ? 0 : 1;
    judged += judgementOver(figures, code, YEAR) === null ? 0 : 1;
  }
  return judged;
}

/** Every value KPI of one branch said anew for the newest month. */
async function saveMonth(store: Store): Promise<void> {
  saves += 1;
  const actor = await operator({ store, now: Date.now });
  const codes = (await store.kpis.list()).map(({ code }) => code);
  const asked = codes.map((kpi, at) => {
    const content =
      at % 4 === 1
        ? { kind: "ratio" as const, numerator: 100 + saves, denominator: 400 }
        : { kind: "value" as const, value: 100 + saves };
    return { unit: "B1", kpi, period: LAST, content };
  });
  const { outcomes } = await takeStep(actor, { step: "submit", asked, allOrNothing: true });
  if (!outcomes.every(({ kind }) => kind === "saved")) throw new Error(JSON.stringify(outcomes[0]));
}
