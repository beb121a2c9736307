import type { Month } from "../../shared/domain/month.ts";
import { childrenOf } from "../../shared/domain/tree.ts";
import type { Reading } from "../writing.ts";
import type { CellMap } from "./cell-map.ts";
import { climb } from "./climb.ts";
import type { DirtyCells, Pair } from "./dirty-cells.ts";
import { beginKeeping } from "./kept-months.ts";
import { type MadeCell, readKeptCells, writeKeptCells } from "./kept-rows.ts";
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
  /** Pairs of which nothing has been kept before. */
  readonly isNew: (pair: Pair) => boolean;
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
  const isNew = await beginKeeping(reading, rules, dirty);
  const units = await reading.db.selectFrom("unit").select("id").execute();
  const everyUnit = units.map(({ id }) => String(id));
  const keeping: Keeping = { reading, trees, rules, dirty, isNew, everyUnit };
  for (const part of partsOf(dirty, everyUnit.length)) await keepPart(keeping, part);
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
  const beside = besideOf(keeping, orders);
  const kept = await readKeptCells(reading, rules, { ...part, units: beside });
  const made = orders.flatMap((pair) => madeOf(keeping, pair, { facts, kept }));
  await writeKeptCells(reading, rules, made);
}

type Ordered = Pair & { readonly order: readonly UnitKey[] };

function orderOf({ dirty, trees }: Keeping, pair: Pair): readonly UnitKey[] {
  const units = dirty.unitsOf(pair);
  return units === "all" ? trees.upward(pair.month) : trees.climbFrom(pair.month, units);
}

/** Children that are not made anew themselves. */
function besideOf({ trees }: Keeping, orders: readonly Ordered[]): UnitKey[] {
  const beside = new Set<UnitKey>();
  const seen = new Set<string>();
  for (const { month, order } of orders) {
    const signature = `${month} ${order.join()}`;
    if (seen.has(signature)) continue;
    seen.add(signature);
    const climbing = new Set(order);
    const tree = trees.of(month);
    for (const unit of order) {
      for (const child of childrenOf(tree, unit)) if (!climbing.has(child)) beside.add(child);
    }
  }
  return [...beside];
}

function madeOf(keeping: Keeping, pair: Ordered, { facts, kept }: { facts: FactTable; kept: CellMap }): MadeCell[] {
  const { kpi, month, order } = pair;
  const rules = keeping.rules.of(kpi, month);
  if (rules === null || rules.input === "derived") return [];
  const made = climb(order, {
    tree: keeping.trees.of(month),
    rules,
    facts: facts.of(kpi, month),
    keptCell: (unit) => kept.get(kpi, month, unit),
  });
  const cells: MadeCell[] = [];
  for (const [unit, cell] of made) if (cell !== null || !keeping.isNew(pair)) cells.push({ kpi, month, unit, cell });
  for (const unit of leftOut(keeping, pair)) if (!made.has(unit)) cells.push({ kpi, month, unit, cell: null });
  return cells;
}

/** Units that are dirty and stand outside the tree of the month: nothing is kept of them. */
function leftOut({ dirty, isNew, everyUnit }: Keeping, pair: Pair): Iterable<UnitKey> {
  if (isNew(pair)) return [];
  const units = dirty.unitsOf(pair);
  return units === "all" ? everyUnit : units;
}
