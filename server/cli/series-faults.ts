import type { SeriesFault } from "./file-series.ts";
import type { Terminal } from "./terminal.ts";

/** Every fault of a file of series, one a line. */
export function saySeriesFaults(faults: readonly SeriesFault[], terminal: Terminal): void {
  for (const { row, column, message } of faults) {
    terminal.note(column === "" ? `Row ${row}: ${message}` : `Row ${row}, ${column}: ${message}`);
  }
}
