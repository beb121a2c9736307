import { expect, test } from "vitest";
import { refreshCoverage } from "../../server/actions/training-coverage.ts";
import type { TrainingsView } from "../../shared/contracts/trainings.ts";
import type { DateText } from "../../shared/domain/calendar.ts";
import type { Client } from "../support/client.ts";
import { describeEachEngine } from "../support/databases.ts";
import { aFilledWorld, sendFile } from "../support/filled-world.ts";

const TRAINING = {
  ...{ code: null, version: 0, title: "Doors", unit: "GROUP", objective: null, action: null, description: "" },
  ...{ validMonths: 12, withdrawn: false },
};
const NEED = {
  ...{ code: null, version: 0, unit: "NORTH", role: "contributor", competence: "Adjusts doors" },
  ...{ training: "T-0001", withdrawn: false },
};
const RECORD = {
  ...{ id: null, version: 0, training: "T-0001", person: "ann", unit: "N-1", heldOn: "2026-02-10" },
  ...{ result: "passed", note: "", withdrawn: false },
};

const view = async (client: Client, input: object = {}): Promise<TrainingsView> => {
  const answer = await client.query("actions.trainings", input);
  expect(answer.status, answer.text).toBe(200);
  return answer.json.result.data;
};
const say = async (client: Client, name: string, input: unknown) => {
  const { status, text } = await client.mutate(`actions.${name}`, input);
  return [status, text] as const;
};

/** A world in which the north's two unit managers need a training, and a KPI that counts it. */
async function aTrainedWorld(engine: Parameters<Parameters<typeof describeEachEngine>[1]>[0]) {
  const world = await aFilledWorld({ place: await engine.place() });
  await world.person("ann", ["contributor", "N-1"]);
  await world.person("ben", ["contributor", "N-1"]);
  await world.person("sue", ["contributor", "S-1"]);
  const { quality } = world;
  const head = "code,name,theme,unit_of_measure,decimals,direction,input,multiplier,org_rule,time_rule";
  await sendFile(quality, "kpis", `${head}\nTRAINED,Trained,SERVICE,%,1,higher,ratio,100,ratio,last\n`);
  await sendFile(quality, "assignments", "kpi,unit,from\nTRAINED,N-1,2026-01\nTRAINED,S-1,2026-01\n");
  expect((await say(quality, "sayTraining", TRAINING))[0]).toBe(200);
  expect((await say(quality, "sayCompetenceNeed", NEED))[0]).toBe(200);
  return world;
}

describeEachEngine("competence", (engine) => {
  test("who needs a training is known by role and unit; records expire, are taken back, and stand as of before", async () => {
    const world = await aTrainedWorld(engine);
    const { quality, store } = world;
    await world.person("south", ["quality-manager", "SOUTH"]);
    const south = await world.as("south");
    expect((await view(quality)).standings.map(({ person, state }) => [person.code, state])).toEqual([
      ["ann", "missing"],
      ["ben", "missing"],
    ]);
    expect((await view(south)).standings).toEqual([]);
    expect((await say(south, "recordTraining", RECORD))[0]).toBe(403);
    expect((await say(quality, "recordTraining", { ...RECORD, heldOn: "2030-01-01" }))[0]).toBe(422);
    expect((await say(quality, "recordTraining", RECORD))[0]).toBe(200);
    const long = { ...RECORD, person: "ben", heldOn: "2024-01-10" };
    expect((await say(quality, "recordTraining", long))[0]).toBe(200);
    const now = await view(quality);
    expect(now.headline).toBe("1 of 2 required trainings are valid");
    expect(now.standings.map(({ person, state, validTo }) => [person.code, state, validTo])).toEqual([
      ["ben", "expired", "2025-01-10"],
      ["ann", "valid", "2027-02-10"],
    ]);
    const before = await store.audit.newestInstant();
    const [record] = now.records.filter(({ person }) => person === "ann");
    const { id, version } = record ?? { id: null, version: 0 };
    const taken = { ...RECORD, id, version, withdrawn: true };
    expect((await say(quality, "recordTraining", { ...taken, version: 9 }))[0]).toBe(409);
    expect((await say(quality, "recordTraining", taken))[0]).toBe(200);
    expect((await view(quality)).headline).toContain("0 of 2");
    expect((await view(quality, { asOf: new Date(before).toISOString() })).headline).toContain("1 of 2");
    const training = { ...TRAINING, code: "T-0001", version: 1, withdrawn: true };
    expect(await say(quality, "sayTraining", training)).toEqual([422, expect.stringContaining("Need C-0001 asks")]);
    expect((await store.verify()).fault).toBeNull();
    await world.close();
  });
});

describeEachEngine("a KPI counted from training records", (engine) => {
  test("takes valid of required each month, is entered by nobody, follows a record once, and leaves closed months", async () => {
    const world = await aTrainedWorld(engine);
    const { quality, store } = world;
    const results = async () => {
      const { json } = await quality.send("GET", "/api/v1/results?kpi=TRAINED&from=2026-01&to=2026-12");
      return json.results.map((row: Record<string, unknown>) =>
        [row["unit"], row["period"], row["kind"], row["numerator"], row["denominator"], row["by"]].join(" "),
      );
    };
    expect((await say(quality, "feedKpi", { kpi: "COMPLAINTS", isFed: true }))[0]).toBe(422);
    await quality.mutate("results.closeMonth", { unit: "N-1", month: "2026-01" });
    expect((await say(quality, "feedKpi", { kpi: "TRAINED", isFed: true }))[0]).toBe(200);
    expect((await say(quality, "recordTraining", RECORD))[0]).toBe(200);
    expect(await results()).toEqual([
      "N-1 2026-02 number 1 2 operator",
      "N-1 2026-03 number 1 2 operator",
      "S-1 2026-01 not_applicable   operator",
      "S-1 2026-02 not_applicable   operator",
      "S-1 2026-03 not_applicable   operator",
    ]);
    const cell = { kpi: "TRAINED", content: { kind: "ratio", numerator: 2, denominator: 2 }, expectedRevision: 1 };
    const typed = await quality.mutate("results.enter", { unit: "N-1", month: "2026-03", cells: [cell] });
    expect(typed.text).toContain("counted from the training records");
    const put = { results: [{ unit: "N-1", kpi: "TRAINED", period: "2026-03", numerator: 2, denominator: 2 }] };
    const sent = await quality.send("PUT", "/api/v1/results", { body: put });
    expect([sent.status, sent.text]).toEqual([422, expect.stringContaining("counted-not-entered")]);
    const entry = await quality.query("results.entry", { unit: "N-1", month: "2026-03" });
    expect(entry.text).not.toContain("TRAINED");
    expect(await refreshCoverage(store, "2026-04-20" as DateText)).toBe(0);
    expect((await say(quality, "feedKpi", { kpi: "TRAINED", isFed: false }))[0]).toBe(200);
    const again = await quality.query("results.entry", { unit: "N-1", month: "2026-03" });
    expect(again.text).toContain("TRAINED");
    await world.close();
  });
});
