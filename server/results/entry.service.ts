import type { NamedRevision, Writings } from "../../db/store.ts";
import type { EnterAnswer, EnterInput, EntryView } from "../../shared/contracts/results.ts";
import { entryDoubts, entryFault } from "../../shared/domain/entry-checks.ts";
import { type EntryContent, figureOfContent, isSameContent } from "../../shared/domain/entry-content.ts";
import { AppError } from "../../shared/domain/failures.ts";
import type { Month } from "../../shared/domain/month.ts";
import { judgeStep, newestOf } from "../../shared/domain/revision.ts";
import { faultText, submittedText } from "../../shared/text/entry-text.ts";
import { failureSentence } from "../../shared/text/failures.ts";
import { figureText } from "../../shared/text/figure-text.ts";
import type { Actor } from "../access/actor.ts";
import { permit } from "../access/permit.ts";
import { contentOf, entryRulesOf } from "./due-cells.ts";
import { type EntryFact, type EntryFacts, readEntryFacts, readEntryMonth } from "./entry-facts.ts";
import { historyOf } from "./entry-series.ts";
import { entryView } from "./entry-view.ts";

type Cell = EnterInput["cells"][number];
type Conflict = EnterAnswer["conflicts"][number];
type Refusal = EnterAnswer["refused"][number];

/** What becomes of one cell. */
type Outcome =
  | { readonly kind: "write"; readonly fact: EntryFact; readonly cell: Cell; readonly content: EntryContent }
  | { readonly kind: "unchanged"; readonly kpi: string }
  | { readonly kind: "conflict"; readonly conflict: Conflict }
  | { readonly kind: "refused"; readonly refusal: Refusal };

/**
 * Saves cells of a month as drafts, each for itself: what somebody else changed meanwhile comes back as a conflict with
 * both values, what breaks a hard limit is refused, and the rest is saved. Doubts never block; they are kept as quality
 * flags of the revision.
 */
export async function enterCells(actor: Actor, input: EnterInput): Promise<EnterAnswer> {
  const { unit, month, cells } = input;
  const event = {
    actor: actor.by,
    command: "results-entered",
    entity: "measurement",
    entityCode: month,
    unitCode: unit,
  };
  const { outcomes, at } = await actor.store.command(event, async (store, written) => {
    const facts = await openMonth(store, actor, { unit, month });
    const judged = cells.map((cell) => judgeCell(cell, facts));
    const writing = judged.filter((outcome) => outcome.kind === "write");
    if (writing.length === 0) written.leaveNoEvent();
    else await writeDrafts(store, writing, { actor, facts });
    written.describe({ after: writing.map(({ cell, content }) => ({ kpi: cell.kpi, ...content })) });
    return { outcomes: judged, at: written.at };
  });
  const view = await entryView(actor.store, actor, { unit, month });
  return answerOf(outcomes, view, at);
}

async function openMonth(store: Writings, actor: Actor, asked: { unit: string; month: Month }): Promise<EntryFacts> {
  const found = await readEntryMonth(store, actor, asked);
  await permit(store, actor, { action: "enter-results", unit: found.unit.code });
  if (found.state === "closed") throw new AppError("month-closed", { month: asked.month });
  if (found.state === "locked") throw new AppError("month-locked", { month: asked.month });
  if (asked.month > actor.today.slice(0, 7))
    throw new AppError("invalid-value", { problem: "The month has not begun." });
  return readEntryFacts(store, actor, found);
}

function judgeCell(cell: Cell, facts: EntryFacts): Outcome {
  const fact = facts.rows.find(({ course }) => course.cell.kpi.code === cell.kpi);
  if (fact === undefined) {
    const details = { kpi: cell.kpi, unit: facts.unit.code, month: facts.month };
    return refused(cell.kpi, "not-assigned", failureSentence("not-assigned", details));
  }
  const { newest } = fact;
  const before = contentOf(newest);
  const content = cell.content ?? before;
  if (cell.expectedRevision !== (newest?.n ?? 0)) {
    if (isUnchanged(cell, { content, newest })) return { kind: "unchanged", kpi: cell.kpi };
    return { kind: "conflict", conflict: conflictOf(fact, facts) };
  }
  const { definition } = fact.course.cell;
  const fault = entryFault(content, entryRulesOf(definition));
  if (fault !== null)
    return refused(cell.kpi, fault.code, faultText(fault, definition.name, facts.organisation.locale));
  if (content.kind === "missing" && (cell.comment ?? cell.cause ?? "") !== "") {
    return refused(cell.kpi, "comment_without_figure", `${definition.name}: enter the result first, then the comment.`);
  }
  const isConfirming = cell.confirmed?.some((code) => !fact.confirmed.includes(code)) === true;
  if (isUnchanged(cell, { content, newest }) && !isConfirming) return { kind: "unchanged", kpi: cell.kpi };
  return { kind: "write", fact, cell, content };
}

/** Whether a cell says what its newest revision says already. */
function isUnchanged(cell: Cell, now: { content: EntryContent; newest: NamedRevision | null }): boolean {
  const { content, newest } = now;
  const comment = cell.comment === undefined ? (newest?.comment ?? null) : cell.comment;
  const cause = cell.cause === undefined ? (newest?.cause ?? null) : cell.cause;
  return (
    isSameContent(content, contentOf(newest)) &&
    comment === (newest?.comment ?? null) &&
    cause === (newest?.cause ?? null)
  );
}

function refused(kpi: string, code: string, message: string): Outcome {
  return { kind: "refused", refusal: { kpi, code, message } };
}

function conflictOf({ course, newest }: EntryFact, { names, organisation }: EntryFacts): Conflict {
  const { definition, kpi } = course.cell;
  const theirs = contentOf(newest);
  const { decimals, direction } = definition;
  return {
    kpi: kpi.code,
    revision: newest?.n ?? 0,
    theirs,
    theirsShown: figureText(figureOfContent(theirs, entryRulesOf(definition)), {
      ...{ decimals, direction, locale: organisation.locale },
    }),
    by: newest?.byCode == null ? null : (names.get(newest.byCode) ?? newest.byCode),
    at: new Date(newest?.at ?? 0).toISOString(),
  };
}

type Drafting = { readonly actor: Actor; readonly facts: EntryFacts };

async function writeDrafts(
  store: Writings,
  writing: readonly Extract<Outcome, { kind: "write" }>[],
  { actor, facts }: Drafting,
): Promise<void> {
  const said = await store.results.write(
    writing.map(({ fact, cell, content }) => ({
      ...columnsOf(content),
      assignment: fact.course.cell.assignment,
      period: facts.month,
      comment: cell.comment === undefined ? (fact.newest?.comment ?? null) : blankToNull(cell.comment),
      cause: cell.cause === undefined ? (fact.newest?.cause ?? null) : blankToNull(cell.cause),
      ...stepOf("save-draft", { fact, actor, facts }),
      source: actor.source,
      by: actor.person?.id ?? null,
      open: openOf(fact),
    })),
  );
  await store.results.flag(said.flatMap((revision, index) => flagsOf(revision, { ...pick(writing, index), actor })));
}

function pick<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new RangeError(`no item at ${index}`);
  return item;
}

type Flagging = {
  readonly fact: EntryFact;
  readonly cell: Cell;
  readonly content: EntryContent;
  readonly actor: Actor;
};

function flagsOf({ id }: { readonly id: number }, { fact, cell, content, actor }: Flagging) {
  const doubts = entryDoubts(content, entryRulesOf(fact.course.cell.definition), historyOf(fact.course));
  const isSame = isSameContent(content, contentOf(fact.newest));
  const confirmed = new Set([...(cell.confirmed ?? []), ...(isSame ? fact.confirmed : [])]);
  return doubts.map(({ code }) => ({
    revision: id,
    rule: code,
    answer: confirmed.has(code) ? "confirmed" : null,
    answeredBy: confirmed.has(code) ? (actor.person?.id ?? null) : null,
  }));
}

function columnsOf(content: EntryContent) {
  const none = { value: null, numerator: null, denominator: null, reason: null };
  switch (content.kind) {
    case "value":
      return { ...none, kind: "number", value: content.value } as const;
    case "ratio":
      return { ...none, kind: "number", numerator: content.numerator, denominator: content.denominator } as const;
    case "not_applicable":
      return { ...none, kind: "not_applicable", reason: content.reason } as const;
    case "missing":
      return { ...none, kind: "missing" } as const;
  }
}

function blankToNull(text: string | null): string | null {
  return text === null || text.trim() === "" ? null : text;
}

function openOf({ counting, newest }: EntryFact) {
  return { counting, pending: newest !== null && !newest.counts ? newest : null };
}

/** State, restatement and counting of what a step writes; throws where the step is refused. */
function stepOf(step: "save-draft" | "submit", { fact, actor, facts }: Drafting & { readonly fact: EntryFact }) {
  const newest = newestOf(fact.counting, fact.newest);
  const outcome = judgeStep(step, {
    newest: newest === null ? null : { ...newest, by: newest.byCode ?? "operator" },
    periodState: facts.state,
    approvalOn: facts.organisation.approval,
    by: actor.by,
    byOperator: actor.person === null,
    reason: null,
  });
  if (outcome.kind === "refused") throw new AppError(outcome.refusal, { month: facts.month });
  const { state, restatement, counts } = outcome;
  return { state, restatement, counts };
}

function answerOf(outcomes: readonly Outcome[], view: EntryView, at: number): EnterAnswer {
  const saved = new Set(
    outcomes.flatMap((outcome) => {
      if (outcome.kind === "write") return [outcome.cell.kpi];
      return outcome.kind === "unchanged" ? [outcome.kpi] : [];
    }),
  );
  return {
    saved: view.rows.filter(({ kpi }) => saved.has(kpi)),
    conflicts: outcomes.flatMap((outcome) => (outcome.kind === "conflict" ? [outcome.conflict] : [])),
    refused: outcomes.flatMap((outcome) => (outcome.kind === "refused" ? [outcome.refusal] : [])),
    headline: view.headline,
    subline: view.subline,
    savedAt: new Date(at).toISOString(),
  };
}

/** Submits every draft of the month. What is missing is named and blocks nothing. */
export async function submitMonth(actor: Actor, { unit, month }: { unit: string; month: Month }) {
  const event = {
    actor: actor.by,
    command: "results-submitted",
    entity: "measurement",
    entityCode: month,
    unitCode: unit,
  };
  const submitted = await actor.store.command(event, async (store, written) => {
    const facts = await openMonth(store, actor, { unit, month });
    const drafts = facts.rows.filter(isToSubmit);
    if (drafts.length === 0) written.leaveNoEvent();
    else {
      await store.results.write(drafts.map((fact) => submission(fact, { actor, facts })));
      written.describe({ after: drafts.map(({ course }) => course.cell.kpi.code) });
    }
    return drafts.length;
  });
  const view = await entryView(actor.store, actor, { unit, month });
  const missing = view.rows
    .filter(({ content }) => content.kind === "missing")
    .map(({ kpi, name }) => ({ kpi, message: `${name} is not entered.` }));
  const sentence = submittedText({ submitted, missing: missing.length }, month, await localeOf(actor));
  return { submitted, missing, sentence };
}

async function localeOf({ store }: Actor): Promise<string> {
  return (await store.organisation.find())?.locale ?? "en";
}

/** A draft; one that was emptied only where there is something to withdraw. */
function isToSubmit({ newest, counting }: EntryFact): boolean {
  return newest?.state === "draft" && (newest.kind !== "missing" || counting !== null);
}

function submission(fact: EntryFact, drafting: Drafting) {
  const { newest } = fact;
  if (newest === null) throw new RangeError("there is no draft to submit");
  const { assignment, period, kind, value, numerator, denominator, comment, cause, reason } = newest;
  return {
    ...{ assignment, period, kind, value, numerator, denominator, comment, cause, reason },
    ...stepOf("submit", { ...drafting, fact }),
    source: drafting.actor.source,
    by: drafting.actor.person?.id ?? null,
    open: openOf(fact),
  };
}
