import { type Kysely, sql } from "kysely";
import { VERSION_KEYS } from "./record-tables.ts";
import type { Schema } from "./schema.ts";
import type { RecordFault } from "./verification.ts";

/**
 * Checks what no digest holds: that each version ends at the instant at which its successor begins, that the newest of a
 * key is open, and that versions are counted from 1 without gaps.
 */
export async function verifySuccession(db: Kysely<Schema>): Promise<RecordFault | null> {
  for (const [table, key] of Object.entries(VERSION_KEYS)) {
    const id = await firstBroken(db, table, { key: Object.keys(key), successor: "lead(recorded_from) over by_key" });
    if (id !== null) return { kind: "succession-broken", place: `${table} ${id}` };
  }
  // A revision that counts is followed by the next that counts, any other by the next of its measurement.
  const id = await firstBroken(db, "measurement", {
    key: ["assignment_id", "period"],
    successor: `case counts
      when 1 then lead(recorded_from) over (partition by assignment_id, period, counts order by n)
      else lead(recorded_from) over by_key end`,
  });
  return id === null ? null : { kind: "succession-broken", place: `measurement ${id}` };
}

async function firstBroken(
  db: Kysely<Schema>,
  table: string,
  { key, successor }: { key: readonly string[]; successor: string },
): Promise<number | null> {
  const partition = key.length === 0 ? "" : `partition by ${key.join(", ")}`;
  const { rows } = await sql<{ id: number }>`
    select id from (
      select id, n, recorded_to, ${sql.raw(successor)} as ends, row_number() over by_key as place
      from ${sql.table(table)}
      window by_key as (${sql.raw(partition)} order by n)
    ) as versions
    where recorded_to is distinct from ends or n <> place
    order by id limit 1`.execute(db);
  return rows[0]?.id ?? null;
}
