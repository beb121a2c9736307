import {
  changeReviewInput,
  decideInput,
  decisionInput,
  noteInputInput,
  planReviewInput,
  reviewInput,
  reviewListInput,
} from "../../shared/contracts/reviews.ts";
import { procedure, router } from "../trpc/trpc.ts";
import { decide, readDecision } from "./decisions.service.ts";
import { changeReview, listReviews, noteInput, planReview, readReview } from "./reviews.service.ts";

export const reviewsRouter = router({
  list: procedure.input(reviewListInput).query(({ ctx, input }) => listReviews(ctx.actor, input)),
  get: procedure.input(reviewInput).query(({ ctx, input }) => readReview(ctx.actor, input)),
  plan: procedure.input(planReviewInput).mutation(({ ctx, input }) => planReview(ctx.actor, input)),
  change: procedure.input(changeReviewInput).mutation(({ ctx, input }) => changeReview(ctx.actor, input)),
  note: procedure.input(noteInputInput).mutation(({ ctx, input }) => noteInput(ctx.actor, input)),
  decide: procedure.input(decideInput).mutation(({ ctx, input }) => decide(ctx.actor, input)),
  decision: procedure.input(decisionInput).query(({ ctx, input }) => readDecision(ctx.actor, input)),
});
