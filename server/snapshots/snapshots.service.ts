import type { SignedHead, Snapshot, SnapshotEntry } from "../../db/store.ts";
import { type SnapshotPayload, snapshotPayloadSchema } from "../../shared/contracts/snapshot-payload.ts";
import type { SnapshotHead, SnapshotView, TakeSnapshotInput } from "../../shared/contracts/snapshots.ts";
import { canonicalJson } from "../../shared/domain/canonical-json.ts";
import { AppError } from "../../shared/domain/failures.ts";
import { may, unitsOf } from "../../shared/domain/permissions.ts";
import { SEALED_FORMATS as FORMATS } from "../../shared/files/sealed-file.ts";
import { unitsReported } from "../../shared/text/pack-text.ts";
import type { Actor } from "../access/actor.ts";
import { permit } from "../access/permit.ts";
import { placeOf } from "../judging/asked-place.ts";
import { frozenState } from "../judging/frozen-state.ts";
import { type NameOf, namedOverview, namesIn } from "../judging/with-names.ts";
import { newPublicId } from "../public-id.ts";
import type { PackSource } from "./pack/pack.ts";
import { hashOf } from "./snapshot-file.ts";

/** So often a freeze begins anew when someone writes meanwhile; beyond it the writer is asked to try later. */
const ATTEMPTS = 3;

/**
 * Freezes a unit's period: everything that pages and files show of it, as the records stand now or stood at the instant
 * given. Nothing changes it afterwards.
 */
export async function takeSnapshot(actor: Actor, input: TakeSnapshotInput): Promise<SnapshotHead> {
  for (let attempt = 1; ; attempt += 1) {
    const frozen = await freeze(actor, input);
    const snapshot = await addSnapshot(actor, { input, frozen, isLast: attempt === ATTEMPTS });
    if (snapshot !== null) return headView(snapshot, { payload: frozen.payload, nameOf: await namesIn(actor.store) });
  }
}

type Freeze = {
  readonly payload: SnapshotPayload;
  readonly asOf: number;
  readonly head: SignedHead;
  readonly isPast: boolean;
};

/** Reads the state outside of any command: a freeze of a large organisation keeps nobody from writing. */
async function freeze(actor: Actor, { unit, period, asOf, kpis = null }: Freezing): Promise<Freeze> {
  const head = await actor.store.signedHead();
  const newest = await actor.store.audit.newestInstant();
  const place = await placeOf(actor, { unit, period, asOf });
  if (!may(actor.holder, "take-snapshot", unit)) throw new AppError("not-allowed");
  const instant = place.asOf ?? Math.max(newest, actor.now());
  const mayRead = (code: string) => may(actor.holder, "read", code);
  const payload = await frozenState(place, { kpis, asOf: instant, mayRead });
  if (payload.kpis.length === 0) throw new AppError("nothing-to-freeze", { month: period });
  return { payload, asOf: instant, head, isPast: place.asOf !== null };
}

type Freezing = Pick<TakeSnapshotInput, "unit" | "period" | "asOf"> & {
  readonly kpis?: readonly string[] | null | undefined;
};
type Adding = { readonly input: TakeSnapshotInput; readonly frozen: Freeze; readonly isLast: boolean };

/** Writes the snapshot; null where something was written since its state was read, so that it is not of one moment. */
async function addSnapshot(actor: Actor, { input, frozen, isLast }: Adding): Promise<Snapshot | null> {
  const event = { actor: actor.by, command: "snapshot-taken", entity: "snapshot", unitCode: input.unit };
  const { payload, asOf, head, isPast } = frozen;
  const text = canonicalJson(payload);
  return actor.store.command(event, async (store, written) => {
    await permit(store, actor, { action: "take-snapshot", unit: input.unit });
    const hasMoved = !isPast && (await store.audit.head()).seq !== head.seq;
    if (hasMoved && !isLast) {
      written.leaveNoEvent();
      return null;
    }
    if (hasMoved) throw new AppError("busy");
    const snapshot: Snapshot = {
      id: newPublicId(written.at),
      label: input.label,
      unit: payload.unit.code,
      fiscalYear: payload.fiscalYear,
      period: input.period,
      ...{ asOf, head, payload: text, sha256: hashOf(text) },
      by: actor.person?.code ?? null,
      takenAt: written.at,
    };
    await store.snapshots.add(snapshot);
    const after = { label: snapshot.label, period: snapshot.period, sha256: snapshot.sha256 };
    written.describe({ entityCode: snapshot.id, after });
    return snapshot;
  });
}

/** Snapshots that the actor may read, the newest first. */
export async function listSnapshots(
  actor: Actor,
  { unit, limit = 50 }: { unit?: string | undefined; limit?: number | undefined },
) {
  const readable = unitsOf(actor.holder, "read");
  const asked = unit === undefined ? null : [unit];
  const units = readable === "all" ? asked : (asked ?? [...readable]).filter((code) => readable.has(code));
  const entries = await actor.store.snapshots.list(units);
  const nameOf = await namesIn(actor.store);
  const heads: SnapshotHead[] = [];
  for (const { id } of entries.slice(0, limit)) {
    const snapshot = await actor.store.snapshots.find(id);
    if (snapshot !== null) heads.push(headView(snapshot, { payload: payloadOf(snapshot), nameOf }));
  }
  return { snapshots: heads };
}

/** A frozen page, drawn from the payload alone; its hash is computed again for this answer. */
export async function readSnapshot(actor: Actor, id: string): Promise<SnapshotView> {
  const snapshot = await snapshotFor(actor, { id, action: "read" });
  const payload = payloadOf(snapshot);
  const nameOf = await namesIn(actor.store);
  const { reported, due } = payload.coverage.results;
  return {
    head: headView(snapshot, { payload, nameOf }),
    verified: hashOf(snapshot.payload) === snapshot.sha256,
    overview: namedOverview(payload.overview, nameOf),
    formats: may(actor.holder, "export-snapshot", snapshot.unit) ? [...FORMATS] : [],
    units: `${unitsReported(payload.coverage.units)}, ${reported} of ${due} results`,
  };
}

/** The stored snapshot, where the actor may do this with it; as if it did not exist where not. */
export async function snapshotFor(
  actor: Actor,
  { id, action }: { readonly id: string; readonly action: "read" | "export-snapshot" },
): Promise<Snapshot> {
  const snapshot = await actor.store.snapshots.find(id);
  if (snapshot === null || !may(actor.holder, action, snapshot.unit)) {
    throw new AppError("not-found", { what: "snapshot", code: id });
  }
  return snapshot;
}

/** Everything that a file of the snapshot is written from, for those who may export it. */
export async function packSource(
  actor: Actor,
  { id, publicUrl }: { readonly id: string; readonly publicUrl: string | null },
): Promise<PackSource> {
  const snapshot = await snapshotFor(actor, { id, action: "export-snapshot" });
  const { sha256, label, head, payload: text } = snapshot;
  const people = await actor.store.people.list();
  return {
    ...{ id, sha256, label, head, text, payload: payloadOf(snapshot) },
    takenAt: new Date(snapshot.takenAt).toISOString(),
    names: Object.fromEntries(people.map(({ code, name }) => [code, name])),
    link: publicUrl === null ? null : `${publicUrl.replace(/\/$/, "")}/snapshots/${id}`,
  };
}

/** What was frozen. A payload is never written otherwise than by `takeSnapshot`. */
export function payloadOf({ payload }: Pick<Snapshot, "payload">): SnapshotPayload {
  return snapshotPayloadSchema.parse(JSON.parse(payload));
}

function headView(
  { id, label, fiscalYear, period, asOf, takenAt, by, sha256 }: SnapshotEntry,
  { payload, nameOf }: { readonly payload: SnapshotPayload; readonly nameOf: NameOf },
): SnapshotHead {
  return {
    ...{ id, label, fiscalYear, period, sha256 },
    unit: payload.unit,
    asOf: new Date(asOf).toISOString(),
    takenAt: new Date(takenAt).toISOString(),
    by: by === null ? null : nameOf(by),
    headline: payload.overview.headline,
    kpis: payload.kpis.length,
  };
}
