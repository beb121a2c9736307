import type { VerdictView } from "../../shared/contracts/insight.ts";
import type { KpiView } from "../../shared/contracts/kpi-view.ts";
import type { Month } from "../../shared/domain/month.ts";
import { type PlanState, type Verdict, verdictOf } from "../../shared/domain/verdict.ts";
import { resemblanceNote } from "../../shared/text/chart-text.ts";
import { figureText, type NumberStyle, targetPhrase } from "../../shared/text/figure-text.ts";
import { messagesFor, type VerdictStyle, verdictAnswers, verdictText } from "../../shared/text/verdict.ts";
import type { JudgedSeries } from "./judged-series.ts";
import { isLate, planOf } from "./plan-view.ts";
import type { UnitInsight } from "./unit-insight.ts";

/** The words of a KPI at a unit: the same on every surface. */
export function seriesVerdict(insight: UnitInsight, series: JudgedSeries): VerdictView {
  const verdict = verdictAt(insight, series);
  const text = verdictText(verdict, verdictStyle(insight, series));
  return {
    variation: verdict.variation,
    variationWord: text.variationWord,
    outlook: verdict.outlook,
    outlookWord: text.outlookWord,
    sentence: text.sentence,
    advice: text.advice,
    needsDecision: verdict.needsDecision,
    reason: verdict.reason,
    asks: { cause: verdict.asksForCause, plan: verdict.asksForPlan },
  };
}

function verdictAt(insight: UnitInsight, series: JudgedSeries): Verdict {
  const surroundings = insight.surroundings.get(series.kpi.code);
  return verdictOf({
    period: series.newest.month,
    status: series.newest.judgement.status,
    offSince: offSince(series),
    analysis: series.analysis,
    plan: planState(insight, series.kpi.code),
    newestDecision: (surroundings?.decidedOn?.slice(0, 7) ?? null) as Month | null,
  });
}

function planState(insight: UnitInsight, code: string): PlanState {
  const plan = planOf(insight.surroundings.get(code)?.actions ?? []);
  if (plan === null) return "none";
  return isLate(plan, insight.figures.due.today) ? "late" : "on_time";
}

/** First month of the unbroken stretch of off months that ends with the newest. */
function offSince({ periods }: JudgedSeries): Month | null {
  const lastGood = periods.findLastIndex(({ judgement }) => judgement.status !== "off");
  return periods[lastGood + 1]?.month ?? null;
}

function verdictStyle(insight: UnitInsight, { definition }: JudgedSeries): VerdictStyle {
  const { decimals, minimum, maximum } = definition;
  return { decimals, locale: insight.settings.locale, bounds: { minimum, maximum } };
}

/** The three questions of a KPI page with their answers. */
export function kpiAnswers(insight: UnitInsight, series: JudgedSeries): KpiView["answers"] {
  const { figure, target, coverage } = series.newest.judgement;
  const style = numberStyle(insight, series);
  const facts = {
    figure: figure.kind === "number" ? figureText(figure, style) : null,
    target: target === null ? null : targetPhrase(target, style),
    coverage,
  };
  return verdictAnswers(verdictAt(insight, series), facts, verdictStyle(insight, series));
}

function numberStyle(insight: UnitInsight, { definition }: JudgedSeries): NumberStyle {
  return { decimals: definition.decimals, direction: definition.direction, locale: insight.settings.locale };
}

/** A headline holds at most this many words. */
const HEADLINE_WORDS = 15;

/** The message of the page: the KPI and the first sentence of its verdict, else its two words. */
export function kpiHeadline(insight: UnitInsight, series: JudgedSeries): string {
  const { sentence, variationWord } = seriesVerdict(insight, series);
  const { name } = series.definition;
  const [first = sentence] = sentence.split(/\.(?:\s|$)/);
  const headline = `${name}: ${first.charAt(0).toLowerCase()}${first.slice(1)}`;
  return headline.split(" ").length <= HEADLINE_WORDS ? headline : `${name}: ${variationWord.toLowerCase()}`;
}

/** "Since" is the first month of the run, "changed in" the estimated change point. */
export function turningPoints({ analysis }: JudgedSeries): Pick<KpiView, "since" | "changedIn"> {
  return { since: analysis.run?.since ?? null, changedIn: analysis.run?.changedIn ?? null };
}

/** What a reader of the chart must know beside the verdict. */
export function seriesNotes({ analysis, definition }: JudgedSeries, locale: string): string[] {
  const words = messagesFor(locale).notes;
  const resemblance = resemblanceNote(analysis, locale);
  const notes = resemblance === null ? [] : [resemblance];
  if (analysis.points.some(({ excluded, value }) => excluded && value !== null)) notes.push(words.hollow);
  if (analysis.onDifference) notes.push(words.difference);
  const last = analysis.segments.at(-1);
  const below =
    last?.lower !== null && last !== undefined && definition.minimum !== null && last.lower < definition.minimum;
  const above =
    last?.upper !== null && last !== undefined && definition.maximum !== null && last.upper > definition.maximum;
  if ((below || above) && analysis.chart !== "g") notes.push(words.clipped);
  return notes;
}
