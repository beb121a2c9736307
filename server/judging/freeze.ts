import type { SignedHead, Snapshot, Writings } from "../../db/store.ts";
import type { SnapshotPayload } from "../../shared/contracts/snapshot-payload.ts";
import { canonicalJson } from "../../shared/domain/canonical-json.ts";
import { AppError } from "../../shared/domain/failures.ts";
import type { Month } from "../../shared/domain/month.ts";
import { may } from "../../shared/domain/permissions.ts";
import type { Actor } from "../access/actor.ts";
import { newPublicId } from "../public-id.ts";
import { placeOf } from "./asked-place.ts";
import { frozenState } from "./frozen-state.ts";
import { hashOf } from "./frozen-views.ts";

/** So often a freeze begins anew when someone writes meanwhile; beyond it the writer is asked to try later. */
const ATTEMPTS = 3;

export type Freezing = {
  readonly unit: string;
  readonly period: Month;
  readonly asOf?: string | undefined;
  readonly kpis?: readonly string[] | null | undefined;
  /** The right that the freeze needs at the unit. */
  readonly action: "take-snapshot" | "record-decisions";
};

type Frozen = {
  readonly payload: SnapshotPayload;
  readonly asOf: number;
  readonly head: SignedHead;
  readonly isPast: boolean;
};

/**
 * Freezes a state and hands it to `write`, which answers null where someone wrote since the state was read (see
 * `addFrozen`): then all of it begins anew, so that what is frozen is of one moment.
 */
export async function withFrozen<T>(
  actor: Actor,
  freezing: Freezing,
  write: (frozen: Frozen) => Promise<T | null>,
): Promise<T> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const written = await write(await freeze(actor, freezing));
    if (written !== null) return written;
  }
  throw new AppError("busy");
}

/** Reads the state outside of any command: a freeze of a large organisation keeps nobody from writing. */
async function freeze(actor: Actor, { unit, period, asOf, kpis = null, action }: Freezing): Promise<Frozen> {
  const head = await actor.store.signedHead();
  const newest = await actor.store.audit.newestInstant();
  // What is frozen is the organisation's, in its language, whoever freezes it.
  const place = await placeOf({ ...actor, language: null }, { unit, period, asOf });
  if (!may(actor.holder, action, unit)) throw new AppError("not-allowed");
  const instant = place.asOf ?? Math.max(newest, actor.now());
  const mayRead = (code: string) => may(actor.holder, "read", code);
  const payload = await frozenState(place, { kpis, asOf: instant, mayRead });
  if (payload.kpis.length === 0) throw new AppError("nothing-to-freeze", { month: period });
  return { payload, asOf: instant, head, isPast: place.asOf !== null };
}

type Adding = {
  readonly frozen: Frozen;
  readonly label: string;
  readonly at: number;
  readonly by: string | null;
  readonly newId?: Actor["newId"];
};

/** Writes a frozen state as a snapshot within a command; null where it is no longer of one moment. */
export async function addFrozen(
  store: Writings,
  { frozen, label, at, by, newId = newPublicId }: Adding,
): Promise<Snapshot | null> {
  const { payload, asOf, head, isPast } = frozen;
  if (!isPast && (await store.audit.head()).seq !== head.seq) return null;
  const text = canonicalJson(payload);
  const snapshot: Snapshot = {
    id: newId(at),
    ...{ label, asOf, head, by, takenAt: at },
    unit: payload.unit.code,
    fiscalYear: payload.fiscalYear,
    period: payload.period,
    ...{ payload: text, sha256: hashOf(text) },
  };
  await store.snapshots.add(snapshot);
  return snapshot;
}
