import { type Month, monthAt, monthIndex } from "../../shared/domain/month.ts";
import type {
  AnalysedPoint,
  AnalysisOptions,
  SeriesAnalysis,
  SeriesInput,
  SeriesRow,
} from "../../shared/domain/statistics/series.ts";

/** A series and how it is to be read. */
export type AnalysisAsked = { readonly input: SeriesInput; readonly options: AnalysisOptions };

/** A series on its way to a thread: `numbers` row by row, all else as JSON. Objects would take as long as the analysis. */
export type PackedSeries = { readonly head: string; readonly numbers: Float64Array<ArrayBuffer> };

/** An analysis on its way back; of each point all that is no number stands in `head`, once for all points alike. */
export type PackedAnalysis = PackedSeries & { readonly kinds: Uint16Array<ArrayBuffer> };

const ROW = 8;
const POINT = 9;

/** Absent, null and not a number are all "none" in a series. */
export function packSeries({ input: { rows, ...input }, options }: AnalysisAsked): PackedSeries {
  const numbers = new Float64Array(rows.length * ROW);
  rows.forEach((row, i) => {
    const from = i * ROW;
    numbers[from] = monthIndex(row.period);
    numbers[from + 1] = row.excluded === true ? 1 : 0;
    numbers[from + 2] = numberOf(row.value);
    numbers[from + 3] = numberOf(row.target);
    numbers[from + 4] = numberOf(row.low);
    numbers[from + 5] = numberOf(row.high);
    numbers[from + 6] = numberOf(row.numerator);
    numbers[from + 7] = numberOf(row.denominator);
  });
  return { head: JSON.stringify({ input, options }), numbers };
}

export function unpackSeries({ head, numbers }: PackedSeries): AnalysisAsked {
  const { input, options } = JSON.parse(head) as AnalysisAsked;
  const rows = Array.from({ length: numbers.length / ROW }, (_, i): SeriesRow => {
    const at = (column: number) => orNull(numbers[i * ROW + column]);
    return {
      period: monthOf(numbers[i * ROW]),
      excluded: at(1) === 1,
      ...{ value: at(2), target: at(3), low: at(4), high: at(5), numerator: at(6), denominator: at(7) },
    };
  });
  return { input: { ...input, rows }, options };
}

type Kind = Omit<AnalysedPoint, "period" | (typeof FIGURES)[number]>;

const FIGURES = ["value", "plotted", "target", "low", "high", "mean", "lower", "upper"] as const;

export function packAnalysis({ points, ...analysis }: SeriesAnalysis): PackedAnalysis {
  const numbers = new Float64Array(points.length * POINT);
  const kinds = new Uint16Array(points.length);
  const places = new Map<string, number>();
  points.forEach((point, i) => {
    const { segment, excluded, pointType, specialCause, isClose, rules } = point;
    numbers.set([monthIndex(point.period), ...FIGURES.map((name) => numberOf(point[name]))], i * POINT);
    const kind = JSON.stringify({ segment, excluded, pointType, specialCause, isClose, rules } satisfies Kind);
    const place = places.get(kind) ?? places.size;
    places.set(kind, place);
    kinds[i] = place;
  });
  const head = `{"analysis":${JSON.stringify(analysis)},"kinds":[${[...places.keys()].join(",")}]}`;
  return { head, numbers, kinds };
}

export function unpackAnalysis({ head, numbers, kinds }: PackedAnalysis): SeriesAnalysis {
  type Head = { readonly analysis: Omit<SeriesAnalysis, "points">; readonly kinds: readonly Kind[] };
  const told = JSON.parse(head) as Head;
  const points = Array.from(kinds, (place, i): AnalysedPoint => {
    const kind = told.kinds[place];
    if (kind === undefined) throw new Error("a point of an analysis was lost between threads");
    const from = i * POINT;
    return {
      period: monthOf(numbers[from]),
      value: orNull(numbers[from + 1]),
      plotted: orNull(numbers[from + 2]),
      target: orNull(numbers[from + 3]),
      low: orNull(numbers[from + 4]),
      high: orNull(numbers[from + 5]),
      mean: orNull(numbers[from + 6]),
      lower: orNull(numbers[from + 7]),
      upper: orNull(numbers[from + 8]),
      ...kind,
    };
  });
  return { ...told.analysis, points };
}

const months = new Map<number, Month>();

/** The same few hundred months again and again: to spell them each time took half of unpacking. */
function monthOf(index = 0): Month {
  const known = months.get(index);
  if (known !== undefined) return known;
  const month = monthAt(index);
  months.set(index, month);
  return month;
}

function numberOf(value: number | null | undefined): number {
  return value ?? Number.NaN;
}

function orNull(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}
