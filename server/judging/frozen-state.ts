import type { KpiPoint } from "../../shared/contracts/kpi-view.ts";
import { type FrozenKpi, SNAPSHOT_FORMAT, type SnapshotPayload } from "../../shared/contracts/snapshot-payload.ts";
import { fiscalYearOf } from "../../shared/domain/calendar.ts";
import { decimalNumber } from "../../shared/domain/decimal.ts";
import type { KpiDefinition } from "../../shared/domain/kpi-definition.ts";
import { addMonths } from "../../shared/domain/month.ts";
import { DEFAULT_RULE_SET } from "../../shared/domain/statistics/rule-set.ts";
import type { Place } from "./asked-place.ts";
import { chartNotes } from "./drawn-chart.ts";
import { frozenLinks } from "./frozen-links.ts";
import { frozenResults, type MayRead, periodCoverage } from "./frozen-results.ts";
import { type ComparedState, comparedPoint } from "./frozen-views.ts";
import type { JudgedSeries } from "./judged-series.ts";
import { forecastPoints } from "./kpi-forecast-view.ts";
import { kpiPoints, kpiSegments } from "./kpi-points.ts";
import { definitionLines, plansOf, threadOf, titleOf } from "./kpi-view.ts";
import { styleOf } from "./overview-kpi.ts";
import { judgedKpis, overviewOf } from "./overview-view.ts";
import { readUnitInsight } from "./read-unit-insight.ts";
import { kpiAnswers, kpiHeadline, turningPoints } from "./series-verdict.ts";
import type { UnitInsight } from "./unit-insight.ts";
import { type YearEnds, yearEndsOf } from "./year-ends.ts";

/** Months of a frozen series. */
const FROZEN_MONTHS = 36;

type Freezing = { readonly kpis: readonly string[] | null; readonly asOf: number; readonly mayRead: MayRead };

/** Everything that a snapshot of a place holds; `asOf` in milliseconds. The same records give the same payload. */
export async function frozenState(place: Place, { kpis, asOf, mayRead }: Freezing): Promise<SnapshotPayload> {
  const { organisation, unit, period } = place;
  const { insight, series, yearEnds } = await readCourse(place, { kpis, asOf });
  const { name, locale, timeZone, fiscalYearStart, minimumCoverage } = organisation;
  const fiscalYear = fiscalYearOf(period, fiscalYearStart);
  const codes = new Set(series.map(({ kpi }) => kpi.code));
  const links = await frozenLinks(place, { kpis: codes, fiscalYear });
  return {
    format: SNAPSHOT_FORMAT,
    organisation: { name, locale, timeZone, fiscalYearStart, minimumCoverage },
    unit: { code: unit.code, name: unit.name, kind: unit.kind },
    ...{ period, fiscalYear },
    asOf: new Date(asOf).toISOString(),
    ruleSet: DEFAULT_RULE_SET,
    coverage: await periodCoverage(place, codes),
    overview: overviewOf(insight, series, { until: period, asOf, yearEnds }),
    kpis: series.map((each) => frozenKpi(insight, each, { strategy: links.strategies[0] ?? null, yearEnds })),
    ...links,
    results: await frozenResults(place, { kpis: codes, mayRead }),
  };
}

/** The same figures as they are known at the moment of the place, to be held against a frozen state. */
export async function comparedNow(
  place: Place,
  { kpis, asOf }: Pick<Freezing, "kpis" | "asOf">,
): Promise<ComparedState> {
  const { period, organisation } = place;
  const { insight, series, yearEnds } = await readCourse(place, { kpis, asOf });
  const views = new Map(
    overviewOf(insight, series, { until: period, asOf, yearEnds }).kpis.map((kpi) => [kpi.kpi, kpi]),
  );
  return {
    ...{ asOf: new Date(asOf).toISOString(), period, locale: organisation.locale },
    kpis: series.flatMap((each) => {
      const view = views.get(each.kpi.code);
      return view === undefined ? [] : [{ view, points: pointsOf(insight, each).map(comparedPoint) }];
    }),
  };
}

async function readCourse(place: Place, { kpis, asOf }: Pick<Freezing, "kpis" | "asOf">) {
  const { period } = place;
  const from = addMonths(period, 1 - FROZEN_MONTHS);
  const insight = await readUnitInsight(place, { kpis, from });
  const series = await judgedKpis(insight, { until: period, from, ruleSet: DEFAULT_RULE_SET, asOf });
  return { insight, series, yearEnds: await yearEndsOf(insight, series, { until: period }) };
}

function pointsOf(insight: UnitInsight, series: JudgedSeries): KpiPoint[] {
  const from = series.periods[0]?.month ?? series.newest.month;
  return kpiPoints(series, { style: styleOf(insight, series), restated: new Map(), from });
}

type Strategy = { readonly name: string; readonly years: string };

type Beside = { readonly strategy: Strategy | null; readonly yearEnds: YearEnds };

function frozenKpi(insight: UnitInsight, series: JudgedSeries, { strategy, yearEnds }: Beside): FrozenKpi {
  const style = styleOf(insight, series);
  const { kpi, periods, newest, definition } = series;
  const surroundings = insight.surroundings.get(kpi.code) ?? null;
  const from = periods[0]?.month ?? newest.month;
  return {
    kpi: kpi.code,
    direction: definition.direction,
    headline: kpiHeadline(insight, series),
    title: titleOf(insight, series, { from }),
    points: pointsOf(insight, series),
    segments: kpiSegments(series, style),
    definition: definitionLines(definition, { surroundings, locale: style.locale }),
    notes: chartNotes(series, style.locale),
    chart: series.analysis.chart,
    ruleSet: series.analysis.ruleSet,
    answers: kpiAnswers(insight, series),
    ...turningPoints(series),
    plans: plansOf(surroundings?.actions ?? [], insight),
    thread: threadOf(insight, { series, surroundings, strategy }),
    rules: rulesOf(definition),
    forecast: forecastPoints(yearEnds.get(kpi.code), series, style),
  };
}

function rulesOf({ input, multiplier, orgRule, timeRule, frequency, expression }: KpiDefinition): FrozenKpi["rules"] {
  return { input, multiplier: decimalNumber(multiplier) ?? 1, orgRule, timeRule, frequency, expression };
}
