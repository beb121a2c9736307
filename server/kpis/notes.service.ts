import type { z } from "zod";
import type {
  annotateInput,
  beginPhaseInput,
  NotesView,
  notesInput,
  PhasePreview,
  previewPhaseInput,
  withdrawAnnotationInput,
  withdrawPhaseInput,
} from "../../shared/contracts/kpi-notes.ts";
import { AppError } from "../../shared/domain/failures.ts";
import { may } from "../../shared/domain/permissions.ts";
import { splitProposal } from "../../shared/text/phase-text.ts";
import type { Actor } from "../access/actor.ts";
import { permit } from "../access/permit.ts";
import { type Phases, phasePreview, seriesUnder } from "../judging/phase-effect.ts";
import { namesIn } from "../judging/with-names.ts";
import { newPublicId } from "../public-id.ts";
import { kpiAtPlace, pairOf } from "./kpi-at-unit.ts";

/** Phases and annotations of a KPI at a unit with who recorded them and when, and the split that the data propose. */
export async function notesView(actor: Actor, input: z.infer<typeof notesInput>): Promise<NotesView> {
  const { place, insight, question } = await kpiAtPlace(actor, input);
  const pair = await pairOf(place.readings, input);
  const scope = { kpis: [pair.kpi], units: [pair.unit] };
  const phases = await place.readings.kpis.phasesOf(scope);
  const annotations = await place.readings.kpis.annotationsOf(scope);
  const codes = await place.readings.people.codes();
  const nameOf = await namesIn(actor.store);
  const name = (id: number | null) => (id === null ? null : nameOf(codes.get(id) ?? ""));
  const series = seriesUnder(insight, phases.map(asPhase), question);
  const isNow = place.asOf === null;
  return {
    mayAnnotate: isNow && may(actor.holder, "annotate", input.unit),
    mayEditPhases: isNow && may(actor.holder, "edit-phases", input.unit),
    phases: phases.map(({ from, reason, by, at, n }) => ({
      ...{ from, reason, by: name(by), version: n },
      recordedAt: new Date(at).toISOString(),
    })),
    annotations: annotations.map(({ id, from, to, kind, text, by, at }) => ({
      ...{ id, from, to, kind, text, by: name(by) },
      recordedAt: new Date(at).toISOString(),
    })),
    proposal: series === null ? null : splitProposal(series.analysis, place.settings.locale),
  };
}

/** What recording a phase (or taking one back) would change in limits, icons and words. Writes nothing. */
export async function previewPhase(actor: Actor, input: z.infer<typeof previewPhaseInput>): Promise<PhasePreview> {
  const { insight, question } = await kpiAtPlace(actor, input);
  const now = insight.surroundings.get(input.kpi)?.phases ?? [];
  const others = now.filter(({ fromMonth }) => fromMonth !== input.from);
  const added = { fromMonth: input.from, reason: input.reason || "Process change" };
  const proposed = input.withdraw === true ? others : inOrder([...others, added]);
  const preview = phasePreview(insight, { now, proposed }, question);
  if (preview === null) throw new AppError("not-found", { what: "KPI", code: input.kpi });
  return preview;
}

/** Records a process change: limits of the KPI at this unit begin anew in its month. */
export async function beginPhase(actor: Actor, input: z.infer<typeof beginPhaseInput>): Promise<void> {
  const { kpi, unit, from, reason } = input;
  const event = { actor: actor.by, command: "phase-begun", entity: "kpi", entityCode: kpi, unitCode: unit, reason };
  await actor.store.command({ ...event, after: { from, reason } }, async (store) => {
    await permit(store, actor, { action: "edit-phases", unit });
    const pair = await pairOf(store, input);
    const recorded = await store.kpis.phasesOf({ kpis: [pair.kpi], units: [pair.unit] });
    if (recorded.some((phase) => phase.from === from)) {
      throw new AppError("duplicate", { what: `A process change from ${from}` });
    }
    await store.kpis.beginPhase({ ...pair, from, reason, by: actor.person?.id ?? null, withdrawn: false });
  });
}

/** Takes a recorded process change back, with the reason: the phase before goes on. What was recorded stays readable. */
export async function withdrawPhase(actor: Actor, input: z.infer<typeof withdrawPhaseInput>): Promise<void> {
  const { kpi, unit, from, reason, version: expectedVersion } = input;
  const event = { actor: actor.by, command: "phase-withdrawn", entity: "kpi", entityCode: kpi, unitCode: unit, reason };
  await actor.store.command(event, async (store, written) => {
    await permit(store, actor, { action: "edit-phases", unit });
    const pair = await pairOf(store, input);
    const recorded = await store.kpis.phasesOf({ kpis: [pair.kpi], units: [pair.unit] });
    const phase = recorded.find((candidate) => candidate.from === from);
    if (phase === undefined) throw new AppError("not-found", { what: "process change" });
    written.describe({ before: { from, reason: phase.reason } });
    const by = actor.person?.id ?? null;
    await store.kpis.beginPhase({ ...pair, from, reason, by, withdrawn: true, expectedVersion });
  });
}

/** Writes a remark on the time axis of a KPI at a unit and answers its id. */
export async function annotate(actor: Actor, input: z.infer<typeof annotateInput>): Promise<{ readonly id: string }> {
  const { kpi, unit, from, to, kind, text } = input;
  const id = newPublicId(actor.now());
  const event = { actor: actor.by, command: "annotated", entity: "kpi", entityCode: kpi, unitCode: unit };
  await actor.store.command({ ...event, after: { id, from, to, kind, text } }, async (store) => {
    await permit(store, actor, { action: "annotate", unit });
    const pair = await pairOf(store, input);
    await store.kpis.annotate({ id, ...pair, from, to, kind, text, by: actor.person?.id ?? null, withdrawn: false });
  });
  return { id };
}

/** Takes a remark off the axis, with the reason. */
export async function withdrawAnnotation(actor: Actor, input: z.infer<typeof withdrawAnnotationInput>): Promise<void> {
  const { kpi, unit, id, reason } = input;
  const command = "annotation-withdrawn";
  const event = { actor: actor.by, command, entity: "kpi", entityCode: kpi, unitCode: unit, reason };
  await actor.store.command(event, async (store, written) => {
    await permit(store, actor, { action: "annotate", unit });
    const pair = await pairOf(store, input);
    const recorded = await store.kpis.annotationsOf({ kpis: [pair.kpi], units: [pair.unit] });
    const found = recorded.find((annotation) => annotation.id === id);
    if (found === undefined) throw new AppError("not-found", { what: "note" });
    const { at: _, ...annotation } = found;
    written.describe({ before: { id, from: found.from, to: found.to, kind: found.kind, text: found.text } });
    await store.kpis.annotate({ ...annotation, withdrawn: true });
  });
}

function asPhase({ from, reason }: { from: Phases[number]["fromMonth"]; reason: string }): Phases[number] {
  return { fromMonth: from, reason };
}

function inOrder(phases: Phases): Phases {
  return phases.toSorted((a, b) => (a.fromMonth < b.fromMonth ? -1 : 1));
}
