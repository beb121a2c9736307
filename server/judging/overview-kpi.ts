import type { OverviewKpi, SparkView } from "../../shared/contracts/insight.ts";
import { fiscalYearOf, monthsOfWindow } from "../../shared/domain/calendar.ts";
import { figureView } from "../../shared/domain/figure.ts";
import type { Judgement } from "../../shared/domain/judgement.ts";
import { judgementOver } from "../../shared/domain/kpi-at-unit.ts";
import type { Month } from "../../shared/domain/month.ts";
import { figureText, type NumberStyle } from "../../shared/text/figure-text.ts";
import { statusWord } from "../../shared/text/series-text.ts";
import { againstLastYear, lastYear, yearAgainstTarget } from "./compared-view.ts";
import type { JudgedSeries } from "./judged-series.ts";
import { planOf, planView } from "./plan-view.ts";
import { seriesVerdict } from "./series-verdict.ts";
import { shownTarget, shownVariance } from "./shown.ts";
import type { UnitInsight } from "./unit-insight.ts";
import { type YearEndStyle, yearEndView } from "./year-end-view.ts";
import type { YearEnd } from "./year-ends.ts";

/** Months of the small charts. */
const SPARK_MONTHS = 24;

/** A KPI as the overview shows it, judged at the newest period of its own up to the one asked for. */
export function overviewKpi(insight: UnitInsight, series: JudgedSeries, yearEnd: YearEnd | undefined): OverviewKpi {
  const { kpi, definition, newest, analysis } = series;
  const style = styleOf(insight, series);
  const { figure, target, coverage, status } = newest.judgement;
  const surroundings = insight.surroundings.get(kpi.code);
  const plan = planOf(surroundings?.actions ?? []);
  const { today } = insight.figures.due;
  const endOfYear = yearEndView(yearEnd, yearStyleOf(insight, series));
  return {
    kpi: kpi.code,
    name: definition.name,
    unitOfMeasure: definition.unitOfMeasure,
    decimals: definition.decimals,
    direction: definition.direction,
    owner: surroundings?.owner ?? null,
    objective: surroundings?.objective ?? null,
    theme: themeOf(insight, kpi.code),
    period: newest.month,
    figure: figureView(figure),
    shown: figureText(figure, style),
    target: shownTarget(target, style),
    variance: shownVariance(figure, target, style),
    status,
    statusWord: statusWord(status, style.locale),
    coverage,
    missing: missingUnits(insight, kpi.code),
    ytd: yearToDate(insight, series),
    lastYear: lastYear(insight, series, style),
    compared: { py: againstLastYear(insight, series, style), fc: yearAgainstTarget(endOfYear, style) },
    verdict: seriesVerdict(insight, series),
    variationIcon: analysis.variationIcon,
    assuranceIcon: analysis.assuranceIcon,
    yearEnd: endOfYear,
    plan: plan === null ? null : planView(plan, { today, locale: style.locale }),
    spark: sparkOf(series),
  };
}

/** The KPI's own theme, else that of the objective which holds it. */
function themeOf({ surroundings, themes, objectives }: UnitInsight, kpi: string): OverviewKpi["theme"] {
  const around = surroundings.get(kpi);
  const held = objectives.find(({ code }) => code === around?.objective)?.theme;
  const code = around?.theme ?? held;
  return themes.find((theme) => theme.code === code) ?? null;
}

export function styleOf(insight: UnitInsight, { definition }: Pick<JudgedSeries, "definition">): NumberStyle {
  return { decimals: definition.decimals, direction: definition.direction, locale: insight.settings.locale };
}

export function yearStyleOf(insight: UnitInsight, series: Pick<JudgedSeries, "definition">): YearEndStyle {
  return { ...styleOf(insight, series), fiscalYearStart: insight.settings.fiscalYearStart };
}

/** The year to date with its own target, status and coverage, and how many periods it holds. */
export function yearToDate(insight: UnitInsight, series: JudgedSeries): OverviewKpi["ytd"] {
  const { kpi, newest } = series;
  const months = monthsOfWindow("ytd", newest.month, insight.settings.fiscalYearStart);
  const judgement = judgementOver(insight.figures, kpi.code, months) ?? newest.judgement;
  const held = kpi.periods.filter(({ month }) => months.includes(month)).length;
  return { ...judgedView(judgement, styleOf(insight, series)), coverage: judgement.coverage, months: held };
}

function judgedView({ figure, target, status }: Judgement, style: NumberStyle) {
  return { figure: figureView(figure), shown: figureText(figure, style), target: shownTarget(target, style), status };
}

/** Units that owe the period's result: three by name and how many more. */
export function missingUnits(insight: UnitInsight, code: string): OverviewKpi["missing"] {
  const units = insight.owing.get(code) ?? [];
  return {
    units: units.slice(0, 3).map(({ code, name, kind }) => ({ code, name, kind })),
    more: Math.max(0, units.length - 3),
  };
}

function sparkOf({ analysis }: JudgedSeries): SparkView {
  const points = analysis.points.slice(-SPARK_MONTHS);
  const last = points.at(-1);
  const isOfValues = points.every(({ plotted, value }) => plotted === value);
  return {
    months: points.map(({ period }) => period),
    values: points.map(({ value }) => value),
    marks: points.map(({ pointType }) => pointType),
    targets: points.map(({ target }) => target),
    low: isOfValues ? (last?.lower ?? null) : null,
    high: isOfValues ? (last?.upper ?? null) : null,
    excluded: points.map(({ excluded }) => excluded),
  };
}

export function fiscalYearAt(insight: UnitInsight, month: Month): number {
  return fiscalYearOf(month, insight.settings.fiscalYearStart);
}
