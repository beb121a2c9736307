import { expect, test } from "vitest";
import { sqliteDialect } from "../../db/drivers/sqlite-dialect.ts";
import { linksInThisThread } from "../../db/drivers/sqlite-links.ts";
import { openStore } from "../../db/store.ts";
import type { Actor } from "../../server/access/actor.ts";
import { listActions } from "../../server/actions/actions.service.ts";
import { kpiAcrossUnits } from "../../server/insight/by-unit.service.ts";
import { kpiByUnit, kpiPage, overview } from "../../server/insight/insight.service.ts";
import { listObjectives } from "../../server/objectives/objective-list.ts";
import { entryPage } from "../../server/results/entry-view.ts";
import { listReviews } from "../../server/reviews/reviews.service.ts";
import { listSnapshots, takeSnapshot } from "../../server/snapshots/snapshots.service.ts";
import type { DateText } from "../../shared/domain/calendar.ts";
import { ALWAYS, monthRange } from "../../shared/domain/month.ts";
import { aDefinition } from "../db/cells-world.ts";
import { TEST_AUDIT_KEY, TEST_NOW } from "../support/databases.ts";
import { telling } from "../support/recorded-sql.ts";
import { aReportingWorld, month, type ReportingWorld, sold } from "../support/reporting-world.ts";

const period = month("2026-03");
const PLAN = { what: "-", resources: "-", who: "-", when: "-", evaluation: "-" };

/** What screens ask first; each is asked for once in a world of that size. */
const VIEWS: Readonly<Record<string, (actor: Actor) => Promise<unknown>>> = {
  overview: (actor) => overview(actor, { unit: "GROUP", period }),
  "page of a KPI": (actor) => kpiPage(actor, { unit: "GROUP", period, kpi: "SOLD" }),
  "KPI by unit": (actor) => kpiByUnit(actor, { unit: "GROUP", period, kpi: "SOLD" }),
  "KPI across reporting units": (actor) =>
    kpiAcrossUnits(actor, { unit: "GROUP", period, kpi: "SOLD", level: "reporting" }),
  "entry of a month": (actor) => entryPage(actor, { unit: "B1", month: period }),
  objectives: (actor) => listObjectives(actor, { unit: "GROUP", period }),
  actions: (actor) => listActions(actor, { unit: "GROUP" }),
  reviews: (actor) => listReviews(actor, { unit: "GROUP" }),
  snapshots: (actor) => listSnapshots(actor, {}),
};

/** One more unit, KPI, objective, action with a promise, review and snapshot, with a year of results that one unit owes. */
async function grow(world: ReportingWorld, name: string): Promise<void> {
  const [unit, kpi] = [`U${name}`, `K${name}`];
  await world.say(async (store) => {
    await store.organisation.putUnits([{ code: unit, name: unit, kind: "branch" }]);
    await store.organisation.setEdges([{ child: unit, parent: "GROUP", from: ALWAYS, ends: false, withdrawn: false }]);
    const ids = await store.kpis.put([{ code: kpi, owner: null, theme: null, timing: "lagging" }]);
    await store.kpis.define([{ kpi: ids.get(kpi) ?? 0, definition: aDefinition({ timeRule: "sum" }) }]);
    const kpis = await store.kpis.idsOf([kpi, "SOLD"]);
    const units = await store.organisation.unitIds(["B1", unit]);
    const nobody = { enteredBy: null, approver: null, deputy: null, notApplicableReason: null, withdrawn: false };
    const terms = [...kpis].flatMap(([code, id]) =>
      [...units].map(([at, unitId]) => ({
        code,
        at,
        kpi: id,
        unit: unitId,
        from: month("2025-01"),
        to: null,
        ...nobody,
      })),
    );
    await store.kpis.assign(terms.filter(({ code, at }) => code === kpi || at === unit));
    const theme = { strategy: "S", name: "Theme", longTermGoal: "", position: 1 };
    const strategy = { code: "S", name: "Strategy", fromYear: 2026, toYear: 2028, statement: "-" };
    await store.strategy.putStrategies([strategy]);
    await store.strategy.putThemes([{ ...theme, code: "T" }]);
    const objective = { code: `O${name}`, fiscalYear: 2026, unit: "GROUP", theme: "T", parent: null, owner: null };
    await store.objectives.put([{ ...objective, statement: "More", policySentence: null, state: "draft", plan: PLAN }]);
    await store.objectives.linkKpis([{ objective: objective.code, kpi, weight: 1 }]);
    await store.actions.put({
      ...{ code: null, kind: "improvement", title: "Do", cause: "", owner: null, unit, kpi, objective: null },
      ...{ startedOn: "2025-10-01" as DateText, dueOn: null, state: "started", progress: 0, resources: "" },
      ...{ effect: { kpi, unit, size: 1, by: null }, verification: null },
    });
    await store.reviews.putMeeting({
      ...{ code: null, title: "Review", level: "unit", unit, period, plannedOn: "2026-05-01" as DateText },
      ...{ heldOn: null, state: "planned", participants: "", minutes: "" },
    });
  });
  const months = monthRange(month("2025-01"), period);
  const asked = months.flatMap((at, i) => [sold(10 + i, { unit, period: at }), sold(i, { unit, kpi, period: at })]);
  // The newest month of the KPI is owed by B1.
  await world.take("operator", "submit", ...asked);
  await takeSnapshot(await world.as("operator"), { unit, period, label: name });
}

test("no view sends more statements because there are more units, KPIs, objectives, actions, reviews or snapshots", async () => {
  let statements: string[] = [];
  const dialect = telling(
    sqliteDialect(async () => linksInThisThread(":memory:")),
    (sql) => statements.push(sql),
  );
  const store = await openStore({ dialect, engine: "sqlite", auditKey: TEST_AUDIT_KEY, clock: () => TEST_NOW });
  const world = await aReportingWorld(store);
  const counts = async () => {
    const found: Record<string, number> = {};
    for (const [name, ask] of Object.entries(VIEWS)) {
      const actor = await world.as("quality");
      statements = [];
      await ask(actor);
      found[name] = statements.length;
    }
    return found;
  };
  await grow(world, "1");
  await grow(world, "2");
  // What never changes here is read by the first count alone.
  await counts();
  await grow(world, "3");
  const small = await counts();
  for (const name of ["4", "5", "6"]) await grow(world, name);
  const large = await counts();
  for (const [name, count] of Object.entries(small)) expect(large[name], name).toBeLessThanOrEqual(count);
  expect(Math.max(...Object.values(small)), JSON.stringify(small)).toBeLessThanOrEqual(30);
  // What is asked again after an entry: little of it is read again.
  const before = await overview(await world.as("quality"), { unit: "GROUP", period });
  await world.take("contributor", "submit", sold(500));
  const actor = await world.as("quality");
  statements = [];
  const after = await overview(actor, { unit: "GROUP", period });
  expect(after).not.toEqual(before);
  expect(statements.length, statements.join("\n")).toBeLessThanOrEqual(18);
  await store.close();
});
