import { z } from "zod";
import { AppError } from "../../shared/domain/failures.ts";
import { unitsOf } from "../../shared/domain/permissions.ts";
import { apiRoute } from "./api-route.ts";

const auditEventSchema = z.object({
  seq: z.number().int(),
  at: z.iso.datetime(),
  /** Code of the person, `operator` or `system`. */
  actor: z.string(),
  command: z.string(),
  entity: z.string(),
  entityCode: z.string(),
  unit: z.string().nullable(),
  before: z.unknown(),
  after: z.unknown(),
  reason: z.string().nullable(),
  /** Rows written, by table. */
  rows: z.record(z.string(), z.number()),
  hash: z.string(),
});

export const auditRoute = apiRoute({
  name: "GET /api/v1/audit",
  summary: "Audit events in their order, from a sequence on, as far as the key's units go.",
  query: z.object({
    from: z.coerce.number().int().min(1).default(1),
    limit: z.coerce.number().int().min(1).max(5_000).default(500),
  }),
  answers: { 200: z.object({ events: z.array(auditEventSchema), next: z.number().int().nullable() }) },
  handle: async ({ actor, query }) => {
    const permitted = unitsOf(actor.holder, "read-audit");
    if (permitted !== "all" && permitted.size === 0) throw new AppError("not-allowed");
    const units = permitted === "all" ? null : [...permitted];
    const found = await actor.store.audit.list({ units, from: query.from, limit: query.limit });
    const events = found.map((event) => ({
      ...event,
      at: new Date(event.at).toISOString(),
      before: jsonOf(event.before),
      after: jsonOf(event.after),
      rows: jsonOf(event.rows),
    }));
    const last = events.at(-1);
    return { status: 200, body: { events, next: events.length < query.limit || !last ? null : last.seq + 1 } };
  },
});

function jsonOf(text: string | null): unknown {
  return text === null ? null : JSON.parse(text);
}
