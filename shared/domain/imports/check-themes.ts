import { FindingList } from "./finding.ts";
import type { ReferenceData } from "./reference.ts";
import type { ImportRow } from "./row.ts";
import type { CheckedRows } from "./row-checks.ts";

/** A theme's years are its strategy's: every row of a strategy says the same. */
export function checkThemes(rows: readonly ImportRow<"themes">[], reference: ReferenceData): CheckedRows {
  const errors = new FindingList();
  const first = new Map<string, ImportRow<"themes">>();
  const allowed = reference.may("edit-strategy", null);
  for (const row of rows) {
    const { strategy, fromYear, toYear } = row;
    if (!allowed) errors.add({ row: row.row, column: "code" }, "not-allowed", { unit: "the organisation" });
    if (fromYear !== null && toYear !== null && toYear < fromYear)
      errors.add({ row: row.row, column: "to_year" }, "years-reversed");
    if (strategy === null || fromYear === null || toYear === null) continue;
    const earlier = first.get(strategy);
    if (earlier === undefined) first.set(strategy, row);
    else if (earlier.fromYear !== fromYear || earlier.toYear !== toYear) {
      errors.add({ row: row.row, column: "from_year" }, "strategy-years-disagree", { strategy, earlier: earlier.row });
    }
  }
  return { errors, warnings: new FindingList() };
}
