import { BEFORE_FIRST, type ChainHead } from "../audit-chain.ts";
import type { Reading } from "../writing.ts";

/** One event of the trail. `before` and `after` are JSON. */
export type AuditEvent = {
  readonly seq: number;
  readonly at: number;
  readonly actor: string;
  readonly command: string;
  readonly entity: string;
  readonly entityCode: string;
  readonly unit: string | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly reason: string | null;
  /** Rows written, by table, as JSON. */
  readonly rows: string;
  readonly hash: string;
};

export type AuditScope = {
  /** Codes of the units whose events may be seen; null: all, with those of the whole organisation. */
  readonly units: readonly string[] | null;
  /** First sequence. */
  readonly from: number;
  readonly limit: number;
  readonly entity?: string;
  readonly entityCode?: string;
};

export type SecurityEvent = {
  readonly at: number;
  readonly actor: string;
  readonly kind: string;
  readonly detail: string;
};

export function auditReader({ db, moment }: Pick<Reading, "db" | "moment">) {
  return {
    /** Instant of the newest event at the moment, forecasts left out: they change no figure. 0 before the first. */
    newestInstant: async (): Promise<number> => {
      let query = db.selectFrom("audit_event").select("at").where("entity", "<>", "forecast");
      query = query.orderBy("seq", "desc").limit(1);
      if (moment !== "now") query = query.where("at", "<=", moment);
      return (await query.executeTakeFirst())?.at ?? 0;
    },
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
    /** Where something was recorded after a sequence, in order; forecasts left out: they change no figure. */
    changes: ({ after, limit }: { readonly after: number; readonly limit: number }) =>
      db
        .selectFrom("audit_event")
        .select(["seq", "unit_code as unit"])
        .where("seq", ">", after)
        .where("entity", "<>", "forecast")
        .orderBy("seq")
        .limit(limit)
        .execute(),
    /** Events in their order, as far as the reader's units go. */
    list: async ({ units, from, limit, entity, entityCode }: AuditScope): Promise<AuditEvent[]> => {
      if (units?.length === 0) return [];
      let query = db
        .selectFrom("audit_event")
        .select(["seq", "at", "actor", "command", "entity", "entity_code as entityCode", "unit_code as unit"])
        .select(["before", "after", "reason", "rows", "hash"])
        .where("seq", ">=", from)
        .orderBy("seq")
        .limit(limit);
      if (units !== null) query = query.where("unit_code", "in", [...units]);
      if (entity !== undefined) query = query.where("entity", "=", entity);
      if (entityCode !== undefined) query = query.where("entity_code", "=", entityCode);
      return query.execute();
    },
    /** Refused calls and sign-ins, the newest first. They stand outside the chain. */
    securityEvents: (limit: number): Promise<SecurityEvent[]> =>
      db
        .selectFrom("security_event")
        .select(["at", "actor", "kind", "detail"])
        .orderBy("id", "desc")
        .limit(limit)
        .execute(),
    recordSecurityEvent: async (event: SecurityEvent): Promise<void> => {
      await db.insertInto("security_event").values(event).execute();
    },
    forgetSecurityEvents: async (before: number): Promise<void> => {
      await db.deleteFrom("security_event").where("at", "<", before).execute();
    },
  };
}
