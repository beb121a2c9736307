import type { Readings, Writings } from "../../db/store.ts";
import type { ImportKind } from "../../shared/domain/imports/columns.ts";
import type { ReferenceData } from "../../shared/domain/imports/reference.ts";
import type { ImportRow } from "../../shared/domain/imports/row.ts";
import type { CheckedRows } from "../../shared/domain/imports/row-checks.ts";
import type { Reference } from "./import-reference.ts";

/** Rows on their way into the record: what is there already, and who brings them. */
export type Importing<Kind extends ImportKind> = {
  readonly rows: readonly ImportRow<Kind>[];
  readonly store: Readings;
  readonly reference: Reference;
  /** Id of the person; null for the operator. */
  readonly by: number | null;
  /** Whether a file brings them, or another system's call. */
  readonly source: "import" | "api";
};

/** Told while rows are stored; throws where the import is to be given up. */
export type Stored = (rows: number) => void;

/** What an import will do, judged before anything is written. */
export type ImportPlan = {
  readonly checked: CheckedRows;
  /** Rows that say what is stored already. */
  readonly unchanged: number;
  /** Stores the rest and answers how many rows that were. */
  write(store: Writings, stored: Stored): Promise<number>;
};

/** The reference with the answer to which rows change nothing. */
export function referenceWith(reference: Reference, unchanged: ReadonlySet<number>): ReferenceData {
  return { ...reference, isUnchanged: (row) => unchanged.has(row) };
}
