import { definitionVersionsInput, definitionVersionsSchema } from "../../shared/contracts/definition-versions.ts";
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
import { setTargetInput, workshopInput, workshopViewSchema } from "../../shared/contracts/workshop.ts";
import { procedure, router } from "../trpc/trpc.ts";
import { definitionVersions } from "./definitions.service.ts";
import { annotate, beginPhase, notesView, previewPhase, withdrawAnnotation, withdrawPhase } from "./notes.service.ts";
import { setTarget } from "./targets.service.ts";
import { targetWorkshop } from "./workshop.service.ts";

export const kpisRouter = router({
  definitions: procedure
    .input(definitionVersionsInput)
    .output(definitionVersionsSchema)
    .query(({ ctx, input }) => definitionVersions(ctx.actor, input)),
  targetWorkshop: procedure
    .input(workshopInput)
    .output(workshopViewSchema)
    .query(({ ctx, input }) => targetWorkshop(ctx.actor, input)),
  setTarget: procedure.input(setTargetInput).mutation(({ ctx, input }) => setTarget(ctx.actor, input)),
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
