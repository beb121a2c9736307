import type { MinutedDecision, MinutesDocument } from "../../shared/contracts/minutes.ts";
import type { DecisionRow } from "../../shared/contracts/reviews.ts";
import { snapshotPayloadSchema } from "../../shared/contracts/snapshot-payload.ts";
import { AppError } from "../../shared/domain/failures.ts";
import { may } from "../../shared/domain/permissions.ts";
import type { Actor } from "../access/actor.ts";
import { readReview } from "./reviews.service.ts";

/** The minutes as they stand now: every input with what the records say and what was concluded, decisions with their evidence. */
export async function minutesOf(actor: Actor, { review: code }: { readonly review: string }): Promise<MinutesDocument> {
  const { review, agenda, decisions } = await readReview(actor, { review: code });
  const organisation = await actor.store.organisation.find();
  if (organisation === null) throw new AppError("no-organisation");
  const { name, locale, timeZone } = organisation;
  return {
    format: "plumbline-minutes-1",
    organisation: { name, locale, timeZone },
    writtenAt: new Date(actor.now()).toISOString(),
    review,
    agenda: agenda.map(({ kpi: _, version: __, ...item }) => item),
    decisions: await Promise.all(decisions.map((decision) => withEvidence(actor, decision))),
  };
}

/** What was seen is told from the frozen payload alone, never from what is known today. */
async function withEvidence(actor: Actor, decision: DecisionRow): Promise<MinutedDecision> {
  const mayRead = may(actor.holder, "read", decision.unit.code);
  const snapshot = decision.evidence === null || !mayRead ? null : await actor.store.snapshots.find(decision.evidence);
  if (snapshot === null) return { decision, evidence: null };
  const payload: unknown = JSON.parse(snapshot.payload);
  const { asOf, overview } = snapshotPayloadSchema.parse(payload);
  const seen = overview.kpis.map(({ kpi, name, shown, target, statusWord, verdict }) => ({
    ...{ kpi, name, shown, target: target?.label ?? "–", statusWord, sentence: verdict.sentence },
  }));
  return { decision, evidence: { snapshot: snapshot.id, sha256: snapshot.sha256, asOf, seen, payload } };
}
