import { expect, test } from "vitest";
import type { ActionSaying } from "../../db/repositories/actions.ts";
import type { DecisionSaying } from "../../db/repositories/reviews.ts";
import type { Store, Writings } from "../../db/store.ts";
import type { DateText } from "../../shared/domain/calendar.ts";
import { ALWAYS, type Month } from "../../shared/domain/month.ts";
import { describeEachDatabase, TEST_NOW } from "../support/databases.ts";

const SAID = { actor: "operator", command: "tried", entity: "organisation" };
const said = <T>(store: Store, work: (store: Writings) => Promise<T>) => store.command(SAID, work);
const month = (text: string) => text as Month;
const day = (text: string) => text as DateText;

/** A group with two branches, a strategy and a theme. */
async function founded(store: Store): Promise<void> {
  await said(store, async (store) => {
    await store.organisation.putUnits([
      { code: "GROUP", name: "Group", kind: "group" },
      { code: "B1", name: "First branch", kind: "branch" },
      { code: "b2", name: "Second branch", kind: "branch" },
    ]);
    await store.organisation.setEdges([
      { child: "GROUP", from: ALWAYS, parent: null, ends: false, withdrawn: false },
      { child: "B1", from: ALWAYS, parent: "GROUP", ends: false, withdrawn: false },
      { child: "b2", from: ALWAYS, parent: "GROUP", ends: false, withdrawn: false },
    ]);
    const strategy = { code: "S26", name: "Plumb", fromYear: 2026, toYear: 2028, statement: "Straight up." };
    await store.strategy.putStrategies([strategy]);
    await store.strategy.putThemes([
      { code: "T1", strategy: "S26", name: "Customers", longTermGoal: "Fewer callbacks", position: 1 },
    ]);
  });
}

const PLAN = { what: "w", resources: "r", who: "o", when: "n", evaluation: "e" };
const OBJECTIVE = {
  code: "O-26-01",
  fiscalYear: 2026,
  unit: "GROUP",
  theme: "T1",
  parent: null,
  owner: null,
  statement: "Halve the callbacks",
  policySentence: null,
  state: "draft" as const,
  plan: PLAN,
};

describeEachDatabase("what an organisation says of itself", (database) => {
  test("units come in binary order, as of any moment", async () => {
    const store = await database.open();
    await founded(store);
    const before = (await store.audit.list({ units: null, from: 1, limit: 9 })).at(-1)?.at ?? 0;
    await said(store, (store) => store.organisation.putUnits([{ code: "B1", name: "Renamed", kind: "factory" }]));
    expect((await store.organisation.units()).map(({ code, name }) => [code, name])).toEqual([
      ["B1", "Renamed"],
      ["GROUP", "Group"],
      ["b2", "Second branch"],
    ]);
    expect((await store.at(before).organisation.units())[0]?.name).toBe("First branch");
    expect(await store.at(before - 1).organisation.units()).toEqual([]);
  });

  test("a month is open until something is said of it", async () => {
    const store = await database.open();
    await founded(store);
    const scope = { units: null, from: month("2026-01"), to: month("2026-12") };
    expect(await store.organisation.periodStates(scope)).toEqual([]);
    await said(store, (store) =>
      store.organisation.setPeriodStates([
        { unit: "B1", month: month("2026-03"), state: "closed", by: null },
        { unit: "b2", month: month("2026-03"), state: "locked", by: null },
      ]),
    );
    const states = await store.organisation.periodStates({ ...scope, units: ["b2"] });
    expect(states).toEqual([{ unit: "b2", month: "2026-03", state: "locked", by: null, at: TEST_NOW + 1, version: 1 }]);
  });

  test("an unknown code is refused by its name, and nothing stays", async () => {
    const store = await database.open();
    await founded(store);
    const unknown = said(store, async (store) => {
      await store.organisation.putUnits([{ code: "B3", name: "Third", kind: "branch" }]);
      await store.organisation.setPeriodStates([{ unit: "B9", month: month("2026-03"), state: "closed", by: null }]);
    });
    await expect(unknown).rejects.toMatchObject({ code: "unknown-code", details: { what: "Unit", code: "B9" } });
    expect((await store.organisation.units()).map(({ code }) => code)).toEqual(["B1", "GROUP", "b2"]);
  });

  test("the policy of a day is the newest approved one that is valid by then, also when it was recorded before", async () => {
    const store = await database.open();
    const chief = await said(store, (store) => store.people.add({ name: "A chief", email: null, code: "chief" }));
    const policy = (validFrom: string, text: string, approvedBy: string | null = chief.code) => ({
      validFrom: day(validFrom),
      text,
      approvedBy,
      sentences: [`${text} first`, `${text} second`],
    });
    await said(store, (store) => store.strategy.sayPolicy(policy("2027-01-01", "future")));
    await said(store, (store) => store.strategy.sayPolicy(policy("2020-01-01", "old")));
    await said(store, (store) => store.strategy.sayPolicy(policy("2025-01-01", "draft", null)));
    expect(await store.strategy.policyOn(day("2019-12-31"))).toBeNull();
    expect((await store.strategy.policyOn(day("2026-12-31")))?.text).toBe("old");
    expect((await store.strategy.policyOn(day("2027-01-01")))?.sentences.map(({ text }) => text)).toEqual([
      "future first",
      "future second",
    ]);
    expect((await store.strategy.policies()).map(({ text, sentences }) => [text, sentences.length])).toEqual([
      ["future", 2],
      ["draft", 2],
      ["old", 2],
    ]);
  });
});

describeEachDatabase("objectives", (database) => {
  test("come back as they were said, and keep their revisions", async () => {
    const store = await database.open();
    await founded(store);
    await said(store, (store) => store.objectives.put([OBJECTIVE]));
    expect(await store.objectives.list(2026)).toEqual([{ ...OBJECTIVE, version: 1 }]);
    expect(await store.objectives.list(2027)).toEqual([]);
    await said(store, (store) => store.objectives.put([{ ...OBJECTIVE, statement: "Third them", expectedVersion: 1 }]));
    expect((await store.objectives.list(null))[0]).toMatchObject({ version: 2, statement: "Third them" });
    const stale = said(store, (store) => store.objectives.put([{ ...OBJECTIVE, expectedVersion: 1 }]));
    await expect(stale).rejects.toMatchObject({ code: "stale-version", details: { expected: 1, actual: 2 } });
  });

  test("saying what is already so adds no version", async () => {
    const store = await database.open();
    await founded(store);
    await said(store, (store) => store.objectives.put([OBJECTIVE]));
    const again = await said(store, (store) => store.objectives.put([OBJECTIVE]));
    expect(again).toMatchObject([{ changed: false, n: 1 }]);
  });

  test("are not approved without a plan", async () => {
    const store = await database.open();
    await founded(store);
    const plan = { ...PLAN, evaluation: "" };
    const approving = said(store, (store) => store.objectives.put([{ ...OBJECTIVE, plan, state: "approved" }]));
    await expect(approving).rejects.toThrow(/check|constraint/i);
  });
});

describeEachDatabase("actions and decisions", (database) => {
  test("are numbered through", async () => {
    const store = await database.open();
    await founded(store);
    const decision: DecisionSaying = {
      code: null,
      kind: "improvement",
      unit: "GROUP",
      kpi: null,
      owner: null,
      text: "Do it",
      options: "",
      rationale: "",
      decidedOn: day("2026-04-20"),
      reviewOn: null,
      evidence: null,
    };
    const first = await said(store, (store) => store.reviews.decide(decision));
    const second = await said(store, (store) => store.reviews.decide({ ...decision, unit: "B1" }));
    expect([first.code, second.code]).toEqual(["D-0001", "D-0002"]);
    expect((await store.reviews.decisions({ units: null, kpis: null })).map(({ code }) => code)).toEqual([
      "D-0002",
      "D-0001",
    ]);
    expect((await store.reviews.decisions({ units: ["B1"], kpis: null })).map(({ code }) => code)).toEqual(["D-0002"]);
  });

  test("an action keeps its number through its versions", async () => {
    const store = await database.open();
    await founded(store);
    const action: ActionSaying = {
      code: null,
      kind: "corrective",
      title: "Train the fitters",
      cause: "",
      owner: null,
      unit: "B1",
      kpi: null,
      objective: null,
      startedOn: null,
      dueOn: day("2026-06-30"),
      state: "planned",
      progress: 0,
      resources: "",
      effect: null,
      verification: null,
    };
    const { code } = await said(store, (store) => store.actions.put(action));
    await said(store, (store) => store.actions.put({ ...action, code, state: "started", expectedVersion: 1 }));
    const [found] = await store.actions.list({ units: ["B1"], kpis: null });
    const more = { steps: [], cost: null, spent: null, decision: null, judgedBy: null, overrideReason: null };
    expect(found).toEqual({ ...action, ...more, code: "A-0001", version: 2, state: "started" });
    const history = await store.actions.history("A-0001");
    expect(history.map(({ version, state, actor }) => [version, state, actor])).toEqual([
      [1, "planned", "operator"],
      [2, "started", "operator"],
    ]);
  });
});

describeEachDatabase("snapshots", (database) => {
  test("come back byte by byte with the head of the chain", async () => {
    const store = await database.open();
    await founded(store);
    const head = { ...(await store.audit.head()), signature: "a".repeat(64) };
    const snapshot = {
      ...{ id: "01890000-0000-7000-8000-000000000000", label: "Q1 for the board", unit: "GROUP", fiscalYear: 2026 },
      ...{ period: month("2026-03"), asOf: TEST_NOW, sha256: "b".repeat(64), head, by: null, takenAt: TEST_NOW },
      payload:
        '{"kpis":[{},{}],"overview":{"headline":"Für \\"Nord\\""},"unit":{"code":"GROUP","kind":"group","name":"Größe"},' +
        '"überschrift":"50 % \\u0001 0.1"}',
    };
    await said(store, (store) => store.snapshots.add(snapshot));
    expect(await store.snapshots.find(snapshot.id)).toEqual(snapshot);
    const { payload: _, ...entry } = snapshot;
    expect(await store.snapshots.list(["GROUP"], 50)).toEqual([entry]);
    expect(await store.snapshots.list(["B1"], 50)).toEqual([]);
    const unit = { code: "GROUP", kind: "group", name: "Größe" };
    const titles = await store.snapshots.titles([snapshot.id]);
    expect([...titles]).toEqual([[snapshot.id, { unit, headline: 'Für "Nord"', kpis: 2 }]]);
  });
});

describeEachDatabase("jobs", (database) => {
  const job = (id: string, at: number) => ({ id, kind: "import", input: "{}", byId: null, at });
  const lease = (holder: string, at: number) => ({ holder, at, until: at + 1000 });

  test("one is claimed once, and by another when its holder is silent", async () => {
    const store = await database.open();
    await store.jobs.add(job("j1", 10));
    expect(await store.jobs.claim(["export"], lease("s1", 20))).toBeNull();
    expect(await store.jobs.claim(["import"], lease("s1", 9))).toBeNull();
    expect((await store.jobs.claim(["import"], lease("s1", 20)))?.id).toBe("j1");
    expect(await store.jobs.claim(["import"], lease("s2", 30))).toBeNull();
    expect((await store.jobs.claim(["import"], lease("s2", 2000)))?.attempts).toBe(2);
    expect(await store.jobs.report("j1", 0.5, lease("s1", 2001))).toBe(false);
    expect(await store.jobs.finish("j1", "s2", { state: "done", outcome: "{}" })).toBe(true);
    expect(await store.jobs.find("j1")).toMatchObject({ state: "done", progress: 1 });
  });

  test("of many servers asking at once each job goes to one", async () => {
    const store = await database.open();
    for (let i = 0; i < 5; i += 1) await store.jobs.add(job(`j${i}`, 1));
    const claims = await Promise.all(
      Array.from({ length: 20 }, (_, i) => store.jobs.claim(["import"], lease(`s${i}`, 10))),
    );
    const ids = claims.filter((claim) => claim !== null).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("a cancelled one does not end as done", async () => {
    const store = await database.open();
    await store.jobs.add(job("j1", 1));
    await store.jobs.claim(["import"], lease("s1", 10));
    expect(await store.jobs.cancel("j1")).toBe(true);
    expect(await store.jobs.finish("j1", "s1", { state: "done", outcome: null })).toBe(false);
    expect((await store.jobs.find("j1"))?.state).toBe("cancelled");
  });
});
