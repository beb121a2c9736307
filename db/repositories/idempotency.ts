import type { Reading } from "../writing.ts";

/** What a call with an Idempotency-Key answered: kept so that a retry gets the same answer and has no second effect. */
export type Answered = { readonly bodyHash: string; readonly status: number; readonly answer: string };

type Key = { readonly personId: number; readonly key: string };

/** No record: inside a command it is written in the same transaction, so that effect and answer stand or fall together. */
export function idempotencyRepository({ db }: Pick<Reading, "db">) {
  return {
    find: async ({ personId, key }: Key): Promise<Answered | null> => {
      const row = await db
        .selectFrom("idempotency")
        .select(["body_hash as bodyHash", "status", "answer"])
        .where("person_id", "=", personId)
        .where("key", "=", key)
        .executeTakeFirst();
      return row ?? null;
    },
    keep: async ({ personId, key }: Key, { bodyHash, status, answer }: Answered, at: number): Promise<void> => {
      const row = { key, person_id: personId, body_hash: bodyHash, status, answer, at };
      await db.insertInto("idempotency").values(row).execute();
    },
    /** Puts the answer of a call in the place of the mark that it was carried out. */
    settle: async ({ personId, key }: Key, { status, answer }: Answered): Promise<void> => {
      await db
        .updateTable("idempotency")
        .set({ status, answer })
        .where("person_id", "=", personId)
        .where("key", "=", key)
        .execute();
    },
    forget: async (before: number): Promise<void> => {
      await db.deleteFrom("idempotency").where("at", "<", before).execute();
    },
  };
}
