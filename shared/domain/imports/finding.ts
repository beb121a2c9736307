/** What can be wrong, or worth a word, in a row of an import. Each has its sentence in shared/text/import.ts. */
export const FINDING_CODES = [
  "unknown-column",
  "missing-column",
  "duplicate-column",
  "cells-beyond-header",
  "required",
  "cell-fault",
  "code-form",
  "too-long",
  "control-character",
  "not-an-email",
  "unknown-word",
  "not-a-month",
  "not-a-period",
  "not-a-date",
  "not-a-number",
  "ambiguous-number",
  "mixed-decimal-marks",
  "not-a-whole-number",
  "out-of-range",
  "percent-unexpected",
  "duplicate-row",
  "unknown-unit",
  "unknown-kpi",
  "unknown-theme",
  "not-allowed",
  "month-closed",
  "month-locked",
  "locked-past",
  "period-reversed",
  "parent-not-there",
  "two-roots",
  "no-root",
  "tree-cycle",
  "unit-details-disagree",
  "strategy-years-disagree",
  "years-reversed",
  "first-version-is-always",
  "theme-disagrees",
  "ratio-rule-needs-ratio-input",
  "derived-needs-expression",
  "expression-needs-derived-input",
  "expression-wrong",
  "expression-circular",
  "multiplier-not-positive",
  "limits-reversed",
  "tolerance-kind-missing",
  "tolerance-negative",
  "definition-in-use",
  "derived-not-assigned",
  "assignments-overlap",
  "band-needs-edges",
  "edges-need-band",
  "target-missing",
  "target-beyond-limits",
  "not-a-period-end",
  "name-disagrees",
  "not-assigned",
  "future-month",
  "derived-not-entered",
  "counted-not-entered",
  "ratio-needs-parts",
  "parts-need-ratio",
  "numerator-and-value-disagree",
  "denominator-negative",
  "value-without-denominator",
  "beyond-limits",
  "not-applicable-with-number",
  "comment-without-figure",
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

export type FindingDetails = Readonly<Record<string, string | number>>;

/** `row` as a spreadsheet shows it, the header being row 1; `column` by its name in the contract, "" for the row as a whole. */
export interface Finding {
  row: number;
  column: string;
  code: FindingCode;
  details: FindingDetails;
}

/** A report names at most this many. */
export const MOST_FINDINGS = 1_000;

/** Findings of one pass over the rows; of more than a report can name, the count alone is kept. */
export class FindingList {
  readonly #kept: Finding[] = [];
  #count = 0;

  add(place: { row: number; column: string }, code: FindingCode, details: FindingDetails = {}): void {
    this.#count += 1;
    if (this.#kept.length < MOST_FINDINGS) this.#kept.push({ row: place.row, column: place.column, code, details });
  }

  get count(): number {
    return this.#count;
  }

  get kept(): readonly Finding[] {
    return this.#kept;
  }
}

/** The first findings of all passes, by row. */
export function firstFindings(...lists: readonly FindingList[]): Finding[] {
  return lists
    .flatMap((list) => list.kept)
    .sort((a, b) => a.row - b.row)
    .slice(0, MOST_FINDINGS);
}
