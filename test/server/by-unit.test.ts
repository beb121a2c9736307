import { expect, test } from "vitest";
import type { ByUnitView } from "../../shared/contracts/by-unit.ts";
import type { Client } from "../support/client.ts";
import { describeEachEngine } from "../support/databases.ts";
import { aShiftedWorld, LAST, SHIFT } from "../support/shifted-world.ts";

async function byUnit(client: Client, input: object = {}): Promise<ByUnitView> {
  const answer = await client.query("insight.byUnit", { kpi: "SCRAP", unit: "GROUP", period: LAST, ...input });
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.json.result.data;
}

describeEachEngine("a KPI by unit", (database) => {
  test("stands in months across with each unit's own range and phases, drills down, and says why there is no funnel", async () => {
    const { quality, person, as, close } = await aShiftedWorld({ place: await database.place() });
    try {
      const parts = await byUnit(quality);
      expect(parts.units.map(({ unit, hasParts }) => [unit.code, hasParts])).toEqual([
        ["NORTH", true],
        ["SOUTH", true],
      ]);
      const all = await byUnit(quality, { level: "reporting", months: 12 });
      expect(all.units.map(({ unit }) => unit.code)).toEqual(["N-1", "N-2", "N-3", "S-1"]);
      expect(all.months).toHaveLength(12);
      expect(all.units[0]).toMatchObject({ parent: "Unit NORTH", variation: "worsening" });
      const page = await quality.query("insight.kpi", { kpi: "SCRAP", unit: "N-1", period: LAST });
      const { segments, points } = page.json.result.data;
      expect(all.units[0]?.spark).toMatchObject({ low: segments.at(-1).low, high: segments.at(-1).high });
      expect(all.units[0]?.shown.at(-1)).toBe(points.at(-1).shown);
      expect([all.funnel, all.noFunnel]).toEqual([null, expect.stringMatching(/no such share/)]);
      const onTime = await byUnit(quality, { kpi: "ON-TIME", level: "reporting" });
      expect(onTime.noFunnel).toMatch(/^Fewer than 10 units/);

      await quality.mutate("kpis.beginPhase", { kpi: "SCRAP", unit: "N-1", from: SHIFT, reason: "New press" });
      const after = await byUnit(quality, { level: "reporting" });
      expect(after.units[0]?.variation).not.toBe("worsening");
      expect(after.units[1]?.variation).toBe("worsening");

      await person("reader", ["viewer", "N-2"]);
      const refused = await (await as("reader")).query("insight.byUnit", { kpi: "SCRAP", unit: "GROUP" });
      expect(refused.status).toBe(404);
    } finally {
      await close();
    }
  });
});
