import type { KpiPoint, KpiView } from "../../shared/contracts/kpi-view.ts";
import type { Month } from "../../shared/domain/month.ts";
import { monthText } from "../../shared/text/month-text.ts";
import {
  analyse,
  FIRST,
  figure,
  STATUS_WORD,
  type Story,
  shownNumber,
  statusOf,
  storyMonths,
  targetAt,
  targetView,
  varianceView,
} from "./story.ts";

const GROUP = { code: "GROUP", name: "All units", kind: "group" };
const NO_FIGURE = { figure: figure(null), shown: "–" };

type Analysis = ReturnType<typeof analyse>;

/** A story as the page of its KPI: real limits and signals, words enough to draw with. */
export function kpiView(story: Story): KpiView {
  const analysis = analyse(story);
  const months = storyMonths(story);
  const last = months.at(-1) ?? FIRST;
  const status = statusOf(story.values.at(-1) ?? null, targetAt(story, months.length - 1), story.direction);
  return {
    ...{ kpi: story.code, name: story.name, unit: GROUP, path: [GROUP], children: [], period: last, fiscalYear: 2026 },
    ...{ asOf: null, unitOfMeasure: story.unitOfMeasure, decimals: story.decimals, direction: story.direction },
    ...{
      input: "value",
      numeratorLabel: "",
      denominatorLabel: "",
      ruleSet: "plumbline-1",
      chart: "xmr",
      chartReason: "",
      chartName: "Single values (XmR)",
      chartUnit: null,
      charts: [],
      season: null,
    },
    headline: `${story.name} and what it says`,
    title: `${story.name}, ${story.unitOfMeasure} · all units · ${monthText(months[0] ?? FIRST, "en-GB")} – ${monthText(last, "en-GB")}`,
    answers: {
      onTarget: {
        question: "Are we on target?",
        answer: STATUS_WORD[status],
        detail: "Newest against target",
        tone: "bad",
      },
      changed: { question: "Has something changed?", answer: "Yes", detail: "Against the usual level", tone: "bad" },
      willMeet: { question: "Will we get there?", answer: "May miss", detail: "By the usual range", tone: "plain" },
    },
    verdict: {
      ...{ variation: "stable", variationWord: "Stable", outlook: "may_miss", outlookWord: "May miss target" },
      ...{
        sentence: "Steady around the target.",
        advice: "",
        needsDecision: false,
        reason: null,
        asks: { cause: false, plan: false },
      },
    },
    ...{
      status,
      statusWord: STATUS_WORD[status],
      variationIcon: analysis.variationIcon,
      assuranceIcon: analysis.assuranceIcon,
    },
    ...{
      yearEnd: null,
      forecast: null,
      since: null,
      changedIn: story.changedIn ?? null,
      notes: [],
      annotations: [],
      plans: [],
      thread: [],
    },
    points: months.map((month, index) => point(story, analysis, { month, index })),
    segments: segments(story, analysis),
    ...{ definition: [], definitions: [], quality: [] },
    ytd: { ...NO_FIGURE, target: null, status, coverage: { reported: 0, due: 0 }, months: 0 },
    rolling12: NO_FIGURE,
    lastYear: { ...NO_FIGURE, months: 0 },
  };
}

function point(story: Story, analysis: Analysis, { month, index }: { month: Month; index: number }): KpiPoint {
  const value = story.values[index] ?? null;
  const target = targetAt(story, index);
  const status = statusOf(value, target, story.direction);
  const analysed = analysis.points[index];
  const shown = shownNumber(value, story);
  return {
    ...{ period: month, figure: figure(value), shown, target: targetView(target, story) },
    ...{ variance: varianceView(value, target, story), status, statusWord: STATUS_WORD[status] },
    ...{ coverage: { reported: 6, due: 6 }, excluded: analysed?.excluded ?? false },
    ...{ mean: analysed?.mean ?? null, low: analysed?.lower ?? null, high: analysed?.upper ?? null },
    ...{ pointType: analysed?.pointType ?? null, specialCause: analysed?.specialCause ?? null },
    ...{ rules: [...(analysed?.rules ?? [])], lastYear: null, restatedFrom: null },
    spoken: `${monthText(month, "en-GB")}, ${shown}, ${STATUS_WORD[status]}`,
  };
}

function segments(story: Story, analysis: Analysis): KpiView["segments"] {
  const months = storyMonths(story);
  return analysis.segments.map((segment, index) => ({
    firstPeriod: segment.firstPeriod,
    lastPeriod:
      months[months.indexOf(analysis.segments[index + 1]?.firstPeriod ?? FIRST) - 1] ?? months.at(-1) ?? FIRST,
    ...{ n: segment.n, mean: segment.mean, low: segment.lower, high: segment.upper, trial: segment.limits === "trial" },
    label: segmentLabel(story, segment),
    reason: index === 0 ? null : "Measured anew",
  }));
}

function segmentLabel(story: Story, { lower, upper, limits }: Analysis["segments"][number]): string {
  if (lower === null || upper === null) return "Too few months to judge";
  const range = `${shownNumber(lower, story)}–${shownNumber(upper, story)}`;
  return limits === "trial" ? `Trial limits ${range}` : `Usual range ${range}`;
}
