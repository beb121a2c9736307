import type { OverviewKpi, OverviewView } from "../../shared/contracts/insight.ts";
import { isPastDue, monthOfFiscalYear } from "../../shared/domain/calendar.ts";
import { objectiveStatus } from "../../shared/domain/objective-status.ts";
import { overviewSubline } from "../../shared/text/series-text.ts";
import { tellPage } from "../../shared/text/told/tell-page.ts";
import { decisionHeadline } from "../../shared/text/verdict.ts";
import { askedSeries, type JudgedSeries, judgedTogether, type SeriesQuestion } from "./judged-series.ts";
import { fiscalYearAt, overviewKpi } from "./overview-kpi.ts";
import type { UnitInsight } from "./unit-insight.ts";
import type { YearEnds } from "./year-ends.ts";

export type OverviewQuestion = Pick<SeriesQuestion, "until" | "from" | "ruleSet"> & {
  /** Milliseconds; null for now. */
  readonly asOf: number | null;
};

/** The leader's page: every KPI of a unit judged, those that need a decision first. */
export function overviewOf(
  insight: UnitInsight,
  series: readonly JudgedSeries[],
  question: Pick<OverviewQuestion, "until" | "asOf"> & { readonly yearEnds: YearEnds },
): OverviewView {
  const kpis = series.map((each) => overviewKpi(insight, each, question.yearEnds.get(each.kpi.code)));
  const decisions = decisionOrder(kpis, insight);
  const { until } = question;
  const { fiscalYearStart, locale } = insight.settings;
  return {
    unit: insight.unit,
    path: [...insight.path],
    period: until,
    fiscalYear: fiscalYearAt(insight, until),
    fiscalMonth: monthOfFiscalYear(until, fiscalYearStart) + 1,
    asOf: question.asOf === null ? null : new Date(question.asOf).toISOString(),
    dataAsOf: new Date(insight.newestRecord).toISOString(),
    pastDue: isPastDue(until, insight.figures.due),
    headline: decisionHeadline(decisions.length, locale),
    subline: overviewSubline(
      kpis.map(({ status, verdict }) => ({ status, variation: verdict.variation })),
      insight.settings.locale,
    ),
    decisions,
    groups: groupsOf(kpis, insight),
    kpis,
  };
}

/** Every KPI of the unit that has a period yet, in the order of the screens. */
export function judgedKpis(insight: UnitInsight, question: OverviewQuestion): Promise<JudgedSeries[]> {
  const asked = insight.shown.flatMap((kpi) => {
    const phases = insight.surroundings.get(kpi.code)?.phases ?? [];
    return askedSeries(insight.figures, kpi, { ...question, phases }) ?? [];
  });
  return judgedTogether(asked);
}

const URGENCY = ["worsening", "will_miss", "off_without_plan", "off_with_late_plan"] as const;

/** Worsening first, then what will miss, then what is off without a plan or with a late one; by weight within each. */
function decisionOrder(kpis: readonly OverviewKpi[], insight: UnitInsight): string[] {
  const weight = (code: string) => insight.surroundings.get(code)?.weight ?? 0;
  const rank = ({ verdict }: OverviewKpi) =>
    verdict.reason === null ? URGENCY.length : URGENCY.indexOf(verdict.reason);
  return kpis
    .filter(({ verdict }) => verdict.needsDecision)
    .toSorted((a, b) => rank(a) - rank(b) || weight(b.kpi) - weight(a.kpi))
    .map(({ kpi }) => kpi);
}

type Group = OverviewView["groups"][number];

/** By objective where one holds the KPI, else by theme, else together at the end. */
function groupsOf(kpis: readonly OverviewKpi[], insight: UnitInsight): Group[] {
  const { locale } = insight.settings;
  const named = [
    ...insight.objectives.map(({ code, statement }) => ({ code, name: statement, kind: "objective" as const })),
    ...insight.themes.map(({ code, name }) => ({ code, name, kind: "theme" as const })),
    { code: "", name: tellPage("furtherKpis", locale), kind: "none" as const },
  ];
  const members = new Map<string, OverviewKpi[]>();
  for (const kpi of kpis) {
    const key = groupKey(kpi, insight);
    members.set(key, [...(members.get(key) ?? []), kpi]);
  }
  return named.flatMap(({ code, name, kind }) => {
    const held = members.get(`${kind} ${code}`) ?? [];
    return held.length === 0 ? [] : [group({ code, name, kind }, { held, locale })];
  });
}

function groupKey(kpi: OverviewKpi, insight: UnitInsight): string {
  if (kpi.objective !== null) return `objective ${kpi.objective}`;
  const theme = insight.surroundings.get(kpi.kpi)?.theme ?? null;
  return theme === null ? "none " : `theme ${theme}`;
}

type Held = { readonly held: readonly OverviewKpi[]; readonly locale: string };

function group(head: Pick<Group, "code" | "name" | "kind">, { held, locale }: Held): Group {
  const { onTarget, worst, kpis } = objectiveStatus(held.map(({ status }) => status));
  const sentence = tellPage("onTarget", locale, { count: onTarget, kpis });
  return { ...head, sentence, worst, kpis: held.map(({ kpi }) => kpi) };
}
