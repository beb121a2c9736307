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
import { enterCells, submitMonth } from "./entry.service.ts";
import { entryView } from "./entry-view.ts";
import { historyView } from "./history-view.ts";

export const resultsRouter = router({
  entry: procedure
    .input(entryInput)
    .output(entryViewSchema)
    .query(({ ctx, input }) => entryView(ctx.actor.store, ctx.actor, input)),
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
});
