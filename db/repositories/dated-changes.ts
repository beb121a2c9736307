import type { Month } from "../../shared/domain/month.ts";
import { inForce } from "../in-force.ts";
import type { Row } from "../record-tables.ts";
import { type Said, sayVersion } from "../versions.ts";
import type { Reading, Writing } from "../writing.ts";

/** A change dated back into locked months, proposed by one person and decided by another. */
export type DatedChange = {
  readonly no: number;
  readonly version: number;
  readonly kind: Row<"dated_change">["kind"];
  /** Id and code of the unit whose rights decide; null for the whole organisation. */
  readonly unit: { readonly id: number; readonly code: string } | null;
  readonly from: Month;
  /** What is to be changed, and what that changes in locked months: as they were recorded, JSON. */
  readonly content: unknown;
  readonly effects: unknown;
  readonly reason: string;
  readonly state: Row<"dated_change">["state"];
  readonly proposedBy: number | null;
  readonly decidedBy: number | null;
  readonly verdictReason: string | null;
  /** Of its newest version, milliseconds since 1970 UTC. */
  readonly at: number;
};

/** Changes in these states, the newest first. */
export async function readDatedChanges(
  { db, moment }: Reading,
  { states, no }: { readonly states: readonly DatedChange["state"][]; readonly no?: number },
): Promise<DatedChange[]> {
  const rows = await db
    .selectFrom("dated_change as c")
    .leftJoin("unit as u", "u.id", "c.unit_id")
    .selectAll("c")
    .select("u.code as unit_code")
    .where(inForce("c", moment))
    .where("c.state", "in", states)
    .$if(no !== undefined, (query) => query.where("c.change_no", "=", no ?? 0))
    .orderBy("c.change_no", "desc")
    .execute();
  return rows.map((row) => ({
    ...{ no: row.change_no, version: row.n, kind: row.kind, from: row.from_month as Month, reason: row.reason },
    ...{ state: row.state, proposedBy: row.proposed_by, decidedBy: row.decided_by, verdictReason: row.verdict_reason },
    unit: row.unit_id === null || row.unit_code === null ? null : { id: row.unit_id, code: row.unit_code },
    content: JSON.parse(row.content),
    effects: JSON.parse(row.effects),
    at: row.recorded_from,
  }));
}

export type DatedChangeSaying = Omit<DatedChange, "version" | "at" | "unit"> & {
  readonly unit: number | null;
  readonly expectedVersion?: number;
};

/** Proposes a change, or says what became of it. */
export function sayDatedChange(writing: Writing, saying: DatedChangeSaying): Promise<Said> {
  const { no, kind, unit, from, content, effects, reason, state, proposedBy, decidedBy, verdictReason } = saying;
  return sayVersion(writing, "dated_change", {
    key: { change_no: no },
    values: {
      ...{ kind, unit_id: unit, from_month: from, reason, state, proposed_by: proposedBy, decided_by: decidedBy },
      ...{ content: JSON.stringify(content), effects: JSON.stringify(effects), verdict_reason: verdictReason },
    },
    ...(saying.expectedVersion === undefined ? {} : { expectedVersion: saying.expectedVersion }),
  });
}

/** The number of the next proposal. */
export async function nextChangeNo({ db }: Writing): Promise<number> {
  const newest = await db
    .selectFrom("dated_change")
    .select("change_no")
    .orderBy("change_no", "desc")
    .limit(1)
    .execute();
  return (newest[0]?.change_no ?? 0) + 1;
}
