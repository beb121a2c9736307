import { createHash } from "node:crypto";
import type { Kysely } from "kysely";
import type { Store } from "../../db/store.ts";

/** Refused calls are noted here, and nowhere else. */
const NOTED = "security_event";

/** A digest over every row of every table, those of the sign-in library included. */
export async function digestOfAll({ signInDatabase }: Store): Promise<string> {
  const db = signInDatabase.db as unknown as Kysely<Record<string, Record<string, unknown>>>;
  const tables = await db.introspection.getTables();
  const hash = createHash("sha256");
  for (const { name } of tables.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (name === NOTED) continue;
    const rows = (await db.selectFrom(name).selectAll().execute()).map((row) => JSON.stringify(row)).sort();
    hash.update(`${name}\n${rows.join("\n")}\n`);
  }
  return hash.digest("hex");
}
