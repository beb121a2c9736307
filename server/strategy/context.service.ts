import type { z } from "zod";

import type { ContextLinkTable, Readings, Writings } from "../../db/store.ts";
import type {
  ContextView,
  issueInput,
  needInput,
  partyInput,
  riskInput,
  withdrawInput,
} from "../../shared/contracts/strategy.ts";
import type { DateText } from "../../shared/domain/calendar.ts";
import { AppError } from "../../shared/domain/failures.ts";
import { may, unitsOf } from "../../shared/domain/permissions.ts";
import { riskRating } from "../../shared/domain/risk-rating.ts";
import { PARTY_KIND, riskLine, VERDICT_OF_RISK } from "../../shared/text/strategy.ts";
import type { Actor } from "../access/actor.ts";
import { permit } from "../access/permit.ts";
import { namesIn } from "../judging/with-names.ts";

const ACTION = "edit-strategy";

/** Needs, risks, opportunities and issues of the units that the actor may read, and what a form may name. */
export async function readContext(actor: Actor): Promise<ContextView> {
  const { store, holder } = actor;
  const readable = unitsOf(holder, "read");
  const isReadable = ({ unit }: { readonly unit: string }) => readable === "all" || readable.has(unit);
  const nameOf = await namesIn(store);
  const units = new Map((await store.organisation.units()).map(({ code, name }) => [code, name]));
  const parties = await store.context.parties();
  const needs = (await store.context.needs()).filter(isReadable);
  const risks = (await store.context.risks()).filter(isReadable);
  const of = await linksByEnd(store);
  const choices = await choicesOf(actor, isReadable);
  const present = new Set(choices.objectives.map(({ code }) => code));
  const presentOf = (table: ContextLinkTable, code: string) => of(table, code).filter((from) => present.has(from));
  const placed = <T extends { unit: string }>(item: T) => ({
    ...item,
    unitName: units.get(item.unit) ?? item.unit,
    mayEdit: may(holder, ACTION, item.unit),
  });
  return {
    parties: parties.map((party) => ({ ...party, kindWord: PARTY_KIND[party.kind] })),
    needs: needs.map((need) => ({
      ...placed(need),
      partyName: parties.find(({ code }) => code === need.party)?.name ?? need.party,
      objectives: presentOf("objective_need", need.code),
    })),
    risks: risks.map((risk) => ({
      ...placed(risk),
      ownerName: risk.owner === null ? null : nameOf(risk.owner),
      rating: riskRating(risk),
      ratingLine: riskLine(risk.kind, riskRating(risk)),
      verdictWord: VERDICT_OF_RISK[risk.verdict],
      objectives: presentOf("objective_risk", risk.code),
      needs: of("need_risk", risk.code),
      actions: of("action_risk", risk.code),
    })),
    issues: (await store.context.issues()).filter(isReadable).map(placed),
    choices,
    mayEditParties: may(holder, ACTION, null),
  };
}

async function linksByEnd({ context }: Pick<Readings, "context">) {
  const tables = ["objective_need", "objective_risk", "need_risk", "action_risk"] as const;
  const links = new Map<ContextLinkTable, Map<string, string[]>>();
  for (const table of tables) {
    const byEnd = Map.groupBy(await context.links(table), ({ to }) => to);
    links.set(table, new Map([...byEnd].map(([to, found]) => [to, found.map(({ from }) => from)])));
  }
  return (table: ContextLinkTable, to: string) => links.get(table)?.get(to) ?? [];
}

/** Objectives of the newest year: those that a form names. Links of earlier years stay. */
async function presentObjectives({ objectives }: Pick<Readings, "objectives">): Promise<Set<string>> {
  const all = await objectives.list(null);
  const newest = Math.max(...all.map(({ fiscalYear }) => fiscalYear));
  return new Set(all.filter(({ fiscalYear }) => fiscalYear === newest).map(({ code }) => code));
}

async function choicesOf({ store }: Actor, isReadable: (placed: { readonly unit: string }) => boolean) {
  const present = await presentObjectives(store);
  const objectives = (await store.objectives.list(null)).filter(isReadable).filter(({ code }) => present.has(code));
  const actions = (await store.actions.list({ units: null, kpis: null })).filter(isReadable);
  const people = (await store.people.list()).filter(({ state }) => state === "active");
  return {
    objectives: objectives.map(({ code, statement }) => ({ code, name: statement })),
    actions: actions.filter(({ state }) => state !== "dropped").map(({ code, title }) => ({ code, name: title })),
    people: people.map(({ code, name }) => ({ code, name })),
  };
}

/** Adds or changes an interested party. Parties are of the whole organisation. */
export async function sayParty(actor: Actor, input: z.infer<typeof partyInput>): Promise<void> {
  const event = { actor: actor.by, command: "party-said", entity: "party", entityCode: input.code ?? "", after: input };
  await actor.store.command(event, async (store, written) => {
    await permit(store, actor, { action: ACTION, unit: null });
    const said = await store.context.putParty({ ...input, expectedVersion: input.version });
    if (said.changed) written.describe({ entityCode: said.code });
    else written.leaveNoEvent();
  });
}

/** Adds or changes a need, and says which objectives answer it. */
export async function sayNeed(actor: Actor, input: z.infer<typeof needInput>): Promise<void> {
  const { unit, objectives, version, reviewedOn, ...need } = input;
  const event = { actor: actor.by, command: "need-said", entity: "need", unitCode: unit, after: input };
  await actor.store.command(event, async (store, written) => {
    const before = (await store.context.needs()).find(({ code }) => code === input.code);
    await permitBoth(store, actor, { unit, before });
    const said = await store.context.putNeed({
      ...{ ...need, unit, expectedVersion: version, reviewedOn: reviewedOn as DateText | null },
    });
    const linked = await relink(store, "objective_need", {
      to: said.code,
      from: objectives,
      within: await presentObjectives(store),
    });
    if (said.changed || linked) written.describe({ entityCode: said.code, before });
    else written.leaveNoEvent();
  });
}

/** Adds or changes a risk or an opportunity, with what it is linked to. */
export async function sayRisk(actor: Actor, input: z.infer<typeof riskInput>): Promise<void> {
  const { unit, objectives, needs, actions, version, ...risk } = input;
  if (risk.verdict !== "not_judged" && risk.verdictReason === "") throw new AppError("reason-needed");
  const event = { actor: actor.by, command: "risk-said", entity: "risk", unitCode: unit, after: input };
  await actor.store.command(event, async (store, written) => {
    const before = (await store.context.risks()).find(({ code }) => code === input.code);
    await permitBoth(store, actor, { unit, before });
    const said = await store.context.putRisk({ ...risk, unit, expectedVersion: version });
    const linked = [
      await relink(store, "objective_risk", {
        to: said.code,
        from: objectives,
        within: await presentObjectives(store),
      }),
      await relink(store, "need_risk", { to: said.code, from: needs }),
      await relink(store, "action_risk", { to: said.code, from: actions }),
    ];
    if (said.changed || linked.includes(true)) written.describe({ entityCode: said.code, before });
    else written.leaveNoEvent();
  });
}

/** Adds or changes an internal or external issue. */
export async function sayIssue(actor: Actor, input: z.infer<typeof issueInput>): Promise<void> {
  const { unit, version, reviewedOn, ...issue } = input;
  const event = { actor: actor.by, command: "issue-said", entity: "issue", unitCode: unit, after: input };
  await actor.store.command(event, async (store, written) => {
    const before = (await store.context.issues()).find(({ code }) => code === input.code);
    await permitBoth(store, actor, { unit, before });
    const said = await store.context.putIssue({
      ...{ ...issue, unit, expectedVersion: version, reviewedOn: reviewedOn as DateText | null },
    });
    if (said.changed) written.describe({ entityCode: said.code, before });
    else written.leaveNoEvent();
  });
}

/** Takes something back for a reason. It stays in the record, and as of earlier days it is there. */
export async function withdrawFromContext(actor: Actor, input: z.infer<typeof withdrawInput>): Promise<void> {
  const { entity, code, version: expectedVersion, reason } = input;
  const event = { actor: actor.by, command: `${entity}-withdrawn`, entity, entityCode: code, reason };
  await actor.store.command(event, async (store, written) => {
    const { context } = store;
    const found = async <T extends { readonly code: string }>(listed: Promise<readonly T[]>): Promise<T> => {
      const item = (await listed).find((each) => each.code === code);
      if (item === undefined) throw new AppError("not-found", { what: entity });
      return item;
    };
    const taken = { expectedVersion, withdrawn: true };
    if (entity === "party") {
      await permit(store, actor, { action: ACTION, unit: null });
      const isNamed = (await context.needs()).some(({ party }) => party === code);
      if (isNamed) throw new AppError("invalid-value", { problem: "Withdraw the needs of this party first." });
      await context.putParty({ ...(await found(context.parties())), ...taken });
      return;
    }
    const item = await found<{ code: string; unit: string }>(
      { need: context.needs, risk: context.risks, issue: context.issues }[entity](),
    );
    await permit(store, actor, { action: ACTION, unit: item.unit });
    written.describe({ unitCode: item.unit });
    if (entity === "need") await context.putNeed({ ...(await found(context.needs())), ...taken });
    if (entity === "risk") await context.putRisk({ ...(await found(context.risks())), ...taken });
    if (entity === "issue") await context.putIssue({ ...(await found(context.issues())), ...taken });
  });
}

/** What stands at one unit and moves to another asks for the right at both. */
async function permitBoth(
  store: Writings,
  actor: Actor,
  { unit, before }: { readonly unit: string; readonly before: { readonly unit: string } | undefined },
): Promise<void> {
  await permit(store, actor, { action: ACTION, unit });
  if (before !== undefined) await permit(store, actor, { action: ACTION, unit: before.unit });
}

type Relinked = {
  readonly to: string;
  readonly from: readonly string[];
  /** Links from others than these stay as they are; null: all are meant. */
  readonly within?: ReadonlySet<string> | null;
};

/** Brings the links of one end to what was asked, and says whether that changed anything. */
async function relink(
  { context }: Writings,
  table: ContextLinkTable,
  { to, from, within = null }: Relinked,
): Promise<boolean> {
  const linked = (await context.links(table)).filter((link) => link.to === to).map((link) => link.from);
  const now = within === null ? linked : linked.filter((code) => within.has(code));
  const added = from.filter((code) => !now.includes(code)).map((code) => ({ from: code, to }));
  const taken = now.filter((code) => !from.includes(code)).map((code) => ({ from: code, to, withdrawn: true }));
  await context.link(table, [...added, ...taken]);
  return added.length + taken.length > 0;
}
