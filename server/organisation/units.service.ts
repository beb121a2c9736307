import type { z } from "zod";
import type { Writings } from "../../db/store.ts";
import type {
  addUnitInput,
  describeUnitInput,
  endUnitInput,
  moveUnitInput,
} from "../../shared/contracts/organisation.ts";
import { AppError } from "../../shared/domain/failures.ts";
import { ALWAYS, type Month } from "../../shared/domain/month.ts";
import { ancestorsOf, childrenOf, subtreeOf, treeOfMonth } from "../../shared/domain/tree.ts";
import type { Actor } from "../access/actor.ts";
import { permit } from "../access/permit.ts";

const ACTION = "edit-units";
const END_OF_TIME = "9999-12" as Month;

/** Adds a unit below another, or as the root of all where there is none yet. */
export async function addUnit(actor: Actor, input: z.infer<typeof addUnitInput>): Promise<void> {
  const { code, name, kind, parent } = input;
  const from = input.from ?? ALWAYS;
  const event = { actor: actor.by, command: "unit-added", entity: "unit", entityCode: code, unitCode: parent };
  await actor.store.command({ ...event, after: input }, async (store) => {
    await permit(store, actor, { action: ACTION, unit: parent });
    if ((await store.organisation.unitIds([code])).has(code)) throw new AppError("duplicate", { what: `Unit ${code}` });
    await store.organisation.putUnits([{ code, name, kind }]);
    await store.organisation.setEdges([{ child: code, from, parent, ends: false, withdrawn: false }]);
  });
}

/** Gives a unit another name or kind; both hold for all its months. */
export async function describeUnit(actor: Actor, input: z.infer<typeof describeUnitInput>): Promise<void> {
  const { unit: code, version: expectedVersion, name, kind } = input;
  const event = { actor: actor.by, command: "unit-described", entity: "unit", entityCode: code, unitCode: code };
  await actor.store.command(event, async (store, written) => {
    await permit(store, actor, { action: ACTION, unit: code });
    const before = (await store.organisation.units()).find((unit) => unit.code === code);
    if (before === undefined) throw new AppError("not-found", { what: "unit" });
    written.describe({ before: { name: before.name, kind: before.kind }, after: { name, kind } });
    await store.organisation.putUnits([{ code, name, kind, expectedVersion }]);
  });
}

/** Puts a unit with all below it under another from a month on. */
export async function moveUnit(actor: Actor, input: z.infer<typeof moveUnitInput>): Promise<void> {
  const { unit, parent, from } = input;
  const event = { actor: actor.by, command: "unit-moved", entity: "unit", entityCode: unit, unitCode: unit };
  await actor.store.command(event, async (store, written) => {
    for (const each of [unit, parent]) await permit(store, actor, { action: ACTION, unit: each });
    const before = await refuseInLockedPast(store, { unit, from, parent });
    written.describe({ before: { parent: before }, after: { parent, from } });
    await store.organisation.setEdges([{ child: unit, from, parent, ends: false, withdrawn: false }]);
  });
}

/** Takes a unit without units below it out of the tree from a month on; what it reported before stays. */
export async function endUnit(actor: Actor, { unit, from }: z.infer<typeof endUnitInput>): Promise<void> {
  const event = { actor: actor.by, command: "unit-ended", entity: "unit", entityCode: unit, unitCode: unit };
  await actor.store.command(event, async (store, written) => {
    await permit(store, actor, { action: ACTION, unit });
    const before = await refuseInLockedPast(store, { unit, from, parent: null });
    if (childrenOf(treeOfMonth(await store.organisation.edges(), from), unit).length > 0) {
      throw new AppError("invalid-value", { problem: "Move or end the units below it first." });
    }
    written.describe({ before: { parent: before }, after: { endsIn: from } });
    await store.organisation.setEdges([{ child: unit, from, parent: null, ends: true, withdrawn: false }]);
  });
}

/**
 * A move alters the figures of the unit's old and new ancestors from its month on: refused where any of those months is
 * locked. Answers the parent until now.
 */
async function refuseInLockedPast(
  store: Writings,
  { unit, from, parent }: { unit: string; from: Month; parent: string | null },
): Promise<string | null> {
  const tree = treeOfMonth(await store.organisation.edges(), from);
  if (!tree.parentOf.has(unit)) throw new AppError("not-found", { what: "unit" });
  const above = [...ancestorsOf(tree, unit), ...(parent === null ? [] : [parent, ...ancestorsOf(tree, parent)])];
  const units = [...new Set([...subtreeOf(tree, unit), ...above])];
  const states = await store.organisation.periodStates({ units, from, to: END_OF_TIME });
  const locked = states.find(({ state }) => state === "locked");
  if (locked !== undefined) throw new AppError("month-locked", { month: locked.month });
  return tree.parentOf.get(unit) ?? null;
}
