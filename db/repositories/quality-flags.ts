import { inForce } from "../in-force.ts";
import type { Row } from "../record-tables.ts";
import { type Said, sayVersions } from "../versions.ts";
import type { Reading, Writing } from "../writing.ts";

export type QualityRule = Row<"quality_flag">["rule"];

/** A doubt about a revision, and what was answered to it. */
export type QualityFlag = {
  readonly revision: number;
  readonly rule: QualityRule;
  readonly answer: string | null;
  readonly answeredBy: number | null;
};

export async function readFlags({ db, moment }: Reading, revisions: readonly number[]): Promise<QualityFlag[]> {
  if (revisions.length === 0) return [];
  const rows = await db
    .selectFrom("quality_flag")
    .select(["measurement_id", "rule", "answer", "answered_by"])
    .where(inForce("quality_flag", moment))
    .where("measurement_id", "in", revisions)
    .orderBy("measurement_id")
    .orderBy("rule")
    .execute();
  return rows.map(({ measurement_id, rule, answer, answered_by }) => ({
    revision: measurement_id,
    rule,
    answer,
    answeredBy: answered_by,
  }));
}

export function sayFlags(writing: Writing, flags: readonly QualityFlag[]): Promise<Said[]> {
  return sayVersions(
    writing,
    "quality_flag",
    flags.map(({ revision, rule, answer, answeredBy }) => ({
      key: { measurement_id: revision, rule },
      values: { answer, answered_by: answeredBy },
    })),
  );
}
