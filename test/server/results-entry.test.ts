import { afterEach, expect, test } from "vitest";
import type { EnterAnswer, EnterInput, EntryView } from "../../shared/contracts/results.ts";
import type { Client } from "../support/client.ts";
import { anEntryWorld, HALF_YEARLY, MONTH, RATIO, sayPeriod, TWELVE } from "../support/entry-world.ts";
import type { World } from "../support/world.ts";

const open: World[] = [];
afterEach(async () => {
  for (const world of open.splice(0)) await world.close();
});

async function world(options: Parameters<typeof anEntryWorld>[0] = {}): Promise<World> {
  const made = await anEntryWorld(options);
  open.push(made);
  return made;
}

async function entry(client: Client, month: string = MONTH): Promise<EntryView> {
  return (await client.query("results.entry", { unit: "N-1", month })).json.result.data;
}

type Cell = Omit<EnterInput["cells"][number], "expectedRevision"> & { expectedRevision?: number };

async function enter(client: Client, ...cells: Cell[]): Promise<EnterAnswer> {
  const answer = await client.mutate("results.enter", {
    unit: "N-1",
    month: MONTH,
    cells: cells.map((cell) => ({ expectedRevision: 0, ...cell })),
  });
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.json.result.data;
}

const value = (number: number) => ({ kind: "value", value: number }) as const;

test("a month begins empty, with its last three months, target, usual range and due day", async () => {
  const maija = await (await world()).as("maija");
  const view = await entry(maija);
  expect(view).toMatchObject({ entered: 0, total: 12, mayEnter: true, readOnly: null, submitted: false });
  expect(view.headline).toBe("0 of 12 entered, was due Friday 10 April");
  expect(view.subline).toBe("12 to enter");
  const [first] = view.rows;
  expect(first).toMatchObject({
    kpi: "CALLBACKS",
    revision: 0,
    state: "none",
    status: "missing",
    content: { kind: "missing" },
  });
  expect(first?.last.map(({ month }) => month)).toEqual(["2025-12", "2026-01", "2026-02"]);
  expect(first?.target?.label).toBe("≤ 4.0");
  expect(first?.usual?.low).toBeGreaterThan(2.5);
  expect(first?.usual?.high).toBeLessThan(5.5);
});

test("a saved cell is a draft: it shows in entry and nowhere else until the month is submitted", async () => {
  const { store, as } = await world();
  const maija = await as("maija");
  const answer = await enter(maija, { kpi: "NPS", content: value(48) });
  expect(answer.saved).toMatchObject([{ kpi: "NPS", revision: 1, state: "draft", status: "on", shown: "48" }]);
  expect((await entry(maija)).headline).toMatch(/^1 of 12 entered/);
  const list = () => store.results.list({ units: null, kpis: null, from: MONTH, to: MONTH, limit: 100, after: null });
  expect(await list()).toEqual([]);
  const submitted = (await maija.mutate("results.submit", { unit: "N-1", month: MONTH })).json.result.data;
  expect(submitted.submitted).toBe(1);
  expect(submitted.missing).toHaveLength(11);
  expect(submitted.missing[0]).toEqual({ kpi: "CALLBACKS", message: "Callback rate is not entered." });
  expect((await list()).map(({ kpiCode, value: counted, state }) => [kpiCode, counted, state])).toEqual([
    ["NPS", 48, "submitted"],
  ]);
});

test("the sentence says when nothing needs explaining, and a signal asks for a cause", async () => {
  const maija = await (await world()).as("maija");
  const { saved } = await enter(
    maija,
    { kpi: "CALLBACKS", content: value(4.1) },
    { kpi: "DEFECTS", content: value(0.9) },
  );
  const [usual, signal] = saved;
  expect(usual?.asks.cause).toBe(false);
  expect(usual?.sentence).toMatch(/^Within the usual range, no explanation needed\./);
  expect(signal?.asks).toEqual({ cause: true, plan: true });
  expect(signal?.sentence).toMatch(/unusual/);
  const told = await enter(maija, { kpi: "DEFECTS", expectedRevision: 1, cause: "A new batch of door operators" });
  expect(told.saved[0]).toMatchObject({ cause: "A new batch of door operators", revision: 2, content: value(0.9) });
});

test("the later of two writers of one cell sees both values, and nothing is overwritten", async () => {
  const { as } = await world();
  const [maija, antti] = [await as("maija"), await as("antti")];
  await enter(antti, { kpi: "CALLBACKS", content: value(4.7) });
  const answer = await enter(maija, { kpi: "CALLBACKS", content: value(4.6) }, { kpi: "NPS", content: value(47) });
  expect(answer.conflicts).toMatchObject([
    { kpi: "CALLBACKS", revision: 1, theirs: value(4.7), theirsShown: "4.7", by: "Person antti" },
  ]);
  expect(answer.saved.map(({ kpi }) => kpi)).toEqual(["NPS"]);
  expect((await entry(maija)).rows[0]?.content).toEqual(value(4.7));
  await enter(maija, { kpi: "CALLBACKS", content: value(4.6), expectedRevision: 1 });
  const history = (await maija.query("results.history", { kpi: "CALLBACKS", unit: "N-1", limit: 2 })).json.result.data;
  expect(history.rows).toMatchObject([
    { before: "4.7", after: "4.6", by: "Person maija", revision: 2 },
    { after: "4.7", by: "Person antti", revision: 1 },
  ]);
});

test("of a hundred races for one cell none overwrites silently, and who wrote the same is not asked", async () => {
  const { as } = await world();
  const [maija, antti] = [await as("maija"), await as("antti")];
  let revision = 0;
  for (let race = 0; race < 100; race += 1) {
    const both = [value(4 + race / 1000), value(3 + race / 1000)] as const;
    const answers = await Promise.all([
      enter(maija, { kpi: "CALLBACKS", content: both[0], expectedRevision: revision }),
      enter(antti, { kpi: "CALLBACKS", content: both[1], expectedRevision: revision }),
    ]);
    expect(answers.map(({ saved, conflicts }) => saved.length + conflicts.length)).toEqual([1, 1]);
    expect(answers.filter(({ saved }) => saved.length === 1)).toHaveLength(1);
    revision += 1;
  }
  const same = await enter(antti, { kpi: "NPS", content: value(50) });
  const again = await enter(maija, { kpi: "NPS", content: value(50) });
  expect([same.conflicts, again.conflicts]).toEqual([[], []]);
}, 60_000);

test("only broken limits are refused; a doubt is saved, flagged and answered", async () => {
  const { as, store } = await world();
  const maija = await as("maija");
  const answer = await enter(maija, { kpi: "FIX", content: value(104) }, { kpi: "ANSWERED", content: value(9.76) });
  expect(answer.refused).toEqual([
    {
      kpi: "FIX",
      code: "above_maximum",
      message: "First-time fix rate: 104 is above 100, the most it can be. Correct the number.",
    },
  ]);
  expect(answer.saved.map(({ kpi, confirmed }) => [kpi, confirmed])).toEqual([["ANSWERED", []]]);
  expect((await entry(maija)).subline).toContain("1 to check");
  const kept = await enter(maija, {
    kpi: "ANSWERED",
    content: value(9.76),
    expectedRevision: 1,
    confirmed: ["ten_times"],
  });
  expect(kept.saved[0]?.confirmed).toEqual(["ten_times"]);
  expect((await entry(maija)).subline).not.toContain("to check");
  const unit = (await store.organisation.unitIds(["N-1"])).get("N-1") ?? 0;
  const [revision] = await store.results.openOfUnit({ unit, periods: [MONTH] });
  const flags = await store.results.flagsOf([revision?.id ?? 0]);
  expect(flags).toMatchObject([{ rule: "ten_times", answer: "confirmed" }]);
});

test("a ratio takes its two numbers and shows their value; a denominator of 0 is reported without one", async () => {
  const maija = await (await world({ kpis: [RATIO] })).as("maija");
  const ratio = (numerator: number, denominator: number) => ({ kind: "ratio", numerator, denominator }) as const;
  const first = await enter(maija, { kpi: "PREVENTIVE", content: ratio(383, 400) });
  expect(first.saved[0]).toMatchObject({ shown: "95.8", status: "on" });
  const second = await enter(maija, { kpi: "PREVENTIVE", content: ratio(0, 0), expectedRevision: 1 });
  expect(second.saved[0]).toMatchObject({ shown: "–", status: "no_value" });
  const third = await enter(maija, { kpi: "PREVENTIVE", content: ratio(401, 400), expectedRevision: 2 });
  expect(third.refused[0]?.code).toBe("above_maximum");
  const fourth = await enter(maija, { kpi: "PREVENTIVE", content: value(95.8), expectedRevision: 2 });
  expect(fourth.refused[0]?.code).toBe("wrong_input");
});

test("not applicable needs its reason and counts as entered; an emptied cell does not", async () => {
  const maija = await (await world()).as("maija");
  const refused = await maija.mutate("results.enter", {
    ...{ unit: "N-1", month: MONTH },
    cells: [{ kpi: "NPS", expectedRevision: 0, content: { kind: "not_applicable", reason: "" } }],
  });
  expect(refused.status).toBe(400);
  const reason = "No survey was sent this month";
  const answer = await enter(maija, { kpi: "NPS", content: { kind: "not_applicable", reason } });
  expect(answer.saved[0]).toMatchObject({ shown: "n/a", content: { kind: "not_applicable", reason } });
  expect((await entry(maija)).headline).toMatch(/^1 of 12/);
  await enter(maija, { kpi: "NPS", content: { kind: "missing" }, expectedRevision: 1 });
  expect((await entry(maija)).headline).toMatch(/^0 of 12/);
});

test("a half-yearly KPI is asked for in its month only", async () => {
  const { as } = await world({ kpis: [HALF_YEARLY, ...TWELVE.slice(0, 1)] });
  const maija = await as("maija");
  expect((await entry(maija)).rows.map(({ kpi }) => kpi)).toEqual(["CALLBACKS"]);
  expect((await entry(maija, "2025-12")).rows.map(({ kpi }) => kpi)).toEqual(["CULTURE", "CALLBACKS"]);
  const answer = await enter(maija, { kpi: "CULTURE", content: value(80) });
  expect(answer.refused).toMatchObject([{ kpi: "CULTURE", code: "not-reported-then" }]);
});

test.each(["closed", "locked"] as const)("a %s month takes nothing, and says who and what to do", async (state) => {
  const { as, store } = await world();
  const maija = await as("maija");
  await sayPeriod(store, MONTH, state);
  const view = await entry(maija);
  expect(view.mayEnter).toBe(false);
  expect(view.readOnly).toMatch(
    new RegExp(`^March 2026 was ${state} on 20 April 2026 by Person antti\\. To change a result, ask your`),
  );
  const cells = [{ kpi: "NPS", expectedRevision: 0, content: value(48) }];
  const refused = await maija.mutate("results.enter", { unit: "N-1", month: MONTH, cells });
  expect([refused.status, refused.json.error.data.code]).toEqual([422, `month-${state}`]);
});

test("nobody reads or enters another unit's month, and a viewer enters nothing", async () => {
  const { as } = await world();
  const [outsider, reader] = [await as("outsider"), await as("reader")];
  const cells = [{ kpi: "NPS", expectedRevision: 0, content: value(48) }];
  const tries = [
    await outsider.query("results.entry", { unit: "N-1", month: MONTH }),
    await outsider.mutate("results.enter", { unit: "N-1", month: MONTH, cells }),
    await outsider.mutate("results.submit", { unit: "N-1", month: MONTH }),
    await outsider.query("results.history", { unit: "N-1", kpi: "NPS" }),
    await reader.mutate("results.enter", { unit: "N-1", month: MONTH, cells }),
  ];
  expect(tries.map(({ status }) => status)).toEqual([404, 404, 404, 404, 403]);
  expect((await entry(reader)).readOnly).toMatch(/^You may read these results\./);
});
