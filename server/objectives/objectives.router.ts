import {
  carryOnInput,
  closeObjectiveInput,
  commitmentInput,
  commitmentsViewSchema,
  objectiveChoicesInput,
  objectiveChoicesSchema,
  objectiveCodeSchema,
  objectiveInput,
  objectivesInput,
  objectivesViewSchema,
  objectiveViewSchema,
  proposeInput,
  sayObjectiveInput,
  settleInput,
  stateInput,
} from "../../shared/contracts/objectives.ts";
import { procedure, router } from "../trpc/trpc.ts";
import { acknowledge, propose, readCommitments, sayCommitment, settleProposal } from "./agreement.service.ts";
import { listObjectives } from "./objective-list.ts";
import { objectiveChoices, objectivePage } from "./objective-page.ts";
import { carryObjectiveOn, closeObjective, moveObjective, sayObjective } from "./objectives.service.ts";

export const objectivesRouter = router({
  list: procedure
    .input(objectivesInput)
    .output(objectivesViewSchema)
    .query(({ ctx, input }) => listObjectives(ctx.actor, input)),
  get: procedure
    .input(objectiveInput)
    .output(objectiveViewSchema)
    .query(({ ctx, input }) => objectivePage(ctx.actor, input)),
  choices: procedure
    .input(objectiveChoicesInput)
    .output(objectiveChoicesSchema)
    .query(({ ctx, input }) => objectiveChoices(ctx.actor, input.fiscalYear)),
  say: procedure
    .input(sayObjectiveInput)
    .output(objectiveCodeSchema)
    .mutation(({ ctx, input }) => sayObjective(ctx.actor, input)),
  move: procedure.input(stateInput).mutation(({ ctx, input }) => moveObjective(ctx.actor, input)),
  close: procedure.input(closeObjectiveInput).mutation(({ ctx, input }) => closeObjective(ctx.actor, input)),
  carryOn: procedure
    .input(carryOnInput)
    .output(objectiveCodeSchema)
    .mutation(({ ctx, input }) => carryObjectiveOn(ctx.actor, input)),
  propose: procedure.input(proposeInput).mutation(({ ctx, input }) => propose(ctx.actor, input)),
  settle: procedure.input(settleInput).mutation(({ ctx, input }) => settleProposal(ctx.actor, input)),
  acknowledge: procedure.input(objectiveCodeSchema).mutation(({ ctx, input }) => acknowledge(ctx.actor, input)),
  commitments: procedure.output(commitmentsViewSchema).query(({ ctx }) => readCommitments(ctx.actor)),
  sayCommitment: procedure.input(commitmentInput).mutation(({ ctx, input }) => sayCommitment(ctx.actor, input)),
});
