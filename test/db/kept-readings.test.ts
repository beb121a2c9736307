import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { STANDS_IN } from "../../db/keeping-readings.ts";
import { describeEachEngine } from "../support/databases.ts";
import { aReportingWorld, sold } from "../support/reporting-world.ts";

/** The statements of each question, as they were reviewed. */
function reviewedStatements(): Map<string, string> {
  const sections = readFileSync(new URL("./queries.sql", import.meta.url), "utf8").split(/^-- /m);
  return new Map(sections.map((section) => [section.split(" ")[0] ?? "", section]));
}

test("a question whose answers are kept names every table of its statements: none could go out of date unseen", () => {
  const reviewed = reviewedStatements();
  for (const [word, questions] of Object.entries(STANDS_IN)) {
    for (const [question, standsIn] of Object.entries(questions)) {
      if (standsIn === "the record") continue;
      const text = reviewed.get(`${word}.${question}`) ?? "";
      const named = [...text.matchAll(/\b(?:from|join) "(\w+)"/g)].map(([, table]) => table);
      expect(named.length, `${word}.${question}`).toBeGreaterThan(0);
      expect([...standsIn].toSorted(), `${word}.${question}`).toEqual([...new Set(named)].toSorted());
    }
  }
});

describeEachEngine("what seldom changes", (database) => {
  test("is handed out again while other things are recorded, and read again once it has changed", async () => {
    const { store, say, take } = await aReportingWorld(await database.open());
    const units = await (await store.current()).organisation.units();
    await take("contributor", "submit", sold(10));
    const current = await store.current();
    expect(await current.organisation.units()).toBe(units);
    await say((store) => store.organisation.putUnits([{ code: "B1", name: "North", kind: "branch" }]));
    const renamed = await (await store.current()).organisation.units();
    expect(renamed).toEqual(await store.organisation.units());
    expect(renamed.find(({ code }) => code === "B1")?.name).toBe("North");
  });

  test("is never older than what another process has recorded", async () => {
    const place = await database.place();
    const { store, say } = await aReportingWorld(await database.openAt(place));
    const server = database.shared ? await database.openAt(place) : store;
    for (const name of ["North", "South"]) {
      await say((store) => store.organisation.putUnits([{ code: "B1", name, kind: "branch" }]));
      const units = await (await server.current()).organisation.units();
      expect(units.find(({ code }) => code === "B1")?.name).toBe(name);
    }
  });

  test("is the same as read afresh, for every figure, whatever was said in between", async () => {
    const { store, say, take } = await aReportingWorld(await database.open());
    const figures = async (read: "kept" | "afresh") => {
      const readings = read === "kept" ? await store.current() : store.at("now");
      const id = (await readings.organisation.unitIds(["GROUP"])).get("GROUP") ?? 0;
      const months = [sold(0).period];
      const answer = await readings.insight.figures({ units: [id], kpis: null, months });
      return [...answer.at(id)];
    };
    await figures("kept");
    await take("contributor", "submit", sold(10));
    expect(await figures("kept")).toEqual(await figures("afresh"));
    await say(async (store) => {
      const kpi = (await store.kpis.idsOf(["SOLD"])).get("SOLD") ?? 0;
      const [definition] = (await store.kpis.definitionsOf([kpi])).get(kpi) ?? [];
      if (definition === undefined) throw new Error("SOLD has no definition");
      const { n: _, version: __, ...said } = definition;
      await store.kpis.define([{ kpi, definition: { ...said, name: "Sold", decimals: 3 } }]);
    });
    const changed = await figures("kept");
    expect(changed).toEqual(await figures("afresh"));
    expect(changed.find(([code]) => code === "SOLD")?.[1].definitions[0]?.decimals).toBe(3);
    await say(async (store) => {
      await store.organisation.setEdges([
        { child: "B2", parent: null, from: sold(0).period, ends: true, withdrawn: false },
      ]);
    });
    expect(await figures("kept")).toEqual(await figures("afresh"));
  });
});
