import fc from "fast-check";
import { expect, test } from "vitest";
import { keepAllCells } from "../../db/cells/keep-cells.ts";
import type { Writings } from "../../db/store.ts";
import { decimalOfNumber } from "../../shared/domain/decimal.ts";
import type { KpiDefinition, OrgRule } from "../../shared/domain/kpi-definition.ts";
import { ALWAYS, type Month, monthRange } from "../../shared/domain/month.ts";
import { describeEachDatabase } from "../support/databases.ts";
import { aCellsWorld, aDefinition, assign, type CellsWorld, report, setTarget, unitCode } from "./cells-world.ts";

const MONTHS = monthRange("2026-01" as Month, "2026-06" as Month);
const UNITS = 7;
/** Histories tried on each database. */
const RUNS: Readonly<Record<string, number>> = {
  "SQLite in memory": 25,
  "SQLite in threads": 3,
  "embedded PostgreSQL": 1,
};

const KPIS: readonly Partial<KpiDefinition>[] = [
  { input: "ratio", orgRule: "ratio", timeRule: "ratio", multiplier: decimalOfNumber(100) },
  { orgRule: "sum", timeRule: "sum" },
  { orgRule: "mean", timeRule: "last" },
  { input: "ratio", orgRule: "max", timeRule: "ratio" },
  { orgRule: "none", timeRule: "min" },
  { input: "ratio", orgRule: "ratio", timeRule: "ratio", frequency: "quarter" },
  { input: "derived", expression: "[K0] / [K1]", orgRule: "none", timeRule: "last" },
];

type Step = (world: CellsWorld, store: Writings) => Promise<void>;

const at = (list: readonly number[], index: number): number => list[index % list.length] ?? 0;
const kpi = fc.nat({ max: KPIS.length - 1 });
const unit = fc.nat({ max: UNITS - 1 });
const month = fc.constantFrom(...MONTHS);
const amount = fc.integer({ min: -500, max: 2000 }).map((whole) => whole / 10);

const reporting: fc.Arbitrary<Step> = fc
  .record({
    kpi,
    unit,
    month,
    amount,
    denominator: fc.nat({ max: 40 }),
    kind: fc.nat({ max: 9 }),
    counts: fc.nat({ max: 7 }),
  })
  .map((said) => async (world, store) => {
    const isRatio = KPIS[said.kpi]?.input === "ratio";
    const number = isRatio ? { numerator: said.amount, denominator: said.denominator } : { value: said.amount };
    const content =
      said.kind > 1 ? number : { kind: said.kind === 0 ? ("missing" as const) : ("not_applicable" as const) };
    const place = { kpi: at(world.kpis, said.kpi), unit: at(world.units, said.unit), period: said.month };
    await report(store, { ...place, content, counts: said.counts > 0 });
  });

const targeting: fc.Arbitrary<Step> = fc
  .record({ kpi, unit, month, amount, share: fc.constantFrom(1, 1, 12), withdrawn: fc.nat({ max: 5 }) })
  .map((said) => async (world, store) => {
    const place = { kpi: at(world.kpis, said.kpi), unit: at(world.units, said.unit), month: said.month };
    await setTarget(store, { ...place, value: said.amount, share: said.share, withdrawn: said.withdrawn === 0 });
  });

const assigning: fc.Arbitrary<Step> = fc
  .record({ kpi, unit, from: month, to: fc.option(month), withdrawn: fc.nat({ max: 2 }), applies: fc.nat({ max: 5 }) })
  .map((said) => async (world, store) => {
    const to = said.to !== null && said.to >= said.from ? said.to : null;
    const place = { kpi: at(world.kpis, said.kpi), unit: at(world.units, said.unit), from: said.from, to };
    const reason = said.applies === 0 ? { reason: "does not do it" } : {};
    await assign(store, { ...place, ...reason, withdrawn: said.withdrawn === 0 });
  });

/** A parent of a smaller number than the child's keeps the tree free of cycles in every month. */
const moving: fc.Arbitrary<Step> = fc
  .record({ child: fc.integer({ min: 1, max: UNITS - 1 }), parent: fc.nat(), from: month, ends: fc.nat({ max: 6 }) })
  .map((said) => async (_, store) => {
    const ends = said.ends === 0;
    const parent = ends ? null : unitCode(said.parent % said.child);
    const edge = { child: unitCode(said.child), parent, from: said.from, ends, withdrawn: false };
    await store.organisation.setEdges([edge]);
  });

const defining: fc.Arbitrary<Step> = fc
  .record({
    kpi: fc.constantFrom(1, 2, 4),
    from: month,
    orgRule: fc.constantFrom<OrgRule>("sum", "mean", "min", "none"),
  })
  .map((said) => async (world, store) => {
    const definition = aDefinition({ ...KPIS[said.kpi], validFrom: said.from, orgRule: said.orgRule });
    await store.kpis.define([{ kpi: at(world.kpis, said.kpi), definition }]);
  });

const deviating: fc.Arbitrary<Step> = fc
  .record({ kpi, unit, from: month, until: month, amount, withdrawn: fc.nat({ max: 3 }) })
  .map((said) => async (world, store) => {
    if (said.until < said.from) return;
    const place = {
      kpi: at(world.kpis, said.kpi),
      unit: at(world.units, said.unit),
      from: said.from,
      until: said.until,
    };
    const amounts = { value: said.amount, low: null, high: null, reason: "agreed" };
    await store.kpis.acceptDeviation({ ...place, ...amounts, withdrawn: said.withdrawn === 0 });
  });

const step = fc.oneof(
  { weight: 8, arbitrary: reporting },
  { weight: 4, arbitrary: targeting },
  { weight: 2, arbitrary: assigning },
  { weight: 2, arbitrary: moving },
  { weight: 1, arbitrary: defining },
  { weight: 1, arbitrary: deviating },
);
/** Several steps a command: what one command touches is kept at once. */
const history = fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { minLength: 5, maxLength: 14 });

async function begin(world: CellsWorld): Promise<void> {
  await world.command(async (store) => {
    const edges = world.units.map((_, index) => ({
      child: unitCode(index),
      parent: index === 0 ? null : unitCode((index - 1) >> 1),
    }));
    await store.organisation.setEdges(edges.map((edge) => ({ ...edge, from: ALWAYS, ends: false, withdrawn: false })));
    for (const kpi of world.kpis.slice(0, 6)) {
      for (const unit of world.units.slice(2)) await assign(store, { kpi, unit, from: "2025-12" as Month });
    }
  });
}

type Shown = Record<string, string>;

/** Plays a history and answers what was shown after each command that was not refused. */
async function play(
  world: CellsWorld,
  commands: readonly (readonly Step[])[],
): Promise<{ at: number; shown: Shown }[]> {
  const then: { at: number; shown: Shown }[] = [];
  for (const steps of commands) {
    try {
      const instant = await world.command(async (store) => {
        for (const step of steps) await step(world, store);
      });
      then.push({ at: instant, shown: await world.shown("now", MONTHS) });
    } catch (error) {
      // A move that would leave no tree is refused, and with it all that its command said.
      expect(error).toMatchObject({ code: "tree-broken" });
      if (then.length > 0) expect(await world.shown("now", MONTHS)).toEqual(then.at(-1)?.shown);
    }
  }
  return then;
}

function keptOf({ store }: CellsWorld) {
  const { db } = store.signInDatabase;
  return db.selectFrom("kept_year").selectAll().orderBy("unit_id").orderBy("kpi_id").orderBy("year").execute();
}

/** What would be kept were all of it made from the records at once, as after the migration that changed how it is kept. */
async function keptAnew(world: CellsWorld) {
  const { db, type: engine } = world.store.signInDatabase;
  await db.transaction().execute(async (trx) => {
    await trx.deleteFrom("kept_year").execute();
    await trx.deleteFrom("kept_month").execute();
    await keepAllCells({ db: trx, engine, moment: "now" });
  });
  return keptOf(world);
}

describeEachDatabase("kept cells", (database) => {
  const numRuns = RUNS[database.name] ?? 3;

  test("what is kept is what the records say, and as of any instant what was shown then", async () => {
    await fc.assert(
      fc.asyncProperty(history, async (commands) => {
        const world = await aCellsWorld(await database.open(), { units: UNITS, kpis: KPIS });
        await begin(world);
        for (const { at: instant, shown } of await play(world, commands)) {
          expect(await world.shown(instant, MONTHS)).toEqual(shown);
        }
        expect(await keptAnew(world)).toEqual(await keptOf(world));
      }),
      { numRuns, endOnFailure: true },
    );
  }, 240_000);
});
