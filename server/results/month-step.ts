import type { z } from "zod";
import type { monthStepAnswerSchema, monthStepInput } from "../../shared/contracts/month-close.ts";
import { AppError } from "../../shared/domain/failures.ts";
import { may } from "../../shared/domain/permissions.ts";
import type { PeriodStep } from "../../shared/domain/revision.ts";
import { monthStepText } from "../../shared/text/month-close-text.ts";
import type { Actor } from "../access/actor.ts";
import { localeOf } from "../access/asked-language.ts";
import { changePeriod } from "./periods.service.ts";

const AFTER = { close: "closed", reopen: "open", lock: "locked" } as const;

/** A person's step on a month of a unit and all below it. Opening a closed month again says why. */
export async function stepMonth(
  actor: Actor,
  step: PeriodStep,
  { unit, month, reason }: z.infer<typeof monthStepInput>,
): Promise<z.infer<typeof monthStepAnswerSchema>> {
  if (!may(actor.holder, "read", unit)) throw new AppError("not-found", { what: "unit", code: unit });
  if (step === "reopen" && (reason ?? "") === "") throw new AppError("reason-needed");
  const { changed } = await changePeriod(actor, { unit, month, step, reason });
  const locale = localeOf(actor, await actor.store.organisation.find());
  return { changed: changed.length, sentence: monthStepText(AFTER[step], month, { changed: changed.length, locale }) };
}
