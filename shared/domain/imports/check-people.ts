import { FindingList } from "./finding.ts";
import type { ReferenceData } from "./reference.ts";
import type { ImportRow } from "./row.ts";
import type { CheckedRows } from "./row-checks.ts";

type PersonRow = ImportRow<"people">;

/** One row is one grant; the rows of a person say the same name. */
export function checkPeople(rows: readonly PersonRow[], reference: ReferenceData): CheckedRows {
  const errors = new FindingList();
  const first = new Map<string, PersonRow>();
  const allowed = reference.may("manage-people", null);
  for (const row of rows) {
    if (!allowed) errors.add({ row: row.row, column: "email" }, "not-allowed", { unit: "the organisation" });
    checkGrant(row, reference, errors);
    const { email, name } = row;
    if (email === null || name === null) continue;
    const earlier = first.get(email);
    if (earlier === undefined) first.set(email, row);
    else if (earlier.name !== name)
      errors.add({ row: row.row, column: "name" }, "name-disagrees", { earlier: earlier.row });
  }
  return { errors, warnings: new FindingList() };
}

function checkGrant({ row, unit, from, to }: PersonRow, reference: ReferenceData, errors: FindingList): void {
  if (unit !== null && !reference.units.has(unit)) errors.add({ row, column: "unit" }, "unknown-unit", { code: unit });
  if (from !== null && to !== null && to < from) errors.add({ row, column: "to" }, "period-reversed", { from, to });
}
