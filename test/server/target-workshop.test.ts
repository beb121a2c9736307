import { expect, test } from "vitest";
import type { KpiView } from "../../shared/contracts/kpi-view.ts";
import type { WorkshopView } from "../../shared/contracts/workshop.ts";
import type { Client } from "../support/client.ts";
import { describeEachEngine } from "../support/databases.ts";
import { sayPeriod } from "../support/entry-world.ts";
import { aShiftedWorld, LAST } from "../support/shifted-world.ts";

const place = { kpi: "SCRAP", unit: "N-1" };
const none = { low: null, high: null };

async function workshop(client: Client, value: number): Promise<WorkshopView> {
  const answer = await client.query("kpis.targetWorkshop", { ...place, period: LAST, value, ...none });
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.json.result.data;
}

const target = (input: object) => ({ ...place, ...none, phasing: "flat", reason: "What the board asked", ...input });

describeEachEngine("the target workshop", (database) => {
  test("says what a target would mean, and a saved one steps from its month on and leaves the months before", async () => {
    const { quality, person, as, store, close } = await aShiftedWorld({ place: await database.place() });
    try {
      const [hard, middling, easy] = [
        await workshop(quality, 5),
        await workshop(quality, 13),
        await workshop(quality, 30),
      ];
      expect([hard.outlook, middling.outlook, easy.outlook]).toEqual(["will_miss", "may_miss", "will_meet"]);
      expect(hard.chanceOfMiss).toBeGreaterThan(middling.chanceOfMiss ?? 1);
      expect(middling.years).toHaveLength(6);
      expect(middling.sentences[0]).toMatch(/^With at most 13\.0, about \d in 10 periods would miss by chance/);
      expect(hard.sentences[1]).toMatch(/beyond what it does/);
      expect((await workshop(quality, 13)).years).toEqual(middling.years);
      expect(middling).toMatchObject({ mayEdit: true, current: { label: "≤ 12.0" } });

      const saved = await quality.mutate("kpis.setTarget", target({ from: "2026-02", value: 11 }));
      expect(saved.json.result.data.months).toHaveLength(11);
      const page: KpiView = (await quality.query("insight.kpi", { ...place, period: LAST })).json.result.data;
      expect(page.points.slice(-3).map((point) => point.target?.label ?? null)).toEqual([null, "≤ 11.0", "≤ 11.0"]);
      const listed = await quality.get("/api/v1/targets?unit=N-1&kpi=SCRAP&from=2026-02&to=2026-03");
      expect(listed.json.targets[0]).toMatchObject({ value: 11, reason: "What the board asked" });

      await quality.mutate("kpis.setTarget", target({ from: "2026-03", value: 6, phasing: "linear" }));
      const linear = await quality.get("/api/v1/targets?unit=N-1&kpi=SCRAP&from=2026-02&to=2026-12");
      const values = linear.json.targets.map((row: { value: number }) => row.value);
      expect([values[0], values[1], values.at(-1)]).toEqual([11, 10.5, 6]);
      expect((await quality.mutate("kpis.setTarget", target({ from: LAST, value: 6, reason: " " }))).status).toBe(400);

      await person("antti", ["approver", null]);
      await sayPeriod(store, LAST, "locked");
      const locked = await quality.mutate("kpis.setTarget", target({ from: LAST, value: 9 }));
      expect(locked.json.error.data.code).toBe("month-locked");
      await person("leader", ["leader", null]);
      const refused = await (await as("leader")).mutate("kpis.setTarget", target({ from: "2026-04", value: 9 }));
      expect(refused.status).toBe(403);
      expect((await workshop(await as("leader"), 13)).mayEdit).toBe(false);
    } finally {
      await close();
    }
  });
});
