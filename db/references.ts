import { AppError } from "../shared/domain/failures.ts";
import type { IdentityTableName } from "./record-tables.ts";
import { findIdentities } from "./versions.ts";
import type { Reading } from "./writing.ts";

/** What a person calls the things of a table. */
const CALLED: Readonly<Record<IdentityTableName, string>> = {
  person: "Person",
  unit: "Unit",
  strategy: "Strategy",
  theme: "Theme",
  kpi: "KPI",
  objective: "Objective",
  action: "Action",
  decision: "Decision",
  party: "Interested party",
  need: "Need",
  risk: "Risk",
  issue: "Issue",
  review: "Review",
  training: "Training",
  competence_need: "Competence need",
};

/** Answers the id of a code; of null, null. */
export type References = {
  of(code: string): number;
  ofOptional(code: string | null): number | null;
};

/** Resolves codes of one table in one statement. A code that does not exist refuses the command. */
export async function referencesTo(
  reading: Pick<Reading, "db" | "engine">,
  table: IdentityTableName,
  codes: readonly (string | null)[],
): Promise<References> {
  const named = codes.filter((code) => code !== null);
  const ids = await findIdentities(reading, table, named);
  const of = (code: string) => {
    const id = ids.get(code);
    if (id === undefined) throw new AppError("unknown-code", { what: CALLED[table], code });
    return id;
  };
  for (const code of named) of(code);
  return { of, ofOptional: (code) => (code === null ? null : of(code)) };
}
