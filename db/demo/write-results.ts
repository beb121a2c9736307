import { addMonths, type Month, monthOfYear } from "../../shared/domain/month.ts";
import type { Writings } from "../store.ts";
import { managersOf } from "./people.ts";
import type { DemoResult } from "./results.ts";
import { TEN_TIMES } from "./story.ts";
import { LATE } from "./units.ts";
import { type DemoWorld, idIn } from "./world.ts";

/** A month's results as the units entered them; one branch is late at each quarter's end. */
export async function enterMonth(world: DemoWorld, month: Month, results: readonly DemoResult[]): Promise<void> {
  const { clock, store } = world;
  const isLate = ({ unit }: DemoResult) => unit === LATE && monthOfYear(month) % 3 === 0;
  const event = { actor: "system", command: "results-entered", entity: "measurement" };
  clock.set(month, 4, 11);
  await store.command(event, (writing) =>
    write(
      writing,
      world,
      results.filter((result) => !isLate(result)),
    ),
  );
  const late = results.filter(isLate);
  if (late.length === 0) return;
  clock.set(month, 13, 15);
  await store.command({ ...event, unitCode: LATE }, async (writing) => {
    const ids = await write(writing, world, late);
    await writing.results.flag(ids.map((revision) => ({ revision, rule: "late", answer: null, answeredBy: null })));
  });
}

async function write(writing: Writings, world: DemoWorld, results: readonly DemoResult[]): Promise<number[]> {
  const managers = managersOf(world.people);
  const said = await writing.results.write(
    results.map(({ kpi, unit, period, kind, numerator, denominator }) => ({
      assignment: assignmentOf(world, kpi, unit),
      period,
      kind,
      value: null,
      numerator: isSlipped(world, { kpi, unit, period }) && numerator !== null ? numerator * 10 : numerator,
      denominator,
      comment: null,
      cause: null,
      state: "submitted",
      counts: true,
      source: "grid",
      restatement: false,
      reason: null,
      by: world.ids.get(`person ${managers.get(unit)}`) ?? null,
      open: { counting: null, pending: null },
    })),
  );
  return said.map(({ id }) => id);
}

export function assignmentOf(world: DemoWorld, kpi: string, unit: string): number {
  return idIn(world, `assignment ${idIn(world, `kpi ${kpi}`)} ${idIn(world, `unit ${unit}`)}`);
}

/** The month that was entered ten times too high, and is restated later. */
export function slippedMonth({ last }: DemoWorld): Month {
  return addMonths(last, TEN_TIMES.month - 36);
}

function isSlipped(world: DemoWorld, at: { kpi: string; unit: string; period: Month }): boolean {
  return at.kpi === TEN_TIMES.kpi && at.unit === TEN_TIMES.unit && at.period === slippedMonth(world);
}

/** Locks a month for every unit. */
export async function lockMonth(world: DemoWorld, month: Month): Promise<void> {
  const event = { actor: "quality", command: "month-locked", entity: "period", entityCode: month };
  await world.store.command(event, async (writing) => {
    await writing.organisation.setPeriodStates(
      world.units.map(({ code }) => ({ unit: code, month, state: "locked", by: "quality" })),
    );
  });
}
