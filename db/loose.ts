import type { Kysely } from "kysely";
import type { Schema } from "./schema.ts";

type AnyTable = Record<string, Record<string, unknown>>;

/** The same connection without the names of tables and columns, for the few writers that serve every table alike. */
export function loose(db: Kysely<Schema>): Kysely<AnyTable> {
  return db as unknown as Kysely<AnyTable>;
}
