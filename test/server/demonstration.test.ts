import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { kpiByUnit, kpiPage, overview } from "../../server/insight/insight.service.ts";
import { historyView } from "../../server/results/history-view.ts";
import type { KpiPoint, KpiView } from "../../shared/contracts/kpi-view.ts";
import type { Month } from "../../shared/domain/month.ts";
import { addMonths } from "../../shared/domain/month.ts";
import { aDemonstration, type Demonstration, storyMonth } from "../support/demonstration.ts";
import { casesFor } from "../support/depth.ts";

let demo: Demonstration;

beforeAll(async () => {
  demo = await aDemonstration();
}, 120_000);
afterAll(() => demo.store.close());

const page = (kpi: string, unit: string, more: { period?: Month; asOf?: string } = {}) =>
  kpiPage(demo.actor, { kpi, unit, ...more });

function pointAt({ points }: KpiView, month: Month): KpiPoint {
  const found = points.find(({ period }) => period === month);
  if (found === undefined) throw new Error(`no point of ${month}`);
  return found;
}

const valueAt = (view: KpiView, month: Month) => pointAt(view, month).figure.value ?? Number.NaN;

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Mean of the values of the story's months from one number to another. */
function level(view: KpiView, from: number, to: number): number {
  return mean(Array.from({ length: to - from + 1 }, (_, index) => valueAt(view, storyMonth(from + index))));
}

/** The countries of all areas: code by code. */
async function countries(kpi: string, period: Month) {
  const areas = await kpiByUnit(demo.actor, { kpi, unit: "GROUP", period, months: 1 });
  const below = [];
  for (const { unit } of areas.units.filter(({ unit: { kind } }) => kind === "area")) {
    below.push(...(await kpiByUnit(demo.actor, { kpi, unit: unit.code, period, months: 1 })).units);
  }
  return below.map(({ unit }) => unit.code);
}

describe("the demonstration's first screen", () => {
  test("asks for three to five decisions, and no KPI is incomplete", async () => {
    const view = await overview(demo.actor, {});
    expect(view.period).toBe(storyMonth(36));
    expect(view.kpis).toHaveLength(29);
    expect(view.decisions.length).toBeGreaterThanOrEqual(3);
    expect(view.decisions.length).toBeLessThanOrEqual(5);
    expect(view.kpis.filter(({ status }) => status === "incomplete")).toEqual([]);
    expect(view.decisions).toEqual(expect.arrayContaining(["PREVENTIVE", "FIRST-FIX"]));
    const reasons = view.kpis.filter(({ verdict }) => verdict.needsDecision).map(({ verdict }) => verdict.reason);
    expect(new Set(reasons)).toEqual(new Set(["worsening", "will_miss", "off_without_plan"]));
  });

  test("the newest month lacks exactly three branches, the demo manager's among them", async () => {
    const { kpis } = await overview(demo.actor, { unit: "GROUP" });
    const callbacks = kpis.find(({ kpi }) => kpi === "CALLBACKS");
    expect(callbacks?.coverage).toEqual({ reported: 61, due: 64 });
    expect(callbacks?.missing.units.map(({ code }) => code).sort()).toEqual(["B-HEL-N", "B-LYS", "B-PER"]);
    expect(callbacks?.missing.more).toBe(0);
    const before = await overview(demo.actor, { unit: "GROUP", period: storyMonth(35) });
    for (const { coverage } of before.kpis) expect(coverage.reported).toBe(coverage.due);
  });
});

describe("the year that is open", () => {
  test("has a chance that is neither small nor large, and asks for a value of the months left", async () => {
    const { yearEnd, forecast } = await page("MTBC", "GROUP");
    expect(yearEnd?.probability).toBeGreaterThan(0.1);
    expect(yearEnd?.probability).toBeLessThan(0.9);
    expect(forecast?.required?.sentence).toMatch(/^To reach it, the 2 months left must be at least \d+ on average\.$/);
    expect(forecast?.points.map(({ period }) => period)).toEqual([storyMonth(37), storyMonth(38)]);
  });
});

describe("what happened to units shows", () => {
  test("callbacks and entrapments have a summer", async () => {
    for (const kpi of ["CALLBACKS", "ENTRAPMENTS"]) {
      const view = await page(kpi, "GROUP");
      for (const year of [2024, 2025, 2026]) {
        const summer = mean([6, 7, 8].map((month) => valueAt(view, `${year}-0${month}` as Month)));
        const winter = mean([1, 2, 3].map((month) => valueAt(view, `${year}-0${month}` as Month)));
        expect(summer / winter).toBeGreaterThan(1.08);
      }
    }
  });

  test("the door campaign brought callbacks down by 18 %, in a phase of its own, verified as effective", async () => {
    const view = await page("CALLBACKS", "A-NE");
    const yearAfter = level(view, 20, 31) / level(view, 8, 19);
    expect(yearAfter).toBeGreaterThan(0.79);
    expect(yearAfter).toBeLessThan(0.85);
    expect(view.segments.map(({ firstPeriod, reason }) => [firstPeriod, reason])).toEqual([
      [storyMonth(1), null],
      [storyMonth(20), "Door campaign"],
    ]);
    const [plan] = view.plans;
    expect(plan).toMatchObject({ code: "A-0001", state: "effective", month: storyMonth(20) });
    expect(plan?.verification).toMatch(/^The level fell from [\d.]+ to [\d.]+, outside chance/);
    const elsewhere = await page("CALLBACKS", "A-AM");
    expect(level(elsewhere, 20, 31) / level(elsewhere, 8, 19)).toBeGreaterThan(0.95);
  });

  test("an action without effect is closed as such, and the months say the same", async () => {
    const view = await page("COMPLAINTS-10D", "C-DE");
    expect(view.plans[0]).toMatchObject({ code: "A-0002", state: "not_effective", month: storyMonth(22) });
    expect(Math.abs(level(view, 22, 30) - level(view, 10, 21))).toBeLessThan(2);
    expect(view.verdict.variation).toBe("stable");
  });

  test("the shift in Italy is found by a signal while every month is still on target", async () => {
    const kpi = "NEW-CALLBACKS";
    const told: string[] = [];
    for (let number = 26; number <= 36; number++) {
      const { verdict } = await page(kpi, "C-IT", {
        period: storyMonth(number),
        asOf: `${addMonths(storyMonth(number), 1)}-20`,
      });
      told.push(verdict.variation);
    }
    expect(told[0]).toBe("stable");
    expect(told).toContain("worsening");
    const found = 26 + told.findIndex((variation) => variation === "worsening" || variation === "one_off");
    const view = await page(kpi, "C-IT");
    for (let number = 1; number <= found; number++) expect(pointAt(view, storyMonth(number)).status).toBe("on");
    expect(found).toBeLessThan(36);
    expect(view.verdict.variation).toBe("worsening");
    expect(view.since).toBe(storyMonth(27));
    expect(view.annotations).toMatchObject([{ from: storyMonth(27), kind: "event" }]);
    expect(view.annotations[0]?.text).toContain("supplier");
  });
});

describe("what processes can do shows", () => {
  test("one KPI is hit and miss, one steady and short of its target", async () => {
    const chance = await page("CALLBACKS", "GROUP");
    expect([chance.verdict.variation, chance.verdict.outlook]).toEqual(["stable", "may_miss"]);
    const right = await page("RIGHT-FIRST", "GROUP");
    expect([right.verdict.variation, right.verdict.outlook]).toEqual(["stable", "may_miss"]);
    expect(new Set(right.points.map(({ status }) => status))).toEqual(new Set(["on", "near", "off"]));
    const short = await page("FIRST-FIX", "GROUP");
    expect([short.verdict.variation, short.verdict.outlook, short.status]).toEqual(["stable", "will_miss", "off"]);
    expect(short.plans[0]).toMatchObject({ code: "A-0003", late: true });
  });
});

describe("what was entered wrong or late shows", () => {
  test("ten times too high, doubted, and restated after the lock: the old value stays readable", async () => {
    const month = storyMonth(31);
    const { store, actor } = demo;
    const view = await page("COMPLAINTS", "B-BOM");
    const { restatedFrom, shown } = pointAt(view, month);
    expect(Number(restatedFrom) / Number(shown)).toBeCloseTo(10, 1);
    expect(view.quality.map(({ text }) => text).join()).toContain(`${restatedFrom} → ${shown}`);
    const { rows } = await historyView(actor, { kpi: "COMPLAINTS", unit: "B-BOM", limit: 100 });
    const said = rows.filter(({ period }) => period === month);
    expect(said.map(({ after, state, restatement }) => [after, state, restatement])).toEqual([
      [shown, "approved", true],
      [shown, "submitted", true],
      [restatedFrom, "submitted", false],
    ]);
    expect(said[0]?.reason).toContain("regional total");
    const before = await page("COMPLAINTS", "B-BOM", { asOf: `${addMonths(month, 1)}-28` });
    expect(pointAt(before, month).shown).toBe(restatedFrom);
    const kpi = (await store.kpis.idsOf(["COMPLAINTS"])).get("COMPLAINTS") ?? 0;
    const unit = (await store.organisation.unitIds(["B-BOM"])).get("B-BOM") ?? 0;
    const revisions = await store.results.history({ kpi, units: [unit], from: month, to: month, limit: 100 });
    const flags = await store.results.flagsOf(revisions.map(({ id }) => id));
    expect(flags.map(({ rule }) => rule)).toContain("ten_times");
    const locked = await store.organisation.periodStates({ units: ["B-BOM"], from: month, to: month });
    expect(locked.map(({ state }) => state)).toEqual(["locked"]);
  });

  test("one branch is late at the end of every quarter", async () => {
    const quarterEnd = storyMonth(35);
    const day = addMonths(quarterEnd, 1);
    const late = await page("CALLBACKS", "B-NAP", { period: quarterEnd, asOf: `${day}-10` });
    expect(late.status).toBe("missing");
    expect(late.quality).toContainEqual({ label: "Reported", text: "0 of 1 units" });
    const group = await overview(demo.actor, { unit: "C-IT", period: quarterEnd, asOf: `${day}-10` });
    expect(group.kpis.find(({ kpi }) => kpi === "CALLBACKS")?.missing.units).toMatchObject([{ code: "B-NAP" }]);
    const now = await page("CALLBACKS", "B-NAP", { period: quarterEnd });
    expect(now.quality).toContainEqual({ label: "Entered", text: "13 Oct 2026" });
    const inTime = await page("CALLBACKS", "B-NAP", { period: storyMonth(34), asOf: `${quarterEnd}-10` });
    expect(inTime.quality).toContainEqual({ label: "Reported", text: "1 of 1 units" });
  });
});

describe("what lies in the parts shows", () => {
  test("preventive visits: every country is better than a year before, and the group is worse", async () => {
    const [now, then] = [storyMonth(36), storyMonth(24)];
    const rolling = async (unit: string, period: Month) =>
      (await page("PREVENTIVE", unit, { period })).rolling12.figure.value ?? Number.NaN;
    expect(await rolling("GROUP", now)).toBeLessThan(await rolling("GROUP", then));
    const all = await countries("PREVENTIVE", now);
    expect(all).toHaveLength(16);
    for (const country of all) expect(await rolling(country, now)).toBeGreaterThan(await rolling(country, then));
    const toDate = async (unit: string) => {
      const { ytd, lastYear } = await page("PREVENTIVE", unit);
      return (ytd.figure.value ?? Number.NaN) - (lastYear.figure.value ?? Number.NaN);
    };
    for (const country of all) expect(await toDate(country)).toBeGreaterThan(0);
    expect(await toDate("GROUP")).toBeLessThan(0);
    const view = await page("PREVENTIVE", "GROUP");
    expect([view.verdict.variation, view.status]).toEqual(["worsening", "on"]);
  });
});

describe("what was changed on purpose shows", () => {
  test("the target of callbacks changed with the newest year, for a reason", async () => {
    const view = await page("CALLBACKS", "GROUP");
    expect(pointAt(view, "2025-12" as Month).target?.value).toBe(1.9);
    expect(pointAt(view, "2026-01" as Month).target?.value).toBe(1.7);
    const kpi = (await demo.store.kpis.idsOf(["CALLBACKS"])).get("CALLBACKS") ?? 0;
    const unit = (await demo.store.organisation.unitIds(["GROUP"])).get("GROUP") ?? 0;
    const months = { from: "2026-01" as Month, to: "2026-01" as Month };
    const [target] = await demo.store.kpis.targetsOf({ kpis: [kpi], units: [unit], ...months });
    expect(target?.reason).toContain("Board decision");
  });

  test("a changed definition begins the limits anew, and an old month keeps its own", async () => {
    const view = await page("COMPLAINTS", "GROUP");
    expect(view.segments.map(({ firstPeriod, reason }) => [firstPeriod, reason])).toEqual([
      [storyMonth(1), null],
      [storyMonth(22), "The definition changed"],
    ]);
    expect(view.definitions.map(({ version, changed }) => [version, changed])).toEqual([
      [1, "First definition"],
      [2, "Complaints by telephone count from now on"],
    ]);
    expect(level(view, 22, 36) / level(view, 1, 21)).toBeGreaterThan(1.05);
  });

  test("a branch moved between countries; its past stayed where it was", async () => {
    const parts = async (unit: string, number: number) =>
      (await kpiByUnit(demo.actor, { kpi: "CALLBACKS", unit, period: storyMonth(number), months: 1 })).units.map(
        (row) => row.unit.code,
      );
    expect(await parts("C-SE", 24)).toContain("B-MMA");
    expect(await parts("C-DK", 24)).not.toContain("B-MMA");
    expect(await parts("C-SE", 25)).not.toContain("B-MMA");
    expect(await parts("C-DK", 25)).toContain("B-MMA");
  });
});

describe("what is measured otherwise shows", () => {
  test("one KPI has a band, one is derived from two others, one is a rare event", async () => {
    const band = await page("STOCK-COVER", "GROUP");
    expect(band.direction).toBe("band");
    expect(pointAt(band, storyMonth(36)).target).toMatchObject({ low: 4, high: 6, value: null });
    const derived = await page("TRAPPED-SHARE", "C-FI");
    const [entrapments, callbacks] = [await page("ENTRAPMENTS", "C-FI"), await page("CALLBACKS", "C-FI")];
    const month = storyMonth(30);
    expect(valueAt(derived, month)).toBeCloseTo(valueAt(entrapments, month) / valueAt(callbacks, month), 9);
    const injuries = await page("IIFR", "B-NYC");
    expect(injuries.points.filter(({ figure }) => figure.value === 0).length).toBeGreaterThan(30);
    const { kpis } = await overview(demo.actor, { unit: "GROUP" });
    const small = kpis.find(({ kpi }) => kpi === "IIFR")?.spark;
    expect([small?.low, small?.high]).toEqual([null, null]);
    const group = await page("IIFR", "GROUP");
    expect(group.points.some(({ figure }) => (figure.value ?? 0) > 0)).toBe(true);
  });

  test("a branch that sells no new equipment says so, and is owed nothing", async () => {
    const view = await page("ON-TIME", "B-AAL");
    expect(new Set(view.points.map(({ figure }) => figure.kind))).toEqual(new Set(["not_applicable"]));
    expect(view.status).toBe("no_value");
    const country = await page("ON-TIME", "C-DK");
    expect(pointAt(country, storyMonth(36)).coverage).toEqual({ reported: 4, due: 4 });
  });
});

test("two loads write the same record, byte for byte", async () => {
  const heads = [];
  for (const _ of [1, 2]) {
    const { store } = await aDemonstration({ units: casesFor(8) });
    heads.push(await store.signedHead());
    await store.close();
  }
  expect(heads[1]).toEqual(heads[0]);
});
