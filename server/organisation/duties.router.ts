import {
  cancelHandOverInput,
  dutiesInput,
  dutiesViewSchema,
  endDeputyInput,
  handOverInput,
  nameDeputyInput,
} from "../../shared/contracts/duties.ts";
import { procedure } from "../trpc/trpc.ts";
import { endDeputy, nameDeputy } from "./deputies.service.ts";
import { readDuties } from "./duties.service.ts";
import { cancelHandOver, handOver } from "./hand-over.service.ts";

/** Who acts for whom, and who takes what over. */
export const dutyProcedures = {
  duties: procedure
    .input(dutiesInput)
    .output(dutiesViewSchema)
    .query(({ ctx, input }) => readDuties(ctx.actor, input)),
  nameDeputy: procedure.input(nameDeputyInput).mutation(({ ctx, input }) => nameDeputy(ctx.actor, input)),
  endDeputy: procedure.input(endDeputyInput).mutation(({ ctx, input }) => endDeputy(ctx.actor, input)),
  handOver: procedure.input(handOverInput).mutation(({ ctx, input }) => handOver(ctx.actor, input)),
  cancelHandOver: procedure.input(cancelHandOverInput).mutation(({ ctx, input }) => cancelHandOver(ctx.actor, input)),
};
