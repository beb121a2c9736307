import type { z } from "zod";
import type { DatedChange, Readings } from "../../db/store.ts";
import {
  type ChangeContent,
  changeContentSchema,
  type changeDecideInput,
  type Effect,
  effectSchema,
  type proposeInput,
} from "../../shared/contracts/dated-changes.ts";
import { AppError } from "../../shared/domain/failures.ts";
import { may } from "../../shared/domain/permissions.ts";
import { changeDecidedText, effectsText } from "../../shared/text/dated-change-text.ts";
import { type Actor, holderWithin } from "../access/actor.ts";
import { applyChange, rightsOf } from "./apply-change.ts";
import { differences, type Locked, readLocked, readSheetOf } from "./change-effects.ts";

/** So many effects are shown and kept in full; all are counted. */
const SHOWN = 200;
const KEPT = 20_000;

/** What a change would alter in locked months; nothing is written. */
export async function previewChange(actor: Actor, change: ChangeContent) {
  const effects = await effectsOf(actor, change);
  return { sentence: sentenceOf(effects), total: effects.length, effects: effects.slice(0, SHOWN) };
}

export function sentenceOf(effects: readonly Effect[]): string {
  const statuses = effects.filter(({ statusBefore, statusAfter }) => statusBefore !== statusAfter).length;
  return effectsText({ figures: effects.length, statuses });
}

/** Does the change, looks at every locked cell and takes it back. Refused where the actor may not propose it. */
async function effectsOf(actor: Actor, change: ChangeContent): Promise<Effect[]> {
  refuseStrangers(actor, change);
  const { store } = actor;
  const locked = await readLocked(store, lockedAsked(actor, change));
  const before = await readSheetOf(store, locked);
  const after = await store.rehearse(
    (inside) => applyChange(inside, change, { reason: "preview", by: null }),
    (seen) => readSheetOf(seen, locked),
  );
  return differences(before, after);
}

function lockedAsked({ today }: Actor, change: ChangeContent) {
  return { from: change.from, kpi: "kpi" in change ? change.kpi : null, today };
}

function refuseStrangers({ holder }: Pick<Actor, "holder">, change: ChangeContent): void {
  const { action, units } = rightsOf(change);
  for (const unit of units) {
    if (unit !== null && !may(holder, "read", unit)) throw new AppError("not-found", { what: "unit", code: unit });
    if (!may(holder, action, unit)) throw new AppError("not-allowed");
  }
}

/** Proposes a change of the past with its reason. It is made once somebody else has approved it. */
export async function proposeChange(actor: Actor, { change, reason }: z.infer<typeof proposeInput>) {
  const effects = await effectsOf(actor, change);
  const [unit = null] = rightsOf(change).units;
  const event = { actor: actor.by, command: "change-proposed", entity: "dated-change", unitCode: unit, reason };
  const no = await actor.store.command(event, async (store, written) => {
    refuseStrangers({ holder: await holderWithin(store, actor) }, change);
    const next = await store.results.nextChangeNo();
    written.describe({ entityCode: String(next), after: change });
    const id = unit === null ? null : ((await store.organisation.unitIds([unit])).get(unit) ?? null);
    await store.results.sayDatedChange({
      ...{ no: next, kind: change.kind, unit: id, from: change.from, content: change, reason, state: "proposed" },
      ...{ effects: effects.slice(0, KEPT), proposedBy: actor.person?.id ?? null },
      ...{ decidedBy: null, verdictReason: null },
    });
    return next;
  });
  return { no, sentence: `Proposed: it waits for somebody else’s approval. ${sentenceOf(effects)}` };
}

/**
 * Approves a change, which makes it, or rejects it with a reason. Never the person who proposed it. What it altered is
 * kept with it, so that the old values stay readable.
 */
export async function decideChange(actor: Actor, input: z.infer<typeof changeDecideInput>) {
  const { no, verdict, version } = input;
  const reason = (input.reason ?? "") === "" ? null : (input.reason ?? null);
  if (verdict === "reject" && reason === null) throw new AppError("reason-needed");
  const command = verdict === "approve" ? "change-approved" : "change-rejected";
  const event = { actor: actor.by, command, entity: "dated-change", entityCode: String(no), reason };
  const effects = verdict === "approve" ? await effectsNow(actor, no) : [];
  await actor.store.command(event, async (store, written) => {
    const change = await readProposed(store, actor, no);
    const content = contentOf(change);
    written.describe({ unitCode: change.unit?.code ?? null, before: { state: "proposed" }, after: content });
    if (verdict === "approve") {
      await applyChange(store, content, { reason: change.reason, by: actor.person?.id ?? null });
    }
    await store.results.sayDatedChange({
      ...{ no, kind: change.kind, unit: change.unit?.id ?? null, from: change.from, content, reason: change.reason },
      ...{ proposedBy: change.proposedBy, decidedBy: actor.person?.id ?? null, verdictReason: reason },
      state: verdict === "approve" ? "approved" : "rejected",
      effects: verdict === "approve" ? effects.slice(0, KEPT) : change.effects,
      expectedVersion: version,
    });
  });
  return { sentence: changeDecidedText(verdict, effects.length) };
}

/** What approving alters as things stand now, which may be more or less than when it was proposed. */
async function effectsNow(actor: Actor, no: number): Promise<Effect[]> {
  const { store } = actor;
  const change = await readProposed(store, actor, no);
  const content = contentOf(change);
  const locked: Locked = await readLocked(store, lockedAsked(actor, content));
  const before = await readSheetOf(store, locked);
  const after = await store.rehearse(
    (inside) => applyChange(inside, content, { reason: change.reason, by: null }),
    (seen) => readSheetOf(seen, locked),
  );
  return differences(before, after);
}

/** The proposal, where the actor may decide it. */
async function readProposed(
  store: Pick<Readings, "results" | "organisation" | "people" | "duties">,
  actor: Actor,
  no: number,
): Promise<DatedChange> {
  const [change] = await store.results.datedChanges({ states: ["proposed"], no });
  if (change === undefined) throw new AppError("nothing-submitted");
  const obstacle = obstacleTo(change, { ...actor, holder: await holderWithin(store, actor) });
  if (obstacle !== null) throw new AppError(obstacle);
  return change;
}

/** Why the actor may not decide a change; null where they may. */
export function obstacleTo(
  change: Pick<DatedChange, "content" | "proposedBy">,
  { holder, person }: Pick<Actor, "holder" | "person">,
): "not-allowed" | "same-person" | "operator-cannot-approve-restatement" | null {
  if (person === null) return "operator-cannot-approve-restatement";
  const { units } = rightsOf(contentOf(change));
  if (!units.every((unit) => may(holder, "approve-restatement", unit))) return "not-allowed";
  return change.proposedBy === person.id ? "same-person" : null;
}

export function contentOf(change: Pick<DatedChange, "content">): ChangeContent {
  return changeContentSchema.parse(change.content);
}

export function effectsIn(change: Pick<DatedChange, "effects">): Effect[] {
  return effectSchema.array().parse(change.effects);
}
