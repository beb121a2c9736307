import { expect, test } from "vitest";
import type { BoardView } from "../../shared/contracts/completeness.ts";
import type { DeviationsView } from "../../shared/contracts/deviations.ts";
import type { Answer } from "../support/client.ts";
import { describeEachEngine } from "../support/databases.ts";
import { aFilledWorld, NEWEST } from "../support/filled-world.ts";

async function dataOf<T>(answer: Promise<Answer>): Promise<T> {
  const { status, text, json } = await answer;
  if (status !== 200) throw new Error(text);
  return json.result.data;
}

describeEachEngine("the completeness board", (database) => {
  test("tells by unit and month what came in time, late or not at all", { timeout: 60_000 }, async () => {
    const world = await aFilledWorld({ place: await database.place() });
    try {
      await world.person("maija", ["contributor", "N-1"]);
      const maija = await world.as("maija");
      // Nothing of January to March was in by the tenth of the following month: it came on 20 April. April is not over.
      const cells = [{ kpi: "COMPLAINTS", content: { kind: "missing" }, expectedRevision: 1 }];
      await dataOf(maija.mutate("results.enter", { unit: "N-1", month: NEWEST, cells }));
      await dataOf(maija.mutate("results.submit", { unit: "N-1", month: NEWEST }));
      const board = await dataOf<BoardView>(
        world.quality.query("results.completeness", { unit: "GROUP", month: NEWEST }),
      );
      expect(board.months).toEqual(["2026-01", "2026-02", "2026-03"]);
      const words = Object.fromEntries(
        board.units.map(({ unit, cells: all }) => [unit.code, all.map(({ word }) => word)]),
      );
      expect(words).toEqual({
        GROUP: ["Nothing due", "Nothing due", "Nothing due"],
        NORTH: ["Nothing due", "Nothing due", "Nothing due"],
        "N-1": ["2 late", "2 late", "1 missing"],
        "N-2": ["2 late", "2 late", "2 late"],
        "N-3": ["2 late", "2 late", "2 late"],
        SOUTH: ["Nothing due", "Nothing due", "Nothing due"],
        "S-1": ["2 late", "2 late", "2 late"],
      });
      expect(board.headline).toBe("1 result is missing, 23 came late");
      const own = await dataOf<BoardView>(maija.query("results.completeness", { unit: "N-1", month: NEWEST }));
      expect(own.units.map(({ unit }) => unit.code)).toEqual(["N-1"]);
      expect((await maija.query("results.completeness", { unit: "GROUP", month: NEWEST })).status).toBe(404);
      const [before] = (
        await dataOf<BoardView>(world.quality.query("results.completeness", { unit: "N-2", month: "2025-06" }))
      ).units;
      expect(before?.cells.every(({ state }) => state === "missing")).toBe(true);
    } finally {
      await world.close();
    }
  });
});

describeEachEngine("an accepted deviation", (database) => {
  test("counts until its last month, with its reason, and not in a locked one", { timeout: 60_000 }, async () => {
    const world = await aFilledWorld({ place: await database.place() });
    try {
      const statuses = async () => {
        const view = await dataOf<{ points: { period: string; status: string }[] }>(
          world.quality.query("insight.kpi", { unit: "N-1", kpi: "ON-TIME", period: NEWEST }),
        );
        return view.points.slice(-3).map(({ status }) => status);
      };
      expect(await statuses()).toEqual(["off", "off", "off"]);
      const place = { unit: "N-1", kpi: "ON-TIME", from: "2026-01" };
      const said = { ...place, until: "2026-02", value: 90, low: null, high: null, reason: "The line is rebuilt" };
      await dataOf(world.quality.mutate("results.acceptDeviation", said));
      expect(await statuses()).toEqual(["on", "on", "off"]);
      const list = await dataOf<DeviationsView>(world.quality.query("results.deviations", { unit: "GROUP" }));
      expect(list.deviations).toMatchObject([
        { until: "2026-02", target: "≥ 90.0", state: "ended", reason: said.reason },
      ]);
      await dataOf(world.quality.mutate("results.lockMonth", { unit: "GROUP", month: "2026-02" }));
      const refused = await world.quality.mutate("results.withdrawDeviation", { ...place, reason: "Done sooner" });
      expect(refused.json.error.data.code).toBe("month-locked");
      const wrong = await world.quality.mutate("results.acceptDeviation", {
        ...said,
        from: "2026-03",
        until: NEWEST,
        value: null,
      });
      expect(wrong.json.error.data.code).toBe("invalid-value");
      expect(await statuses()).toEqual(["on", "on", "off"]);
    } finally {
      await world.close();
    }
  });
});
