import type { z } from "zod";
import type { HandOver, HandOverItems, Person, Readings, Store, Writings } from "../../db/store.ts";
import type { cancelHandOverInput, HandOverView, handOverInput, Owned } from "../../shared/contracts/duties.ts";
import type { DateText } from "../../shared/domain/calendar.ts";
import { AppError } from "../../shared/domain/failures.ts";
import { may } from "../../shared/domain/permissions.ts";
import { handOverText } from "../../shared/text/duty-text.ts";
import { type Actor, actorOfCode } from "../access/actor.ts";
import { newPublicId } from "../public-id.ts";
import type { Named } from "./deputies.service.ts";
import { mayLookAfter, takerOf, whoseDuties } from "./whose-duties.ts";

const OVER = ["effective", "not_effective", "dropped"];

/** What a person owns and can hand over: KPIs, objectives that are not closed, and actions that are not at their end. */
export async function ownedBy(store: Pick<Readings, "kpis" | "objectives" | "actions">, person: Person) {
  const kpis = (await store.kpis.list()).filter(({ owner }) => owner === person.id);
  const definitions = await store.kpis.definitionsOf(kpis.map(({ id }) => id));
  const objectives = (await store.objectives.list(null)).filter(
    ({ owner, state }) => owner === person.code && state !== "closed",
  );
  const actions = (await store.actions.list({ units: null, kpis: null })).filter(
    ({ owner, state }) => owner === person.code && !OVER.includes(state),
  );
  const shown: Owned[] = [
    ...kpis.map(({ id, code }) => ({ kind: "kpi" as const, code, name: definitions.get(id)?.at(-1)?.name ?? code })),
    ...objectives.map(({ code, statement }) => ({ kind: "objective" as const, code, name: statement })),
    ...actions.map(({ code, title }) => ({ kind: "action" as const, code, name: title })),
  ];
  return { kpis, objectives, actions, shown };
}

/**
 * Gives what a person owns to another from a day on: at once where the day has come, else by a job on that day. Refused
 * where the taker may not see the unit of an objective or an action.
 */
export async function handOver(actor: Actor, input: z.infer<typeof handOverInput>): Promise<{ id: string }> {
  const { items, reason } = input;
  if (items.kpis.length + items.objectives.length + items.actions.length === 0) {
    throw new AppError("invalid-value", { problem: "Choose at least one thing to hand over." });
  }
  const taking = await actorOfCode(actor, { code: input.to, source: "grid" });
  const id = newPublicId(actor.now());
  const on = input.on as DateText;
  const isNow = on <= actor.today;
  const event = { actor: actor.by, command: isNow ? "handed-over" : "hand-over-planned", entity: "person" };
  await actor.store.command({ ...event, reason: reason || null }, async (store, written) => {
    const from = await whoseDuties(store, actor, input.person);
    const to = await takerOf(store, from, input.to);
    refuseUnseen(await chosenOf(store, from, items), taking);
    if (isNow) await giveItems(store, { from, to }, items);
    const by = actor.person?.code ?? null;
    await store.duties.sayHandOver({
      ...{ id, from: from.code, to: to.code, on, items, reason, by },
      state: isNow ? "done" : "planned",
    });
    written.describe({ entityCode: from.code, after: { to: to.code, on, ...items } });
  });
  return { id };
}

export async function cancelHandOver(
  actor: Actor,
  { id, version }: z.infer<typeof cancelHandOverInput>,
): Promise<void> {
  const event = { actor: actor.by, command: "hand-over-cancelled", entity: "person" };
  await actor.store.command(event, async (store, written) => {
    const found = (await store.duties.handOvers()).find((each) => each.id === id);
    const from = found === undefined ? null : await store.people.findByCode(found.from);
    if (found?.state !== "planned" || from === null || !(await mayLookAfter(store, actor, from))) {
      throw new AppError("not-found", { what: "planned hand-over", code: id });
    }
    const { version: _, ...saying } = found;
    await store.duties.sayHandOver({ ...saying, state: "cancelled", expectedVersion: version });
    written.describe({ entityCode: found.from, before: { to: found.to, on: found.on } });
  });
}

/** Carries out the hand-overs whose day has come; what is no longer the giver's stays where it is. */
export async function carryOutHandOvers(store: Store, today: DateText): Promise<number> {
  const due = (await store.duties.handOvers()).filter(({ state, on }) => state === "planned" && on <= today);
  for (const { version, ...planned } of due) {
    const event = { actor: "system", command: "handed-over", entity: "person", entityCode: planned.from };
    await store.command({ ...event, after: { to: planned.to, ...planned.items } }, async (inner) => {
      const from = await inner.people.findByCode(planned.from);
      const to = await inner.people.findByCode(planned.to);
      const isPossible = from !== null && to?.state === "active";
      if (isPossible) await giveItems(inner, { from, to }, planned.items);
      const state = isPossible ? "done" : "cancelled";
      await inner.duties.sayHandOver({ ...planned, state, expectedVersion: version });
    });
  }
  return due.length;
}

async function chosenOf(store: Readings, from: Person, items: HandOverItems) {
  const owned = await ownedBy(store, from);
  const chosen = {
    kpis: owned.kpis.filter(({ code }) => items.kpis.includes(code)),
    objectives: owned.objectives.filter(({ code }) => items.objectives.includes(code)),
    actions: owned.actions.filter(({ code }) => items.actions.includes(code)),
  };
  const known = [...chosen.kpis, ...chosen.objectives, ...chosen.actions].map(({ code }) => code);
  const stray = [...items.kpis, ...items.objectives, ...items.actions].find((code) => !known.includes(code));
  if (stray !== undefined) throw new AppError("invalid-value", { problem: `${stray} is not theirs to hand over.` });
  return chosen;
}

function refuseUnseen(
  { objectives, actions }: Awaited<ReturnType<typeof chosenOf>>,
  taking: Pick<Actor, "holder"> | null,
): void {
  const unseen = [...objectives, ...actions].find(({ unit }) => taking === null || !may(taking.holder, "read", unit));
  if (unseen === undefined) return;
  throw new AppError("invalid-value", {
    problem: `They may not see ${unseen.code}, which belongs to ${unseen.unit}. Give them a role there first.`,
  });
}

/** Says the new owner of everything that is still the giver's. */
async function giveItems(
  store: Writings,
  { from, to }: { readonly from: Person; readonly to: Person },
  items: HandOverItems,
): Promise<void> {
  const { kpis, objectives, actions } = await ownedBy(store, from);
  await store.kpis.put(
    kpis
      .filter(({ code }) => items.kpis.includes(code))
      .map(({ code, theme, timing }) => ({ code, theme, timing, owner: to.id })),
  );
  await store.objectives.put(
    objectives
      .filter(({ code }) => items.objectives.includes(code))
      .map(({ version: _, ...said }) => ({ ...said, owner: to.code })),
  );
  for (const { version: _, ...said } of actions.filter(({ code }) => items.actions.includes(code))) {
    await store.actions.put({ ...said, owner: to.code });
  }
}

export function handOverView(handing: HandOver, { nameOf, locale }: Named, mayChange: boolean): HandOverView {
  const { id, version, on, items, reason, state } = handing;
  const [from, to] = [nameOf(handing.from), nameOf(handing.to)];
  const counts = { kpis: items.kpis.length, objectives: items.objectives.length, actions: items.actions.length };
  return {
    ...{ id, version, on, reason, state },
    items: { kpis: [...items.kpis], objectives: [...items.objectives], actions: [...items.actions] },
    from: { code: handing.from, name: from },
    to: { code: handing.to, name: to },
    sentence: handOverText({ from, to, on, ...counts }, state, locale),
    mayChange: mayChange && state === "planned",
  };
}
