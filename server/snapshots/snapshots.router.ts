import { z } from "zod";
import { compareSnapshotsInput } from "../../shared/contracts/snapshot-comparison.ts";
import { exportInput, startExportInput } from "../../shared/contracts/snapshot-exports.ts";
import { snapshotListInput, takeSnapshotInput } from "../../shared/contracts/snapshots.ts";
import { procedure, router } from "../trpc/trpc.ts";
import { cancelExport, readExport, startExport } from "./export-desk.ts";
import { compareSnapshots, listSnapshots, readSnapshot, takeSnapshot } from "./snapshots.service.ts";

export const snapshotsRouter = router({
  take: procedure.input(takeSnapshotInput).mutation(({ ctx, input }) => takeSnapshot(ctx.actor, input)),
  list: procedure.input(snapshotListInput).query(({ ctx, input }) => listSnapshots(ctx.actor, input)),
  compare: procedure.input(compareSnapshotsInput).query(({ ctx, input }) => compareSnapshots(ctx.actor, input)),
  get: procedure.input(z.object({ id: z.uuid() })).query(({ ctx, input }) => readSnapshot(ctx.actor, input.id)),
  startExport: procedure
    .input(startExportInput)
    .mutation(({ ctx, input }) => startExport(ctx.service, ctx.actor, input)),
  exportState: procedure.input(exportInput).query(({ ctx, input }) => readExport(ctx.service, ctx.actor, input)),
  cancelExport: procedure.input(exportInput).mutation(({ ctx, input }) => cancelExport(ctx.service, ctx.actor, input)),
});
