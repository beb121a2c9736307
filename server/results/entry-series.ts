import type { Revision } from "../../db/store.ts";
import { type EntryHistory, type EntryRange, REPEATED_MONTHS } from "../../shared/domain/entry-checks.ts";
import { type EntryContent, valueOfContent } from "../../shared/domain/entry-content.ts";
import { breaksComparability, type KpiDefinition } from "../../shared/domain/kpi-definition.ts";
import type { Month } from "../../shared/domain/month.ts";
import { analyseSeries } from "../../shared/domain/statistics/analyse-series.ts";
import type { SeriesAnalysis, SeriesRow } from "../../shared/domain/statistics/series.ts";
import { type Target, targetView } from "../../shared/domain/target.ts";
import { chartOf, MONTHS_PER_PERIOD } from "../judging/judged-series.ts";
import { contentOf, type DueCell, entryRulesOf } from "./due-cells.ts";

/** The unit's own course of a KPI up to and including the month of entry. */
export type EntryCourse = {
  readonly cell: DueCell;
  /** Periods before the month, in order of time. */
  readonly periods: readonly Month[];
  readonly month: Month;
  /** What counts of each period. */
  readonly counting: ReadonlyMap<Month, Revision>;
  readonly targets: ReadonlyMap<Month, Target | null>;
  /** First months of recorded process changes. */
  readonly phases: readonly Month[];
};

const FEWEST_DENOMINATORS = 6;
const RECENT = 12;

/** What a new cell of the month is held against: everything before it. */
export function historyOf(course: EntryCourse): EntryHistory {
  const { periods, cell } = course;
  const contents = periods.map((period) => contentOf(course.counting.get(period)));
  const denominators = contents.flatMap((content) => (content.kind === "ratio" ? [content.denominator] : []));
  return {
    usual: usualRange(analysisOf(course, periods), cell.definition),
    usualDenominator: rangeOf(denominators.slice(-RECENT)),
    before: contents.slice(1 - REPEATED_MONTHS),
  };
}

/** The statistics of the course with this content in the month of entry, as if it counted already. */
export function analysisWith(course: EntryCourse, content: EntryContent): SeriesAnalysis {
  return analysisOf(course, [...course.periods, course.month], content);
}

function analysisOf(course: EntryCourse, periods: readonly Month[], newest?: EntryContent): SeriesAnalysis {
  const { cell, counting, targets, phases } = course;
  const rules = entryRulesOf(cell.definition);
  const rows = periods.map((period): SeriesRow => {
    const content = period === course.month && newest !== undefined ? newest : contentOf(counting.get(period));
    const target = targetView(targets.get(period) ?? null);
    const value = valueOfContent(content, rules);
    return { period, value, ...partsOf(content), target: target.value, low: target.low, high: target.high };
  });
  const started = rows.findIndex(({ value }) => value !== null);
  return analyseSeries(
    {
      direction: cell.definition.direction,
      rows: started > 0 ? rows.slice(started) : rows,
      multiplier: rules.multiplier,
    },
    {
      ...chartOf(cell.definition),
      rebase: [...phases, ...definitionBreaks(cell.definitions)].sort(),
      monthsPerPeriod: MONTHS_PER_PERIOD[cell.definition.frequency],
    },
  );
}

/** The parts of an entered ratio, by which its chart knows how much a month weighs. */
function partsOf(content: EntryContent): Pick<SeriesRow, "numerator" | "denominator"> {
  return content.kind === "ratio" ? { numerator: content.numerator, denominator: content.denominator } : {};
}

/** First months of definitions that cannot be compared with the one before. */
function definitionBreaks(definitions: readonly KpiDefinition[]): Month[] {
  return definitions.flatMap((definition, index) => {
    const before = definitions[index - 1];
    return before !== undefined && breaksComparability(before, definition) ? [definition.validFrom] : [];
  });
}

/** Where single months lie while nothing changes, within what the KPI can be. */
function usualRange(analysis: SeriesAnalysis, { minimum, maximum }: KpiDefinition): EntryRange | null {
  const { expected } = analysis;
  if (expected === null) return null;
  return {
    low: minimum === null ? expected.lower : Math.max(minimum, expected.lower),
    high: maximum === null ? expected.upper : Math.min(maximum, expected.upper),
  };
}

function rangeOf(values: readonly number[]): EntryRange | null {
  if (values.length < FEWEST_DENOMINATORS) return null;
  return { low: Math.min(...values), high: Math.max(...values) };
}
