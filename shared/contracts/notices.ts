import { z } from "zod";

const versionSchema = z.number().int().min(0);
const hourSchema = z.number().int().min(0).max(23);

/** When people are reminded, and the hours of the organisation's day in which nobody is written to. */
export const noticeSettingSchema = z.object({
  /** 0: no reminder before the due day. */
  beforeDays: z.number().int().min(0).max(28),
  onDueDay: z.boolean(),
  /** Days from one late reminder to the next; 0: none. */
  lateDays: z.number().int().min(0).max(31),
  mayUnsubscribe: z.boolean(),
  quietFrom: hourSchema,
  quietTo: hourSchema,
  version: versionSchema,
});
export type NoticeSettingView = z.infer<typeof noticeSettingSchema>;
export const noticeSettingViewSchema = noticeSettingSchema.extend({
  /** Whether a mail server and the public address are set: without both nothing is mailed. */
  canMail: z.boolean(),
});

/** What a person wants to be written to about. */
export const personNoticeSchema = z.object({
  reminders: z.boolean(),
  onStatus: z.boolean(),
  onSignal: z.boolean(),
  /** The chance to reach the year's target fell by 10 points or more. */
  onChance: z.boolean(),
  /** Null: the organisation's quiet hours. */
  quiet: z.object({ from: hourSchema, to: hourSchema }).nullable(),
  version: versionSchema,
});
export type PersonNoticeView = z.infer<typeof personNoticeSchema>;
export const personNoticeViewSchema = personNoticeSchema.extend({
  mayUnsubscribe: z.boolean(),
  canMail: z.boolean(),
  email: z.string().nullable(),
  organisationQuiet: z.object({ from: hourSchema, to: hourSchema }),
});

/** What a link at the foot of a mail ends. */
export const unsubscribeInput = z.object({ token: z.string().min(20).max(400) });
export const unsubscribeViewSchema = z.object({ organisation: z.string(), kind: z.enum(["reminders", "alerts"]) });

export const jobViewSchema = z.object({
  id: z.string(),
  kind: z.string(),
  /** What the job does, in words. */
  title: z.string(),
  state: z.enum(["waiting", "running", "done", "failed", "cancelled"]),
  progress: z.number(),
  createdAt: z.iso.datetime(),
  /** When it is tried next, while it waits. */
  nextAt: z.iso.datetime().nullable(),
  attempts: z.number().int(),
  lastError: z.string().nullable(),
  /** What became of it, in words. */
  outcome: z.string().nullable(),
});
export type JobView = z.infer<typeof jobViewSchema>;
export const jobsViewSchema = z.object({ jobs: z.array(jobViewSchema) });
export const jobInput = z.object({ id: z.string().min(1).max(36) });
