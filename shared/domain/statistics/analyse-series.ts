import { analysedPoint, analysedSegment } from "./analysed-point.ts";
import { assuranceOf, type TargetInForce } from "./assurance.ts";
import { meaningOf, variationIconOf } from "./naming.ts";
import { at } from "./numerics.ts";
import type { RowSignals } from "./point-judgement.ts";
import { DEFAULT_RULE_SET, type RuleSetName, ruleSetNamed } from "./rule-set.ts";
import { judgeSegment } from "./segment-analysis.ts";
import { segmentRanges } from "./segments.ts";
import type {
  AnalysedPoint,
  AnalysedSegment,
  AnalysisOptions,
  AssuranceIcon,
  SeriesInput,
  SeriesRow,
  VariationIcon,
} from "./series.ts";
import { polarityOf } from "./signal-rules.ts";

export type SeriesAnalysis = {
  ruleSet: RuleSetName;
  segments: AnalysedSegment[];
  points: AnalysedPoint[];
  /** What the newest row shows. */
  variationIcon: VariationIcon | null;
  assuranceIcon: AssuranceIcon | null;
};

/**
 * The one statistical reading of a monthly series: segments with limits, every point with the rules it meets, and the
 * icons. The same rows and options give the same answer to the last bit.
 */
export function analyseSeries(input: SeriesInput, options: AnalysisOptions = {}): SeriesAnalysis {
  const ruleSet = ruleSetNamed(options.ruleSet ?? DEFAULT_RULE_SET);
  const { direction, rows } = input;
  const { screening = true, fixAfter = null } = options;
  const segments = segmentRanges(rows, options.rebase ?? []).map(({ from, to }) => {
    const members = rows.slice(from, to);
    return { members, judgement: judgeSegment(members.map(countedValue), { ruleSet, screening, fixAfter }) };
  });
  const last = segments.at(-1);
  const target = targetInForce(rows.at(-1));
  return {
    ruleSet: ruleSet.name,
    segments: segments.map(({ members, judgement }) => analysedSegment(at(members, 0), judgement)),
    points: segments.flatMap(({ members, judgement }, segment) =>
      members.map((row, i) => analysedPoint(row, i, { direction, ruleSet, segment, judgement })),
    ),
    variationIcon: variationIcon(last?.judgement.rows.at(-1) ?? [], direction),
    assuranceIcon: last === undefined || target === null ? null : assuranceOf(last.judgement.limits, target, direction),
  };
}

function variationIcon(signals: RowSignals, direction: SeriesInput["direction"]): VariationIcon {
  const first = signals[0];
  if (first === undefined) return "common_cause";
  const polarity = polarityOf(first);
  return variationIconOf(meaningOf(direction, polarity), polarity);
}

function countedValue(row: SeriesRow): number {
  return row.excluded === true || row.value === null ? Number.NaN : row.value;
}

function targetInForce(row: SeriesRow | undefined): TargetInForce | null {
  if (row === undefined) return null;
  const { target = null, low = null, high = null } = row;
  if (low !== null && high !== null) return { low, high };
  return target === null ? null : { value: target };
}
