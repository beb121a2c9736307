import type { KpiView } from "../../shared/contracts/kpi-view.ts";
import { fiscalYearName, monthsOfWindow } from "../../shared/domain/calendar.ts";
import { figureView, MISSING } from "../../shared/domain/figure.ts";
import { judgementOver } from "../../shared/domain/kpi-at-unit.ts";
import type { KpiDefinition } from "../../shared/domain/kpi-definition.ts";
import { ALWAYS, type Month } from "../../shared/domain/month.ts";
import { ruleText } from "../../shared/text/definition-text.ts";
import { figureText, targetText } from "../../shared/text/figure-text.ts";
import { monthText } from "../../shared/text/month-text.ts";
import { statusWord } from "../../shared/text/series-text.ts";
import { tellPage } from "../../shared/text/told/tell-page.ts";
import { lastYear } from "./compared-view.ts";
import { drawnChart } from "./drawn-chart.ts";
import type { JudgedSeries } from "./judged-series.ts";
import { kpiForecastView } from "./kpi-forecast-view.ts";
import type { Restated } from "./kpi-points.ts";
import { fiscalYearAt, missingUnits, styleOf, yearStyleOf, yearToDate } from "./overview-kpi.ts";
import { planView } from "./plan-view.ts";
import { kpiAnswers, kpiHeadline, seriesVerdict, turningPoints } from "./series-verdict.ts";
import type { KpiSurroundings, NamedUnit, PlannedAction, UnitInsight } from "./unit-insight.ts";
import { yearEndView } from "./year-end-view.ts";
import type { YearEnds } from "./year-ends.ts";

/** What the data say of the actions on a KPI, by their numbers. */
export type Proofs = ReadonlyMap<string, NonNullable<KpiView["plans"][number]["proof"]>>;

/** What the page of one KPI shows beside its figures. */
export type KpiPageFacts = {
  readonly children: readonly NamedUnit[];
  readonly annotations: KpiView["annotations"];
  readonly restated: Restated;
  /** Instant of the newest revision of the newest period; null where there is none. */
  readonly enteredAt: number | null;
  readonly proofs: Proofs;
  readonly corrections: readonly { readonly month: Month; readonly before: string; readonly after: string }[];
  readonly strategy: { readonly name: string; readonly years: string } | null;
};

export type KpiQuestion = {
  readonly until: Month;
  readonly from: Month;
  readonly asOf: number | null;
  readonly yearEnds: YearEnds;
  /** The series by another chart, drawn in place of the one that the verdict is made of. */
  readonly drawn?: JudgedSeries | undefined;
};

/** The page of one KPI at one unit. */
export function kpiView(insight: UnitInsight, series: JudgedSeries, page: KpiPageFacts & KpiQuestion): KpiView {
  const { kpi, definition, newest, analysis } = series;
  const style = styleOf(insight, series);
  const surroundings = insight.surroundings.get(kpi.code) ?? null;
  const year = monthsOfWindow("rolling-12", newest.month, insight.settings.fiscalYearStart);
  const rolling = judgementOver(insight.figures, kpi.code, year)?.figure ?? MISSING;
  const title = titleOf(insight, series, page);
  return {
    kpi: kpi.code,
    name: definition.name,
    unit: insight.unit,
    path: [...insight.path],
    children: [...page.children],
    period: newest.month,
    fiscalYear: fiscalYearAt(insight, newest.month),
    asOf: page.asOf === null ? null : new Date(page.asOf).toISOString(),
    ...shapeOf(definition),
    headline: kpiHeadline(insight, series),
    title,
    answers: kpiAnswers(insight, series),
    verdict: seriesVerdict(insight, series),
    status: newest.judgement.status,
    statusWord: statusWord(newest.judgement.status, style.locale),
    variationIcon: analysis.variationIcon,
    assuranceIcon: analysis.assuranceIcon,
    yearEnd: yearEndView(page.yearEnds.get(kpi.code), yearStyleOf(insight, series)),
    forecast: kpiForecastView(page.yearEnds.get(kpi.code), series, style),
    ...turningPoints(series),
    ...drawnChart(page.drawn ?? series, { style, restated: page.restated, from: page.from }, title),
    annotations: page.annotations,
    plans: plansOf(surroundings?.actions ?? [], insight, page.proofs),
    thread: threadOf(insight, { series, surroundings, strategy: page.strategy }),
    definition: definitionLines(definition, { surroundings, locale: style.locale }),
    definitions: versionsOf(kpi.definitions, style.locale),
    quality: qualityLines(insight, series, page),
    ytd: yearToDate(insight, series),
    rolling12: { figure: figureView(rolling), shown: figureText(rolling, style) },
    lastYear: lastYear(insight, series, styleOf(insight, series)),
  };
}

function shapeOf(definition: KpiDefinition) {
  const { unitOfMeasure, decimals, direction, input, numeratorLabel, denominatorLabel } = definition;
  const labels = { numeratorLabel: numeratorLabel ?? "", denominatorLabel: denominatorLabel ?? "" };
  return { unitOfMeasure, decimals, direction, input, ...labels };
}

/** Measure, unit of measure, who, when and what is compared; judges nothing. */
export function titleOf(
  insight: UnitInsight,
  { definition, newest, periods }: JudgedSeries,
  { from }: Pick<KpiQuestion, "from">,
): string {
  const first = periods.find(({ month }) => month >= from)?.month ?? newest.month;
  const { locale } = insight.settings;
  const when = `${monthText(first, locale)} – ${monthText(newest.month, locale)}`;
  const { name, unitOfMeasure } = definition;
  return tellPage("title", locale, { name, unitOfMeasure, unit: insight.unit.name, when });
}

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** Actions lettered in the order in which they began, as flags on the axis. */
export function plansOf(
  actions: readonly PlannedAction[],
  insight: UnitInsight,
  proofs: Proofs = new Map(),
): KpiView["plans"] {
  const begun = actions.toSorted((a, b) => ((a.startedOn ?? "9") < (b.startedOn ?? "9") ? -1 : 1));
  return begun.map((action, index) => ({
    ...planView(action, { today: insight.figures.due.today, locale: insight.settings.locale }),
    letter: LETTERS[index % LETTERS.length] ?? "A",
    month: action.startedOn === null ? null : (action.startedOn.slice(0, 7) as Month),
    cause: action.cause,
    verification: action.verification,
    proof: proofs.get(action.code) ?? null,
  }));
}

type ThreadFacts = { series: JudgedSeries; surroundings: KpiSurroundings | null; strategy: KpiPageFacts["strategy"] };

/** From the strategy to the plan: why this is measured. What is not linked is not there. */
export function threadOf(insight: UnitInsight, { series, surroundings, strategy }: ThreadFacts): KpiView["thread"] {
  const theme = insight.themes.find(({ code }) => code === surroundings?.theme);
  const objective = insight.objectives.find(({ code }) => code === surroundings?.objective);
  const { target } = series.newest.judgement;
  const style = styleOf(insight, series);
  const { locale } = style;
  const year = fiscalYearName(fiscalYearAt(insight, series.newest.month));
  const { name } = series.definition;
  const measured = target === null ? name : `${name} ${targetText(target, style)}`;
  return [
    ...(strategy === null
      ? []
      : [
          {
            kind: "strategy",
            name: strategy.name,
            detail: tellPage("thread.strategy", locale, { years: strategy.years }),
            current: false,
          },
        ]),
    ...(theme === undefined
      ? []
      : [{ kind: "theme", name: theme.name, detail: tellPage("thread.theme", locale), current: false }]),
    ...(objective === undefined
      ? []
      : [
          {
            kind: "objective",
            name: objective.statement,
            detail: tellPage("thread.objective", locale, { year }),
            current: false,
          },
        ]),
    { kind: "kpi", name: measured, detail: tellPage("thread.kpi", locale), current: true },
    ...(surroundings?.actions ?? []).map(({ title, progress }) => ({
      ...{ kind: "action", name: title, current: false },
      detail: tellPage("thread.action", locale, { progress }),
    })),
  ];
}

export function definitionLines(
  definition: KpiDefinition,
  { surroundings, locale }: { readonly surroundings: KpiSurroundings | null; readonly locale: string },
): KpiView["definition"] {
  const said = { ...definition, owner: surroundings?.owner ?? null };
  const lines = (
    ["formula", "description", "better", "owner", "source", "exclusions", "orgRule", "timeRule"] as const
  ).map((fact) => ({ label: tellPage(`fact.${fact}`, locale), text: factText(said, fact, locale) }));
  return lines.flatMap(({ label, text }) => (text === null || text === "" ? [] : [{ label, text }]));
}

type Fact = "formula" | "description" | "better" | "owner" | "source" | "exclusions" | "orgRule" | "timeRule";

function factText(said: KpiDefinition & { readonly owner: string | null }, fact: Fact, locale: string): string | null {
  if (fact === "better") return tellPage(`better.${said.direction}`, locale);
  if (fact === "orgRule" || fact === "timeRule") return ruleText(said[fact], locale);
  return said[fact];
}

function versionsOf(definitions: readonly KpiDefinition[], locale: string): KpiView["definitions"] {
  return definitions.map(({ version, validFrom, name, exclusions }) => ({
    version,
    from: validFrom,
    name,
    changed:
      validFrom === ALWAYS ? tellPage("firstDefinition", locale) : exclusions || tellPage("changedDefinition", locale),
  }));
}

function qualityLines(insight: UnitInsight, series: JudgedSeries, page: KpiPageFacts): KpiView["quality"] {
  const { coverage } = series.newest.judgement;
  const { units, more } = missingUnits(insight, series.kpi.code);
  const { locale, timeZone } = insight.settings;
  const names = units.map(({ name }) => name).join(", ");
  const lines = [{ label: tellPage("reported", locale), text: tellPage("reportedUnits", locale, coverage) }];
  if (units.length > 0) {
    const text = more > 0 ? tellPage("namesMore", locale, { names, count: more }) : names;
    lines.push({ label: tellPage("missing", locale), text });
  }
  if (page.enteredAt !== null) {
    const day = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone }).format(new Date(page.enteredAt));
    lines.push({ label: tellPage("entered", locale), text: day });
  }
  for (const { month, before, after } of page.corrections) {
    lines.push({ label: tellPage("corrected", locale), text: `${monthText(month, locale)}: ${before} → ${after}` });
  }
  return lines;
}
