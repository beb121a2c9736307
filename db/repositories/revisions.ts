import type { Month } from "../../shared/domain/month.ts";
import type { RevisionKind, RevisionSource, RevisionState } from "../../shared/domain/revision.ts";
import { selectMany } from "../many-rows.ts";
import type { Row } from "../record-tables.ts";
import type { Schema } from "../schema.ts";
import { closeRecords, insertRecords, type Reading, type Writing } from "../writing.ts";

/** Where a measurement stands: an assignment and one of its KPI's periods. */
export type Place = { readonly assignment: number; readonly period: Month };

/** What a revision says. A ratio has numerator and denominator, anything else a value. */
export type RevisionContent = {
  readonly kind: RevisionKind;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly comment: string | null;
  readonly cause: string | null;
};

/** A revision of a measurement as it is recorded. */
export type Revision = Place &
  RevisionContent & {
    readonly id: number;
    /** 1 for the first of its measurement. */
    readonly n: number;
    readonly state: RevisionState;
    readonly counts: boolean;
    readonly source: RevisionSource;
    readonly restatement: boolean;
    readonly reason: string | null;
    readonly by: number | null;
    /** Milliseconds since 1970 UTC. */
    readonly at: number;
  };

/** What is open of a measurement: what counts, and what waits or was drafted after it. */
export type OpenRevisions = { readonly counting: Revision | null; readonly pending: Revision | null };

type Head = Pick<Revision, "id" | "n">;

export type RevisionSaying = Omit<Revision, "id" | "n" | "at"> & {
  /** What is open of the measurement, as this command has read it. */
  readonly open: { readonly counting: Head | null; readonly pending: Head | null };
};

const NOTHING_OPEN: OpenRevisions = { counting: null, pending: null };

/** What is open of each measurement, in the order asked for. */
export async function findOpen({ db, engine }: Reading, places: readonly Place[]): Promise<OpenRevisions[]> {
  const rows = await selectMany<Schema, Row<"measurement">>(
    db,
    { engine, table: "measurement", condition: '"measurement"."recorded_to" is null' },
    {
      columns: ["assignment_id", "period"],
      types: ["integer", "text"],
      rows: places.map(({ assignment, period }) => [assignment, period]),
    },
  );
  const open = byPlace(rows);
  return places.map((place) => open.get(placeText(place)) ?? NOTHING_OPEN);
}

/** What is open of all measurements of these assignments in a time, by `placeText`. */
export async function findOpenBetween(
  { db }: Reading,
  scope: { readonly assignments: readonly number[]; readonly from: Month; readonly to: Month },
): Promise<Map<string, OpenRevisions>> {
  if (scope.assignments.length === 0) return new Map();
  const rows = await db
    .selectFrom("measurement")
    .selectAll()
    .where("recorded_to", "is", null)
    .where("assignment_id", "in", scope.assignments)
    .where("period", ">=", scope.from)
    .where("period", "<=", scope.to)
    .execute();
  return byPlace(rows);
}

function byPlace(rows: readonly Row<"measurement">[]): Map<string, OpenRevisions> {
  const open = new Map<string, OpenRevisions>();
  for (const row of rows) {
    const revision = revisionOf(row);
    const key = placeText(revision);
    const known = open.get(key) ?? NOTHING_OPEN;
    open.set(key, revision.counts ? { ...known, counting: revision } : { ...known, pending: revision });
  }
  return open;
}

/**
 * Adds revisions, at most one for each measurement. One that counts closes whatever is open; one that does not closes
 * the pending one alone, so that nothing hides the figure that counts.
 */
export async function sayRevisions(writing: Writing, sayings: readonly RevisionSaying[]): Promise<Revision[]> {
  const rows = sayings.map((saying) => rowOf(writing, saying));
  const ids = await addRevisions(writing, sayings, rows);
  return rows.map((row, at) => revisionOf({ ...row, id: ids[at] ?? 0, event: writing.event }));
}

/** As `sayRevisions`, for many at a time: nothing is told of each. */
export async function sayManyRevisions(writing: Writing, sayings: readonly RevisionSaying[]): Promise<void> {
  await addRevisions(
    writing,
    sayings,
    sayings.map((saying) => rowOf(writing, saying)),
  );
}

type RevisionRow = Omit<Row<"measurement">, "id" | "event">;

async function addRevisions(writing: Writing, sayings: readonly RevisionSaying[], rows: readonly RevisionRow[]) {
  const closing: number[] = [];
  for (const { open, counts } of sayings) {
    if (open.pending !== null) closing.push(open.pending.id);
    if (open.counting !== null && counts) closing.push(open.counting.id);
  }
  await closeRecords(writing, "measurement", closing);
  return insertRecords(writing, "measurement", rows);
}

function rowOf({ at }: Writing, saying: RevisionSaying): RevisionRow {
  const { counting, pending } = saying.open;
  return {
    n: Math.max(counting?.n ?? 0, pending?.n ?? 0) + 1,
    recorded_from: at,
    recorded_to: null,
    assignment_id: saying.assignment,
    period: saying.period,
    kind: saying.kind,
    value: saying.value,
    numerator: saying.numerator,
    denominator: saying.denominator,
    comment: saying.comment,
    cause: saying.cause,
    state: saying.state,
    counts: saying.counts ? 1 : 0,
    source: saying.source,
    restatement: saying.restatement ? 1 : 0,
    reason: saying.reason,
    by_id: saying.by,
  };
}

export function revisionOf(row: Row<"measurement">): Revision {
  return {
    id: row.id,
    assignment: row.assignment_id,
    period: row.period as Month,
    n: row.n,
    kind: row.kind,
    value: row.value,
    numerator: row.numerator,
    denominator: row.denominator,
    comment: row.comment,
    cause: row.cause,
    state: row.state,
    counts: row.counts === 1,
    source: row.source,
    restatement: row.restatement === 1,
    reason: row.reason,
    by: row.by_id,
    at: row.recorded_from,
  };
}

export function placeText({ assignment, period }: Place): string {
  return `${assignment} ${period}`;
}
