import {
  contextViewSchema,
  issueInput,
  needInput,
  partyInput,
  riskInput,
  threadInput,
  threadViewSchema,
  withdrawInput,
} from "../../shared/contracts/strategy.ts";
import { procedure, router } from "../trpc/trpc.ts";
import { readContext, sayIssue, sayNeed, sayParty, sayRisk, withdrawFromContext } from "./context.service.ts";
import { strategyThread } from "./strategy.service.ts";

export const strategyRouter = router({
  thread: procedure
    .input(threadInput)
    .output(threadViewSchema)
    .query(({ ctx, input }) => strategyThread(ctx.actor, input)),
  context: procedure.output(contextViewSchema).query(({ ctx }) => readContext(ctx.actor)),
  sayParty: procedure.input(partyInput).mutation(({ ctx, input }) => sayParty(ctx.actor, input)),
  sayNeed: procedure.input(needInput).mutation(({ ctx, input }) => sayNeed(ctx.actor, input)),
  sayRisk: procedure.input(riskInput).mutation(({ ctx, input }) => sayRisk(ctx.actor, input)),
  sayIssue: procedure.input(issueInput).mutation(({ ctx, input }) => sayIssue(ctx.actor, input)),
  withdraw: procedure.input(withdrawInput).mutation(({ ctx, input }) => withdrawFromContext(ctx.actor, input)),
});
