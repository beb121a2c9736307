import type { Readings } from "../../db/store.ts";
import { type FindView, FOUND_KINDS, type Found } from "../../shared/contracts/find.ts";
import { type FindEntry, findEntries, findMatches } from "../../shared/domain/find-match.ts";
import { may, maySomewhere, unitsOf } from "../../shared/domain/permissions.ts";
import { actionStateWord } from "../../shared/text/action-text.ts";
import type { Actor } from "../access/actor.ts";
import { remembered } from "../judging/remembered-views.ts";
import { namesIn } from "../judging/with-names.ts";

/** As many of a kind as one answer holds. */
const MOST = 6;

type Thing = Omit<Found, "rank">;
type IsReadable = (placed: { readonly unit: string }) => boolean;

/**
 * Whatever the actor may read that answers what was typed. Asked with each letter, it is one statement a kind once for a
 * state of the record and a set of rights, and from memory then.
 */
export async function findAnything(actor: Actor, { query }: { readonly query: string }): Promise<FindView> {
  const kinds = await remembered(actor, { view: "find", asked: {} }, () => everything(actor));
  const matches = kinds.flatMap((entries) => findMatches(entries, query, MOST));
  const found = matches.map(({ thing, rank }) => ({ ...thing, rank }));
  const kindOrder = (kind: Found["kind"]) => FOUND_KINDS.indexOf(kind);
  return { found: found.toSorted((a, b) => a.rank - b.rank || kindOrder(a.kind) - kindOrder(b.kind)) };
}

async function everything(actor: Actor): Promise<FindEntry<Thing>[][]> {
  const { store, holder } = actor;
  const readable = unitsOf(holder, "read");
  const isReadable: IsReadable = ({ unit }) => readable === "all" || readable.has(unit);
  const kpis = await kpisIn(store);
  const units = await store.organisation.units();
  const unitName = new Map(units.map(({ code, name }) => [code, name]));
  const kpiName = new Map(kpis.map(({ code, name }) => [code, name]));
  const objectives = (await store.objectives.list(null)).filter(isReadable);
  const actions = (await store.actions.list({ units: null, kpis: null })).filter(isReadable);
  const decisions = (await store.reviews.decisions({ units: null, kpis: null })).filter(isReadable);
  const owners = [...objectives, ...actions, ...decisions].flatMap(({ owner }) => owner ?? []);
  const noteOf = (...parts: readonly (string | null | undefined)[]) =>
    parts.filter((part) => part !== null && part !== undefined && part !== "").join(" · ");
  const kinds: Thing[][] = [
    kpis,
    units
      .filter(({ code }) => may(holder, "read", code))
      .map(({ code, name }) => ({ kind: "unit", code, name, note: code, on: null })),
    objectives.map(({ code, statement, unit }) => ({
      ...{ kind: "objective", code, name: statement, on: null },
      note: noteOf(code, unitName.get(unit)),
    })),
    actions.map(({ code, title, unit, state }) => ({
      ...{ kind: "action", code, name: title, on: null },
      note: noteOf(code, actionStateWord(state), unitName.get(unit)),
    })),
    decisions.map(({ code, text, unit, kpi, decidedOn }) => ({
      ...{ kind: "decision", code, name: text, on: decidedOn },
      note: noteOf(code, kpi === null ? null : kpiName.get(kpi), unitName.get(unit)),
    })),
    await peopleIn(actor, owners),
  ];
  return kinds.map(findEntries);
}

async function kpisIn({ kpis }: Pick<Readings, "kpis">): Promise<Thing[]> {
  const listed = await kpis.list();
  const definitions = await kpis.definitionsOf(listed.map(({ id }) => id));
  return listed.map(({ id, code }) => {
    const { name = code, unitOfMeasure = "" } = definitions.get(id)?.at(-1) ?? {};
    return { kind: "kpi", code, name, note: unitOfMeasure, on: null };
  });
}

/** People who answer for something that the actor may read; for whoever keeps the people, everyone who works here. */
async function peopleIn({ store, holder }: Actor, owners: readonly string[]): Promise<Thing[]> {
  const nameOf = await namesIn(store);
  const active = (await store.people.list()).filter(({ state }) => state === "active").map(({ code }) => code);
  const seen = new Set(maySomewhere(holder, "manage-people") ? active : owners);
  return active
    .filter((code) => seen.has(code))
    .map((code) => ({ kind: "person", code, name: nameOf(code), note: "", on: null }));
}
