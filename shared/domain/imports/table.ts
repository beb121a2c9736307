/**
 * A table out of a file, by column. A cell is a text as it stands in the file, or, from a spreadsheet's typed cells, a
 * number that no locale has touched, or one of `TypedCell`. Nothing is a number merely because it looks like one.
 */
export interface Table {
  /** Headings as written, blanks around them left out. */
  header: string[];
  /** One array per heading, each with one cell per row; an empty cell is "". */
  columns: Cell[][];
  /** Number of each row as a spreadsheet shows it. Empty rows are left out, their numbers are not. */
  rowNumbers: number[];
  headerRow: number;
  /** Rows with something in a column that has no heading. */
  overlong: number[];
}

export type Cell = string | number | TypedCell;

export type TypedCell =
  | { kind: "date"; date: string }
  /** A number that the spreadsheet shows as per cent: `value` is the number in front of the sign. */
  | { kind: "percent"; value: number }
  | { kind: "truth"; value: boolean }
  /** A failed formula, a formula never computed, or a time of day: what a spreadsheet shows of it. */
  | { kind: "fault"; shown: string };
