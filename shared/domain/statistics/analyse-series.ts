import type { Month } from "../month.ts";
import { analysedPoint, analysedSegment } from "./analysed-point.ts";
import { assuranceOf } from "./assurance.ts";
import type { AskedChart, ChartChoice } from "./chart-kind.ts";
import { chooseChart } from "./choose-chart.ts";
import { expectedRows } from "./expected-rows.ts";
import { type Meaning, variationIconOf } from "./naming.ts";
import { meaningOfSignal, type NewestSignal, signalAt } from "./newest-signal.ts";
import { at, isPresent, numberOrNull } from "./numerics.ts";
import { type Outlook, outlookOf, targetInForce } from "./outlook.ts";
import { DEFAULT_RULE_SET, type RuleSet, ruleSetNamed } from "./rule-set.ts";
import { judgeSegment } from "./segment-analysis.ts";
import type { SegmentJudgement, SegmentOptions, SegmentRows } from "./segment-judgement.ts";
import { segmentRanges } from "./segments.ts";
import type { AnalysisOptions, SeriesAnalysis, SeriesInput, SeriesRow, VariationIcon } from "./series.ts";

type Segment = { members: readonly SeriesRow[]; judgement: SegmentJudgement };

/**
 * The one statistical reading of a monthly series, for server, command line, snapshots and exports alike: segments with
 * limits, every point with the rules it meets, the icons, and the facts that verdict sentences are made of.
 * The same rows and options give the same answer to the last bit.
 */
export function analyseSeries(input: SeriesInput, options: AnalysisOptions = {}): SeriesAnalysis {
  const ruleSet = ruleSetNamed(options.ruleSet ?? DEFAULT_RULE_SET);
  const asked = options.chart ?? (ruleSet.guard ? "auto" : "xmr");
  const isByMonth = ruleSet.product && asked !== "t";
  const rows = isByMonth ? expectedRows(input.rows, options.monthsPerPeriod ?? 1) : input.rows;
  const { multiplier = 1 } = input;
  const parts = segmentRanges(rows, options.rebase ?? []).map(({ from, to }) => rows.slice(from, to));
  const choice = chartFor(asked, { segments: parts, multiplier });
  const judging: SegmentOptions = {
    ruleSet,
    screening: options.screening ?? true,
    fixAfter: options.fixAfter ?? null,
    chart: choice.chart,
    multiplier,
  };
  const segments: Segment[] = parts.map((members) => ({
    members,
    judgement: judgeSegment(rowsOf(members), { ...judging, multiplier: multiplierOf(members, multiplier) }),
  }));
  return {
    ruleSet: ruleSet.name,
    chart: choice.chart,
    chartReason: choice.reason,
    direction: input.direction,
    segments: segments.map(({ members, judgement }) => analysedSegment(at(members, 0), judgement)),
    points: segments.flatMap(({ members, judgement }, segment) =>
      members.map((row, i) => analysedPoint(row, i, { direction: input.direction, ruleSet, segment, judgement })),
    ),
    ...newestReading(segments.at(-1), input.direction, judging),
  };
}

/** The newest segment decides, its few months excepted: a new phase alone makes no run chart of a long series. */
function chartFor(
  asked: AskedChart | "t",
  { segments, multiplier }: { segments: readonly (readonly SeriesRow[])[]; multiplier: number },
): ChartChoice {
  if (asked === "t") return { chart: "t", reason: "event_dates" };
  const facts = { ...rowsOf(segments.at(-1) ?? []), multiplier };
  const choice = chooseChart(asked, facts);
  if (choice.chart !== "run" || choice.reason !== "few_months" || segments.length < 2) return choice;
  return chooseChart(asked, { ...rowsOf(segments.flat()), multiplier });
}

/** An earlier definition version can have had another multiplier: its rows say so. */
function multiplierOf(members: readonly SeriesRow[], multiplier: number): number {
  const told = members.findLast(({ value, numerator, denominator }) => value && numerator && denominator);
  if (told === undefined) return multiplier;
  const own = ((told.value ?? 0) * (told.denominator ?? 0)) / (told.numerator ?? 1);
  return Math.abs(own / multiplier - 1) < 0.2 ? multiplier : own;
}

function rowsOf(members: readonly SeriesRow[]): SegmentRows {
  return {
    values: members.map(countedValue),
    parts: members.map(({ numerator, denominator }) => ({
      numerator: numerator ?? Number.NaN,
      denominator: denominator ?? Number.NaN,
    })),
  };
}

type Reading = Omit<SeriesAnalysis, "ruleSet" | "chart" | "chartReason" | "direction" | "segments" | "points">;

const NOTHING_TO_READ: Reading = {
  judgedPeriod: null,
  variationIcon: null,
  assuranceIcon: null,
  variation: "too_few",
  outlook: null,
  run: null,
  expected: null,
  chanceOfMiss: null,
  onDifference: false,
  acf1: null,
  dependence: 0,
  overdispersion: null,
  runs: null,
};

function newestReading(
  segment: Segment | undefined,
  direction: SeriesInput["direction"],
  options: SegmentOptions,
): Reading {
  if (segment === undefined) return NOTHING_TO_READ;
  const { members, judgement } = segment;
  const index = newestIndex(judgement, options.ruleSet);
  const signal = index < 0 ? null : signalAt(judgement, index);
  const target = targetInForce(members.at(-1));
  const meaning = signal === null ? "neutral" : meaningOfSignal(signal, { judgement, index, direction, target });
  const outlook = outlookIn(segment, { index, direction, options });
  return {
    judgedPeriod: members[index]?.period ?? null,
    variationIcon: variationIcon(judgement, signal, meaning),
    assuranceIcon: outlook.assurance,
    variation: variationWord(judgement, signal, meaning),
    outlook: judgement.isShort || outlook.assurance === null ? null : OUTLOOK_OF[outlook.assurance],
    run: signal?.run ? runView(signal.run, members) : null,
    expected: outlook.expected,
    chanceOfMiss: outlook.chanceOfMiss,
    onDifference: outlook.onDifference,
    acf1: numberOrNull(judgement.acf1),
    dependence: judgement.dependence,
    overdispersion: judgement.overdispersion,
    runs: judgement.runs,
  };
}

/** The product reads the newest month that has a value; the anchor the last row whatever it holds. */
function newestIndex({ values }: SegmentJudgement, ruleSet: RuleSet): number {
  return ruleSet.product ? values.findLastIndex(isPresent) : values.length - 1;
}

function outlookIn(
  { members, judgement }: Segment,
  { index, direction, options }: { index: number; direction: SeriesInput["direction"]; options: SegmentOptions },
): Outlook {
  const outlook = outlookOf({ rows: members, judgement, index, direction, options });
  if (options.ruleSet.product) return outlook;
  // The anchor is told one target for the whole series: the last that was stated, also where later rows state none.
  const target = targetInForce(members.findLast((row) => targetInForce(row) !== null));
  return { ...outlook, assurance: target === null ? null : assuranceOf(judgement.limits, target, direction) };
}

function variationIcon(
  { isFirm }: SegmentJudgement,
  signal: NewestSignal | null,
  meaning: Meaning,
): VariationIcon | null {
  if (!isFirm) return null;
  return signal === null ? "common_cause" : variationIconOf(meaning, signal.polarity);
}

const OUTLOOK_OF = { pass: "will_meet", inconsistent: "may_miss", fail: "will_miss" } as const;

function variationWord(
  { isShort }: SegmentJudgement,
  signal: NewestSignal | null,
  meaning: Meaning,
): SeriesAnalysis["variation"] {
  if (isShort) return "too_few";
  if (signal === null) return "stable";
  if (signal.run === null) return "one_off";
  if (meaning === "neutral") return signal.polarity > 0 ? "higher" : "lower";
  return meaning === "improvement" ? "improving" : "worsening";
}

function runView(
  run: NonNullable<NewestSignal["run"]>,
  members: readonly SeriesRow[],
): { rule: typeof run.rule; since: Month; changedIn: Month; months: number } {
  return {
    rule: run.rule,
    since: at(members, run.from).period,
    changedIn: at(members, run.changedAt).period,
    months: run.length,
  };
}

function countedValue(row: SeriesRow): number {
  return row.excluded === true || row.value === null ? Number.NaN : row.value;
}
