import { SNAPSHOT_FORMAT, type SnapshotPayload } from "../../shared/contracts/snapshot-payload.ts";
import { fiscalYearOf } from "../../shared/domain/calendar.ts";
import { addMonths } from "../../shared/domain/month.ts";
import { DEFAULT_RULE_SET } from "../../shared/domain/statistics/rule-set.ts";
import type { Place } from "./asked-place.ts";
import type { JudgedSeries } from "./judged-series.ts";
import { kpiPoints, kpiSegments } from "./kpi-points.ts";
import { definitionLines } from "./kpi-view.ts";
import { styleOf } from "./overview-kpi.ts";
import { judgedKpis, overviewOf } from "./overview-view.ts";
import { readUnitInsight } from "./read-unit-insight.ts";
import { seriesNotes } from "./series-verdict.ts";
import type { UnitInsight } from "./unit-insight.ts";

/** Months of a frozen series. */
const FROZEN_MONTHS = 36;

/** Everything that a snapshot of a place holds; `asOf` in milliseconds. The same records give the same payload. */
export async function frozenState(
  place: Place,
  { kpis, asOf }: { readonly kpis: readonly string[] | null; readonly asOf: number },
): Promise<SnapshotPayload> {
  const { organisation, unit, period } = place;
  const from = addMonths(period, 1 - FROZEN_MONTHS);
  const insight = await readUnitInsight(place, { kpis, from });
  const series = judgedKpis(insight, { until: period, from, ruleSet: DEFAULT_RULE_SET, asOf });
  const { name, locale, timeZone, fiscalYearStart, minimumCoverage } = organisation;
  return {
    format: SNAPSHOT_FORMAT,
    organisation: { name, locale, timeZone, fiscalYearStart, minimumCoverage },
    unit: { code: unit.code, name: unit.name, kind: unit.kind },
    period,
    fiscalYear: fiscalYearOf(period, fiscalYearStart),
    asOf: new Date(asOf).toISOString(),
    ruleSet: DEFAULT_RULE_SET,
    overview: overviewOf(insight, series, { until: period, asOf }),
    kpis: series.map((each) => frozenKpi(insight, each)),
  };
}

function frozenKpi(insight: UnitInsight, series: JudgedSeries): SnapshotPayload["kpis"][number] {
  const style = styleOf(insight, series);
  const { kpi, periods, newest, definition } = series;
  return {
    kpi: kpi.code,
    points: kpiPoints(series, { style, restated: new Map(), from: periods[0]?.month ?? newest.month }),
    segments: kpiSegments(series, style),
    definition: definitionLines(definition, insight.surroundings.get(kpi.code) ?? null),
    notes: seriesNotes(series),
  };
}
