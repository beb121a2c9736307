import { expect, test } from "vitest";
import type { Corrections } from "../../shared/contracts/corrections.ts";
import type { Client } from "../support/client.ts";
import { describeEachEngine } from "../support/databases.ts";
import { sendFile } from "../support/filled-world.ts";
import { aShiftedWorld, LAST } from "../support/shifted-world.ts";

const DAY = 86_400_000;

async function since(client: Client, asOf: string, input: object = {}): Promise<Corrections> {
  const answer = await client.query("insight.corrections", { unit: "GROUP", period: LAST, asOf, ...input });
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.json.result.data;
}

describeEachEngine("corrections since a day", (database) => {
  test("name each figure that reads otherwise now, and count what came in later", async () => {
    const world = await aShiftedWorld({ place: await database.place() });
    try {
      const { quality, service, setClock } = world;
      const asOf = new Date(service.now() + DAY).toISOString();
      setClock(service.now() + 2 * DAY);
      expect(await since(quality, asOf)).toEqual({ corrections: [], reportedSince: 0 });
      const rows = "unit,kpi,period,value\nN-1,SCRAP,2026-01,99\n";
      await sendFile(quality, "results", rows);
      const { corrections } = await since(quality, asOf);
      expect(corrections).toMatchObject([{ kpi: "SCRAP", month: "2026-01" }]);
      const then = await quality.query("insight.kpi", { kpi: "SCRAP", unit: "GROUP", period: LAST, asOf });
      const points: { period: string; shown: string }[] = then.json.result.data.points;
      expect(corrections[0]?.before).toBe(points.find(({ period }) => period === "2026-01")?.shown);
      expect(Number(corrections[0]?.after)).toBeGreaterThan(Number(corrections[0]?.before));
      expect((await since(quality, asOf, { kpi: "ON-TIME" })).corrections).toEqual([]);
      const before = await quality.query("insight.corrections", { unit: "GROUP", period: LAST, asOf: "2020-01-01" });
      expect(before.status).toBe(422);
    } finally {
      await world.close();
    }
  });
});
