import type { NamedRevision } from "../../db/store.ts";
import type { EntryRow } from "../../shared/contracts/results.ts";
import { decimalNumber } from "../../shared/domain/decimal.ts";
import { type EntryContent, figureOfContent, statusOfContent } from "../../shared/domain/entry-content.ts";
import type { Month } from "../../shared/domain/month.ts";
import { targetView } from "../../shared/domain/target.ts";
import { type Verdict, verdictOf } from "../../shared/domain/verdict.ts";
import { rangeText } from "../../shared/text/entry-text.ts";
import { figureText, type NumberStyle, targetText } from "../../shared/text/figure-text.ts";
import { stateNoteText } from "../../shared/text/month-close-text.ts";
import { tellEntry } from "../../shared/text/told/tell-entry.ts";
import { verdictText } from "../../shared/text/verdict.ts";
import { contentOf, entryRulesOf } from "./due-cells.ts";
import type { EntryFact, EntryFacts } from "./entry-facts.ts";
import { analysisWith, historyOf } from "./entry-series.ts";

/** Periods shown before the month. */
const SHOWN_BEFORE = 3;

/** A KPI's row of the entry view. */
export function entryRow(fact: EntryFact, facts: EntryFacts): EntryRow {
  const { course, newest, target, tolerance } = fact;
  // A locked month shows what counts; a restatement that waits is told beside it.
  const told = facts.state === "locked" ? fact.counting : newest;
  const { definition, kpi } = course.cell;
  const { locale } = facts.organisation;
  const style: NumberStyle = { decimals: definition.decimals, direction: definition.direction, locale };
  const rules = entryRulesOf(definition);
  const history = historyOf(course);
  const content = contentOf(told);
  const amount = tolerance === null ? null : decimalNumber(tolerance.amount);
  return {
    kpi: kpi.code,
    name: definition.name,
    unitOfMeasure: definition.unitOfMeasure,
    ...{ decimals: rules.decimals, direction: rules.direction, minimum: rules.minimum, maximum: rules.maximum },
    input: definition.input === "ratio" ? "ratio" : "value",
    multiplier: rules.multiplier,
    numeratorLabel: definition.numeratorLabel ?? "Numerator",
    denominatorLabel: definition.denominatorLabel ?? "Denominator",
    last: course.periods.slice(-SHOWN_BEFORE).map((month) => lastPeriod(fact, month, style)),
    target: target === null ? null : { ...targetView(target), label: targetText(target, style) },
    tolerance: tolerance === null || amount === null ? null : { kind: tolerance.kind, amount },
    usual: history.usual === null ? null : { ...history.usual, shown: rangeText(history.usual, style) },
    usualDenominator: history.usualDenominator,
    before: [...history.before],
    content,
    shown: figureText(figureOfContent(content, rules), style),
    revision: newest?.n ?? 0,
    state: told?.state ?? "none",
    stateNote:
      newest === null ? null : noteOn(newest, facts, figureText(figureOfContent(contentOf(newest), rules), style)),
    status: statusOfContent(content, rules, { target, tolerance }),
    comment: told?.comment ?? null,
    cause: told?.cause ?? null,
    lastCause: fact.lastCause,
    enteredBy: nameOf(told, facts),
    enteredAt: told === null ? null : new Date(told.at).toISOString(),
    confirmed: [...fact.confirmed],
    ...whatIsAsked(fact, content, locale),
  };
}

function nameOf(revision: NamedRevision | null, { names }: EntryFacts): string | null {
  return revision?.byCode == null ? null : (names.get(revision.byCode) ?? revision.byCode);
}

function noteOn(newest: NamedRevision, facts: EntryFacts, shown: string): string | null {
  const { state, counts, restatement, reason } = newest;
  const { locale } = facts.organisation;
  return stateNoteText({ state, counts, restatement, reason, shown, by: nameOf(newest, facts) }, locale);
}

function lastPeriod({ course }: EntryFact, month: Month, style: NumberStyle): EntryRow["last"][number] {
  const rules = entryRulesOf(course.cell.definition);
  const content = contentOf(course.counting.get(month));
  const goal = { target: course.targets.get(month) ?? null, tolerance: null };
  return {
    month,
    shown: figureText(figureOfContent(content, rules), style),
    status: statusOfContent(content, rules, goal),
  };
}

/** The sentence on a cell and what it asks for. */
function whatIsAsked(fact: EntryFact, content: EntryContent, locale: string): Pick<EntryRow, "asks" | "sentence"> {
  const { definition } = fact.course.cell;
  const nothing = { cause: false, plan: false };
  if (content.kind === "missing") return { asks: nothing, sentence: tellEntry("notEnteredYet", locale) };
  if (content.kind === "not_applicable") {
    return { asks: nothing, sentence: tellEntry("notApplicableYet", locale) };
  }
  const verdict = verdictWith(fact, content);
  const { decimals, minimum, maximum } = definition;
  const { sentence } = verdictText(verdict, { decimals, locale, bounds: { minimum, maximum } });
  const asks = { cause: verdict.asksForCause, plan: verdict.asksForPlan };
  return { asks, sentence: askingSentence(verdict, sentence, locale) };
}

function askingSentence(
  { variation, status, asksForCause, asksForPlan }: Verdict,
  sentence: string,
  locale: string,
): string {
  if (asksForCause) return sentence;
  if (variation === "too_few") return tellEntry("tooFew", locale);
  const usual = tellEntry("within", locale);
  if (!asksForPlan) return status === "off" ? tellEntry("noTrend", locale, { usual }) : usual;
  return tellEntry("both", locale, { usual, sentence });
}

function verdictWith({ course, target, tolerance, hasPlan }: EntryFact, content: EntryContent): Verdict {
  const rules = entryRulesOf(course.cell.definition);
  return verdictOf({
    period: course.month,
    status: statusOfContent(content, rules, { target, tolerance }),
    offSince: null,
    analysis: analysisWith(course, content),
    plan: hasPlan ? "on_time" : "none",
    newestDecision: null,
  });
}
