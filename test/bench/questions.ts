import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { openStore, type Store } from "../../db/store.ts";
import { operator } from "../../server/access/actor.ts";
import { readTable } from "../../server/files/read-table.ts";
import { importTable } from "../../server/results/import.service.ts";
import { takeStep } from "../../server/results/results.service.ts";
import { type Month, monthRange } from "../../shared/domain/month.ts";
import { type Floor, makeFloor } from "../support/bench-floor.ts";
import { type Measurement, median, publish } from "../support/bench-report.ts";
import { type Asked, productOn, prototypeOf } from "../support/bench-servers.ts";
import { REFERENCE } from "../support/reference.ts";
import { makeWorkload, type Workload, type WorkloadSize } from "../support/workload.ts";

/**
 * The questions of the screens and a save, each beside two floors in the same run: SQL written by hand on kept roll-ups in
 * this process, and a bare server (plain Express and JSON) over it. Times drift with the machine; what counts are ratios.
 */
const size = (process.env["BENCH_SIZE"] ?? "M") as WorkloadSize;
const ROUNDS = 5;
/** Asked so often in a round; of these the median is the round's. */
const TIMES = 5;
const LAST = "2026-06" as Month;
const MONTHS = monthRange("2024-07" as Month, LAST);
const NOW = Date.parse("2026-07-20T08:00:00Z");
const SETTINGS = { fiscalYearStart: 1, locale: "en", timeZone: "UTC", entryDueDay: 10, minimumCoverage: 90 };

let saves = 0;
type Timed = { readonly what: string; readonly times?: number; ask(): unknown };

if (REFERENCE === null) console.log("The reference with the workload's generator is not here: nothing measured.");
else {
  const workload = await makeWorkload(REFERENCE, size);
  const folder = mkdtempSync(path.join(tmpdir(), "plumbline-bench-"));
  let clock = NOW;
  const store = await openStore({ dataDir: folder, threads: 2, auditKey: "bench", clock: () => clock++ });
  try {
    const { floor, seconds } = makeFloor(path.join(folder, "floor.sqlite"), workload);
    const taken = await importAll(folder, workload);
    const found = await measure(store, floor);
    const rates = [
      { what: "Q5 results imported", value: taken, unit: "rows/s", atLeast: 40_000 },
      { what: "Q5 by hand, rolled up, neither checked nor audited", value: workload.results / seconds, unit: "rows/s" },
    ];
    floor.close();
    publish(`questions ${size}`, [...found, ...rates]);
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Imports in a connection of its own, as the command line and the import's thread do; answers results a second. */
async function importAll(dataDir: string, { files, results }: Workload): Promise<number> {
  let clock = NOW - 3_600_000;
  const store = await openStore({ dataDir, auditKey: "bench", clock: () => clock++ });
  let seconds = 0;
  await store.command({ actor: "operator", command: "founded", entity: "organisation" }, (store) =>
    store.organisation.say({ name: "Bench", ...SETTINGS, approval: false, retentionYears: 10 }),
  );
  for (const { kind, bytes } of files) {
    const began = performance.now();
    const actor = await operator({ store, now: () => NOW });
    const table = await readTable(bytes);
    const report = await importTable(actor, { kind, table, decimal: "point", dryRun: false });
    if (report.outcome === "refused") throw new Error(JSON.stringify(report.errors.slice(0, 3)));
    seconds = (performance.now() - began) / 1000;
  }
  await store.close();
  return results / seconds;
}

async function measure(store: Store, floor: Floor): Promise<Measurement[]> {
  const product = await productOn(store, () => NOW);
  const regions = (await store.organisation.units()).filter(({ kind }) => kind === "area").map(({ code }) => code);
  const branches = (await store.organisation.units()).filter(({ kind }) => kind === "branch");
  const bare = await prototypeOf(floor, ["GRP", ...regions]);
  const kpis = await store.kpis.list();
  const [first] = kpis;
  const then = (await store.audit.newestInstant()) ?? NOW;
  const group = (await store.organisation.unitIds(["GRP"])).get("GRP") ?? 0;
  const ids = branches.map(({ id }) => id);
  const codes = branches.map(({ code }) => code);
  const month = { unit: "B1", month: LAST };
  const timed: Timed[] = [
    { what: "Q1 by hand", ask: () => floor.overview("GRP") },
    { what: "Q1 by hand from raw rows", times: 1, ask: () => floor.overviewOfRows("GRP") },
    { what: "Q1 bare server", ask: () => bare.ask("/overview/GRP") },
    { what: "Q1 Plumbline", ask: () => product.ask(call("insight.overview", { unit: "GRP", period: LAST })) },
    {
      what: "Q1 Plumbline, first after a change",
      times: 3,
      ask: async () => {
        await remark(store);
        return timeOf(() => product.ask(call("insight.overview", { unit: "GRP", period: LAST })));
      },
    },
    {
      what: "Q1 figures, kept",
      ask: () => store.insight.figures({ units: [group], kpis: null, months: MONTHS }),
    },
    {
      what: "Q1 figures, from the records",
      times: 1,
      ask: () => store.at(then).insight.figures({ units: [group], kpis: null, months: MONTHS }),
    },
    { what: "Q2 bare server, parts of the group", ask: () => bare.ask(`/units/${first?.code}`) },
    {
      what: "Q2 Plumbline, parts of the group",
      ask: () => product.ask(call("insight.units", { unit: "GRP", period: LAST, kpi: first?.code, months: 24 })),
    },
    { what: "Q2 by hand, 200 x 24 cells", ask: () => floor.byUnit(first?.code ?? "", codes) },
    {
      what: "Q2 Plumbline's figures, 200 x 24 cells",
      ask: () => store.insight.figures({ units: ids, kpis: [first?.id ?? 0], months: MONTHS }),
    },
    { what: "Q3 bare server", ask: () => bare.ask("/entry/B1") },
    { what: "Q3 Plumbline", ask: () => product.ask(call("results.entry", month)) },
    { what: "Q4 by hand", ask: () => floor.save("B1", figuresOf(kpis)) },
    { what: "Q4 Plumbline", ask: () => saveMonth(store, kpis) },
    { what: "Q4 bare server", ask: () => bare.ask("/save/B1", [...figuresOf(kpis)]) },
    { what: "Q4 Plumbline, by its API", ask: () => putMonth(product, kpis) },
  ];
  const times = await medians(timed);
  await Promise.all([product.stop(), bare.stop()]);
  return [...timed.map(({ what }) => ({ what, value: times.get(what) ?? 0, unit: "ms" })), ...ratios(times)];
}

/** The budgets of the product's performance, each a ratio of things run in turn. */
function ratios(times: ReadonlyMap<string, number>): Measurement[] {
  const ratio = (what: string, [over, under]: readonly [string, string], budget: Partial<Measurement> = {}) => ({
    what,
    value: (times.get(over) ?? 0) / (times.get(under) ?? 1),
    unit: "x",
    ...budget,
  });
  return [
    ratio("bare server over SQL by hand, Q1", ["Q1 bare server", "Q1 by hand"]),
    ratio("G1 Q1 over the bare server", ["Q1 Plumbline", "Q1 bare server"], { atMost: 1.5 }),
    ratio("Q1 first after a change over the bare server", ["Q1 Plumbline, first after a change", "Q1 bare server"]),
    ratio("G2 raw rows by hand over Q1", ["Q1 by hand from raw rows", "Q1 Plumbline"], { atLeast: 20 }),
    ratio("raw rows by hand over Q1, first after a change", [
      "Q1 by hand from raw rows",
      "Q1 Plumbline, first after a change",
    ]),
    ratio("figures from the records over kept", ["Q1 figures, from the records", "Q1 figures, kept"]),
    ratio("G3 Q2 over the bare server", ["Q2 Plumbline, parts of the group", "Q2 bare server, parts of the group"], {
      atMost: 1.5,
    }),
    ratio("Q2 200 x 24 figures over SQL by hand", [
      "Q2 Plumbline's figures, 200 x 24 cells",
      "Q2 by hand, 200 x 24 cells",
    ]),
    ratio("G3 Q3 over the bare server", ["Q3 Plumbline", "Q3 bare server"], { atMost: 1.5 }),
    ratio("G4 Q4 over the transaction by hand", ["Q4 Plumbline", "Q4 by hand"], { atMost: 2 }),
    ratio("Q4 by its API over the bare server", ["Q4 Plumbline, by its API", "Q4 bare server"]),
  ];
}

async function medians(timed: readonly Timed[]): Promise<Map<string, number>> {
  const rounds = new Map(timed.map(({ what }) => [what, [] as number[]]));
  for (const { ask } of timed) await ask();
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { what, ask, times = TIMES } of timed) {
      const found: number[] = [];
      for (let time = 0; time < times; time += 1) found.push(await timeOf(ask));
      rounds.get(what)?.push(median(found));
    }
  }
  return new Map([...rounds].map(([what, found]) => [what, median(found)]));
}

/** Milliseconds; where what is asked answers a number, it has timed its own part. */
async function timeOf(ask: () => unknown): Promise<number> {
  const began = performance.now();
  const answer = await ask();
  return typeof answer === "number" ? answer : performance.now() - began;
}

function call(procedure: string, input: unknown): string {
  return `/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`;
}

type Kpis = Awaited<ReturnType<Store["kpis"]["list"]>>;

/** Every KPI of the workload takes a new figure; each fourth is a ratio. */
function figuresOf(kpis: Kpis): Map<string, readonly [number, number]> {
  saves += 1;
  return new Map(kpis.map(({ code }, at) => [code, at % 4 === 1 ? [100 + saves, 400] : [100 + saves, 1]]));
}

async function saveMonth(store: Store, kpis: Kpis): Promise<void> {
  const actor = await operator({ store, now: () => NOW });
  const asked = [...figuresOf(kpis)].map(([kpi, [numerator, denominator]]) => {
    const content =
      denominator === 1
        ? { kind: "value" as const, value: numerator }
        : { kind: "ratio" as const, numerator, denominator };
    return { unit: "B1", kpi, period: LAST, content };
  });
  const { outcomes } = await takeStep(actor, { step: "submit", asked, allOrNothing: true });
  if (!outcomes.every(({ kind }) => kind === "saved")) throw new Error(JSON.stringify(outcomes[0]));
}

async function putMonth(product: Asked, kpis: Kpis): Promise<void> {
  const results = [...figuresOf(kpis)].map(([kpi, [numerator, denominator]]) => ({
    ...{ unit: "B1", kpi, period: LAST },
    ...(denominator === 1 ? { value: numerator } : { numerator, denominator }),
  }));
  await product.ask("/api/v1/results", { results }, "PUT");
}

/** The smallest change of the record that there is: whatever was remembered of it is out of date. */
async function remark(store: Store): Promise<void> {
  saves += 1;
  const text = `Seen ${saves}`;
  await store.command({ actor: "operator", command: "policy-said", entity: "policy" }, (store) =>
    store.organisation.say({ name: `Bench ${text}`, ...SETTINGS, approval: false, retentionYears: 10 }),
  );
}
