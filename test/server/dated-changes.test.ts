import { expect, test } from "vitest";
import type { ChangeContent, ChangesView, Effect } from "../../shared/contracts/dated-changes.ts";
import type { Answer, Client } from "../support/client.ts";
import { describeEachEngine } from "../support/databases.ts";
import { aFilledWorld } from "../support/filled-world.ts";
import { digestOfAll } from "../support/whole-database.ts";

type World = Awaited<ReturnType<typeof aFilledWorld>>;
type Preview = { total: number; sentence: string; effects: Effect[] };

const JANUARY = "2026-01";
const MOVE = { kind: "move", unit: "N-3", parent: "SOUTH", from: JANUARY } as ChangeContent;
const TARGET = {
  ...{ kind: "target", kpi: "ON-TIME", unit: "N-1", from: JANUARY, value: 90, low: null, high: null },
} as ChangeContent;

async function dataOf<T>(answer: Promise<Answer>): Promise<T> {
  const { status, text, json } = await answer;
  if (status !== 200) throw new Error(text);
  return json.result.data;
}

async function codeOf(answer: Promise<Answer>): Promise<string> {
  return (await answer).json.error.data.code;
}

/** Filled, January locked everywhere, two quality managers, a manager of the north and an approver of it. */
async function aLockedWorld(place: object): Promise<World & { second: Client; north: Client; approver: Client }> {
  const world = await aFilledWorld(place);
  await world.person("second", ["quality-manager", null]);
  await world.person("north", ["quality-manager", "NORTH"]);
  await world.person("approver", ["approver", null]);
  await dataOf(world.quality.mutate("results.lockMonth", { unit: "GROUP", month: JANUARY }));
  const [second, north, approver] = [await world.as("second"), await world.as("north"), await world.as("approver")];
  return { ...world, second, north, approver };
}

function propose(client: Client, change: ChangeContent): Promise<{ no: number; sentence: string }> {
  return dataOf(client.mutate("results.proposeChange", { change, reason: "It was so all along" }));
}

async function changes(client: Client): Promise<ChangesView["changes"]> {
  return (await dataOf<ChangesView>(client.query("results.changes", { unit: "GROUP" }))).changes;
}

async function shown(client: Client, unit: string, kpi: string) {
  const view = await dataOf<{ points: { shown: string; restatedFrom: string | null; status: string }[] }>(
    client.query("insight.kpi", { unit, kpi, period: JANUARY }),
  );
  const { shown: figure, restatedFrom, status } = view.points.at(-1) ?? {};
  return { figure, restatedFrom, status };
}

describeEachEngine("a change dated back into a locked month", (database) => {
  test("is refused directly, and looked through without leaving anything", { timeout: 60_000 }, async () => {
    const world = await aLockedWorld({ place: await database.place() });
    try {
      const direct = { unit: "N-3", parent: "SOUTH", from: JANUARY };
      expect(await codeOf(world.quality.mutate("organisation.moveUnit", direct))).toBe("month-locked");
      const before = await digestOfAll(world.store);
      const preview = await dataOf<Preview>(world.quality.query("results.previewChange", { change: MOVE }));
      expect(preview.effects.map(({ unit, kpi, before: was, after }) => [unit, kpi, was, after])).toEqual([
        ["NORTH", "COMPLAINTS", "12", "7"],
        ["NORTH", "ON-TIME", "91.0", "90.5"],
        ["SOUTH", "COMPLAINTS", "6", "11"],
        ["SOUTH", "ON-TIME", "93.0", "92.5"],
      ]);
      expect(preview.sentence).toBe("4 cells of locked months change, 0 in status.");
      const target = await dataOf<Preview>(world.quality.query("results.previewChange", { change: TARGET }));
      expect(target.effects.find(({ unit }) => unit === "N-1")).toMatchObject({
        ...{ before: "90.0", after: "90.0", targetBefore: "≥ 95.0", targetAfter: "≥ 90.0" },
        ...{ statusBefore: "off", statusAfter: "on" },
      });
      expect(await codeOf(world.quality.query("results.previewChange", { change: { ...MOVE, parent: "N-3" } }))).toBe(
        "tree-broken",
      );
      expect(await digestOfAll(world.store)).toBe(before);
    } finally {
      await world.close();
    }
  });
});

describeEachEngine("a proposed change of the past", (database) => {
  test("is made by a second person's word, and marked where it altered a figure", { timeout: 90_000 }, async () => {
    const world = await aLockedWorld({ place: await database.place() });
    try {
      const { no } = await propose(world.quality, MOVE);
      const [waiting] = await changes(world.second);
      expect(waiting).toMatchObject({ state: "proposed", total: 4, obstacle: null, proposedBy: "Person quality" });
      expect(waiting?.what).toBe("Unit N-3 lies below Unit SOUTH from January 2026");
      const verdict = { no, version: 1, verdict: "approve" };
      expect(await codeOf(world.quality.mutate("results.decideChange", verdict))).toBe("same-person");
      expect(await codeOf(world.north.mutate("results.decideChange", verdict))).toBe("not-allowed");
      expect(await shown(world.quality, "NORTH", "COMPLAINTS")).toMatchObject({ figure: "12", restatedFrom: null });
      await dataOf(world.second.mutate("results.decideChange", verdict));
      expect(await shown(world.quality, "NORTH", "COMPLAINTS")).toMatchObject({ figure: "7", restatedFrom: "12" });
      expect(await codeOf(world.second.mutate("results.decideChange", { ...verdict, version: 2 }))).toBe(
        "nothing-submitted",
      );
      expect((await world.store.verify()).fault).toBeNull();
    } finally {
      await world.close();
    }
  });

  test("that is rejected says why and changes nothing; a changed status is marked too", {
    timeout: 90_000,
  }, async () => {
    const world = await aLockedWorld({ place: await database.place() });
    try {
      const { no } = await propose(world.quality, TARGET);
      const reject = { no, version: 1, verdict: "reject" };
      expect(await codeOf(world.approver.mutate("results.decideChange", reject))).toBe("reason-needed");
      await dataOf(world.approver.mutate("results.decideChange", { ...reject, reason: "The target stands" }));
      expect((await shown(world.quality, "N-1", "ON-TIME")).status).toBe("off");
      expect((await changes(world.quality))[0]).toMatchObject({
        ...{ state: "rejected", decidedBy: "Person approver", verdictReason: "The target stands" },
      });
      const again = await propose(world.quality, TARGET);
      await dataOf(world.approver.mutate("results.decideChange", { no: again.no, version: 1, verdict: "approve" }));
      expect(await shown(world.quality, "N-1", "ON-TIME")).toEqual({
        ...{ figure: "90.0", status: "on", restatedFrom: "Off target" },
      });
    } finally {
      await world.close();
    }
  });
});
