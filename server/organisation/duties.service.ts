import type { z } from "zod";
import type { DutiesView, dutiesInput } from "../../shared/contracts/duties.ts";
import type { Actor } from "../access/actor.ts";
import { namesIn } from "../judging/with-names.ts";
import { deputyView } from "./deputies.service.ts";
import { handOverView, ownedBy } from "./hand-over.service.ts";
import { mayLookAfter, whoseDuties } from "./whose-duties.ts";

/** A person's deputies and those they act for, what they own, and what they hand over or are given. */
export async function readDuties(actor: Actor, asked: z.infer<typeof dutiesInput>): Promise<DutiesView> {
  const { store, today } = actor;
  const person = await whoseDuties(store, actor, asked.person);
  const nameOf = await namesIn(store);
  const locale = (await store.organisation.find())?.locale ?? "en";
  const named = { nameOf, locale, today };
  const mayChange = await mayLookAfter(store, actor, person);
  const deputies = (await store.duties.deputies()).filter((each) => [each.person, each.deputy].includes(person.code));
  const handOvers = (await store.duties.handOvers()).filter((each) => [each.from, each.to].includes(person.code));
  const people = (await store.people.list()).filter(({ state, code }) => state === "active" && code !== person.code);
  return {
    person: { code: person.code, name: person.name },
    people: people.map(({ code, name }) => ({ code, name })).toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    deputies: deputies.map((each) => deputyView(each, named, mayChange)),
    handOvers: handOvers.map((each) => handOverView(each, named, mayChange && each.from === person.code)),
    owned: (await ownedBy(store, person)).shown,
  };
}
