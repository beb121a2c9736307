import { expect, test } from "vitest";
import type { CommitmentsView, ObjectivesView, ObjectiveView } from "../../shared/contracts/objectives.ts";
import type { DateText } from "../../shared/domain/calendar.ts";
import type { Client } from "../support/client.ts";
import { describeEachEngine } from "../support/databases.ts";
import { aFilledWorld } from "../support/filled-world.ts";

const PLAN = { what: "Call back", resources: "Two people", who: "Desk", when: "By June", evaluation: "Each month" };
const OBJECTIVE = {
  ...{ code: null, fiscalYear: 2026, unit: "GROUP", theme: "SERVICE", parent: null, owner: null },
  ...{ statement: "Customers stay", policySentence: null, plan: PLAN, kpis: [] as object[] },
};

async function asked<T>(client: Client, name: string, input?: unknown): Promise<T> {
  const answer = await client.query(name, input);
  expect(answer.status, answer.text).toBe(200);
  return answer.json.result.data as T;
}

async function done(client: Client, name: string, input: unknown): Promise<{ code: string; id: string }> {
  const answer = await client.mutate(name, input);
  expect(answer.status, answer.text).toBe(200);
  return answer.json.result.data;
}

async function aYear(engine: Parameters<Parameters<typeof describeEachEngine>[1]>[0]) {
  const world = await aFilledWorld({ place: await engine.place() });
  await world.person("lead", ["leader", null]);
  await world.person("north", ["leader", "NORTH"]);
  const said = { actor: "operator", command: "policy-said", entity: "policy" };
  await world.store.command(said, async (store) => {
    const sentences = ["We listen.", "We decide on facts."];
    await store.strategy.sayPolicy({
      validFrom: "2026-01-01" as DateText,
      text: "Quality",
      approvedBy: "lead",
      sentences,
    });
  });
  const lead = await world.as("lead");
  const page = (code: string) => asked<ObjectiveView>(lead, "objectives.get", { code });
  return { ...world, lead, north: await world.as("north"), page };
}

describeEachEngine("an objective of a year", (engine) => {
  test("is approved only when theme, sentence, KPI with targets and all five plan fields are there", async () => {
    const { lead, page, close } = await aYear(engine);
    const elsewhere = await lead.mutate("objectives.say", { ...OBJECTIVE, fiscalYear: 2035 });
    expect([elsewhere.status, elsewhere.text]).toEqual([422, expect.stringContaining("no strategy that covers 2035")]);
    const { code } = await done(lead, "objectives.say", { ...OBJECTIVE, plan: { ...PLAN, who: "" } });
    expect(code).toBe("O-26-01");
    await done(lead, "objectives.move", { code, version: 1, to: "proposed" });
    const refused = await lead.mutate("objectives.move", { code, version: 2, to: "approved" });
    expect(refused.status).toBe(422);
    for (const words of ["sentence of the quality policy", "a KPI with targets", "who does it"]) {
      expect(refused.text).toContain(words);
    }
    const { choices } = await page(code);
    const whole = {
      ...OBJECTIVE,
      code,
      policySentence: choices.sentences[1]?.id,
      kpis: [{ kpi: "ON-TIME", weight: 2 }],
    };
    await done(lead, "objectives.say", { ...whole, version: 2 });
    expect((await page(code)).missing).toEqual([]);
    await done(lead, "objectives.move", { code, version: 3, to: "approved" });
    const broken = await lead.mutate("objectives.say", { ...whole, version: 4, kpis: [] });
    expect([broken.status, broken.text]).toEqual([422, expect.stringContaining("a KPI with targets")]);
    const view = await page(code);
    expect(view).toMatchObject({ state: "approved", version: 4, policySentence: { text: "We decide on facts." } });
    expect(view.kpis.map(({ kpi, status }) => [kpi, status])).toEqual([["ON-TIME", "off"]]);
    const list = await asked<ObjectivesView>(lead, "objectives.list", { fiscalYear: 2026 });
    expect(list.objectives[0]).toMatchObject({ isNeglected: true, isBlind: false, sentence: "0 of 1 KPI on target" });
    await close();
  });
});

describeEachEngine("approval", (engine) => {
  test("is refused for each required part in turn, by a sentence that names it", async () => {
    const { lead, store, page, close } = await aYear(engine);
    const { code } = await done(lead, "objectives.say", OBJECTIVE);
    const sentence = (await page(code)).choices.sentences[0]?.id ?? null;
    const whole = { ...OBJECTIVE, code, policySentence: sentence, kpis: [{ kpi: "ON-TIME", weight: 1 }] };
    const without: readonly [string, object][] = [
      ["a sentence of the quality policy", { policySentence: null }],
      ["a KPI with targets", { kpis: [] }],
      ["what will be done", { plan: { ...PLAN, what: "" } }],
      ["the resources", { plan: { ...PLAN, resources: "" } }],
      ["who does it", { plan: { ...PLAN, who: "" } }],
      ["when it is done", { plan: { ...PLAN, when: "" } }],
      ["how its results are evaluated", { plan: { ...PLAN, evaluation: "" } }],
    ];
    await done(lead, "objectives.move", { code, version: 1, to: "proposed" });
    const approve = async () =>
      lead.mutate("objectives.move", { code, version: (await page(code)).version, to: "approved" });
    for (const [words, part] of without) {
      await done(lead, "objectives.say", { ...whole, ...part });
      const refused = await approve();
      expect([refused.status, refused.text]).toEqual([422, expect.stringContaining(`Approval waits for: ${words}.`)]);
    }
    await done(lead, "objectives.say", whole);
    const shortened = { actor: "operator", command: "strategy-said", entity: "strategy" };
    await store.command(shortened, async (writing) => {
      const [strategy] = await writing.strategy.strategies();
      if (strategy === undefined) throw new Error("there is no strategy");
      const { version: _, ...said } = strategy;
      await writing.strategy.putStrategies([{ ...said, fromYear: 2027 }]);
    });
    expect((await approve()).text).toContain("Approval waits for: a theme of a strategy that covers its year.");
    await close();
  });
});

describeEachEngine("objectives of a year", (engine) => {
  test("stand in a tree without a circle, and blind ones are named", async () => {
    const { lead, close } = await aYear(engine);
    const above = await done(lead, "objectives.say", OBJECTIVE);
    const below = await done(lead, "objectives.say", { ...OBJECTIVE, unit: "NORTH", parent: above.code });
    const circle = await lead.mutate("objectives.say", {
      ...OBJECTIVE,
      code: above.code,
      version: 1,
      parent: below.code,
    });
    expect([circle.status, circle.text]).toEqual([422, expect.stringContaining("stands below O-26-01 itself")]);
    const list = await asked<ObjectivesView>(lead, "objectives.list", { fiscalYear: 2026 });
    expect(list.objectives.map(({ code, depth, isBlind }) => [code, depth, isBlind])).toEqual([
      ["O-26-01", 0, true],
      ["O-26-02", 1, true],
    ]);
    expect(list.headline).toContain("2 without a KPI");
    const stale = await lead.mutate("objectives.say", {
      ...OBJECTIVE,
      code: above.code,
      version: 7,
      statement: "Else",
    });
    expect(stale.status).toBe(409);
    await close();
  });
});

describeEachEngine("agreeing on an objective", (engine) => {
  test("a proposal is countered and agreed to by another, with names kept", async () => {
    const { lead, north, page, close } = await aYear(engine);
    const { code } = await done(lead, "objectives.say", { ...OBJECTIVE, unit: "NORTH" });
    const proposal = { objective: code, answers: null, kpi: "ON-TIME", target: 97, text: "" };
    const first = await done(lead, "objectives.propose", proposal);
    const second = await done(north, "objectives.propose", { ...proposal, answers: first.id, target: 96 });
    expect((await north.mutate("objectives.settle", { id: second.id, outcome: "agreed" })).status).toBe(422);
    await done(lead, "objectives.settle", { id: second.id, outcome: "agreed" });
    expect((await lead.mutate("objectives.settle", { id: first.id, outcome: "agreed" })).status).toBe(422);
    const { proposals } = await page(code);
    // Both were made at the same instant of the tests' clock, so that either may come first.
    const byTarget = proposals.toSorted((a, b) => (b.target ?? 0) - (a.target ?? 0));
    expect(byTarget.map(({ by, target, outcome, settledBy }) => [by, target, outcome, settledBy])).toEqual([
      ["Person lead", 97, "countered", "Person north"],
      ["Person north", 96, "agreed", "Person lead"],
    ]);
    await close();
  });

  test("who ought to read it is seen until they have, for each revision anew; commitments are one's own", async () => {
    const { lead, north, store, page, close } = await aYear(engine);
    const said = { actor: "operator", command: "objective-said", entity: "objective" };
    await store.command(said, async (writing) => {
      const policy = await writing.strategy.policyOn("2026-12-01" as DateText);
      const { kpis: _, ...objective } = OBJECTIVE;
      const approved = { ...objective, unit: "NORTH", policySentence: policy?.sentences[0]?.id ?? null };
      await writing.objectives.put([{ ...approved, code: "O-N", state: "approved" }]);
    });
    expect((await asked<CommitmentsView>(north, "objectives.commitments")).unread.map(({ code }) => code)).toEqual([
      "O-N",
    ]);
    await done(north, "objectives.acknowledge", { code: "O-N" });
    expect((await asked<CommitmentsView>(north, "objectives.commitments")).unread).toEqual([]);
    const reader = (await page("O-N")).readers.find(({ person }) => person === "Person north");
    expect(reader).toMatchObject({ isCurrent: true });
    const taken = { id: null, objective: "O-N", text: "I visit one customer a month", account: "", reviewedOn: null };
    await done(north, "objectives.sayCommitment", { ...taken, withdrawn: false });
    const { mine } = await asked<CommitmentsView>(north, "objectives.commitments");
    expect(mine[0]?.lineOfSight.map(({ label }) => label)).toEqual(["Policy", "Theme", "Objective", "My commitment"]);
    const others = await asked<CommitmentsView>(lead, "objectives.commitments");
    expect([others.mine, others.leaders.map(({ person }) => person)]).toEqual([[], ["Person north"]]);
    const stolen = { ...taken, id: mine[0]?.id, version: 1, withdrawn: true };
    expect((await lead.mutate("objectives.sayCommitment", stolen)).status).toBe(404);
    await close();
  });
});

describeEachEngine("the end of an objective's year", (engine) => {
  test("it is closed with an assessment and carried on to the next year as a draft, linked to what it was", async () => {
    const { lead, store, page, close } = await aYear(engine);
    const said = { actor: "operator", command: "objective-said", entity: "objective" };
    await store.command(said, async (writing) => {
      const policy = await writing.strategy.policyOn("2026-12-01" as DateText);
      const { kpis: _, ...objective } = OBJECTIVE;
      const approved = { ...objective, policySentence: policy?.sentences[0]?.id ?? null };
      await writing.objectives.put([{ ...approved, code: "O-26-01", state: "approved" }]);
      await writing.objectives.linkKpis([{ objective: "O-26-01", kpi: "ON-TIME", weight: 3 }]);
    });
    await store.command(said, async (writing) => {
      await writing.reviews.decide({
        ...{
          code: null,
          kind: "improvement",
          unit: "NORTH",
          kpi: "ON-TIME",
          owner: null,
          text: "Call back each Friday",
        },
        ...{ options: "", rationale: "It held.", decidedOn: "2026-03-01" as DateText, reviewOn: null, evidence: null },
      });
    });
    expect((await page("O-26-01")).lessons.map(({ kind, code }) => [kind, code])).toEqual([["decision", "D-0001"]]);
    const unknown = await lead.mutate("objectives.carryOn", { code: "O-26-01", lessons: ["D-0009"] });
    expect(unknown.status).toBe(422);
    const below = await done(lead, "objectives.say", { ...OBJECTIVE, unit: "NORTH", parent: "O-26-01" });
    const next = await done(lead, "objectives.carryOn", { code: "O-26-01", lessons: ["D-0001"] });
    expect(next.code).toBe("O-27-01");
    const child = await done(lead, "objectives.carryOn", { code: below.code });
    expect((await page(child.code)).parent?.code).toBe("O-27-01");
    expect((await lead.mutate("objectives.carryOn", { code: "O-26-01" })).status).toBe(409);
    await done(lead, "objectives.close", { code: "O-26-01", version: 1, outcome: "partly", assessment: "North did" });
    const view = await page("O-27-01");
    expect(view).toMatchObject({
      state: "draft",
      weights: [{ kpi: "ON-TIME", weight: 3 }],
      previous: { code: "O-26-01", outcome: "Partly reached" },
      policySentence: { text: "We listen." },
      plan: { what: "D-0001 Call back each Friday. Decided on 2026-03-01: It held.\nCall back" },
    });
    const late = await lead.mutate("objectives.say", { ...OBJECTIVE, code: "O-26-01", version: 2, statement: "Else" });
    expect([late.status, late.text]).toEqual([422, expect.stringContaining("closed objective")]);
    await close();
  });
});
