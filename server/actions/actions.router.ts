import {
  actionChoicesInput,
  actionInput,
  actionListInput,
  changeActionInput,
  createActionInput,
  explainMissInput,
  missInput,
  sayConfidenceInput,
} from "../../shared/contracts/actions.ts";
import {
  feedKpiInput,
  recordTrainingInput,
  sayCompetenceNeedInput,
  sayTrainingInput,
  trainingsInput,
  trainingsViewSchema,
} from "../../shared/contracts/trainings.ts";
import { procedure, router } from "../trpc/trpc.ts";
import { changeAction, createAction, listActions, readAction } from "./actions.service.ts";
import { actionChoices } from "./choices.ts";
import { explainMiss, readMiss, sayConfidence } from "./misses.service.ts";
import { feedKpi, recordTraining, sayCompetenceNeed, sayTraining } from "./trainings.service.ts";
import { readTrainings } from "./trainings-view.ts";

export const actionsRouter = router({
  list: procedure.input(actionListInput).query(({ ctx, input }) => listActions(ctx.actor, input)),
  get: procedure.input(actionInput).query(({ ctx, input }) => readAction(ctx.actor, input)),
  choices: procedure.input(actionChoicesInput).query(({ ctx, input }) => actionChoices(ctx.actor, input)),
  create: procedure.input(createActionInput).mutation(({ ctx, input }) => createAction(ctx.actor, input)),
  change: procedure.input(changeActionInput).mutation(({ ctx, input }) => changeAction(ctx.actor, input)),
  miss: procedure.input(missInput).query(({ ctx, input }) => readMiss(ctx.actor, input)),
  explainMiss: procedure.input(explainMissInput).mutation(({ ctx, input }) => explainMiss(ctx.actor, input)),
  sayConfidence: procedure.input(sayConfidenceInput).mutation(({ ctx, input }) => sayConfidence(ctx.actor, input)),
  trainings: procedure
    .input(trainingsInput)
    .output(trainingsViewSchema)
    .query(({ ctx, input }) => readTrainings(ctx.actor, input)),
  sayTraining: procedure.input(sayTrainingInput).mutation(({ ctx, input }) => sayTraining(ctx.actor, input)),
  sayCompetenceNeed: procedure
    .input(sayCompetenceNeedInput)
    .mutation(({ ctx, input }) => sayCompetenceNeed(ctx.actor, input)),
  recordTraining: procedure.input(recordTrainingInput).mutation(({ ctx, input }) => recordTraining(ctx.actor, input)),
  feedKpi: procedure.input(feedKpiInput).mutation(({ ctx, input }) => feedKpi(ctx.actor, input)),
});
