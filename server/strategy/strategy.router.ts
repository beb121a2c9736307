import {
  approvePolicyInput,
  directionInput,
  directionViewSchema,
  sayPolicyInput,
  sayStrategyInput,
  sayThemeInput,
} from "../../shared/contracts/direction.ts";
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
import { approvePolicy, readDirection, sayPolicy, sayStrategy, sayTheme } from "./direction.service.ts";
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
  direction: procedure
    .input(directionInput)
    .output(directionViewSchema)
    .query(({ ctx, input }) => readDirection(ctx.actor, input)),
  sayPolicy: procedure.input(sayPolicyInput).mutation(({ ctx, input }) => sayPolicy(ctx.actor, input)),
  approvePolicy: procedure.input(approvePolicyInput).mutation(({ ctx, input }) => approvePolicy(ctx.actor, input)),
  sayStrategy: procedure.input(sayStrategyInput).mutation(({ ctx, input }) => sayStrategy(ctx.actor, input)),
  sayTheme: procedure.input(sayThemeInput).mutation(({ ctx, input }) => sayTheme(ctx.actor, input)),
});
