import type { z } from "zod";
import type { decideAnswerSchema, decideInput, restateInput } from "../../shared/contracts/month-close.ts";
import { AppError } from "../../shared/domain/failures.ts";
import { may } from "../../shared/domain/permissions.ts";
import { failureSentence } from "../../shared/text/failures.ts";
import { decidedText } from "../../shared/text/month-close-text.ts";
import { longMonthText } from "../../shared/text/month-text.ts";
import type { Actor } from "../access/actor.ts";
import { localeOf } from "../access/asked-language.ts";
import { type Outcome, takeStep } from "./results.service.ts";

type Decided = z.infer<typeof decideAnswerSchema>;

/**
 * Approves or rejects what waits, each for itself: what was changed since it was shown is left as it is and named. A
 * rejection says why.
 */
export async function decideResults(actor: Actor, input: z.infer<typeof decideInput>): Promise<Decided> {
  const { verdict, results, reason } = input;
  for (const { unit } of results) refuseUnreadable(actor, unit);
  const asked = results.map(({ unit, kpi, month, revision }) => ({
    ...{ unit, kpi, period: month, expectedRevision: revision },
    ...(verdict === "reject" ? { reason } : {}),
  }));
  const { outcomes } = await takeStep(actor, { step: verdict, asked, allOrNothing: false });
  const locale = localeOf(actor, await actor.store.organisation.find());
  const decided = outcomes.filter(({ kind }) => kind === "saved").length;
  const refused = outcomes.flatMap((outcome) => {
    const message = messageOf(outcome, locale);
    return message === null ? [] : [{ unit: outcome.unit, kpi: outcome.kpi, month: outcome.period, message }];
  });
  return { decided, refused, sentence: decidedText(verdict, decided) };
}

function refuseUnreadable({ holder }: Actor, unit: string): void {
  if (!may(holder, "read", unit)) throw new AppError("not-found", { what: "unit", code: unit });
}

function messageOf(outcome: Outcome, locale: string): string | null {
  if (outcome.kind === "conflict") return failureSentence("stale-version", {}, locale);
  return outcome.kind === "refused" ? failureSentence(outcome.code, outcome.details, locale) : null;
}

/** Proposes another figure for a locked month, with its reason. It counts once somebody else has approved it. */
export async function restateResult(actor: Actor, input: z.infer<typeof restateInput>): Promise<{ sentence: string }> {
  const { unit, kpi, month, content, reason, expectedRevision } = input;
  refuseUnreadable(actor, unit);
  const asked = [{ unit, kpi, period: month, content, reason, expectedRevision }];
  const { outcomes } = await takeStep(actor, { step: "restate", asked, allOrNothing: true });
  const [outcome] = outcomes;
  if (outcome?.kind === "refused") throw new AppError(outcome.code, outcome.details);
  if (outcome?.kind === "conflict") throw new AppError("stale-version");
  const locale = localeOf(actor, await actor.store.organisation.find());
  return {
    sentence: `The restatement for ${longMonthText(month, locale)} waits for somebody else’s approval. Until then the old figure counts.`,
  };
}
