import { cellOfText, cellText } from "../../shared/domain/cell-text.ts";
import type { Month } from "../../shared/domain/month.ts";
import { childrenOf } from "../../shared/domain/tree.ts";
import type { Reading } from "../writing.ts";
import { climb } from "./climb.ts";
import type { DirtyCells, Pair } from "./dirty-cells.ts";
import { beginKeeping } from "./kept-months.ts";
import { type KeptYears, readKeptYears } from "./kept-years.ts";
import { type KpiRules, readRules } from "./kpi-rules.ts";
import { type FactTable, readFacts } from "./month-facts.ts";
import { readTrees, type UnitKey, type UnitTrees } from "./unit-trees.ts";
import { dirtiedBy, type Touched } from "./written-facts.ts";

/** About so many cells are made at a time: memory stays flat whatever a command touches. */
const PART = 40_000;

type Keeping = {
  readonly reading: Reading;
  readonly trees: UnitTrees;
  readonly rules: KpiRules;
  readonly dirty: DirtyCells;
  readonly everyUnit: readonly UnitKey[];
};

/** KPIs that are dirty in the same months. */
type Part = { readonly kpis: readonly number[]; readonly months: readonly Month[] };

/** Inside a command, after its records are written: makes the kept cells anew of all that they touch. */
export async function keepCells(reading: Reading, touched: Touched): Promise<void> {
  const trees = await readTrees(reading);
  const dirty = await dirtiedBy(reading, trees, touched);
  if (dirty.isEmpty()) return;
  const rules = await readRules(reading, dirty.kpis());
  await beginKeeping(reading, rules, dirty);
  const units = await reading.db.selectFrom("unit").select("id").execute();
  const everyUnit = units.map(({ id }) => String(id));
  const keeping: Keeping = { reading, trees, rules, dirty, everyUnit };
  for (const part of partsOf(dirty, everyUnit.length)) await keepPart(keeping, part);
}

/** Makes every kept cell from the records, where none is kept. */
export async function keepAllCells(reading: Reading): Promise<void> {
  const first = 1;
  await keepCells(
    reading,
    new Map([
      ["measurement", first],
      ["target", first],
    ]),
  );
}

function partsOf(dirty: DirtyCells, unitCount: number): Part[] {
  const alike = Map.groupBy(dirty.kpis(), (kpi) => dirty.monthsOf(kpi).join());
  const monthsAtOnce = Math.max(1, Math.floor(PART / Math.max(1, unitCount)));
  const parts: Part[] = [];
  for (const kpis of alike.values()) {
    const months = dirty.monthsOf(kpis[0] ?? 0);
    for (const slice of slicesOf(months, monthsAtOnce)) {
      const kpisAtOnce = Math.max(1, Math.floor(monthsAtOnce / slice.length));
      for (const some of slicesOf(kpis, kpisAtOnce)) parts.push({ kpis: some, months: slice });
    }
  }
  return parts;
}

function slicesOf<T>(list: readonly T[], size: number): T[][] {
  const slices: T[][] = [];
  for (let at = 0; at < list.length; at += size) slices.push(list.slice(at, at + size));
  return slices;
}

async function keepPart(keeping: Keeping, part: Part): Promise<void> {
  const { reading, rules } = keeping;
  const orders = part.kpis.flatMap((kpi) =>
    part.months.map((month) => ({ kpi, month, order: orderOf(keeping, { kpi, month }) })),
  );
  const isWhole = orders.some((pair) => keeping.dirty.unitsOf(pair) === "all");
  const climbing = isWhole ? null : [...new Set(orders.flatMap(({ order }) => order))];
  const facts = await readFacts(reading, rules, { ...part, units: climbing });
  const kept = await readKeptYears(reading, {
    ...part,
    units: isWhole ? keeping.everyUnit : aroundOf(keeping, orders),
  });
  for (const pair of orders) makeCells(keeping, pair, { facts, kept });
  await kept.write(reading);
}

type Ordered = Pair & { readonly order: readonly UnitKey[] };

function orderOf({ dirty, trees }: Keeping, pair: Pair): readonly UnitKey[] {
  const units = dirty.unitsOf(pair);
  return units === "all" ? trees.upward(pair.month) : trees.climbFrom(pair.month, units);
}

/** The units to be made anew, and the children of those that are in the tree. */
function aroundOf({ dirty, trees }: Keeping, orders: readonly Ordered[]): UnitKey[] {
  const around = new Set<UnitKey>();
  const seen = new Set<string>();
  for (const { kpi, month, order } of orders) {
    const units = dirty.unitsOf({ kpi, month });
    if (units !== "all") for (const unit of units) around.add(unit);
    const signature = `${month} ${order.join()}`;
    if (seen.has(signature)) continue;
    seen.add(signature);
    const tree = trees.of(month);
    for (const unit of order) {
      around.add(unit);
      for (const child of childrenOf(tree, unit)) around.add(child);
    }
  }
  return [...around];
}

function makeCells(keeping: Keeping, pair: Ordered, { facts, kept }: { facts: FactTable; kept: KeptYears }): void {
  const { kpi, month, order } = pair;
  const rules = keeping.rules.of(kpi, month);
  if (rules === null || rules.input === "derived") return;
  const made = climb(order, {
    tree: keeping.trees.of(month),
    rules,
    facts: facts.of(kpi, month),
    keptCell: (unit) => {
      const text = kept.textOf(pair, unit);
      return text === "" ? undefined : cellOfText(text, rules);
    },
  });
  for (const [unit, cell] of made) kept.put(pair, unit, cell === null ? "" : cellText(cell, rules));
  // Of units that are dirty and stand outside the tree of the month nothing is kept.
  const dirty = keeping.dirty.unitsOf(pair);
  for (const unit of dirty === "all" ? keeping.everyUnit : dirty) if (!made.has(unit)) kept.put(pair, unit, "");
}
