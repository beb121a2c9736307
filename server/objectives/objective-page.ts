import type { Objective, Readings } from "../../db/store.ts";
import type { ObjectiveView } from "../../shared/contracts/objectives.ts";
import { fiscalYearName } from "../../shared/domain/calendar.ts";
import { AppError } from "../../shared/domain/failures.ts";
import type { Month } from "../../shared/domain/month.ts";
import { may } from "../../shared/domain/permissions.ts";
import { approvalSentence, CLOSING_OUTCOME, OBJECTIVE_STATE, PROPOSAL_OUTCOME } from "../../shared/text/objectives.ts";
import type { Actor } from "../access/actor.ts";
import { placeOf } from "../judging/asked-place.ts";
import { overviewAt } from "../judging/overview-at.ts";
import { planView } from "../judging/plan-view.ts";
import { type NameOf, namedOverview, namesIn } from "../judging/with-names.ts";
import { lessonsOf } from "./lessons.ts";
import { approvalNeeds, policyOfYear, themesOfYear } from "./objective-facts.ts";
import { readersOf } from "./readers.ts";

/** The objective that the actor may read. */
export async function findObjective(
  { objectives }: Pick<Readings, "objectives">,
  actor: Actor,
  code: string,
): Promise<Objective> {
  const found = (await objectives.list(null)).find((objective) => objective.code === code);
  if (found === undefined || !may(actor.holder, "read", found.unit))
    throw new AppError("not-found", { what: "objective", code });
  return found;
}

/** One objective on one page. */
export async function objectivePage(
  actor: Actor,
  { code, period }: { readonly code: string; readonly period?: Month | undefined },
): Promise<ObjectiveView> {
  const { store } = actor;
  const objective = await findObjective(store, actor, code);
  const place = await placeOf(actor, { unit: objective.unit, period });
  const startMonth = place.settings.fiscalYearStart;
  const links = await store.objectives.kpis();
  const weights = links.filter((link) => link.objective === code);
  const nameOf = await namesIn(store);
  const all = (await store.objectives.list(null)).filter(({ unit }) => may(actor.holder, "read", unit));
  const measured = weights.map(({ kpi }) => kpi);
  const overview = measured.length === 0 ? null : namedOverview(await overviewAt(place, measured), nameOf);
  const missing = await approvalNeeds(store, objective, { kpis: links, startMonth });
  const readers = (await readersOf(actor, [objective])).of(code);
  const { statement, state, version, fiscalYear, plan, owner } = objective;
  return {
    ...{ code, version, fiscalYear, statement, state, plan, period: place.period },
    headline: `${code}: ${statement}`,
    stateWord: `${OBJECTIVE_STATE[state]} · ${fiscalYearName(fiscalYear)}`,
    unit: { code: objective.unit, name: place.named(objective.unit).name },
    owner: owner === null ? null : { code: owner, name: nameOf(owner) },
    missing,
    missingSentence: approvalSentence(missing),
    weights: weights.map(({ kpi, weight }) => ({ kpi, weight })),
    kpis: (overview?.kpis ?? []).filter(({ kpi }) => measured.includes(kpi)),
    actions: await actionsOf(actor, {
      locale: place.settings.locale,
      objective,
      kpis: measured,
      nameOf,
      units: place.path.map((unit) => unit.code),
    }),
    readers: readers.map(({ person, at, isCurrent }) => ({ person: nameOf(person), at: instant(at), isCurrent })),
    hasAcknowledged: readers.some(({ person, isCurrent }) => person === actor.by && isCurrent),
    ...(await backgroundOf(actor, objective)),
    ...(await agreementOf(actor, objective, nameOf)),
    ...(await relativesOf(actor, objective, all)),
    lessons: await lessonsOf(actor, { readings: store, tree: place.tree, objective, kpis: measured }),
    choices: await choicesOf(actor, { fiscalYear, startMonth, objective, all }),
    mayEdit: may(actor.holder, "edit-objectives", objective.unit),
  };
}

const instant = (at: number | null) => (at === null ? null : new Date(at).toISOString());

type Acting = {
  readonly objective: Objective;
  readonly kpis: readonly string[];
  readonly units: readonly string[];
  readonly nameOf: NameOf;
  readonly locale: string;
};

/** What is done for the objective: actions that name it, or one of its KPIs at its unit or above. */
async function actionsOf({ store, today }: Actor, { objective, kpis, units, nameOf, locale }: Acting) {
  const all = await store.actions.list({ units: null, kpis: null });
  const own = all.filter(
    (action) =>
      action.state !== "dropped" &&
      (action.objective === objective.code ||
        (action.kpi !== null && kpis.includes(action.kpi) && units.includes(action.unit))),
  );
  return own.map((action) => ({
    ...{ code: action.code, title: action.title, kpi: action.kpi, cause: action.cause, due: action.dueOn },
    owner: action.owner === null ? null : nameOf(action.owner),
    sentence: planView(action, { today, locale }).sentence,
    verification: action.verification,
  }));
}

/** Theme, sentence of the policy, needs and risks. */
async function backgroundOf({ store }: Actor, { code, theme, policySentence }: Objective) {
  const themes = await store.strategy.themes();
  const own = themes.find((each) => each.code === theme);
  const strategies = new Map((await store.strategy.strategies()).map((strategy) => [strategy.code, strategy.name]));
  const said = (await store.strategy.policies()).flatMap(({ sentences }) => sentences);
  const linked = async (table: "objective_need" | "objective_risk") =>
    (await store.context.links(table)).filter(({ from }) => from === code).map(({ to }) => to);
  const needs = await linked("objective_need");
  const risks = await linked("objective_risk");
  const named = (items: readonly { code: string; text: string }[], codes: readonly string[]) =>
    items.filter((item) => codes.includes(item.code)).map((item) => ({ code: item.code, name: item.text }));
  return {
    theme: {
      code: theme,
      name: own?.name ?? theme,
      goal: own?.longTermGoal ?? "",
      strategy: strategies.get(own?.strategy ?? "") ?? "",
    },
    policySentence: said.find(({ id }) => id === policySentence) ?? null,
    needs: named(await store.context.needs(), needs),
    risks: named(await store.context.risks(), risks),
  };
}

/** Proposals, commitments, and how it was closed. */
async function agreementOf({ store }: Actor, { code }: Objective, nameOf: NameOf) {
  const proposals = await store.agreement.proposals(code);
  const commitments = (await store.agreement.commitments()).filter(({ objective }) => objective === code);
  const closing = (await store.agreement.closings()).find(({ objective }) => objective === code);
  return {
    proposals: proposals.map(({ id, by, at, kpi, target, text, outcome, settledBy, answers }) => ({
      ...{ id, kpi, target, text, outcome, answers, at: new Date(at).toISOString() },
      by: by === null ? "" : nameOf(by),
      outcomeWord: PROPOSAL_OUTCOME[outcome],
      settledBy: settledBy === null ? null : nameOf(settledBy),
    })),
    commitments: commitments.map(({ person, text, account }) => ({ person: nameOf(person), text, account })),
    closing:
      closing === undefined
        ? null
        : { outcome: closing.outcome, word: CLOSING_OUTCOME[closing.outcome], assessment: closing.assessment },
  };
}

/** Above, below, the year before and the year after; only what the actor may read. */
async function relativesOf({ store }: Actor, { code, parent }: Objective, all: readonly Objective[]) {
  const named = (of: string | null | undefined) => {
    const found = all.find((objective) => objective.code === of);
    return found === undefined ? null : { code: found.code, name: found.statement };
  };
  const lineage = await store.agreement.lineage();
  const closings = await store.agreement.closings();
  const previous = named(lineage.find(({ objective }) => objective === code)?.previous);
  const closed = closings.find(({ objective }) => objective === previous?.code);
  return {
    parent: named(parent),
    children: all
      .filter((objective) => objective.parent === code)
      .map((child) => ({ code: child.code, name: child.statement })),
    previous:
      previous === null
        ? null
        : { ...previous, outcome: closed === undefined ? null : CLOSING_OUTCOME[closed.outcome] },
    next: named(lineage.find((link) => link.previous === code)?.objective),
  };
}

type Choosing = {
  readonly fiscalYear: number;
  readonly startMonth: number;
  readonly objective: Objective | null;
  /** Objectives that the actor may read. */
  readonly all: readonly Objective[];
};

/** What a form may name for a year. */
async function choicesOf(
  { store }: Actor,
  { fiscalYear, startMonth, objective, all }: Choosing,
): Promise<ObjectiveView["choices"]> {
  const policy = await policyOfYear(store, { fiscalYear, startMonth });
  const people = (await store.people.list()).filter(({ state }) => state === "active");
  const parents = all.filter((each) => each.fiscalYear === fiscalYear && each.code !== objective?.code);
  const definitions = await store.kpis.definitionsOf(null);
  const codes = new Map((await store.kpis.list()).map(({ id, code }) => [id, code]));
  return {
    themes: (await themesOfYear(store, fiscalYear)).map(({ code, name }) => ({ code, name })),
    sentences: [...(policy?.sentences ?? [])],
    people: people.map(({ code, name }) => ({ code, name })),
    kpis: [...definitions].map(([id, versions]) => ({ code: codes.get(id) ?? "", name: versions.at(-1)?.name ?? "" })),
    parents: parents.map(({ code, statement }) => ({ code, name: statement })),
  };
}

/** What a form may name before there is an objective. */
export async function objectiveChoices(actor: Actor, fiscalYear: number): Promise<ObjectiveView["choices"]> {
  const startMonth = (await actor.store.organisation.find())?.fiscalYearStart ?? 1;
  const all = (await actor.store.objectives.list(fiscalYear)).filter(({ unit }) => may(actor.holder, "read", unit));
  return choicesOf(actor, { fiscalYear, startMonth, objective: null, all });
}
