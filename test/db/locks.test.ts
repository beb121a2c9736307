import fc from "fast-check";
import { expect, test } from "vitest";
import { changePeriod } from "../../server/results/periods.service.ts";
import { addMonths, type Month } from "../../shared/domain/month.ts";
import type { PeriodStep, RevisionStep } from "../../shared/domain/revision.ts";
import { describeEachDatabase } from "../support/databases.ts";
import { aReportingWorld, month, type PersonName, type ReportingWorld, sold } from "../support/reporting-world.ts";

const FIRST = month("2025-01");
const MONTHS = 15;

/** One of three people takes one step; in whatever order the database lets them. */
type Move = { readonly who: PersonName; readonly step: PeriodStep | RevisionStep };

const moves = fc.array(
  fc.record({
    who: fc.constantFrom<PersonName>("contributor", "approver", "quality"),
    step: fc.constantFrom<Move["step"]>(
      "save-draft",
      "submit",
      "approve",
      "reject",
      "restate",
      "close",
      "reopen",
      "lock",
    ),
  }),
  { minLength: 4, maxLength: 8 },
);

function isPeriodStep(step: Move["step"]): step is PeriodStep {
  return step === "close" || step === "reopen" || step === "lock";
}

type Making = { readonly period: Month; readonly value: number };

async function make(world: ReportingWorld, { who, step }: Move, { period, value }: Making) {
  if (isPeriodStep(step)) return changePeriod(await world.as(who), { unit: "B1", month: period, step });
  return world.take(who, step, sold(value, { period, reason: "because" }));
}

/** Revisions that came after the lock and are no restatement; 0 is the promise. */
async function writtenAfterLock({ store }: ReportingWorld, period: Month): Promise<number> {
  const [state] = await store.organisation.periodStates({ units: ["B1"], from: period, to: period });
  if (state?.state !== "locked") return 0;
  const kpi = (await store.kpis.idsOf(["SOLD"])).get("SOLD") ?? 0;
  const units = [...(await store.organisation.unitIds(["B1"])).values()];
  const revisions = await store.results.history({ kpi, units, from: period, to: period, limit: 999 });
  const waiting = await store.results.waiting({ units, periods: [period] });
  const late = revisions.filter(({ at, restatement }) => at > state.at && !restatement).length;
  return late + waiting.filter(({ restatement }) => !restatement).length;
}

describeEachDatabase("steps of three people on one month, all at once", (database) => {
  test("write nothing after it is locked, and lock nothing that waits", { timeout: 120_000 }, async () => {
    const world = await aReportingWorld(await database.open(), { approval: true });
    let round = 0;
    await fc.assert(
      fc.asyncProperty(moves, async (chosen) => {
        const period = addMonths(FIRST, round % MONTHS);
        round += 1;
        await Promise.allSettled(chosen.map((move, at) => make(world, move, { period, value: 10 * round + at })));
        expect(await writtenAfterLock(world, period)).toBe(0);
      }),
      { numRuns: 40 },
    );
    expect((await world.store.verify()).fault).toBeNull();
  });
});
