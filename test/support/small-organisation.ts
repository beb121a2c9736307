import type { Store, Writings } from "../../db/store.ts";
import type { DateText } from "../../shared/domain/calendar.ts";
import { ALWAYS, type Month } from "../../shared/domain/month.ts";
import { aDefinition, assign, report, setTarget } from "../db/cells-world.ts";

const SETTINGS = {
  name: "Example",
  fiscalYearStart: 4,
  locale: "en-GB",
  timeZone: "Europe/Helsinki",
  entryDueDay: 10,
  minimumCoverage: 90,
  approval: false,
  retentionYears: 10,
};

const OBJECTIVE = {
  ...{ code: "O-26-01", fiscalYear: 2026, unit: "GROUP", theme: "T1", parent: null, owner: "p1" },
  ...{ statement: "Halve the callbacks", policySentence: null },
  plan: { what: "w", resources: "r", who: "o", when: "n", evaluation: "e" },
};

/** A history of a dozen commands in which most kinds of records are said, changed and taken back. */
export async function recordSmallHistory(store: Store): Promise<void> {
  const said = <T>(command: string, work: (store: Writings) => Promise<T>) =>
    store.command({ actor: "operator", command, entity: "organisation", unitCode: "GROUP", after: { command } }, work);
  await said("organisation-founded", async (store) => {
    await store.organisation.say(SETTINGS);
    await store.people.add({ name: "A person", email: "someone@example.org" });
  });
  await said("units-imported", async (store) => {
    const units = ["GROUP", "A1", "A2", "B1", "B2", "B3"];
    await store.organisation.putUnits(
      units.map((code) => ({ code, name: `Unit ${code}`, kind: code === "GROUP" ? "group" : "branch" })),
    );
    const parents = { GROUP: null, A1: "GROUP", A2: "GROUP", B1: "A1", B2: "A1", B3: "A2" };
    const edges = Object.entries(parents).map(([child, parent]) => ({ child, parent, from: ALWAYS }));
    await store.organisation.setEdges(edges.map((edge) => ({ ...edge, ends: false, withdrawn: false })));
  });
  await said("strategy-said", async (store) => {
    const strategy = { code: "S26", name: "Plumb", fromYear: 2026, toYear: 2028, statement: "Straight up." };
    await store.strategy.putStrategies([strategy]);
    const theme = { strategy: "S26", name: "Customers", longTermGoal: "Fewer callbacks" };
    await store.strategy.putThemes([1, 2, 3].map((position) => ({ ...theme, code: `T${position}`, position })));
  });
  await said("objective-drafted", (store) => store.objectives.put([{ ...OBJECTIVE, state: "draft" }]));
  await recordResults(store);
  for (const month of ["2026-01", "2026-02", "2026-03"] as Month[]) {
    await said("month-closed", (store) =>
      store.organisation.setPeriodStates(
        ["B1", "B2", "B3"].map((unit) => ({ unit, month, state: "closed", by: "p1" })),
      ),
    );
  }
  await said("unit-renamed", (store) => store.organisation.putUnits([{ code: "B1", name: "New", kind: "factory" }]));
  await said("unit-moved", (store) =>
    store.organisation.setEdges([
      { child: "B1", parent: "A2", from: "2026-02" as Month, ends: false, withdrawn: false },
    ]),
  );
  await said("month-reopened", (store) =>
    store.organisation.setPeriodStates([{ unit: "B1", month: "2026-03" as Month, state: "open", by: "p1" }]),
  );
  await said("objective-proposed", (store) => store.objectives.put([{ ...OBJECTIVE, state: "proposed" }]));
  await said("decided", (store) =>
    store.reviews.decide({
      ...{ code: null, kind: "resources", unit: "GROUP", kpi: null, owner: "p1", text: "Hire two", options: "" },
      ...{ rationale: "Callbacks rise", decidedOn: "2026-04-20" as DateText, reviewOn: null, evidence: null },
    }),
  );
}

/** A KPI with targets, results, a correction, a draft beside what counts, and a target taken back. */
async function recordResults(store: Store): Promise<void> {
  const said = (command: string, work: (store: Writings, place: { kpi: number; unit: number }) => Promise<unknown>) =>
    store.command({ actor: "operator", command, entity: "result" }, async (store) => {
      const kpi = (await store.kpis.idsOf(["CALLBACKS"])).get("CALLBACKS") ?? 0;
      await work(store, { kpi, unit: (await store.organisation.unitIds(["B1"])).get("B1") ?? 0 });
    });
  const period = "2026-01" as Month;
  await said("kpi-defined", async (store) => {
    const ids = await store.kpis.put([{ code: "CALLBACKS", owner: null, theme: null, timing: "lagging" }]);
    await store.kpis.define([{ kpi: ids.get("CALLBACKS") ?? 0, definition: aDefinition({}) }]);
  });
  await said("kpi-assigned", async (store, place) => {
    await assign(store, { ...place, from: period });
    await setTarget(store, { ...place, month: period, value: 1.7 });
  });
  await said("result-submitted", (store, place) => report(store, { ...place, period, content: { value: 2.1 } }));
  await said("result-corrected", (store, place) => report(store, { ...place, period, content: { value: 1.2 } }));
  await said("result-drafted", (store, place) =>
    report(store, { ...place, period, content: { value: 9 }, counts: false, state: "draft" }),
  );
  await said("target-withdrawn", (store, place) =>
    setTarget(store, { ...place, month: period, value: 1.7, withdrawn: true }),
  );
}
