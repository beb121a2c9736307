import { expect, test } from "vitest";
import type { ExplainView } from "../../shared/contracts/explain-move.ts";
import type { Client } from "../support/client.ts";
import { describeEachEngine } from "../support/databases.ts";
import { aShiftedWorld, LAST } from "../support/shifted-world.ts";

async function explain(client: Client, input: object): Promise<ExplainView> {
  const answer = await client.query("insight.explain", { kpi: "ON-TIME", unit: "GROUP", period: LAST, ...input });
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.json.result.data;
}

const sum = (parts: ExplainView["parts"]) => parts.reduce((total, { rate, mix }) => total + rate.value + mix.value, 0);

describeEachEngine("the explanation of a move", (database) => {
  test("adds up for months, years and years to date, follows a moved unit, and hides what may not be seen", async () => {
    const { quality, person, as, close } = await aShiftedWorld({ place: await database.place() });
    try {
      for (const against of ["previous", "year", "ytd", "2025-01"]) {
        for (const level of ["parts", "reporting"]) {
          const view = await explain(quality, { against, level });
          expect(view.parts.map(({ name }) => name)).toHaveLength(level === "parts" ? 2 : 4);
          expect(sum(view.parts)).toBeCloseTo(view.change?.value ?? Number.NaN, 12);
          const moved = (view.after.figure.value ?? 0) - (view.before.figure.value ?? 0);
          expect(view.change?.value).toBeCloseTo(moved, 12);
        }
      }
      expect(await explain(quality, { against: "ytd" })).toMatchObject({
        ...{
          from: { first: "2025-01", last: "2025-03" },
          to: { first: "2026-01", last: LAST },
          months: 3,
          ofMonths: 3,
        },
      });
      const scrap = await explain(quality, { kpi: "SCRAP", against: "previous" });
      expect(scrap).toMatchObject({ hasMix: false, rate: { value: scrap.change?.value }, mix: { value: 0 } });

      await quality.mutate("organisation.moveUnit", { unit: "N-3", parent: "SOUTH", from: LAST });
      const north = await explain(quality, { unit: "NORTH", against: "previous" });
      expect(north.parts.find(({ unit }) => unit?.code === "N-3")).toMatchObject({
        ...{ presence: "left", rate: { value: 0 } },
      });
      expect(sum(north.parts)).toBeCloseTo(north.change?.value ?? Number.NaN, 12);

      await person("reader", ["viewer", "NORTH"]);
      const seen = await explain(await as("reader"), { unit: "NORTH", against: "previous" });
      expect(seen.parts.map(({ name }) => name).toSorted()).toEqual(["1 unit since moved", "Unit N-1", "Unit N-2"]);
      expect(sum(seen.parts)).toBeCloseTo(north.change?.value ?? Number.NaN, 12);

      const listed = await quality.get(`/api/v1/kpis/ON-TIME/explain?unit=NORTH&period=${LAST}`);
      expect(listed.json.parts).toHaveLength(3);
    } finally {
      await close();
    }
  });
});
