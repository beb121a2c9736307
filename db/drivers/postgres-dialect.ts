import { type Dialect, PostgresDialect } from "kysely";
import pg from "pg";

/** Type of `bigint` in PostgreSQL's catalogue: instants and counts, all within what a JavaScript number holds exactly. */
export const BIGINT_TYPE = 20;

/** Kysely on a PostgreSQL server. `onLost` hears of idle connections that broke, for instance when the server restarts. */
export function postgresDialect(url: string, onLost: (error: Error) => void): Dialect {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 10_000,
    application_name: "plumbline",
    types: {
      getTypeParser: (type: number, format?: "text" | "binary") =>
        type === BIGINT_TYPE ? Number : pg.types.getTypeParser(type, format ?? "text"),
    },
  });
  // A pool without this listener ends the process when the server closes an idle connection.
  pool.on("error", onLost);
  return new PostgresDialect({ pool });
}
