import type { z } from "zod";
import type { Readings, Writings } from "../../db/store.ts";
import type {
  feedKpiInput,
  recordTrainingInput,
  sayCompetenceNeedInput,
  sayTrainingInput,
} from "../../shared/contracts/trainings.ts";
import type { DateText } from "../../shared/domain/calendar.ts";
import { validUntil } from "../../shared/domain/competence.ts";
import { AppError } from "../../shared/domain/failures.ts";
import type { Actor } from "../access/actor.ts";
import { permit } from "../access/permit.ts";
import { newPublicId } from "../public-id.ts";
import { countCoverage } from "./training-coverage.ts";

const ACTION = "edit-competence";

/** Adds or changes a training, or takes it back. */
export async function sayTraining(actor: Actor, input: z.infer<typeof sayTrainingInput>): Promise<{ code: string }> {
  const { version: expectedVersion, ...said } = input;
  const event = { actor: actor.by, command: "training-said", entity: "training", unitCode: said.unit, after: input };
  return actor.store.command(event, async (store, written) => {
    const before = await stored(store.trainings.list(), said.code, "training");
    await permitAt(store, actor, [said.unit, before?.unit]);
    if (said.withdrawn) await refuseNeeded(store, said.code);
    const put = await store.trainings.put({ ...said, expectedVersion });
    if (put.changed) written.describe({ entityCode: put.code, before: before ?? undefined });
    else written.leaveNoEvent();
    return { code: put.code };
  });
}

async function refuseNeeded({ trainings }: Pick<Readings, "trainings">, code: string | null): Promise<void> {
  const need = (await trainings.needs()).find(({ training }) => training === code);
  if (need === undefined) return;
  throw new AppError("invalid-value", { problem: `Need ${need.code} asks for this training. Withdraw that first.` });
}

/** Adds or changes what a role has to know at a unit and below it, or takes it back. */
export async function sayCompetenceNeed(
  actor: Actor,
  input: z.infer<typeof sayCompetenceNeedInput>,
): Promise<{ code: string }> {
  const { version: expectedVersion, ...said } = input;
  const event = { actor: actor.by, command: "competence-need-said", entity: "competence-need", unitCode: said.unit };
  return actor.store.command({ ...event, after: input }, async (store, written) => {
    const before = await stored(store.trainings.needs(), said.code, "competence need");
    await permitAt(store, actor, [said.unit, before?.unit]);
    const put = await store.trainings.putNeed({ ...said, expectedVersion });
    if (put.changed) written.describe({ entityCode: put.code, before: before ?? undefined });
    else written.leaveNoEvent();
    if (put.changed) await countCoverage(store, { today: actor.today });
    return { code: put.code };
  });
}

/** Records that somebody took a training; the results that count it follow in the same command. */
export async function recordTraining(actor: Actor, input: z.infer<typeof recordTrainingInput>): Promise<void> {
  const { version: expectedVersion, validTo, ...said } = input;
  const heldOn = said.heldOn as DateText;
  if (heldOn > actor.today)
    throw new AppError("invalid-value", { problem: "A training is recorded once it was held." });
  const event = { actor: actor.by, command: "training-recorded", entity: "training", entityCode: said.training };
  await actor.store.command({ ...event, unitCode: said.unit, after: input }, async (store, written) => {
    const training = (await store.trainings.list()).find(({ code }) => code === said.training);
    if (training === undefined) throw new AppError("unknown-code", { what: "Training", code: said.training });
    const before = (await store.trainings.records()).find(({ id }) => id === said.id);
    if (said.id !== null && before === undefined) throw new AppError("not-found", { what: "training record" });
    await permitAt(store, actor, [said.unit, before?.unit]);
    const until = heldUntil({ heldOn, validTo, validMonths: training.validMonths });
    const put = await store.trainings.record({
      ...{ ...said, heldOn, validTo: until, expectedVersion, by: actor.person?.code ?? null },
      id: said.id ?? newPublicId(actor.now()),
    });
    if (put.changed) written.describe({ before });
    else written.leaveNoEvent();
    if (put.changed) await countCoverage(store, { today: actor.today });
  });
}

type Holding = {
  readonly heldOn: DateText;
  /** Undefined: as long as the training says. */
  readonly validTo: string | null | undefined;
  readonly validMonths: number | null;
};

function heldUntil({ heldOn, validTo, validMonths }: Holding): DateText | null {
  const until = validTo === undefined ? validUntil(heldOn, validMonths) : (validTo as DateText | null);
  if (until === null || until >= heldOn) return until;
  throw new AppError("invalid-value", { problem: "A record ends no sooner than the day of its training." });
}

/** Lets a ratio KPI be counted from the training records, or be entered by hand again. */
export async function feedKpi(actor: Actor, { kpi, isFed }: z.infer<typeof feedKpiInput>): Promise<void> {
  const command = isFed ? "kpi-fed" : "kpi-entered-again";
  const event = { actor: actor.by, command, entity: "kpi", entityCode: kpi };
  await actor.store.command(event, async (store, written) => {
    await permit(store, actor, { action: "edit-definitions", unit: null });
    const id = (await store.kpis.idsOf([kpi])).get(kpi);
    if (id === undefined) throw new AppError("unknown-code", { what: "KPI", code: kpi });
    const newest = (await store.kpis.definitionsOf([id])).get(id)?.at(-1);
    if (isFed && newest?.input !== "ratio") {
      throw new AppError("invalid-value", { problem: "Valid of required is a ratio. Choose a KPI with both parts." });
    }
    const said = await store.trainings.feed(id, isFed);
    if (!said.changed) return written.leaveNoEvent();
    await countCoverage(store, { today: actor.today });
  });
}

async function stored<T extends { readonly code: string }>(
  listed: Promise<readonly T[]>,
  code: string | null,
  what: string,
): Promise<T | null> {
  if (code === null) return null;
  const found = (await listed).find((each) => each.code === code);
  if (found === undefined) throw new AppError("not-found", { what, code });
  return found;
}

/** What moves from one unit to another asks for the right at both. */
async function permitAt(store: Writings, actor: Actor, units: readonly (string | undefined)[]): Promise<void> {
  for (const unit of new Set(units)) if (unit !== undefined) await permit(store, actor, { action: ACTION, unit });
}
