import type { ImportPreview } from "../../../shared/contracts/imports.ts";
import type { ImportKind } from "../../../shared/domain/imports/columns.ts";

type KindWords = { readonly title: string; readonly hint: string; readonly one: string; readonly many: string };

/** What a file of each kind holds. */
export const KIND_WORDS: Readonly<Record<ImportKind, KindWords>> = {
  units: {
    title: "Units",
    hint: "The tree of the organisation: the one row without a parent is its root.",
    ...{ one: "row", many: "rows" },
  },
  themes: {
    title: "Strategy and themes",
    hint: "Each theme with the strategy it belongs to, its years and its long-term goal.",
    ...{ one: "theme", many: "themes" },
  },
  kpis: {
    title: "KPIs",
    hint: "What is measured, in which unit of measure, and how units and months add up.",
    ...{ one: "KPI", many: "KPIs" },
  },
  assignments: {
    title: "Assignments",
    hint: "Which unit reports which KPI; * stands for every unit without units below it.",
    ...{ one: "assignment", many: "assignments" },
  },
  targets: {
    title: "Targets",
    hint: "A value for a month, or for a whole fiscal year.",
    ...{ one: "target", many: "targets" },
  },
  people: {
    title: "People and roles",
    hint: "Who may do what, and for which unit; one row for each role.",
    ...{ one: "role", many: "roles" },
  },
  results: {
    title: "Results",
    hint: "Monthly results. The file to fill in names your own KPIs and months, with what is reported already.",
    ...{ one: "result", many: "results" },
  },
};

export function counted(kind: ImportKind, count: number): string {
  const { one, many } = KIND_WORDS[kind];
  return `${count} ${count === 1 ? one : many}`;
}

/** What the check of a file came to, in a sentence. */
export function checkedSentence(kind: ImportKind, { errors, warnings, rows }: ImportPreview): string {
  if (errors.length > 0) {
    const faults = errors.length === 1 ? "one fault" : `${errors.length} faults`;
    return `The file has ${faults}. Nothing has been stored; mend them here or in the file.`;
  }
  const doubts = warnings.length === 1 ? "One row needs a look." : `${warnings.length} rows need a look.`;
  return `${counted(kind, rows)} without a fault.${warnings.length > 0 ? ` ${doubts}` : ""} Nothing has been stored yet.`;
}

export function storedSentence(kind: ImportKind, { stored, unchanged }: ImportPreview): string {
  if (stored === 0) return "Nothing was new: all of it is stored already.";
  return `${counted(kind, stored)} stored.${unchanged > 0 ? ` ${unchanged} were stored already.` : ""}`;
}
