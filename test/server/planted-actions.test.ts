import { afterAll, beforeAll, expect, test } from "vitest";
import { actorOfCode } from "../../server/access/actor.ts";
import { listActions, readAction } from "../../server/actions/actions.service.ts";
import { readTrainings } from "../../server/actions/trainings-view.ts";
import { clauseMatrix, evidencePack } from "../../server/audit/clauses.service.ts";
import { readCommitments } from "../../server/objectives/agreement.service.ts";
import { readDecision } from "../../server/reviews/decisions.service.ts";
import { listReviews, readReview } from "../../server/reviews/reviews.service.ts";
import { evidenceBytes } from "../../server/snapshots/web/write-evidence.ts";
import { verifyFile } from "../../shared/files/sealed-file.ts";
import { aDemonstration, type Demonstration, storyMonth } from "../support/demonstration.ts";

let demo: Demonstration;

beforeAll(async () => {
  demo = await aDemonstration();
}, 120_000);
afterAll(() => demo.store.close());

/** What the data say of an action, today or as of the day on which it was closed. */
async function verdictOf(action: string, asOf?: string) {
  const { action: row } = await readAction(demo.actor, { action, asOf });
  return row.check;
}

test("the door campaign is effective by the data, today and on the day it was closed", async () => {
  const today = await verdictOf("A-0001");
  expect(today).toMatchObject({ verdict: "effective", promise: "Callback rate −0.30 by Dec 2025" });
  expect(today?.sentence).toMatch(/^The level fell from [\d.]+ to [\d.]+, outside chance/);
  const closed = await verdictOf("A-0001", `${storyMonth(29)}-20`);
  expect(closed?.verdict).toBe("effective");
});

test("the training of the customer desks changed nothing, today and on the day it was closed", async () => {
  expect(await verdictOf("A-0002")).toMatchObject({ verdict: "not_effective" });
  expect((await verdictOf("A-0002"))?.sentence).toMatch(/^No change seen/);
  expect((await verdictOf("A-0002", `${storyMonth(31)}-20`))?.verdict).not.toBe("effective");
});

test("how they ended is the product's own verdict of that day, by the data", async () => {
  for (const [code, month] of [
    ["A-0001", 29],
    ["A-0002", 36],
  ] as const) {
    const { action } = await readAction(demo.actor, { action: code });
    const then = await verdictOf(code, `${storyMonth(month)}-14`);
    expect([action.verification, action.judgedBy]).toEqual([then?.sentence, "data"]);
  }
});

test("a review was held on all inputs, its decisions hold what was seen, and the next one waits", async () => {
  const { reviews, coverage } = await listReviews(demo.actor, { unit: "GROUP" });
  expect(reviews.map(({ code, state, covered }) => [code, state, covered])).toEqual([
    ["V-0002", "planned", 0],
    ["V-0001", "held", 12],
  ]);
  expect(coverage.every((input) => input.reviews.includes("V-0001"))).toBe(true);
  for (const code of ["D-0001", "D-0002"]) {
    const { decision, evidence } = await readDecision(demo.actor, { decision: code });
    expect([decision.review, evidence?.verified, evidence?.period]).toEqual(["V-0001", true, storyMonth(32)]);
  }
  const { agenda } = await readReview(demo.actor, { review: "V-0002" });
  expect(agenda[0]?.lines.map(({ decision, action }) => decision ?? action)).toEqual(
    expect.arrayContaining(["D-0002", "A-0004"]),
  );
  const lines = (input: string) => agenda.find((item) => item.key === `input-${input}`)?.lines ?? [];
  for (const input of ["c1", "c3", "c7"]) expect(lines(input).length, input).toBeGreaterThan(0);
});

test("trainings are needed, held, lapsed and missing, and the one that changed nothing says so", async () => {
  const view = await readTrainings(demo.actor, {});
  expect(new Set(view.standings.map(({ state }) => state))).toEqual(
    new Set(["missing", "expired", "expiring", "valid"]),
  );
  const [complaints] = view.trainings;
  expect(complaints).toMatchObject({ action: { code: "A-0002" }, check: { verdict: "not_effective" } });
  expect(complaints?.objective).not.toBeNull();
});

test("each clause names the records that satisfy it and what is missing, as of any day", async () => {
  const { clauses, headline } = await clauseMatrix(demo.actor, {});
  const row = (number: string, among = clauses) => among.find((clause) => clause.number === number);
  expect(clauses[0]?.number).toBe("4.1");
  expect(clauses.at(-1)?.number).toBe("10.3");
  expect(row("9.3.2")).toMatchObject({ state: "met", evidence: [{ kind: "review_input", count: 12 }] });
  expect(row("6.3")).toMatchObject({ state: "missing", missing: "No planned change is recorded." });
  expect(row("8.3")).toMatchObject({ state: "elsewhere", evidence: [], missing: "" });
  expect(row("7.2")?.evidence.map(({ kind }) => kind)).toEqual(["competence_need", "training", "training_record"]);
  expect(headline).toMatch(/^\d+ of \d+ sub-clauses have their records/);
  const then = await clauseMatrix(demo.actor, { asOf: `${storyMonth(20)}-20` });
  expect(row("9.3.1", then.clauses)?.missing).toBe("No management review held is recorded.");
  expect(row("4.2", then.clauses)?.state).toBe("met");
});

test("the auditor's pack is one sealed file that holds every record of the matrix", async () => {
  const pack = await evidencePack(demo.actor, {});
  const pieces: Buffer[] = [];
  for await (const piece of evidenceBytes(pack, demo.actor.now())) pieces.push(piece);
  const file = Buffer.concat(pieces);
  expect(await verifyFile(file)).toMatchObject({ kind: "original", format: "html" });
  const text = file.toString("utf8");
  for (const code of ["D-0001", "A-0001", "V-0001", "T-0001", "N-0001", "O-26-01"]) expect(text).toContain(code);
  const at = text.indexOf("D-0001");
  const altered = Buffer.from(text.slice(0, at) + text.slice(at).replace("D-0001", "D-0009"));
  expect((await verifyFile(altered)).kind).toBe("altered");
});

test("a leader sees the line from the policy's sentence to each action of their own", async () => {
  const store = demo.store;
  const leader = await actorOfCode({ store, now: demo.actor.now }, { code: "leader", source: "grid" });
  if (leader === null) throw new Error("the demonstration has no leader");
  const { actions } = await readCommitments(leader);
  expect(actions.map(({ code }) => code)).toEqual(["A-0003", "A-0004"]);
  expect(actions[0]?.lineOfSight.map(({ label }) => label)).toEqual([
    "Policy",
    "Theme",
    "Objective",
    "KPIs",
    "My action",
  ]);
});

test("what was recorded when they ended stands beside it, and the list begins with what is late", async () => {
  const { actions, headline } = await listActions(demo.actor, { unit: "GROUP" });
  expect(headline).toBe("1 of 2 open actions late");
  expect(actions.map(({ code, state, late }) => [code, state, late])).toEqual([
    ["A-0003", "started", true],
    ["A-0004", "started", false],
    ["A-0002", "not_effective", false],
    ["A-0001", "effective", false],
  ]);
});
