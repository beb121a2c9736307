import {
  annotateInput,
  beginPhaseInput,
  notesInput,
  notesViewSchema,
  phasePreviewSchema,
  previewPhaseInput,
  withdrawAnnotationInput,
  withdrawPhaseInput,
} from "../../shared/contracts/kpi-notes.ts";
import { procedure, router } from "../trpc/trpc.ts";
import { annotate, beginPhase, notesView, previewPhase, withdrawAnnotation, withdrawPhase } from "./notes.service.ts";

export const kpisRouter = router({
  notes: procedure
    .input(notesInput)
    .output(notesViewSchema)
    .query(({ ctx, input }) => notesView(ctx.actor, input)),
  previewPhase: procedure
    .input(previewPhaseInput)
    .output(phasePreviewSchema)
    .query(({ ctx, input }) => previewPhase(ctx.actor, input)),
  beginPhase: procedure.input(beginPhaseInput).mutation(({ ctx, input }) => beginPhase(ctx.actor, input)),
  withdrawPhase: procedure.input(withdrawPhaseInput).mutation(({ ctx, input }) => withdrawPhase(ctx.actor, input)),
  annotate: procedure.input(annotateInput).mutation(({ ctx, input }) => annotate(ctx.actor, input)),
  withdrawAnnotation: procedure
    .input(withdrawAnnotationInput)
    .mutation(({ ctx, input }) => withdrawAnnotation(ctx.actor, input)),
});
