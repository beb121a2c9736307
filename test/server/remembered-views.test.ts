import { expect, test } from "vitest";
import { kpiByUnit, kpiPage, overview } from "../../server/insight/insight.service.ts";
import { describeEachDatabase } from "../support/databases.ts";
import { aReportingWorld, month, type PersonName, type ReportingWorld, sold } from "../support/reporting-world.ts";

const period = month("2026-03");

async function soldAt(world: ReportingWorld, name: PersonName, unit: string): Promise<number | null> {
  const view = await overview(await world.as(name), { unit, period });
  return view.kpis.find(({ kpi }) => kpi === "SOLD")?.figure.value ?? null;
}

describeEachDatabase("a view that is remembered", (database) => {
  test("shows every change at once, on every page", async () => {
    const world = await aReportingWorld(await database.open());
    for (const value of [10, 11, 12]) {
      await world.take("contributor", "submit", sold(value));
      for (const _ of ["made", "remembered"]) {
        expect(await soldAt(world, "viewer", "B1")).toBe(value);
        expect(await soldAt(world, "viewer", "GROUP")).toBe(value);
      }
      const actor = await world.as("viewer");
      const page = await kpiPage(actor, { unit: "GROUP", kpi: "SOLD", period });
      expect(page.points.at(-1)?.figure.value).toBe(value);
      const parts = await kpiByUnit(actor, { unit: "GROUP", kpi: "SOLD", period });
      expect(parts.units.find(({ unit }) => unit.code === "B1")?.figure.value).toBe(value);
    }
  });

  test("is not made anew while nothing changes, and is the same as of then", async () => {
    const world = await aReportingWorld(await database.open());
    await world.take("contributor", "submit", sold(10));
    const actor = await world.as("viewer");
    const parts = () => kpiByUnit(actor, { unit: "GROUP", kpi: "SOLD", period });
    const first = await parts();
    expect(await parts()).toBe(first);
    const asOf = new Date((await world.store.audit.newestInstant()) ?? 0).toISOString();
    const then = await kpiByUnit(actor, { unit: "GROUP", kpi: "SOLD", period, asOf });
    expect(then.units.map(({ figure }) => figure)).toEqual(first.units.map(({ figure }) => figure));
    await world.take("contributor", "submit", sold(11));
    expect(await parts()).not.toBe(first);
  });

  test("is nobody's who may not read the unit, however often another has asked for it", async () => {
    const world = await aReportingWorld(await database.open());
    await world.take("contributor", "submit", sold(10));
    expect(await soldAt(world, "viewer", "B1")).toBe(10);
    for (const _ of ["first", "again"]) {
      await expect(soldAt(world, "stranger", "B1")).rejects.toMatchObject({ code: "not-found" });
      await expect(soldAt(world, "stranger", "GROUP")).rejects.toMatchObject({ code: "not-found" });
    }
    expect(await soldAt(world, "stranger", "B2")).toBeNull();
  });
});
