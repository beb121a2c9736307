import type { z } from "zod";
import type { Writings } from "../../db/store.ts";
import type { CommitmentsView, commitmentInput, proposeInput, settleInput } from "../../shared/contracts/objectives.ts";
import { type DateText, fiscalYearOf, monthOf } from "../../shared/domain/calendar.ts";
import { AppError } from "../../shared/domain/failures.ts";
import { isGrantInForce, may, maySomewhere } from "../../shared/domain/permissions.ts";
import { type Actor, holderWithin } from "../access/actor.ts";
import { namesIn } from "../judging/with-names.ts";
import { newPublicId } from "../public-id.ts";
import { linesOfSight, ownActions } from "./line-of-sight.ts";
import { findObjective } from "./objective-page.ts";
import { objectiveToChange } from "./objectives.service.ts";
import { readersOf } from "./readers.ts";

/** A proposal of the catchball, or the answer to one: the answered one is then countered. */
export async function propose(actor: Actor, input: z.infer<typeof proposeInput>): Promise<{ id: string }> {
  const { objective: code, answers, kpi, target, text } = input;
  if ((kpi === null) !== (target === null)) {
    throw new AppError("invalid-value", { problem: "A proposed target names its KPI, and a KPI its target." });
  }
  if (target === null && text === "")
    throw new AppError("invalid-value", { problem: "Propose a target or say what should change." });
  const id = newPublicId(actor.now());
  const by = actor.person?.code ?? null;
  const event = { actor: actor.by, command: "objective-proposal", entity: "objective", entityCode: code, after: input };
  return actor.store.command(event, async (store, written) => {
    const objective = await objectiveToChange(store, actor, code);
    if (objective.state === "closed")
      throw new AppError("invalid-value", { problem: "A closed objective stays as it is." });
    if (answers !== null) {
      const { version, at: _, ...answered } = await openProposal(store, answers);
      if (answered.objective !== code) throw new AppError("not-found", { what: "proposal" });
      await store.agreement.propose({ ...answered, outcome: "countered", settledBy: by, expectedVersion: version });
    }
    await store.agreement.propose({
      id,
      objective: code,
      by,
      answers,
      kpi,
      target,
      text,
      outcome: "open",
      settledBy: null,
    });
    written.describe({ unitCode: objective.unit });
    return { id };
  });
}

/** Agrees to a proposal or declines it; nobody agrees to their own. */
export async function settleProposal(actor: Actor, { id, outcome }: z.infer<typeof settleInput>): Promise<void> {
  const event = { actor: actor.by, command: `objective-proposal-${outcome}`, entity: "objective", after: { id } };
  await actor.store.command(event, async (store, written) => {
    const { version, at: _, ...proposal } = await openProposal(store, id);
    const objective = await objectiveToChange(store, actor, proposal.objective);
    const by = actor.person?.code ?? null;
    if (by !== null && by === proposal.by) throw new AppError("same-person");
    await store.agreement.propose({ ...proposal, outcome, settledBy: by, expectedVersion: version });
    written.describe({ entityCode: objective.code, unitCode: objective.unit });
  });
}

async function openProposal({ agreement }: Pick<Actor["store"], "agreement">, id: string) {
  const proposal = (await agreement.proposals(null)).find((each) => each.id === id);
  if (proposal === undefined) throw new AppError("not-found", { what: "proposal" });
  if (proposal.outcome !== "open")
    throw new AppError("invalid-value", { problem: "This proposal has been answered already." });
  return proposal;
}

/** Says that the actor has read the objective as it stands now. */
export async function acknowledge(actor: Actor, { code }: { readonly code: string }): Promise<void> {
  const person = personOf(actor);
  const event = { actor: actor.by, command: "objective-acknowledged", entity: "objective", entityCode: code };
  await actor.store.command(event, async (store, written) => {
    const objective = await findObjective(store, actor, code);
    await permitSomewhere(store, actor);
    if (objective.state !== "approved")
      throw new AppError("invalid-value", { problem: "An objective is read once it is approved." });
    const [said] = await store.agreement.acknowledge([{ objective: code, person, revision: objective.version }]);
    if (said?.changed === true) written.describe({ unitCode: objective.unit, after: { revision: objective.version } });
    else written.leaveNoEvent();
  });
}

/** Whoever carries results or leads may take things on; who only looks on, changes nothing. */
async function permitSomewhere(store: Writings, actor: Actor): Promise<void> {
  if (!maySomewhere(await holderWithin(store, actor), "edit-own-actions")) throw new AppError("not-allowed");
}

function personOf({ person }: Actor): string {
  if (person === null) throw new AppError("not-allowed");
  return person.code;
}

const LEADING = ["leader", "executive"];

/** "Quality starts with me": what the actor has taken on, and what the leaders have, which everyone may see. */
export async function readCommitments(actor: Actor): Promise<CommitmentsView> {
  const { store, holder, today } = actor;
  const nameOf = await namesIn(store);
  const startMonth = (await store.organisation.find())?.fiscalYearStart ?? 1;
  const year = fiscalYearOf(monthOf(today), startMonth);
  const readable = (await store.objectives.list(null)).filter(({ unit }) => may(holder, "read", unit));
  const present = readable.filter(({ fiscalYear, state }) => fiscalYear === year && state !== "closed");
  const objectives = new Map(readable.map((objective) => [objective.code, objective]));
  const all = await store.agreement.commitments();
  const people = new Map((await store.people.list()).map(({ id, code }) => [id, code]));
  const grants = (await store.people.grants()).filter(
    (grant) => isGrantInForce(grant, today) && LEADING.includes(grant.role),
  );
  const leaders = new Set(grants.map(({ personId }) => people.get(personId)));
  const mine = all.filter(({ person }) => person === actor.person?.code);
  const lines = await linesOfSight(actor, objectives);
  const carried = await ownActions(actor, { objectives, present });
  const readers = await readersOf(
    actor,
    present.filter(({ state }) => state === "approved"),
  );
  const named = (code: string) => ({ code, name: objectives.get(code)?.statement ?? code });
  return {
    mine: mine.map(({ id, version, objective, text, account, reviewedOn }) => ({
      ...{ id, version, text, account, reviewedOn, objective: named(objective) },
      lineOfSight: [...lines(objective), { label: "My commitment", text }],
    })),
    actions: carried.map(({ objective, code, title }) => ({
      ...{ code, title },
      lineOfSight: [
        ...lines(objective).filter(({ label }) => label !== "Actions"),
        { label: "My action", text: `${code} ${title}` },
      ],
    })),
    leaders: all
      .filter(({ person }) => leaders.has(person))
      .map(({ id, person, objective, text, account }) => ({
        id,
        person: nameOf(person),
        objective: named(objective),
        text,
        account,
      })),
    unread: present
      .filter(({ code }) =>
        readers.of(code).some(({ person, isCurrent }) => person === actor.person?.code && !isCurrent),
      )
      .map(({ code }) => named(code)),
    objectives: present.map(({ code }) => named(code)),
  };
}

/** Takes something on for an objective, changes it, gives one's own account of it, or takes it back. One's own only. */
export async function sayCommitment(actor: Actor, input: z.infer<typeof commitmentInput>): Promise<void> {
  const person = personOf(actor);
  const { version, reviewedOn, ...said } = input;
  const event = { actor: actor.by, command: "commitment-said", entity: "objective", entityCode: input.objective };
  await actor.store.command(event, async (store, written) => {
    const objective = await findObjective(store, actor, input.objective);
    await permitSomewhere(store, actor);
    const before = (await store.agreement.commitments()).find(({ id }) => id === input.id);
    if (input.id !== null && before?.person !== person) throw new AppError("not-found", { what: "commitment" });
    const put = await store.agreement.commit({
      ...{ ...said, person, reviewedOn: reviewedOn as DateText | null, expectedVersion: version },
      id: input.id ?? newPublicId(actor.now()),
    });
    if (put.changed) written.describe({ unitCode: objective.unit, after: { withdrawn: input.withdrawn } });
    else written.leaveNoEvent();
  });
}
