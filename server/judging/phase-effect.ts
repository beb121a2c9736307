import type { PhasePreview, PhaseReading } from "../../shared/contracts/kpi-notes.ts";
import type { Month } from "../../shared/domain/month.ts";
import { DEFAULT_RULE_SET } from "../../shared/domain/statistics/rule-set.ts";
import { type PhaseWords, phaseEffects } from "../../shared/text/phase-text.ts";
import { type JudgedSeries, judgedSeries } from "./judged-series.ts";
import { kpiPoints, kpiSegments } from "./kpi-points.ts";
import { styleOf } from "./overview-kpi.ts";
import { seriesVerdict, turningPoints } from "./series-verdict.ts";
import type { KpiSurroundings, UnitInsight } from "./unit-insight.ts";

export type Phases = KpiSurroundings["phases"];

type PhaseQuestion = {
  readonly kpi: string;
  readonly from: Month;
  readonly until: Month;
};

/** The series of a KPI at a unit under these phases, whatever is recorded; null where it has no period yet. */
export function seriesUnder(insight: UnitInsight, phases: Phases, question: PhaseQuestion): JudgedSeries | null {
  const kpi = insight.figures.kpis.get(question.kpi);
  const { from, until } = question;
  return kpi === undefined
    ? null
    : judgedSeries(insight.figures, kpi, { from, until, phases, ruleSet: DEFAULT_RULE_SET });
}

/** Limits, icons and sentence under two sets of phases, side by side; null where there is no series. */
export function phasePreview(
  insight: UnitInsight,
  phases: { readonly now: Phases; readonly proposed: Phases },
  question: PhaseQuestion,
): PhasePreview | null {
  const now = seriesUnder(insight, phases.now, question);
  const then = seriesUnder(insight, phases.proposed, question);
  if (now === null || then === null) return null;
  const { decimals, direction, unitOfMeasure } = now.definition;
  const [before, after] = [reading(insight, now, question.from), reading(insight, then, question.from)];
  return {
    ...{ decimals, direction, unitOfMeasure, before, after },
    effects: phaseEffects(words(before), words(after), insight.settings.locale),
  };
}

function reading(insight: UnitInsight, series: JudgedSeries, from: Month): PhaseReading {
  const style = styleOf(insight, series);
  const verdict = seriesVerdict(insight, series);
  const { variationIcon, assuranceIcon } = series.analysis;
  return {
    points: kpiPoints(series, { style, restated: new Map(), from }),
    segments: kpiSegments(series, style),
    ...turningPoints(series),
    ...{ variation: verdict.variation, variationWord: verdict.variationWord, outlookWord: verdict.outlookWord },
    ...{ variationIcon, assuranceIcon, sentence: verdict.sentence, needsDecision: verdict.needsDecision },
  };
}

function words(side: PhaseReading): PhaseWords {
  const { variation, variationWord, outlookWord, needsDecision, segments } = side;
  const newest = segments.at(-1);
  const range = { rangeLabel: newest?.label ?? "", monthsInPhase: newest?.n ?? 0 };
  return { variation, variationWord, outlookWord, needsDecision, ...range };
}
