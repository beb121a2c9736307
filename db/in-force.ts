import { type RawBuilder, type SqlBool, sql } from "kysely";

/** The instant as of which the records are read: now, or milliseconds since 1970 UTC. */
export type Moment = "now" | number;

/**
 * The one condition by which a version table is read, for now and for then: `where(inForce("unit_version", moment))`.
 * `table` is its name or alias in the query. Of each key it leaves the row that was newest at that moment.
 */
export function inForce(table: string, moment: Moment): RawBuilder<SqlBool> {
  const to = sql.ref(`${table}.recorded_to`);
  if (moment === "now") return sql<SqlBool>`${to} is null`;
  const from = sql.ref(`${table}.recorded_from`);
  return sql<SqlBool>`${from} <= ${moment} and (${to} is null or ${to} > ${moment})`;
}
