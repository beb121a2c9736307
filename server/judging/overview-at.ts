import type { BowlerView } from "../../shared/contracts/bowler.ts";
import type { OverviewView } from "../../shared/contracts/insight.ts";
import { addMonths } from "../../shared/domain/month.ts";
import { DEFAULT_RULE_SET } from "../../shared/domain/statistics/rule-set.ts";
import type { Place } from "./asked-place.ts";
import { bowlerOf } from "./bowler-view.ts";
import { type JudgedSeries, SERIES_MONTHS } from "./judged-series.ts";
import { judgedKpis, overviewOf } from "./overview-view.ts";
import { readUnitInsight } from "./read-unit-insight.ts";
import type { UnitInsight } from "./unit-insight.ts";
import { type YearEnds, yearEndsOf } from "./year-ends.ts";

/** The overview of a place, of all KPIs or of some by code; people by their codes. */
export async function overviewAt(place: Place, kpis: readonly string[] | null = null): Promise<OverviewView> {
  const { insight, series, yearEnds } = await judgedPlace(place, kpis);
  return overviewOf(insight, series, { until: place.period, asOf: place.asOf, yearEnds });
}

/** The fiscal year of every KPI of a place, month by month. */
export async function bowlerAt(place: Place): Promise<BowlerView> {
  const { insight, series, yearEnds } = await judgedPlace(place, null);
  return bowlerOf(insight, series, { until: place.period, yearEnds });
}

type JudgedPlace = {
  readonly insight: UnitInsight;
  readonly series: readonly JudgedSeries[];
  readonly yearEnds: YearEnds;
};

async function judgedPlace(place: Place, kpis: readonly string[] | null): Promise<JudgedPlace> {
  const { period, asOf } = place;
  const from = addMonths(period, 1 - SERIES_MONTHS);
  const insight = await readUnitInsight(place, { kpis, from });
  const series = await judgedKpis(insight, { until: period, from, ruleSet: DEFAULT_RULE_SET, asOf });
  return { insight, series, yearEnds: await yearEndsOf(insight, series, { until: period }) };
}
