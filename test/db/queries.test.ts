import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { PGlite } from "@electric-sql/pglite";
import type { Dialect } from "kysely";
import { expect, inject, test } from "vitest";
import { sqliteDialect } from "../../db/drivers/sqlite-dialect.ts";
import { linksInThisThread } from "../../db/drivers/sqlite-links.ts";
import { openStore, type Readings } from "../../db/store.ts";
import type { DateText } from "../../shared/domain/calendar.ts";
import type { Month } from "../../shared/domain/month.ts";
import { TEST_AUDIT_KEY, TEST_NOW } from "../support/databases.ts";
import { embeddedPlace } from "../support/embedded-postgres.ts";
import { onLines, telling } from "../support/recorded-sql.ts";
import { recordSmallHistory } from "../support/small-organisation.ts";

const month = "2026-01" as Month;
const [units, kpis] = [[4, 5], [1]];
const named = { units: ["B1", "B2"], kpis: ["CALLBACKS"] };
const notes = { units, kpis };
const span = { from: month, to: "2026-12" as Month };
const lease = { holder: "s1", at: 1, until: 2 };
const job = { id: "j1", kind: "import", input: "{}", byId: null, at: 1 };
const security = { at: 1, actor: "p1", kind: "refused", detail: "" };
const notice = { personId: 1, kind: "due", period: month, no: 0 } as const;
const key = { personId: 1, key: "k" };
const answer = { bodyHash: "a".repeat(64), status: 200, answer: "{}" };

const FILE = new URL("./queries.sql", import.meta.url);

type Call = (read: Readings) => Promise<unknown>;

/** One call of every question that the store answers. */
const CALLS: { [Word in keyof Readings]: { [Question in keyof Readings[Word]]?: Call } } = {
  actions: {
    list: (read) => read.actions.list({ ...named, codes: ["A-0001"] }),
    history: (read) => read.actions.history("A-0001"),
    causes: (read) => read.actions.causes({ kpi: "CALLBACKS", unit: "B1" }),
    confidences: (read) => read.actions.confidences({ kpi: "CALLBACKS", unit: "B1", fiscalYear: 2026 }),
  },
  audit: {
    head: (read) => read.audit.head(),
    list: (read) => read.audit.list({ units: ["B1"], from: 1, limit: 10, entity: "result", entityCode: "x" }),
    securityEvents: (read) => read.audit.securityEvents(10),
    recordSecurityEvent: (read) => read.audit.recordSecurityEvent(security),
    forgetSecurityEvents: (read) => read.audit.forgetSecurityEvents(1),
    changes: (read) => read.audit.changes({ after: 1, limit: 10 }),
    newestInstant: (read) => read.audit.newestInstant(),
  },
  forecasts: {
    list: (read) => read.forecasts.list({ units: named.units, kpi: "CALLBACKS" }),
    origins: (read) => read.forecasts.origins(),
  },
  idempotency: {
    find: (read) => read.idempotency.find(key),
    keep: (read) => read.idempotency.keep(key, answer, 1),
    settle: (read) => read.idempotency.settle(key, answer),
    forget: (read) => read.idempotency.forget(2),
  },
  insight: { figures: (read) => read.insight.figures({ units, kpis: null, months: [month] }) },
  jobs: {
    add: (read) => read.jobs.add(job),
    addOnce: (read) => read.jobs.addOnce(job),
    find: (read) => read.jobs.find("j1"),
    claim: (read) => read.jobs.claim(["import"], lease),
    report: (read) => read.jobs.report("j1", 0.5, lease),
    finish: (read) => read.jobs.finish("j1", "s1", { state: "done", outcome: null }),
    cancel: (read) => read.jobs.cancel("j1"),
    forget: (read) => read.jobs.forget(9),
    postpone: (read) => read.jobs.postpone("j1", "s1", { runAfter: 3, error: "broken" }),
    list: (read) => read.jobs.list({ limit: 10, kinds: ["import"] }),
    restart: (read) => read.jobs.restart("j1", 3),
  },
  kpis: {
    list: (read) => read.kpis.list(),
    themesOf: (read) => read.kpis.themesOf(),
    withResults: (read) => read.kpis.withResults(),
    idsOf: (read) => read.kpis.idsOf(["CALLBACKS"]),
    definitionsOf: (read) => read.kpis.definitionsOf(kpis),
    tolerancesOf: (read) => read.kpis.tolerancesOf(kpis),
    termsOf: (read) => read.kpis.termsOf(notes),
    targetsOf: (read) => read.kpis.targetsOf({ ...notes, ...span }),
    deviationsOf: (read) => read.kpis.deviationsOf(notes),
    phasesOf: (read) => read.kpis.phasesOf(notes),
    annotationsOf: (read) => read.kpis.annotationsOf(notes),
    annotationCounts: (read) => read.kpis.annotationCounts(4),
  },
  objectives: { list: (read) => read.objectives.list(2026), kpis: (read) => read.objectives.kpis() },
  organisation: {
    find: (read) => read.organisation.find(),
    firstMonth: (read) => read.organisation.firstMonth(),
    hasResults: (read) => read.organisation.hasResults(),
    units: (read) => read.organisation.units(),
    unitIds: (read) => read.organisation.unitIds(["B1"]),
    edges: (read) => read.organisation.edges(),
    periodStates: (read) => read.organisation.periodStates({ units: named.units, ...span }),
    rightsVersion: (read) => read.organisation.rightsVersion(),
  },
  people: {
    list: (read) => read.people.list(),
    codes: (read) => read.people.codes(),
    findByCode: (read) => read.people.findByCode("p1"),
    findByEmail: (read) => read.people.findByEmail("someone@example.org"),
    findByAccount: (read) => read.people.findByAccount("a"),
    grants: (read) => read.people.grants(),
  },
  results: {
    findOpen: (read) => read.results.findOpen([{ assignment: 1, period: month }]),
    list: (read) => read.results.list({ units, kpis, ...span, limit: 10, after: { assignment: 1, period: month } }),
    openBetween: (read) => read.results.openBetween({ assignments: [1], ...span }),
    restatements: (read) => read.results.restatements({ kpi: 1, units }),
    findNewestEntry: (read) => read.results.findNewestEntry({ kpi: 1, units, period: month }),
    openOfUnit: (read) => read.results.openOfUnit({ unit: 4, periods: [month] }),
    history: (read) => read.results.history({ kpi: 1, units, ...span, limit: 10 }),
    waiting: (read) => read.results.waiting({ units, periods: [month] }),
    findNewestPeriod: (read) => read.results.findNewestPeriod({ kpi: 1, unit: 4 }),
    punctuality: (read) => read.results.punctuality({ units, deadlines: [{ month, until: 1 }] }),
    datedChanges: (read) => read.results.datedChanges({ states: ["proposed"], no: 1 }),
    flagsOf: (read) => read.results.flagsOf([1]),
  },
  agreement: {
    proposals: (read) => read.agreement.proposals("O-26-01"),
    acknowledgements: (read) => read.agreement.acknowledgements(),
    commitments: (read) => read.agreement.commitments(),
    lineage: (read) => read.agreement.lineage(),
    closings: (read) => read.agreement.closings(),
  },
  duties: {
    deputies: (read) => read.duties.deputies(),
    handOvers: (read) => read.duties.handOvers(),
    actedFor: (read) => read.duties.actedFor([1]),
  },
  notices: {
    setting: (read) => read.notices.setting(),
    choices: (read) => read.notices.choices(),
    wasSent: (read) => read.notices.wasSent(notice),
    keepSent: (read) => read.notices.keepSent(notice, 1),
    seen: (read) => read.notices.seen(1),
    keepSeen: (read) => read.notices.keepSeen(1, "{}", 1),
  },
  context: {
    parties: (read) => read.context.parties(),
    needs: (read) => read.context.needs(),
    risks: (read) => read.context.risks(),
    issues: (read) => read.context.issues(),
    links: (read) => read.context.links("objective_risk"),
  },
  reviews: {
    decisions: (read) => read.reviews.decisions(named),
    meetings: (read) => read.reviews.meetings(named.units),
    inputs: (read) => read.reviews.inputs(["V-0001"]),
  },
  snapshots: {
    list: (read) => read.snapshots.list(["B1"], 50),
    titles: (read) => read.snapshots.titles(["x"]),
    find: (read) => read.snapshots.find("x"),
  },
  trainings: {
    list: (read) => read.trainings.list(),
    needs: (read) => read.trainings.needs(),
    records: (read) => read.trainings.records(),
    fedKpis: (read) => read.trainings.fedKpis(),
  },
  strategy: {
    strategies: (read) => read.strategy.strategies(),
    themeIds: (read) => read.strategy.themeIds(),
    themes: (read) => read.strategy.themes(),
    policies: (read) => read.strategy.policies(),
    policyOn: (read) => read.strategy.policyOn("2026-01-01" as DateText),
  },
};

/** Statements without the numbers of their parameters, the condition of an instant put back to that of now. */
function atNow(statements: readonly string[]): string {
  return statements
    .join("\n")
    .replace(/\$\d+/g, "?")
    .replace(
      /("\w+"\.)?"recorded_from" <= \? and \("?\w*"?\.?"recorded_to" is null or [^)]*\)/g,
      '$1"recorded_to" is null',
    );
}

/** What knows no moment but now. */
const NO_RECORD = ["audit", "idempotency", "jobs"];

/** Every statement by the question that sends it, and then those of writing commands. */
async function statementsOn(place: {
  dialect: Dialect;
  engine: "sqlite" | "postgres";
}): Promise<Map<string, string[]>> {
  let heard: string[] = [];
  const since = () => {
    // Sorted: what is asked at one time is sent in no order.
    const statements = [...new Set(heard.map(onLines))].sort();
    heard = [];
    return statements;
  };
  const store = await openStore({
    ...{ auditKey: TEST_AUDIT_KEY, clock: () => TEST_NOW, engine: place.engine },
    dialect: telling(place.dialect, (sql) => heard.push(sql)),
  });
  since();
  await recordSmallHistory(store);
  const written = since();
  const statements = new Map<string, string[]>();
  for (const [word, questions] of Object.entries(CALLS)) {
    for (const [question, call] of Object.entries(questions) as [string, Call][]) {
      await call(store.at("now"));
      const now = since();
      statements.set(`${word}.${question}`, now);
      if (NO_RECORD.includes(word)) continue;
      await call(store.at(TEST_NOW + 5));
      const then = since();
      if (atNow(then) !== atNow(now)) statements.set(`${word}.${question}, as of an instant`, then);
    }
  }
  await store.close();
  return statements.set("commands", written);
}

function text(all: readonly (readonly [string, Map<string, string[]>])[]): string {
  const lines = ["-- Every statement that the store sends. Made by test/db/queries.test.ts; read it in diffs."];
  for (const question of all[0]?.[1].keys() ?? []) {
    for (const [engine, statements] of all) {
      lines.push("", `-- ${question} (${engine})`, ...(statements.get(question) ?? []).map((sql) => `${sql};`));
    }
  }
  return `${lines.join("\n")}\n`;
}

test("every question of the store has its line above", async () => {
  const store = await openStore({ memory: true, auditKey: TEST_AUDIT_KEY, clock: () => TEST_NOW });
  for (const [word, calls] of Object.entries(CALLS)) {
    expect(Object.keys(calls).sort(), word).toEqual(Object.keys(store[word as keyof Readings]).sort());
  }
  await store.close();
});

test("what is in force at an instant is asked by the statements of now, but for kept cells and a history", () => {
  const reviewed = readFileSync(FILE, "utf8");
  const apart = [...reviewed.matchAll(/^-- (\S+), as of an instant \(SQLite\)$/gm)].map(([, question]) => question);
  expect(apart).toEqual(["actions.history", "actions.confidences", "insight.figures", "results.history"]);
});

test("the statements are those that were reviewed", async () => {
  const embedded = await PGlite.create({ loadDataDir: new Blob([readFileSync(inject("embeddedImage"))]) });
  const sqlite = sqliteDialect(async () => linksInThisThread(":memory:"));
  const sent = text([
    ["SQLite", await statementsOn({ dialect: sqlite, engine: "sqlite" })],
    ["PostgreSQL", await statementsOn({ ...embeddedPlace(embedded), engine: "postgres" } as never)],
  ]);
  if (process.env["PLUMBLINE_WRITE_QUERIES"] || !existsSync(FILE)) writeFileSync(FILE, sent);
  // PLUMBLINE_WRITE_QUERIES=1 writes the file anew, to be reviewed before it is committed.
  expect(sent).toBe(readFileSync(FILE, "utf8"));
}, 60_000);
