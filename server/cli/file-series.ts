import type { Direction } from "../../shared/domain/kpi-definition.ts";
import type { SeriesRow } from "../../shared/domain/statistics/series.ts";

/** A row of a file, with what only some statistics need. */
export type FileRow = SeriesRow & { numerator: number | null; denominator: number | null };

/** One unit and measure of a file, its rows by period. */
export type FileSeries = {
  unit: string;
  measure: string;
  direction: Direction;
  /** Digits behind the point of the values as written, at most 6. */
  decimals: number;
  rows: FileRow[];
  /** Of a file of single events: the date of each row's event, whose value is the days since the one before. */
  dates?: readonly string[];
};

/** What is wrong with a file of series; `row` as a spreadsheet shows it. */
export type SeriesFault = { row: number; column: string; message: string };

export type SeriesFile = { kind: "series"; series: FileSeries[] } | { kind: "refused"; faults: SeriesFault[] };
