import type { OpenRevisions, RevisionSaying, Writings } from "../../db/store.ts";
import { checkResults, saysNothing } from "../../shared/domain/imports/check-results.ts";
import type { ImportRow } from "../../shared/domain/imports/row.ts";
import type { Month } from "../../shared/domain/month.ts";
import { judgeStep, newestOf } from "../../shared/domain/revision.ts";
import { type Importing, type ImportPlan, referenceWith, type Stored } from "./import-plan.ts";
import type { Reference } from "./import-reference.ts";

type ResultRow = ImportRow<"results">;

/** A row with its place in the record, and what is open there as far as it has been read. */
type Line = {
  readonly row: ResultRow;
  readonly assignment: number;
  readonly period: Month;
  open: RevisionSaying["open"];
};

/** Assignments whose open revisions are read at a time. */
const ASSIGNMENTS = 250;
/** Revisions that go to the database at a time. */
const PART = 10_000;
const NOTHING: OpenRevisions = { counting: null, pending: null };

/**
 * A row is what a unit reports of a KPI in a period. Rows are taken in the order of their places, which is the order
 * of the database's keys, whatever the order of the file.
 */
export async function planResults({ rows, store, reference, by, source }: Importing<"results">): Promise<ImportPlan> {
  const organisation = await store.organisation.find();
  const approvalOn = organisation?.approval === true;
  const byAssignment = linesByAssignment(rows, reference);
  const unchanged = new Set<number>();
  const changed: Line[] = [];
  const assignments = [...byAssignment.keys()].sort((a, b) => a - b);
  for (let at = 0; at < assignments.length; at += ASSIGNMENTS) {
    const some = assignments.slice(at, at + ASSIGNMENTS);
    const lines = some.flatMap((assignment) => (byAssignment.get(assignment) ?? []).sort(inOrderOfTime));
    const open = await store.results.openBetween({ assignments: some, ...spanOf(lines) });
    for (const line of lines) {
      const found = open.size === 0 ? NOTHING : (open.get(`${line.assignment} ${line.period}`) ?? NOTHING);
      line.open = found;
      if (isSaid(line.row, found)) unchanged.add(line.row.row);
      else changed.push(line);
    }
  }
  return {
    checked: checkResults(rows, referenceWith(reference, unchanged)),
    unchanged: unchanged.size,
    write: (inside, stored) =>
      writeLines(inside, { lines: changed, by, source, counts: countsAtOnce(approvalOn) }, stored),
  };
}

/** Whether a submission counts as soon as it is written. */
function countsAtOnce(approvalOn: boolean): boolean {
  const open = { newest: null, periodState: "open", by: "", byOperator: false, reason: null } as const;
  const outcome = judgeStep("submit", { ...open, approvalOn });
  return outcome.kind === "written" && outcome.counts;
}

function linesByAssignment(rows: readonly ResultRow[], { terms }: Reference): Map<number, Line[]> {
  const lines = new Map<number, Line[]>();
  for (const row of rows) {
    const { kpi, unit, period } = row;
    const assignment = kpi === null || unit === null ? undefined : terms.get(kpi)?.get(unit)?.[0]?.assignment;
    if (assignment === undefined || period === null || saysNothing(row)) continue;
    const known = lines.get(assignment);
    const line: Line = { row, assignment, period, open: NOTHING };
    if (known === undefined) lines.set(assignment, [line]);
    else known.push(line);
  }
  return lines;
}

function inOrderOfTime(a: Line, b: Line): number {
  return a.period < b.period ? -1 : 1;
}

function spanOf(lines: readonly Line[]): { from: Month; to: Month } {
  let [from, to] = ["9999-12" as Month, "0000-01" as Month];
  for (const { period } of lines) {
    if (period < from) from = period;
    if (period > to) to = period;
  }
  return { from, to };
}

/** Whether the newest revision says what the row says; a comment that the row leaves empty is left as it was. */
function isSaid(row: ResultRow, { counting, pending }: OpenRevisions): boolean {
  const newest = newestOf(counting, pending);
  if (newest === null || (newest.state !== "submitted" && newest.state !== "approved")) return false;
  const said = contentOf(row);
  if (row.comment !== null && row.comment !== newest.comment) return false;
  return (["kind", "value", "numerator", "denominator"] as const).every((name) => said[name] === newest[name]);
}

type Content = Pick<RevisionSaying, "kind" | "value" | "numerator" | "denominator">;

function contentOf({ value, numerator, denominator }: ResultRow): Content {
  if (value === "not_applicable") return { kind: "not_applicable", value: null, numerator: null, denominator: null };
  if (numerator !== null) return { kind: "number", value: null, numerator, denominator };
  return { kind: "number", value, numerator: null, denominator: null };
}

type Written = { readonly lines: readonly Line[]; readonly counts: boolean } & Pick<
  Importing<"results">,
  "by" | "source"
>;

async function writeLines(store: Writings, { lines, by, source, counts }: Written, stored: Stored): Promise<number> {
  const sayingOf = ({ row, assignment, period, open }: Line): RevisionSaying => {
    const { kind, value, numerator, denominator } = contentOf(row);
    return {
      assignment,
      period,
      kind,
      value,
      numerator,
      denominator,
      comment: row.comment,
      cause: null,
      state: "submitted",
      counts,
      source,
      restatement: false,
      reason: null,
      by,
      open,
    };
  };
  for (let at = 0; at < lines.length; at += PART) {
    await store.results.writeMany(lines.slice(at, at + PART).map(sayingOf));
    stored(Math.min(lines.length, at + PART));
  }
  return lines.length;
}
