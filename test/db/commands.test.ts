import { expect, test } from "vitest";
import type { Store, Writings } from "../../db/store.ts";
import type { Month } from "../../shared/domain/month.ts";
import { describeEachDatabase, TEST_NOW } from "../support/databases.ts";

const SAID = { actor: "p1", command: "unit-described", entity: "unit" };
const describeUnit = (code: string, name: string, expectedVersion?: number) => (store: Writings) =>
  store.organisation.putUnits([
    { code, name, kind: "branch", ...(expectedVersion === undefined ? {} : { expectedVersion }) },
  ]);
const nameOf = async (store: Store, code: string) =>
  (await store.organisation.units()).find((unit) => unit.code === code)?.name;
const events = (store: Store) => store.audit.list({ units: null, from: 1, limit: 1000 });

describeEachDatabase("the audit trail", (database) => {
  test("says who did what to what, before and after, and how many rows it wrote", async () => {
    const store = await database.open();
    await store.command(SAID, async (store, written) => {
      await describeUnit("B1", "First")(store);
      written.describe({ entityCode: "B1", unitCode: "B1", before: null, after: { name: "First" }, reason: "opened" });
    });
    expect(await events(store)).toMatchObject([
      {
        ...{ seq: 1, at: TEST_NOW, actor: "p1", command: "unit-described", entity: "unit", entityCode: "B1" },
        ...{ unit: "B1", before: null, after: '{"name":"First"}', reason: "opened" },
        rows: '{"unit":1,"unit_version":1}',
      },
    ]);
    expect(await store.audit.list({ units: ["B2"], from: 1, limit: 10 })).toEqual([]);
    expect(await store.audit.list({ units: [], from: 1, limit: 10 })).toEqual([]);
  });

  test("never goes back in time, also when the clock does", async () => {
    let now = TEST_NOW;
    const store = await database.open({ clock: () => now });
    await store.command(SAID, describeUnit("B1", "First"));
    now -= 86_400_000;
    await store.command(SAID, describeUnit("B1", "Second"));
    now += 3 * 86_400_000;
    await store.command(SAID, describeUnit("B1", "Third"));
    expect((await events(store)).map(({ at }) => at)).toEqual([TEST_NOW, TEST_NOW + 1, now]);
    expect((await store.verify()).fault).toBeNull();
  });

  test("leaves no event where nothing was changed, but never hides a record", async () => {
    const store = await database.open();
    await store.command(SAID, async (_, written) => written.leaveNoEvent());
    expect(await events(store)).toEqual([]);
    const hiding = store.command(SAID, async (store, written) => {
      await describeUnit("B1", "First")(store);
      written.leaveNoEvent();
    });
    await expect(hiding).rejects.toThrow("has an event");
    expect(await store.organisation.units()).toEqual([]);
  });
});

describeEachDatabase("a record as of an instant", (database) => {
  test("reads at every instant as it read then", async () => {
    const store = await database.open();
    const seen: [at: number, names: string[]][] = [];
    for (let i = 0; i < 12; i += 1) {
      const at = await store.command(SAID, async (store, written) => {
        await describeUnit(`B${i % 4}`, `Name ${i}`)(store);
        return written.at;
      });
      seen.push([at, (await store.organisation.units()).map(({ name }) => name)]);
    }
    for (const [at, names] of seen) {
      expect((await store.at(at).organisation.units()).map(({ name }) => name)).toEqual(names);
    }
    expect(await store.at(TEST_NOW - 1).organisation.units()).toEqual([]);
  });
});

describeEachDatabase("two people at once", (database) => {
  test("on one thing: one wins, the other is told both values, every time", async () => {
    const store = await database.open();
    await store.command(SAID, describeUnit("B1", "First"));
    const rounds = 50;
    for (let version = 1; version <= rounds; version += 1) {
      const tries = await Promise.allSettled([
        store.command(SAID, describeUnit("B1", `one ${version}`, version)),
        store.command(SAID, describeUnit("B1", `other ${version}`, version)),
      ]);
      const refused = tries.filter(({ status }) => status === "rejected");
      expect(refused).toHaveLength(1);
      expect(refused[0]).toMatchObject({
        reason: { code: "stale-version", details: { expected: version, actual: version + 1 } },
      });
    }
    const { rows, fault } = await store.verify();
    expect({ rows, fault }).toEqual({ rows: 2 + rounds, fault: null });
  });

  test("on many things: every command is in the chain, in one order", async () => {
    const store = await database.open();
    await Promise.all(Array.from({ length: 30 }, (_, i) => store.command(SAID, describeUnit(`B${i}`, `Unit ${i}`))));
    expect((await events(store)).map(({ seq }) => seq)).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
    expect((await store.verify()).fault).toBeNull();
  });

  test("reading sees nothing of a command that has not ended", async () => {
    const store = await database.open();
    let began: () => void = () => undefined;
    let goOn: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => {
      began = resolve;
    });
    const released = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const running = store.command(SAID, async (store) => {
      await describeUnit("B1", "Half done")(store);
      began();
      await released;
      throw new Error("given up");
    });
    await begun;
    const reading = nameOf(store, "B1");
    if (database.shared) expect(await reading).toBeUndefined();
    goOn();
    await expect(running).rejects.toThrow("given up");
    expect(await reading).toBeUndefined();
  });
});

describeEachDatabase("saying many things at once", (database) => {
  test("writes only what changed, keeps the order, and closes what it supersedes", async () => {
    const store = await database.open();
    const months = Array.from(
      { length: 24 },
      (_, i) => `20${25 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`,
    );
    const states = (state: (at: number) => "open" | "closed") =>
      months.map((month, at) => ({ unit: "B1", month: month as Month, state: state(at), by: null }));
    await store.command(SAID, describeUnit("B1", "First"));
    const first = await store.command(SAID, (store) => store.organisation.setPeriodStates(states(() => "closed")));
    expect(first.every(({ changed, n }) => changed && n === 1)).toBe(true);
    const second = await store.command(SAID, (store) =>
      store.organisation.setPeriodStates(states((at) => (at % 2 === 0 ? "open" : "closed"))),
    );
    expect(second.map(({ changed, n }) => [changed, n])).toEqual(
      months.map((_, at) => (at % 2 === 0 ? [true, 2] : [false, 1])),
    );
    const scope = { units: ["B1"], from: "2025-01" as Month, to: "2026-12" as Month };
    const read = await store.organisation.periodStates(scope);
    expect(read.map(({ state }) => state)).toEqual(months.map((_, at) => (at % 2 === 0 ? "open" : "closed")));
    expect(await store.organisation.periodStates({ ...scope, units: [] })).toEqual([]);
    expect((await store.verify()).fault).toBeNull();
  });

  test("gives every row back as it was said, however many go into one statement, and the digest agrees", async () => {
    const store = await database.open();
    const names = ["plain", "null", "", 'o\'clock "quoted"', "Zoë \u{1f9ed}", "half of a character \ud83e", "0"];
    for (const count of [63, 64, 65, 200]) {
      const units = Array.from({ length: count }, (_, at) => ({
        code: `U${count}-${at}`,
        name: count === 64 ? "branch" : names[at % names.length] || "blank",
        kind: count === 65 && at > 10 ? ("area" as const) : ("branch" as const),
      }));
      await store.command(SAID, (store) => store.organisation.putUnits(units));
      const read = (await store.organisation.units()).filter(({ code }) => code.startsWith(`U${count}-`));
      const said = units.map((unit) => ({ ...unit, name: unit.name.toWellFormed() }));
      const byCode = new Map(read.map(({ code, name, kind }) => [code, { code, name, kind }]));
      expect(said.map(({ code }) => byCode.get(code))).toEqual(said);
    }
    expect((await store.verify()).fault).toBeNull();
  });

  test("refuses a key that is said twice, and figures that are none", async () => {
    const store = await database.open();
    const unit = { code: "B1", name: "First", kind: "branch" } as const;
    const twice = store.command(SAID, (store) => store.organisation.putUnits([unit, { ...unit, name: "Second" }]));
    await expect(twice).rejects.toThrow("said twice");
    for (const figure of [Number.NaN, Number.POSITIVE_INFINITY]) {
      const odd = store.command(SAID, (store) =>
        store.organisation.say({
          ...{ name: "Odd", fiscalYearStart: 1, locale: "en", timeZone: "UTC", entryDueDay: 10 },
          ...{ minimumCoverage: figure, approval: false, retentionYears: 10 },
        }),
      );
      await expect(odd).rejects.toThrow("not a finite number");
    }
    expect((await store.audit.head()).seq).toBe(0);
  });
});
