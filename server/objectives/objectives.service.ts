import type { z } from "zod";
import type { Objective, Writings } from "../../db/store.ts";
import type {
  carryOnInput,
  closeObjectiveInput,
  sayObjectiveInput,
  stateInput,
} from "../../shared/contracts/objectives.ts";
import { monthOf } from "../../shared/domain/calendar.ts";
import { AppError } from "../../shared/domain/failures.ts";
import { mayStandBelow, nextObjectiveCode } from "../../shared/domain/objective-approval.ts";
import { treeOfMonth } from "../../shared/domain/tree.ts";
import { approvalSentence } from "../../shared/text/objectives.ts";
import type { Actor } from "../access/actor.ts";
import { permit } from "../access/permit.ts";
import { lessonsOf } from "./lessons.ts";
import { approvalNeeds, citableSentences, type policyOfYear, themesOfYear } from "./objective-facts.ts";

const ACTION = "edit-objectives";

/** Adds or changes an objective with its plan and KPIs. An approved one is changed as a whole that may be approved. */
export async function sayObjective(actor: Actor, input: z.infer<typeof sayObjectiveInput>): Promise<{ code: string }> {
  const event = { actor: actor.by, command: "objective-said", entity: "objective", unitCode: input.unit, after: input };
  return actor.store.command(event, async (store, written) => {
    const all = await store.objectives.list(null);
    const before = await objectiveBefore(store, actor, { all, input });
    const { version, kpis, ...said } = input;
    const code =
      input.code ??
      nextObjectiveCode(
        all.map((objective) => objective.code),
        input.fiscalYear,
      );
    const objective = { ...said, code, state: before?.state ?? ("draft" as const) };
    await refuseMisplaced(store, all, objective);
    const put = await store.objectives.put([
      { ...objective, ...(version === undefined ? {} : { expectedVersion: version }) },
    ]);
    const linked = await relink(store, code, kpis);
    if (objective.state === "approved") await refuseIncomplete(store, objective);
    if (put[0]?.changed === true || linked) written.describe({ entityCode: code, before });
    else written.leaveNoEvent();
    return { code };
  });
}

type Before = { readonly all: readonly Objective[]; readonly input: z.infer<typeof sayObjectiveInput> };

/** The objective as it was, where the actor may change it there and where it shall stand; null for a new one. */
async function objectiveBefore(store: Writings, actor: Actor, { all, input }: Before): Promise<Objective | null> {
  const before = all.find(({ code }) => code === input.code) ?? null;
  if (input.code !== null && before === null) throw new AppError("not-found", { what: "objective", code: input.code });
  for (const unit of new Set([input.unit, before?.unit ?? input.unit]))
    await permit(store, actor, { action: ACTION, unit });
  if (before?.state === "closed")
    throw new AppError("invalid-value", { problem: "A closed objective stays as it is." });
  return before;
}

type Placed = Pick<Objective, "code" | "fiscalYear" | "theme" | "parent" | "unit">;

/** An objective stands under a theme in force in its year, and under a parent of the same year without a circle. */
async function refuseMisplaced(store: Writings, all: readonly Objective[], objective: Placed): Promise<void> {
  const { code, fiscalYear, theme, parent } = objective;
  const themes = await themesOfYear(store, fiscalYear);
  if (!themes.some((each) => each.code === theme)) {
    throw new AppError("invalid-value", {
      problem: `Theme ${theme} belongs to no strategy that covers ${fiscalYear}. Choose one that does.`,
    });
  }
  if (parent === null) return;
  const above = all.find((each) => each.code === parent);
  if (above === undefined) throw new AppError("unknown-code", { what: "Objective", code: parent });
  if (above.fiscalYear !== fiscalYear) {
    throw new AppError("invalid-value", {
      problem: `Objective ${parent} is of another year. Choose one of ${fiscalYear}.`,
    });
  }
  const known = all.some((each) => each.code === code) ? all : [...all, { ...objective }];
  if (!mayStandBelow(known, code, parent)) {
    throw new AppError("invalid-value", {
      problem: `Objective ${parent} stands below ${code} itself. Choose another above it.`,
    });
  }
}

async function relink(
  store: Writings,
  objective: string,
  kpis: readonly { kpi: string; weight: number }[],
): Promise<boolean> {
  const now = (await store.objectives.kpis()).filter((link) => link.objective === objective);
  const taken = now
    .filter((link) => !kpis.some(({ kpi }) => kpi === link.kpi))
    .map((link) => ({ ...link, withdrawn: true }));
  const said = await store.objectives.linkKpis([...kpis.map((link) => ({ objective, ...link })), ...taken]);
  return said.some(({ changed }) => changed);
}

async function refuseIncomplete(store: Writings, objective: Omit<Objective, "version">): Promise<void> {
  const startMonth = (await store.organisation.find())?.fiscalYearStart ?? 1;
  const missing = await approvalNeeds(store, objective, { kpis: await store.objectives.kpis(), startMonth });
  if (missing.length > 0) throw new AppError("invalid-value", { problem: approvalSentence(missing), missing });
}

const NEXT = { draft: ["proposed"], proposed: ["draft", "approved"], approved: [], closed: [] } as const;

/** Draft → proposed → approved; a proposed one may go back. Approval waits until nothing is missing. */
export async function moveObjective(actor: Actor, { code, version, to }: z.infer<typeof stateInput>): Promise<void> {
  const event = { actor: actor.by, command: `objective-${to}`, entity: "objective", entityCode: code };
  await actor.store.command(event, async (store, written) => {
    const { version: _, ...objective } = await objectiveToChange(store, actor, code);
    if (!(NEXT[objective.state] as readonly string[]).includes(to)) {
      throw new AppError("invalid-value", { problem: `From "${objective.state}" an objective cannot become "${to}".` });
    }
    if (to === "approved") await refuseIncomplete(store, objective);
    await store.objectives.put([{ ...objective, state: to, expectedVersion: version }]);
    written.describe({ unitCode: objective.unit, before: { state: objective.state }, after: { state: to } });
  });
}

/** Closes an approved objective with an assessment of how it went. */
export async function closeObjective(actor: Actor, input: z.infer<typeof closeObjectiveInput>): Promise<void> {
  const { code, version, outcome, assessment } = input;
  const event = {
    actor: actor.by,
    command: "objective-closed",
    entity: "objective",
    entityCode: code,
    reason: assessment,
  };
  await actor.store.command(event, async (store, written) => {
    const { version: _, ...objective } = await objectiveToChange(store, actor, code);
    if (objective.state !== "approved") {
      throw new AppError("invalid-value", { problem: "Only an approved objective can be closed." });
    }
    await store.objectives.put([{ ...objective, state: "closed", expectedVersion: version }]);
    await store.agreement.close({ objective: code, outcome, assessment, by: actor.person?.code ?? null });
    written.describe({ unitCode: objective.unit, before: { state: "approved" }, after: { state: "closed", outcome } });
  });
}

/**
 * Carries an objective on to the next year as a draft with its plan, KPIs, needs and risks; its targets are set anew. The
 * two stay linked.
 */
export async function carryObjectiveOn(
  actor: Actor,
  { code, lessons: chosen = [] }: z.infer<typeof carryOnInput>,
): Promise<{ code: string }> {
  const event = { actor: actor.by, command: "objective-carried-on", entity: "objective" };
  return actor.store.command(event, async (store, written) => {
    const { version: _, ...objective } = await objectiveToChange(store, actor, code);
    const lineage = await store.agreement.lineage();
    if (lineage.some(({ previous }) => previous === code)) {
      throw new AppError("duplicate", { what: `The objective of the year after ${code}` });
    }
    const fiscalYear = objective.fiscalYear + 1;
    const all = await store.objectives.list(null);
    const next = nextObjectiveCode(
      all.map((each) => each.code),
      fiscalYear,
    );
    const startMonth = (await store.organisation.find())?.fiscalYearStart ?? 1;
    const themes = await themesOfYear(store, fiscalYear);
    if (!themes.some((theme) => theme.code === objective.theme)) {
      throw new AppError("invalid-value", {
        problem: `Theme ${objective.theme} belongs to no strategy that covers ${fiscalYear}. Extend the strategy first.`,
      });
    }
    const policySentence = await sentenceThen(store, objective.policySentence, { fiscalYear, startMonth });
    const links = (await store.objectives.kpis()).filter((link) => link.objective === code);
    const kpis = links.map(({ kpi }) => kpi);
    const plan = await planWithLessons(store, actor, { objective, kpis, chosen });
    const parent = lineage.find(({ previous }) => previous === objective.parent)?.objective ?? null;
    await store.objectives.put([
      {
        ...objective,
        code: next,
        fiscalYear,
        parent,
        plan,
        state: "draft",
        policySentence,
      },
    ]);
    await store.objectives.linkKpis(links.map(({ kpi, weight }) => ({ objective: next, kpi, weight })));
    for (const table of ["objective_need", "objective_risk"] as const) {
      const own = (await store.context.links(table)).filter(({ from }) => from === code);
      await store.context.link(
        table,
        own.map(({ to }) => ({ from: next, to })),
      );
    }
    await store.agreement.carryOn(next, code);
    written.describe({
      entityCode: next,
      unitCode: objective.unit,
      after: { from: code, fiscalYear, lessons: chosen },
    });
    return { code: next };
  });
}

type Learning = {
  readonly objective: Omit<Objective, "version">;
  readonly kpis: readonly string[];
  readonly chosen: readonly string[];
};

/** The plan of the year before, with the chosen lessons as the first lines of what will be done. */
async function planWithLessons(store: Writings, actor: Actor, { objective, kpis, chosen }: Learning) {
  if (chosen.length === 0) return objective.plan;
  const tree = treeOfMonth(await store.organisation.edges(), monthOf(actor.today));
  const lessons = await lessonsOf(actor, { readings: store, tree, objective, kpis });
  const lines = chosen.map((code) => {
    const lesson = lessons.find((each) => each.code === code);
    if (lesson === undefined) throw new AppError("unknown-code", { what: "Decision or action", code });
    return `${code} ${lesson.name}. ${lesson.detail}`;
  });
  return { ...objective.plan, what: [...lines, objective.plan.what].join("\n").slice(0, 4000) };
}

/** The sentence that is cited, where it may be in a year; where a newer policy says the same, its sentence; else none. */
async function sentenceThen(store: Writings, cited: number | null, year: Parameters<typeof policyOfYear>[1]) {
  const citable = await citableSentences(store, year);
  if (citable.some(({ id }) => id === cited)) return cited;
  const before = (await store.strategy.policies()).flatMap(({ sentences }) => sentences);
  const text = before.find(({ id }) => id === cited)?.text;
  return citable.find((sentence) => sentence.text === text)?.id ?? null;
}

/** The objective as it stands inside the command, where the actor may change it. */
export async function objectiveToChange(store: Writings, actor: Actor, code: string): Promise<Objective> {
  const objective = (await store.objectives.list(null)).find((each) => each.code === code);
  if (objective === undefined) throw new AppError("not-found", { what: "objective", code });
  await permit(store, actor, { action: ACTION, unit: objective.unit });
  return objective;
}
