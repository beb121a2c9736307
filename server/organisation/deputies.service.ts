import type { z } from "zod";
import type { Deputy } from "../../db/store.ts";
import type { DeputyView, endDeputyInput, nameDeputyInput } from "../../shared/contracts/duties.ts";
import type { DateText } from "../../shared/domain/calendar.ts";
import { AppError } from "../../shared/domain/failures.ts";
import { deputyText } from "../../shared/text/duty-text.ts";
import type { Actor } from "../access/actor.ts";
import { newPublicId } from "../public-id.ts";
import { mayLookAfter, takerOf, whoseDuties } from "./whose-duties.ts";

/** The first day a year later. */
const yearAfter = (date: DateText) => `${Number(date.slice(0, 4)) + 1}${date.slice(4)}` as DateText;

/**
 * Names a deputy from one day to another, at most for a year: they hold the person's rights besides their own then, those
 * of an administrator left out. A person names their own; whoever manages people, anyone's.
 */
export async function nameDeputy(actor: Actor, input: z.infer<typeof nameDeputyInput>): Promise<{ id: string }> {
  const [from, to] = [input.from as DateText, input.to as DateText];
  if (to < from) throw new AppError("invalid-value", { problem: "The last day comes before the first." });
  if (to < actor.today) throw new AppError("invalid-value", { problem: "The last day has passed." });
  if (to > yearAfter(from)) throw new AppError("invalid-value", { problem: "A deputy is named for a year at most." });
  const id = newPublicId(actor.now());
  const event = { actor: actor.by, command: "deputy-named", entity: "person", reason: input.reason || null };
  await actor.store.command(event, async (store, written) => {
    const person = await whoseDuties(store, actor, input.person);
    const deputy = await takerOf(store, person, input.deputy);
    const saying = { id, person: person.code, deputy: deputy.code, from, to, reason: input.reason };
    await store.duties.sayDeputy({ ...saying, withdrawn: false });
    written.describe({ entityCode: person.code, after: { deputy: deputy.code, from, to } });
  });
  return { id };
}

/** Takes a deputy's rights back at once. The person, the deputy, and whoever manages them may. */
export async function endDeputy(actor: Actor, { id, version }: z.infer<typeof endDeputyInput>): Promise<void> {
  const event = { actor: actor.by, command: "deputy-ended", entity: "person" };
  await actor.store.command(event, async (store, written) => {
    const found = (await store.duties.deputies()).find((each) => each.id === id);
    const person = found === undefined ? null : await store.people.findByCode(found.person);
    const isOwn = found?.deputy === actor.person?.code;
    if (found === undefined || person === null || !(isOwn || (await mayLookAfter(store, actor, person)))) {
      throw new AppError("not-found", { what: "deputy", code: id });
    }
    const { version: _, ...saying } = found;
    await store.duties.sayDeputy({ ...saying, withdrawn: true, expectedVersion: version });
    const { deputy, from, to } = found;
    written.describe({ entityCode: found.person, before: { deputy, from, to } });
  });
}

export type Named = { readonly nameOf: (code: string) => string; readonly locale: string; readonly today: DateText };

export function deputyView(deputy: Deputy, { nameOf, locale, today }: Named, mayChange: boolean): DeputyView {
  const { id, version, from, to, reason } = deputy;
  const begun = from <= today ? "now" : "ahead";
  const state = to < today ? "over" : begun;
  const [person, acting] = [nameOf(deputy.person), nameOf(deputy.deputy)];
  return {
    ...{ id, version, from, to, reason, state },
    person: { code: deputy.person, name: person },
    deputy: { code: deputy.deputy, name: acting },
    sentence: deputyText({ person, deputy: acting, from, to }, state, locale),
    mayChange: mayChange && state !== "over",
  };
}
