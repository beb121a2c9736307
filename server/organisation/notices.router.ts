import {
  jobInput,
  jobsViewSchema,
  noticeSettingSchema,
  noticeSettingViewSchema,
  personNoticeSchema,
  personNoticeViewSchema,
  unsubscribeInput,
  unsubscribeViewSchema,
} from "../../shared/contracts/notices.ts";
import { openProcedure, procedure } from "../trpc/trpc.ts";
import { cancelJob, listJobs, restartJob } from "./jobs.service.ts";
import {
  changeNoticeSetting,
  changeOwnNotice,
  readNoticeSetting,
  readOwnNotice,
  readUnsubscribe,
  unsubscribe,
} from "./notices.service.ts";

/** What is mailed, to whom and when; and the jobs that do it. */
export const noticeProcedures = {
  noticeSetting: procedure
    .output(noticeSettingViewSchema)
    .query(({ ctx }) => readNoticeSetting(ctx.actor, ctx.service)),
  changeNoticeSetting: procedure
    .input(noticeSettingSchema)
    .mutation(({ ctx, input }) => changeNoticeSetting(ctx.actor, input)),
  ownNotice: procedure.output(personNoticeViewSchema).query(({ ctx }) => readOwnNotice(ctx.actor, ctx.service)),
  changeOwnNotice: procedure.input(personNoticeSchema).mutation(({ ctx, input }) => changeOwnNotice(ctx.actor, input)),
  readUnsubscribe: openProcedure
    .input(unsubscribeInput)
    .output(unsubscribeViewSchema)
    .query(({ ctx, input }) => readUnsubscribe(ctx.service, input.token)),
  unsubscribe: openProcedure
    .input(unsubscribeInput)
    .mutation(({ ctx, input }) => unsubscribe(ctx.service, input.token)),
  jobs: procedure.output(jobsViewSchema).query(({ ctx }) => listJobs(ctx.actor)),
  cancelJob: procedure.input(jobInput).mutation(({ ctx, input }) => cancelJob(ctx.actor, input.id)),
  restartJob: procedure.input(jobInput).mutation(({ ctx, input }) => restartJob(ctx.actor, input.id)),
};
