import { clauseMatrixSchema, clausesInput } from "../../shared/contracts/clauses.ts";
import { procedure, router } from "../trpc/trpc.ts";
import { clauseMatrix } from "./clauses.service.ts";

export const auditRouter = router({
  clauses: procedure
    .input(clausesInput)
    .output(clauseMatrixSchema)
    .query(({ ctx, input }) => clauseMatrix(ctx.actor, input)),
});
