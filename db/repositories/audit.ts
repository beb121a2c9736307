import type { ChainHead } from "../audit-chain.ts";
import { BEFORE_FIRST } from "../audit-chain.ts";
import type { Reading } from "../writing.ts";

export function auditReader({ db }: Reading) {
  return {
    /** The newest event of the chain; sequence 0 before the first. */
    head: async (): Promise<ChainHead> => {
      const newest = await db
        .selectFrom("audit_event")
        .select(["seq", "hash"])
        .orderBy("seq", "desc")
        .limit(1)
        .execute();
      return newest[0] ?? { seq: 0, hash: BEFORE_FIRST };
    },
  };
}
