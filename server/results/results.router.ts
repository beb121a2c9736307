import { boardViewSchema } from "../../shared/contracts/completeness.ts";
import {
  changeDecideAnswerSchema,
  changeDecideInput,
  changesInput,
  changesViewSchema,
  previewInput,
  previewViewSchema,
  proposeAnswerSchema,
  proposeInput,
} from "../../shared/contracts/dated-changes.ts";
import {
  acceptDeviationInput,
  deviationAnswerSchema,
  deviationsInput,
  deviationsViewSchema,
  withdrawDeviationInput,
} from "../../shared/contracts/deviations.ts";
import {
  decideAnswerSchema,
  decideInput,
  monthInput,
  monthStepAnswerSchema,
  monthStepInput,
  monthsViewSchema,
  restateAnswerSchema,
  restateInput,
  waitingInput,
  waitingViewSchema,
} from "../../shared/contracts/month-close.ts";
import {
  enterAnswerSchema,
  enterInput,
  entryInput,
  entryViewSchema,
  historyInput,
  historyViewSchema,
  submitAnswerSchema,
} from "../../shared/contracts/results.ts";
import { procedure, router } from "../trpc/trpc.ts";
import { decideResults, restateResult } from "./approval.service.ts";
import { completenessView } from "./completeness-view.ts";
import { decideChange, previewChange, proposeChange } from "./dated-changes.service.ts";
import { changesView } from "./dated-changes-view.ts";
import { acceptDeviation, deviationsView, withdrawDeviation } from "./deviations.service.ts";
import { enterCells, submitMonth } from "./entry.service.ts";
import { entryPage } from "./entry-view.ts";
import { historyView } from "./history-view.ts";
import { stepMonth } from "./month-step.ts";
import { monthsView } from "./months-view.ts";
import { waitingView } from "./waiting-view.ts";

export const resultsRouter = router({
  entry: procedure
    .input(entryInput)
    .output(entryViewSchema)
    .query(({ ctx, input }) => entryPage(ctx.actor, input)),
  enter: procedure
    .input(enterInput)
    .output(enterAnswerSchema)
    .mutation(({ ctx, input }) => enterCells(ctx.actor, input)),
  submit: procedure
    .input(entryInput)
    .output(submitAnswerSchema)
    .mutation(({ ctx, input }) => submitMonth(ctx.actor, input)),
  history: procedure
    .input(historyInput)
    .output(historyViewSchema)
    .query(({ ctx, input }) => historyView(ctx.actor, input)),
  months: procedure
    .input(monthInput)
    .output(monthsViewSchema)
    .query(({ ctx, input }) => monthsView(ctx.actor, input)),
  closeMonth: procedure
    .input(monthStepInput)
    .output(monthStepAnswerSchema)
    .mutation(({ ctx, input }) => stepMonth(ctx.actor, "close", input)),
  reopenMonth: procedure
    .input(monthStepInput)
    .output(monthStepAnswerSchema)
    .mutation(({ ctx, input }) => stepMonth(ctx.actor, "reopen", input)),
  lockMonth: procedure
    .input(monthStepInput)
    .output(monthStepAnswerSchema)
    .mutation(({ ctx, input }) => stepMonth(ctx.actor, "lock", input)),
  completeness: procedure
    .input(monthInput)
    .output(boardViewSchema)
    .query(({ ctx, input }) => completenessView(ctx.actor, input)),
  waiting: procedure
    .input(waitingInput)
    .output(waitingViewSchema)
    .query(({ ctx, input }) => waitingView(ctx.actor, input)),
  decide: procedure
    .input(decideInput)
    .output(decideAnswerSchema)
    .mutation(({ ctx, input }) => decideResults(ctx.actor, input)),
  restate: procedure
    .input(restateInput)
    .output(restateAnswerSchema)
    .mutation(({ ctx, input }) => restateResult(ctx.actor, input)),
  deviations: procedure
    .input(deviationsInput)
    .output(deviationsViewSchema)
    .query(({ ctx, input }) => deviationsView(ctx.actor, input)),
  acceptDeviation: procedure
    .input(acceptDeviationInput)
    .output(deviationAnswerSchema)
    .mutation(({ ctx, input }) => acceptDeviation(ctx.actor, input)),
  withdrawDeviation: procedure
    .input(withdrawDeviationInput)
    .output(deviationAnswerSchema)
    .mutation(({ ctx, input }) => withdrawDeviation(ctx.actor, input)),
  changes: procedure
    .input(changesInput)
    .output(changesViewSchema)
    .query(({ ctx, input }) => changesView(ctx.actor, input)),
  previewChange: procedure
    .input(previewInput)
    .output(previewViewSchema)
    .query(({ ctx, input }) => previewChange(ctx.actor, input.change)),
  proposeChange: procedure
    .input(proposeInput)
    .output(proposeAnswerSchema)
    .mutation(({ ctx, input }) => proposeChange(ctx.actor, input)),
  decideChange: procedure
    .input(changeDecideInput)
    .output(changeDecideAnswerSchema)
    .mutation(({ ctx, input }) => decideChange(ctx.actor, input)),
});
