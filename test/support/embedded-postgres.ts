import type { PGlite } from "@electric-sql/pglite";
import { PGliteDialect } from "kysely";
import { BIGINT_TYPE } from "../../db/drivers/postgres-dialect.ts";
import type { Place } from "../../db/store.ts";

/** A store's place on embedded PostgreSQL. Closing the store closes `embedded`, unless `keep` is set. */
export function embeddedPlace(embedded: PGlite, keep = false): Place {
  const parsers = { [BIGINT_TYPE]: Number };
  const pglite = {
    query: <T>(text: string, values?: unknown[], options?: object) =>
      embedded.query<T>(text, values, { ...options, parsers }),
    transaction: <T>(work: (inner: never) => Promise<T>) =>
      embedded.transaction((inner) =>
        work({
          query: (text: string, values?: unknown[], options?: object) =>
            inner.query(text, values, { ...options, parsers }),
        } as never),
      ),
    close: async () => {
      if (!keep) await embedded.close();
    },
    get closed() {
      return embedded.closed;
    },
    get ready() {
      return embedded.ready;
    },
    waitReady: embedded.waitReady,
  };
  return { dialect: new PGliteDialect({ pglite: pglite as never }), engine: "postgres" };
}
