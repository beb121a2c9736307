import { expect, test } from "vitest";
import { openStore } from "../../../db/store.ts";
import { compareSnapshots, takeSnapshot } from "../../../server/snapshots/snapshots.service.ts";
import { monthRange } from "../../../shared/domain/month.ts";
import { TEST_AUDIT_KEY, TEST_NOW } from "../../support/databases.ts";
import { aReportingWorld, month, sold } from "../../support/reporting-world.ts";

async function twoBranches() {
  const store = await openStore({ memory: true, auditKey: TEST_AUDIT_KEY, clock: () => TEST_NOW });
  const world = await aReportingWorld(store);
  const months = monthRange(month("2025-03"), month("2026-03"));
  const asked = months.flatMap((period, index) => [
    sold(100 + index, { period }),
    sold(200 - index, { period, unit: "B2" }),
  ]);
  await world.take("operator", "submit", ...asked);
  return { store, world, actor: await world.as("operator") };
}

test("a snapshot against now says what was corrected since, in a sentence", async () => {
  const { store, world, actor } = await twoBranches();
  const { id } = await takeSnapshot(actor, { unit: "GROUP", period: month("2026-03"), label: "March" });
  const same = await compareSnapshots(actor, { id, with: "live" });
  expect(same).toMatchObject({ headline: "Nothing has changed", changes: [] });
  await world.take("operator", "submit", sold(900));
  const { headline, changes } = await compareSnapshots(actor, { id, with: "live" });
  expect(headline).toContain("1 month corrected");
  expect(changes[0]).toMatchObject({ kpi: "SOLD", kind: "corrected", period: "2026-03" });
  expect(changes[0]?.sentence).toMatch(/Mar 2026: corrected from 300\S* to 1,088\S*\.$/);
  await store.close();
});

test("two snapshots are compared from the earlier to the later, whichever is asked for first", async () => {
  const { store, actor } = await twoBranches();
  const february = await takeSnapshot(actor, { unit: "GROUP", period: month("2026-02"), label: "February" });
  const march = await takeSnapshot(actor, { unit: "GROUP", period: month("2026-03"), label: "March" });
  const forth = await compareSnapshots(actor, { id: february.id, with: march.id });
  expect(forth.changes.find(({ kpi, kind }) => kpi === "SOLD" && kind === "moved")).toMatchObject({
    period: "2026-03",
  });
  const back = await compareSnapshots(actor, { id: march.id, with: february.id });
  expect(back).toEqual(forth);
  expect(forth.changes.some(({ kind }) => kind === "corrected")).toBe(false);
  await store.close();
});
