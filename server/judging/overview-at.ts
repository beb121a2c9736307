import type { OverviewView } from "../../shared/contracts/insight.ts";
import { addMonths } from "../../shared/domain/month.ts";
import { DEFAULT_RULE_SET } from "../../shared/domain/statistics/rule-set.ts";
import type { Place } from "./asked-place.ts";
import { SERIES_MONTHS } from "./judged-series.ts";
import { judgedKpis, overviewOf } from "./overview-view.ts";
import { readUnitInsight } from "./read-unit-insight.ts";
import { yearEndsOf } from "./year-ends.ts";

/** The overview of a place, of all KPIs or of some by code; people by their codes. */
export async function overviewAt(place: Place, kpis: readonly string[] | null = null): Promise<OverviewView> {
  const from = addMonths(place.period, 1 - SERIES_MONTHS);
  const insight = await readUnitInsight(place, { kpis, from });
  const question = { until: place.period, from, ruleSet: DEFAULT_RULE_SET, asOf: place.asOf };
  const series = await judgedKpis(insight, question);
  return overviewOf(insight, series, { ...question, yearEnds: await yearEndsOf(insight, series, question) });
}
