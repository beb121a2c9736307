import type { z } from "zod";
import type { Snapshot, SnapshotEntry, SnapshotTitle } from "../../db/store.ts";
import type { compareSnapshotsInput, SnapshotComparison } from "../../shared/contracts/snapshot-comparison.ts";
import type { SnapshotHead, SnapshotView, TakeSnapshotInput } from "../../shared/contracts/snapshots.ts";
import { AppError } from "../../shared/domain/failures.ts";
import { may, unitsOf } from "../../shared/domain/permissions.ts";
import { SEALED_FORMATS as FORMATS } from "../../shared/files/sealed-format.ts";
import { unitsReported } from "../../shared/text/pack-text.ts";
import type { Actor } from "../access/actor.ts";
import { permit } from "../access/permit.ts";
import { placeOf } from "../judging/asked-place.ts";
import { addFrozen, withFrozen } from "../judging/freeze.ts";
import { comparedNow } from "../judging/frozen-state.ts";
import { payloadOf } from "../judging/frozen-views.ts";
import { readCompared, readFrozenPage } from "../judging/read-frozen.ts";
import { type NameOf, namedOverview, namesIn } from "../judging/with-names.ts";
import { comparison, type Side } from "./compare-snapshots.ts";
import type { PackSource, StoredPack } from "./pack/pack.ts";

/**
 * Freezes a unit's period: everything that pages and files show of it, as the records stand now or stood at the instant
 * given. Nothing changes it afterwards.
 */
export function takeSnapshot(actor: Actor, input: TakeSnapshotInput): Promise<SnapshotHead> {
  const event = { actor: actor.by, command: "snapshot-taken", entity: "snapshot", unitCode: input.unit };
  return withFrozen(actor, { ...input, action: "take-snapshot" }, async (frozen) => {
    const taken = await actor.store.command(event, async (store, written) => {
      await permit(store, actor, { action: "take-snapshot", unit: input.unit });
      const adding = { frozen, label: input.label, at: written.at, by: actor.person?.code ?? null };
      const snapshot = await addFrozen(store, adding);
      if (snapshot === null) written.leaveNoEvent();
      else {
        const { id, label, period, sha256 } = snapshot;
        written.describe({ entityCode: id, after: { label, period, sha256 } });
      }
      return snapshot;
    });
    if (taken === null) return null;
    const { unit, overview, kpis } = frozen.payload;
    const title = { unit, headline: overview.headline, kpis: kpis.length };
    return headView(taken, title, await namesIn(actor.store));
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
  const entries = await actor.store.snapshots.list(units, limit);
  const titles = await actor.store.snapshots.titles(entries.map(({ id }) => id));
  const nameOf = await namesIn(actor.store);
  return {
    snapshots: entries.flatMap((entry) => {
      const title = titles.get(entry.id);
      return title === undefined ? [] : [headView(entry, title, nameOf)];
    }),
  };
}

/** A frozen page, drawn from the payload alone; its hash is computed again for this answer. */
export async function readSnapshot(actor: Actor, id: string): Promise<SnapshotView> {
  const snapshot = await snapshotFor(actor, { id, action: "read" });
  const { verified, unit, coverage, overview, kpis } = await readFrozenPage(snapshot);
  const nameOf = await namesIn(actor.store);
  const { reported, due } = coverage.results;
  return {
    head: headView(snapshot, { unit, headline: overview.headline, kpis }, nameOf),
    verified,
    overview: namedOverview(overview, nameOf),
    formats: may(actor.holder, "export-snapshot", snapshot.unit) ? [...FORMATS] : [],
    units: `${unitsReported(coverage.units)}, ${reported} of ${due} results`,
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

/** The snapshot against another, or against what is known now; the earlier state stands first. */
export async function compareSnapshots(
  actor: Actor,
  input: z.infer<typeof compareSnapshotsInput>,
): Promise<SnapshotComparison> {
  const first = await sideOf(actor, input.id);
  const second = input.with === "live" ? await liveSide(actor, first) : await sideOf(actor, input.with);
  const isInOrder = input.with === "live" || first.state.asOf <= second.state.asOf;
  return isInOrder ? comparison(first, second) : comparison(second, first);
}

type FrozenSide = Side & { readonly unit: string };

async function sideOf(actor: Actor, id: string): Promise<FrozenSide> {
  const snapshot = await snapshotFor(actor, { id, action: "read" });
  return { label: snapshot.label, unit: snapshot.unit, state: await readCompared(snapshot) };
}

/** The unit as it is known now, with the KPIs that the snapshot holds. */
async function liveSide(actor: Actor, { unit, state }: FrozenSide): Promise<Side> {
  // Compared with what was frozen in the organisation's language, it is said in the same.
  const place = await placeOf({ ...actor, language: null }, { unit });
  const kpis = state.kpis.map(({ view }) => view.kpi);
  return { label: "Now", state: await comparedNow(place, { kpis, asOf: actor.now() }) };
}

type Exporting = { readonly id: string; readonly publicUrl: string | null };

/** Everything that a file of the snapshot is written from, for those who may export it. */
export async function packSource(actor: Actor, asked: Exporting): Promise<PackSource> {
  const { stored } = await storedPack(actor, asked);
  return { ...stored, payload: payloadOf(stored.text) };
}

/** The same as it is stored, and what the file is called by. */
export async function storedPack(
  actor: Actor,
  { id, publicUrl }: Exporting,
): Promise<{ readonly stored: StoredPack; readonly name: string; readonly unit: string }> {
  const snapshot = await snapshotFor(actor, { id, action: "export-snapshot" });
  const { sha256, label, head, payload: text, unit, period } = snapshot;
  const people = await actor.store.people.list();
  const stored = {
    ...{ id, sha256, label, head, text },
    takenAt: new Date(snapshot.takenAt).toISOString(),
    names: Object.fromEntries(people.map(({ code, name }) => [code, name])),
    link: publicUrl === null ? null : `${publicUrl.replace(/\/$/, "")}/snapshots/${id}`,
  };
  return { stored, name: `plumbline-${unit}-${period}-${sha256.slice(0, 8)}`, unit };
}

function headView(
  { id, label, fiscalYear, period, asOf, takenAt, by, sha256 }: SnapshotEntry,
  { unit, headline, kpis }: SnapshotTitle,
  nameOf: NameOf,
): SnapshotHead {
  return {
    ...{ id, label, fiscalYear, period, sha256, headline, kpis },
    unit: { ...unit },
    asOf: new Date(asOf).toISOString(),
    takenAt: new Date(takenAt).toISOString(),
    by: by === null ? null : nameOf(by),
  };
}
