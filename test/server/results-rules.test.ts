import fc from "fast-check";
import { expect, test } from "vitest";
import { submitMonth } from "../../server/results/entry.service.ts";
import { changePeriod } from "../../server/results/periods.service.ts";
import { takeStep } from "../../server/results/results.service.ts";
import { monthRange } from "../../shared/domain/month.ts";
import { describeEachEngine } from "../support/databases.ts";
import { aReportingWorld, month, type PersonName, type ReportingWorld, sold } from "../support/reporting-world.ts";

const MARCH = month("2026-03");

async function period(world: ReportingWorld, who: PersonName, step: "close" | "reopen" | "lock") {
  return changePeriod(await world.as(who), { unit: null, month: MARCH, step });
}

async function eventsOf(world: ReportingWorld): Promise<number> {
  return (await world.store.audit.head()).seq;
}

describeEachEngine("what is recorded of a measurement", (database) => {
  test("a draft never hides the figure that counts, and a submission takes its place", async () => {
    const world = await aReportingWorld(await database.open());
    await world.take("contributor", "submit", sold(10));
    await world.take("contributor", "save-draft", sold(20));
    expect(await world.shown({ unit: "GROUP" })).toBe(10);
    await world.take("contributor", "submit", sold(20));
    expect(await world.shown({ unit: "GROUP" })).toBe(20);
  });

  test("with approval a submission waits for someone else than its submitter", async () => {
    const world = await aReportingWorld(await database.open(), { approval: true });
    await world.take("approver", "submit", sold(10));
    expect(await world.shown({ unit: "B1" })).toBeNull();
    const own = await world.take("approver", "approve", sold(10));
    expect(own.outcomes).toMatchObject([{ kind: "refused", code: "same-person" }]);
    const by = await world.take("quality", "approve", sold(999));
    expect(by.outcomes).toMatchObject([{ kind: "saved", revision: { value: 10, state: "approved", counts: true } }]);
    expect(await world.shown({ unit: "B1" })).toBe(10);
  });

  test("switching approval on hides nothing that counted", async () => {
    const world = await aReportingWorld(await database.open());
    await world.take("contributor", "submit", sold(10));
    await world.say(async (store) => {
      const { version, ...settings } = (await store.organisation.find()) ?? { version: 0 };
      await store.organisation.say(
        { ...(settings as Parameters<typeof store.organisation.say>[0]), approval: true },
        version,
      );
    });
    expect(await world.shown({ unit: "B1" })).toBe(10);
    await world.take("contributor", "submit", sold(30));
    expect(await world.shown({ unit: "B1" })).toBe(10);
  });
});

describeEachEngine("closed and locked months", (database) => {
  test("a locked month takes a restatement with a reason alone, approved by another person", async () => {
    const world = await aReportingWorld(await database.open());
    await world.take("contributor", "submit", sold(500));
    await period(world, "quality", "lock");
    const before = (await world.store.audit.list({ units: null, from: 1, limit: 99 })).at(-1)?.at ?? 0;
    for (const step of ["save-draft", "submit"] as const) {
      expect((await world.take("contributor", step, sold(50))).outcomes).toMatchObject([{ code: "month-locked" }]);
    }
    expect((await world.take("approver", "restate", sold(50))).outcomes).toMatchObject([{ code: "reason-needed" }]);
    await world.take("approver", "restate", sold(50, { reason: "a zero too many" }));
    expect(await world.shown({ unit: "GROUP" })).toBe(500);
    const again = await world.take("quality", "restate", sold(60, { reason: "and again" }));
    expect(again.outcomes).toMatchObject([{ code: "restatement-pending" }]);
    expect((await world.take("approver", "approve", sold(50))).outcomes).toMatchObject([{ code: "same-person" }]);
    const byNobody = await world.take("operator", "approve", sold(50));
    expect(byNobody.outcomes).toMatchObject([{ code: "operator-cannot-approve-restatement" }]);
    await world.take("quality", "approve", sold(50));
    expect(await world.shown({ unit: "GROUP" })).toBe(50);
    expect(await world.shown({ unit: "GROUP", moment: before })).toBe(500);
  });

  test("a closed month takes no entry, goes on approving, and is not locked while a submission waits", async () => {
    const world = await aReportingWorld(await database.open(), { approval: true });
    await world.take("contributor", "submit", sold(10));
    await period(world, "approver", "close");
    expect((await world.take("contributor", "submit", sold(11))).outcomes).toMatchObject([{ code: "month-closed" }]);
    await expect(period(world, "quality", "lock")).rejects.toMatchObject({ code: "submission-waits" });
    await world.take("approver", "approve", sold(10));
    expect((await period(world, "quality", "lock")).changed).toEqual(["GROUP", "B1", "B2"]);
    await expect(period(world, "approver", "reopen")).rejects.toMatchObject({ code: "month-locked" });
    await expect(period(world, "contributor", "close")).rejects.toMatchObject({ code: "not-allowed" });
  });
});

describeEachEngine("entering results", (database) => {
  test("whoever saw an older revision is told what stands there now", async () => {
    const world = await aReportingWorld(await database.open());
    await world.take("contributor", "submit", sold(10, { expectedRevision: 0 }));
    const late = await world.take("colleague", "submit", sold(20, { expectedRevision: 0 }));
    expect(late.outcomes).toMatchObject([{ kind: "conflict", current: { n: 1, value: 10 } }]);
    expect(await world.shown({ unit: "B1" })).toBe(10);
  });

  test("all or nothing: one cell that cannot be saved leaves every other one and the chain as they were", async () => {
    const world = await aReportingWorld(await database.open());
    await world.take("contributor", "submit", sold(10));
    const events = await eventsOf(world);
    const asked = [
      sold(30),
      sold(5000, { unit: "B2" }),
      sold(1, { unit: "B2", kpi: "MOOD", period: month("2026-02") }),
    ];
    const answer = await takeStep(await world.as("contributor"), { step: "submit", asked, allOrNothing: true });
    expect(answer.stored).toBe(false);
    expect(answer.outcomes).toMatchObject([
      { kind: "unchanged" },
      { code: "outside-limits" },
      { code: "not-reported-then", details: { right: "2026-03" } },
    ]);
    expect(await world.shown({ unit: "B1" })).toBe(10);
    expect(await eventsOf(world)).toBe(events);
  });

  test("nobody enters for a unit outside their grant, and a viewer for none", async () => {
    const world = await aReportingWorld(await database.open());
    await expect(world.take("viewer", "submit", sold(1))).rejects.toMatchObject({ code: "not-allowed" });
    await expect(world.take("stranger", "submit", sold(1))).rejects.toMatchObject({ code: "not-allowed" });
    expect((await world.take("stranger", "submit", sold(1, { unit: "B2" }))).outcomes).toMatchObject([
      { kind: "saved" },
    ]);
  });

  test("saying what is there already writes nothing", async () => {
    const world = await aReportingWorld(await database.open());
    await world.take("contributor", "submit", sold(10));
    const events = await eventsOf(world);
    expect((await world.take("colleague", "submit", sold(10))).outcomes).toMatchObject([{ kind: "unchanged" }]);
    expect(await eventsOf(world)).toBe(events);
  });

  test("a month is submitted as a whole, naming what is missing; zero, not applicable and missing stay apart", async () => {
    const world = await aReportingWorld(await database.open());
    const rate = { unit: "B1", kpi: "RATE", period: MARCH };
    await world.take("contributor", "save-draft", sold(0), {
      ...rate,
      content: { kind: "not_applicable", reason: "nothing sold" },
    });
    const submitted = await submitMonth(await world.as("contributor"), { unit: "B1", month: MARCH });
    expect(submitted).toMatchObject({ submitted: 2, missing: [{ kpi: "MOOD" }] });
    expect(await world.shown({ unit: "B1" })).toBe(0);
    await world.take("contributor", "submit", sold(0, { content: { kind: "missing" } }));
    expect(await world.shown({ unit: "B1" })).toBeNull();
  });
});

describeEachEngine("what is entered", (database) => {
  test("a figure ten times its usual size is doubted and taken all the same", async () => {
    const world = await aReportingWorld(await database.open());
    const earlier = monthRange(month("2025-01"), month("2026-02"));
    const asked = earlier.map((period, at) => sold(48 + (at % 3), { period }));
    await world.take("contributor", "submit", ...asked);
    const { outcomes } = await world.take("contributor", "submit", sold(500));
    const [saved] = outcomes;
    const revision = saved?.kind === "saved" ? saved.revision.id : 0;
    expect((await world.store.results.flagsOf([revision])).map(({ rule }) => rule)).toEqual(["late", "ten_times"]);
  });

  test("numbers of up to 15 digits come back exactly as entered", async () => {
    const world = await aReportingWorld(await database.open());
    const digits = fc.bigInt({ min: 0n, max: 10n ** 15n - 1n });
    const number = fc.tuple(digits, fc.nat({ max: 14 }), fc.boolean()).map(([whole, places, negative]) => {
      const value = Number(`${negative && whole !== 0n ? "-" : ""}${whole}e-${places}`);
      return value;
    });
    await fc.assert(
      fc.asyncProperty(number, number, async (numerator, denominator) => {
        const content = { kind: "ratio" as const, numerator, denominator: Math.abs(denominator) };
        const asked = { unit: "B1", kpi: "RATE", period: MARCH, content };
        const { outcomes } = await world.take("contributor", "submit", asked);
        expect(outcomes[0]?.kind).not.toBe("refused");
        const unit = (await world.store.organisation.unitIds(["B1"])).get("B1") ?? 0;
        const open = await world.store.results.openOfUnit({ unit, periods: [MARCH] });
        expect(open[0]).toMatchObject({ numerator, denominator: Math.abs(denominator) });
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  test("two people, one cell: one of them wins and the other is told, 200 times", async () => {
    const world = await aReportingWorld(await database.open());
    let seen = 0;
    for (let round = 0; round < 200; round += 1) {
      const expectedRevision = seen;
      const answers = await Promise.all([
        world.take("contributor", "submit", sold(round, { expectedRevision })),
        world.take("colleague", "submit", sold(999 - round, { expectedRevision })),
      ]);
      const kinds = answers.map(({ outcomes }) => outcomes[0]?.kind).sort();
      expect(kinds).toEqual(["conflict", "saved"]);
      seen += 1;
    }
  }, 120_000);
});
