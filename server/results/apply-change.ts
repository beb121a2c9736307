import type { Readings, Writings } from "../../db/store.ts";
import type { ChangeContent } from "../../shared/contracts/dated-changes.ts";
import { decimalOfNumber } from "../../shared/domain/decimal.ts";
import { AppError } from "../../shared/domain/failures.ts";
import { definitionFaults, type KpiDefinition, versionOf } from "../../shared/domain/kpi-definition.ts";
import type { Action } from "../../shared/domain/permissions.ts";
import { targetFault } from "../../shared/domain/target.ts";
import { childrenOf, treeOfMonth } from "../../shared/domain/tree.ts";

/** The unit whose rights decide (null: the whole organisation), and what they must hold. */
export function rightsOf(change: ChangeContent): {
  readonly action: Action;
  readonly units: readonly (string | null)[];
} {
  switch (change.kind) {
    case "move":
      return { action: "edit-units", units: [change.unit, change.parent] };
    case "end":
      return { action: "edit-units", units: [change.unit] };
    case "target":
    case "deviation":
      return { action: "edit-targets", units: [change.unit] };
    default:
      return { action: "edit-definitions", units: [null] };
  }
}

type Written = { readonly reason: string; readonly by: number | null };
type Of<Kind extends ChangeContent["kind"]> = Extract<ChangeContent, { kind: Kind }>;

/** Writes the change as if its month were open. Refused where it could not be made in any month. */
export async function applyChange(store: Writings, change: ChangeContent, written: Written): Promise<void> {
  switch (change.kind) {
    case "move":
      return placeUnit(store, change, change.parent);
    case "end":
      return endUnit(store, change);
    case "target":
      return setTarget(store, change, written);
    case "deviation":
      return acceptDeviation(store, change, written);
    case "tolerance": {
      const { kind, amount } = change.tolerance;
      const tolerance = amount === 0 ? null : { kind, amount: decimalOfNumber(amount) };
      const kpi = await kpiOf(store, change.kpi);
      await store.kpis.setTolerances([{ kpi, validFrom: change.from, tolerance }]);
      return;
    }
    case "definition":
      return redefine(store, change);
  }
}

async function placeUnit(store: Writings, { unit, from }: Of<"move">, parent: string): Promise<void> {
  await store.organisation.setEdges([{ child: unit, from, parent, ends: false, withdrawn: false }]);
}

async function endUnit(store: Writings, { unit, from }: Of<"end">): Promise<void> {
  if (childrenOf(treeOfMonth(await store.organisation.edges(), from), unit).length > 0) {
    throw new AppError("invalid-value", { problem: "Move or end the units below it first." });
  }
  await store.organisation.setEdges([{ child: unit, from, parent: null, ends: true, withdrawn: false }]);
}

async function setTarget(store: Writings, change: Of<"target">, { reason, by }: Written): Promise<void> {
  const { value, low, high, from: month } = change;
  const place = await placeOf(store, change);
  const [before] = await store.kpis.targetsOf({ kpis: [place.kpi], units: [place.unit], from: month, to: month });
  const { stretch = null, benchmark = null } = before ?? {};
  const record = { value, low, high, share: 1, stretch, benchmark };
  refuseTarget(record, place.definition);
  const { kpi, unit } = place;
  await store.kpis.setTargets([{ kpi, unit, month, ...record, reason, approvedBy: by, withdrawn: false }]);
}

async function acceptDeviation(store: Writings, change: Of<"deviation">, { reason }: Written): Promise<void> {
  const { value, low, high, from, until } = change;
  if (until < from) throw new AppError("invalid-value", { problem: "A deviation ends no sooner than it begins." });
  const { kpi, unit, definition } = await placeOf(store, change);
  refuseTarget({ value, low, high, share: 1, stretch: null, benchmark: null }, definition);
  await store.kpis.acceptDeviation({ kpi, unit, from, until, value, low, high, reason, withdrawn: false });
}

function refuseTarget(record: Parameters<typeof targetFault>[0], definition: KpiDefinition): void {
  const fault = targetFault(record, definition.direction);
  if (fault === null) return;
  const needed = definition.direction === "band" ? "the two edges of a band" : "one value";
  throw new AppError("invalid-value", { problem: `The target of ${definition.name} is ${needed}.` });
}

async function redefine(store: Writings, { kpi: code, from, changes }: Of<"definition">): Promise<void> {
  const kpi = await kpiOf(store, code);
  const before = versionOf((await store.kpis.definitionsOf([kpi])).get(kpi) ?? [], from);
  if (before === null) throw new AppError("not-found", { what: "definition of this KPI" });
  const { multiplier, ...rest } = changes;
  const { version: _, ...said } = { ...before, ...present(rest), validFrom: from };
  const definition = multiplier === undefined ? said : { ...said, multiplier: decimalOfNumber(multiplier) };
  const [fault] = definitionFaults(definition);
  if (fault !== undefined) {
    throw new AppError("invalid-value", { problem: "These rules do not go together for what the KPI takes as input." });
  }
  await store.kpis.define([{ kpi, definition }]);
}

type Rules = Pick<KpiDefinition, "direction" | "decimals" | "orgRule" | "timeRule">;

/** The rules that are changed; what was left out stays as it is. */
function present(changes: { readonly [Rule in keyof Rules]?: Rules[Rule] | undefined }): Partial<Rules> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
}

async function kpiOf(store: Readings | Writings, code: string): Promise<number> {
  const id = (await store.kpis.idsOf([code])).get(code);
  if (id === undefined) throw new AppError("unknown-code", { what: "KPI", code });
  return id;
}

async function placeOf(
  store: Writings,
  change: Of<"target" | "deviation">,
): Promise<{ kpi: number; unit: number; definition: KpiDefinition }> {
  const kpi = await kpiOf(store, change.kpi);
  const unit = (await store.organisation.unitIds([change.unit])).get(change.unit);
  if (unit === undefined) throw new AppError("unknown-code", { what: "Unit", code: change.unit });
  const definition = versionOf((await store.kpis.definitionsOf([kpi])).get(kpi) ?? [], change.from);
  if (definition === null) throw new AppError("not-found", { what: "definition of this KPI" });
  return { kpi, unit, definition };
}
