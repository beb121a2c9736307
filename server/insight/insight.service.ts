import type { BowlerView } from "../../shared/contracts/bowler.ts";
import type { OverviewView } from "../../shared/contracts/insight.ts";
import type { KpiUnitsView, KpiView } from "../../shared/contracts/kpi-view.ts";
import { AppError } from "../../shared/domain/failures.ts";
import { addMonths, type Month } from "../../shared/domain/month.ts";
import type { AskedChart } from "../../shared/domain/statistics/chart-kind.ts";
import { DEFAULT_RULE_SET, type RuleSetName } from "../../shared/domain/statistics/rule-set.ts";
import type { Actor } from "../access/actor.ts";
import { type Asked, type Place, placeOf } from "../judging/asked-place.ts";
import { type JudgedSeries, judgedSeries, SERIES_MONTHS } from "../judging/judged-series.ts";
import { kpiView } from "../judging/kpi-view.ts";
import { bowlerAt, overviewAt } from "../judging/overview-at.ts";
import { readKpiByUnit } from "../judging/read-kpi-by-unit.ts";
import { readUnitInsight } from "../judging/read-unit-insight.ts";
import { remembered } from "../judging/remembered-views.ts";
import type { UnitInsight } from "../judging/unit-insight.ts";
import { kpiUnitsView, monthsUpTo } from "../judging/units-view.ts";
import { namedKpi, namedOverview, namesIn } from "../judging/with-names.ts";
import { yearEndsOf } from "../judging/year-ends.ts";
import { readKpiPage } from "./kpi-page.ts";

/** The leader's page of a unit. */
export async function overview(actor: Actor, asked: Asked): Promise<OverviewView> {
  const view = await remembered(actor, { view: "overview", asked }, async () =>
    overviewAt(await placeOf(actor, asked)),
  );
  return namedOverview(view, await namesIn(actor.store));
}

/** The fiscal year of a unit's KPIs, month by month. */
export function bowler(actor: Actor, asked: Asked): Promise<BowlerView> {
  return remembered(actor, { view: "bowler", asked }, async () => bowlerAt(await placeOf(actor, asked)));
}

export type KpiAsked = Asked & {
  readonly kpi: string;
  readonly from?: Month | undefined;
  readonly to?: Month | undefined;
  readonly ruleSet?: RuleSetName | undefined;
  readonly chart?: AskedChart | undefined;
};

/** One KPI at a unit, judged and analysed. */
export type AnalysedKpi = { readonly place: Place; readonly insight: UnitInsight; readonly series: JudgedSeries };

/** The page of one KPI at a unit, people by their codes, with what it was made of: `series` as it is drawn. */
export type JudgedPage = AnalysedKpi & { readonly view: KpiView };

/** The page of one KPI at a unit. */
export async function kpiPage(actor: Actor, asked: KpiAsked): Promise<KpiView> {
  const [{ view }, names] = await Promise.all([judgedPage(actor, asked), namesIn(actor.store)]);
  return namedKpi(view, names);
}

/** All that the page of a KPI shows, judged and analysed once. */
export function judgedPage(actor: Actor, asked: KpiAsked): Promise<JudgedPage> {
  return remembered(actor, { view: "kpi", asked }, async () => {
    const { chart, ...own } = asked;
    const { place, insight, series } = await analysedKpi(actor, own);
    const page = await readKpiPage(actor, { place, insight, series });
    const yearEnds = await yearEndsOf(insight, [series], { until: place.period });
    const drawn = chart === undefined ? undefined : seriesOf(place, insight, asked);
    const from = asked.from ?? addMonths(place.period, 1 - SERIES_MONTHS);
    const view = kpiView(insight, series, { ...page, until: place.period, from, asOf: place.asOf, yearEnds, drawn });
    return { place, insight, series: drawn ?? series, view };
  });
}

/** The series of one KPI with its statistics; `from` and `to` bound what is analysed. */
export async function analysedKpi(actor: Actor, asked: KpiAsked): Promise<AnalysedKpi> {
  const period = asked.to ?? asked.period;
  const place = await placeOf(actor, { ...asked, ...(period === undefined ? {} : { period }) });
  const from = asked.from ?? addMonths(place.period, 1 - SERIES_MONTHS);
  const insight = await readUnitInsight(place, { kpis: [asked.kpi], from });
  return { place, insight, series: seriesOf(place, insight, asked) };
}

function seriesOf(place: Place, insight: UnitInsight, asked: KpiAsked): JudgedSeries {
  const from = asked.from ?? addMonths(place.period, 1 - SERIES_MONTHS);
  const kpi = insight.figures.kpis.get(asked.kpi);
  const phases = insight.surroundings.get(asked.kpi)?.phases ?? [];
  const { chart, ruleSet = DEFAULT_RULE_SET } = asked;
  const question = { until: place.period, from, ruleSet, phases, chart };
  const series = kpi === undefined ? null : judgedSeries(insight.figures, kpi, question);
  if (series === null) throw new AppError("not-found", { what: "KPI", code: asked.kpi });
  return series;
}

export type UnitsAsked = Asked & { readonly kpi: string; readonly months?: number | undefined };

/** One KPI at each part of a unit. */
export function kpiByUnit(actor: Actor, asked: UnitsAsked): Promise<KpiUnitsView> {
  return remembered(actor, { view: "units", asked }, async () => {
    const place = await placeOf(actor, asked);
    const question = { period: place.period, months: monthsUpTo(place.period, asked.months ?? 12) };
    const view = kpiUnitsView(await readKpiByUnit(place, asked.kpi, question), question);
    if (view === null) throw new AppError("not-found", { what: "KPI", code: asked.kpi });
    return view;
  });
}
