import type { EnterAnswer, EnterInput } from "../../shared/contracts/results.ts";
import { figureOfContent } from "../../shared/domain/entry-content.ts";
import { AppError } from "../../shared/domain/failures.ts";
import type { Month } from "../../shared/domain/month.ts";
import { may } from "../../shared/domain/permissions.ts";
import { newestOf, type PeriodState } from "../../shared/domain/revision.ts";
import { faultText, submittedText } from "../../shared/text/entry-text.ts";
import { failureSentence } from "../../shared/text/failures.ts";
import { figureText } from "../../shared/text/figure-text.ts";
import { tellEntry } from "../../shared/text/told/tell-entry.ts";
import type { Actor } from "../access/actor.ts";
import { localeOf } from "../access/asked-language.ts";
import { contentOf, entryRulesOf } from "./due-cells.ts";
import { readEntryFacts, readEntryMonth } from "./entry-facts.ts";
import { entryRow } from "./entry-row.ts";
import { entryView } from "./entry-view.ts";
import { type Outcome, takeStep } from "./results.service.ts";

type Place = { readonly unit: string; readonly month: Month };

/**
 * Saves cells of a month as drafts, each for itself: what somebody else changed meanwhile comes back as a conflict with
 * both values, what breaks a hard limit is refused, and the rest is saved.
 */
export async function enterCells(actor: Actor, input: EnterInput): Promise<EnterAnswer> {
  const { unit, month, cells } = input;
  refuseStrangers(actor, unit);
  const asked = cells.map((cell) => ({ ...cell, unit, period: month }));
  const { outcomes, at } = await takeStep(actor, { step: "save-draft", asked, allOrNothing: false });
  for (const outcome of outcomes) if (outcome.kind === "refused") refuseWholeMonth(outcome.code, month);
  return answerOf(actor, { unit, month }, { outcomes, at });
}

/** A unit that one may not read does not exist; one that one may read and not enter is refused as what it is. */
function refuseStrangers({ holder }: Actor, unit: string): void {
  if (!may(holder, "read", unit)) throw new AppError("not-found", { what: "unit", code: unit });
  if (!may(holder, "enter-results", unit)) throw new AppError("not-allowed");
}

/** What is so of the month is so of all its cells. */
function refuseWholeMonth(code: string, month: Month): void {
  if (code === "month-closed" || code === "month-locked") throw new AppError(code, { month });
}

type Taken = { readonly outcomes: readonly Outcome[]; readonly at: number };

/** The rows that were saved as they stand now: nothing is read of the others. */
async function answerOf(actor: Actor, place: Place, { outcomes, at }: Taken): Promise<EnterAnswer> {
  const { store } = actor;
  const saved = outcomes.flatMap(({ kind, kpi }) => (kind === "saved" || kind === "unchanged" ? [kpi] : []));
  const found = await readEntryMonth(store, actor, place);
  const facts = await readEntryFacts(store, actor, {
    ...found,
    due: found.due.filter((cell) => saved.includes(cell.kpi.code)),
  });
  const { locale } = found.organisation;
  return {
    saved: facts.rows.map((fact) => entryRow(fact, facts)),
    conflicts: outcomes.flatMap((one) =>
      one.kind === "conflict" ? [conflictOf(one, { locale, people: facts.people })] : [],
    ),
    refused: outcomes.flatMap((one) => (one.kind === "refused" ? [refusalOf(one, locale)] : [])),
    savedAt: new Date(at).toISOString(),
  };
}

type Shown = { readonly locale: string; readonly people: ReadonlyMap<number, string> };

function conflictOf(
  { kpi, current, definition }: Extract<Outcome, { kind: "conflict" }>,
  { locale, people }: Shown,
): EnterAnswer["conflicts"][number] {
  const theirs = contentOf(current);
  const { decimals, direction } = definition;
  return {
    kpi,
    revision: current?.n ?? 0,
    theirs,
    theirsShown: figureText(figureOfContent(theirs, entryRulesOf(definition)), { decimals, direction, locale }),
    by: current?.by == null ? null : (people.get(current.by) ?? null),
    at: new Date(current?.at ?? 0).toISOString(),
  };
}

function refusalOf(
  { kpi, code, details, fault: found }: Extract<Outcome, { kind: "refused" }>,
  locale: string,
): EnterAnswer["refused"][number] {
  if (found === undefined) return { kpi, code, message: failureSentence(code, details, locale) };
  return { kpi, code: found.fault.code, message: faultText(found.fault, found.name, locale) };
}

/** Submits every draft of the month. What is missing is named and blocks nothing. */
export async function submitMonth(actor: Actor, { unit, month }: Place) {
  refuseStrangers(actor, unit);
  const { store } = actor;
  refuseWholeMonth(`month-${await stateOf(actor, { unit, month })}`, month);
  const asked = (await draftedKpis(actor, { unit, month })).map((kpi) => ({ unit, kpi, period: month }));
  const { outcomes } = await takeStep(actor, { step: "submit", asked, allOrNothing: false });
  for (const outcome of outcomes) if (outcome.kind === "refused") refuseWholeMonth(outcome.code, month);
  const submitted = outcomes.filter(({ kind }) => kind === "saved").length;
  const view = await entryView(store, actor, { unit, month });
  const locale = localeOf(actor, await store.organisation.find());
  const missing = view.rows
    .filter(({ content }) => content.kind === "missing")
    .map(({ kpi, name }) => ({ kpi, message: tellEntry("notEntered", locale, { name }) }));
  return { submitted, missing, sentence: submittedText({ submitted, missing: missing.length }, month, locale) };
}

async function stateOf({ store }: Actor, { unit, month }: Place): Promise<PeriodState> {
  const [said] = await store.organisation.periodStates({ units: [unit], from: month, to: month });
  return said?.state ?? "open";
}

/** KPIs with a draft; one that was emptied only where there is something to withdraw. */
async function draftedKpis({ store }: Actor, { unit, month }: Place): Promise<string[]> {
  const id = (await store.organisation.unitIds([unit])).get(unit) ?? 0;
  const open = Map.groupBy(await store.results.openOfUnit({ unit: id, periods: [month] }), ({ kpiCode }) => kpiCode);
  return [...open].flatMap(([kpi, revisions]) => {
    const counting = revisions.find(({ counts }) => counts) ?? null;
    const newest = newestOf(counting, revisions.find(({ counts }) => !counts) ?? null);
    return newest?.state === "draft" && (newest.kind !== "missing" || counting !== null) ? [kpi] : [];
  });
}
