import { z } from "zod";
import { ACTION_KINDS, ACTION_STATES } from "../domain/action.ts";
import { type DateText, parseDate } from "../domain/calendar.ts";
import { EFFECT_VERDICTS } from "../domain/statistics/effect-of-action.ts";
import { asOfSchema, codeSchema, monthSchema, unitRefSchema } from "./primitives.ts";

export const actionKindSchema = z.enum(ACTION_KINDS);
export const actionStateSchema = z.enum(ACTION_STATES);

/** A day that the calendar has. */
const dateSchema = z.custom<DateText>((day) => typeof day === "string" && parseDate(day) !== null, "not a date");

/** A thing by its code and what people call it. */
const refSchema = z.object({ code: codeSchema, name: z.string() });

export const stepSchema = z.object({
  text: z.string().trim().min(1).max(500),
  done: z.boolean(),
  due: dateSchema.nullable(),
});

/** What is promised before an action starts: so much change of this KPI's level, by this month. */
export const expectedEffectSchema = z.object({
  kpi: codeSchema,
  unit: codeSchema.nullable(),
  size: z
    .number()
    .min(-1e12)
    .max(1e12)
    .refine((size) => size !== 0, "an effect is not zero"),
  by: monthSchema.nullable(),
});

export const actionListInput = z.object({
  unit: codeSchema.optional(),
  asOf: asOfSchema.optional(),
});

export const actionInput = z.object({ action: codeSchema, asOf: asOfSchema.optional() });

const money = z.number().min(0).max(1e12).nullable();

/** What may be said of an action; what is left out stays as it is. */
const saidShape = {
  kind: actionKindSchema.optional(),
  title: z.string().trim().min(1).max(300).optional(),
  cause: z.string().trim().max(4000).optional(),
  /** Null: nobody yet. Left out in a new action: who creates it. */
  owner: codeSchema.nullable().optional(),
  kpi: codeSchema.nullable().optional(),
  objective: codeSchema.nullable().optional(),
  /** Risks and opportunities that it treats. */
  risks: z.array(codeSchema).max(20).optional(),
  dueOn: dateSchema.nullable().optional(),
  resources: z.string().trim().max(4000).optional(),
  cost: money.optional(),
  spent: money.optional(),
  progress: z.number().int().min(0).max(100).optional(),
  steps: z.array(stepSchema).max(50).optional(),
  effect: expectedEffectSchema.nullable().optional(),
};

export const createActionInput = z.object({
  ...saidShape,
  unit: codeSchema,
  title: z.string().trim().min(1).max(300),
});
export type CreateActionInput = z.infer<typeof createActionInput>;

export const changeActionInput = z.object({
  ...saidShape,
  action: codeSchema,
  /** The version that the writer saw. */
  version: z.number().int().min(1),
  unit: codeSchema.optional(),
  state: actionStateSchema.optional(),
  startedOn: dateSchema.optional(),
  /** Why a person ends it otherwise than the data say. */
  overrideReason: z.string().trim().max(4000).nullable().optional(),
});
export type ChangeActionInput = z.infer<typeof changeActionInput>;

/** What the data say of an action's promise today. */
export const effectCheckSchema = z.object({
  verdict: z.enum(EFFECT_VERDICTS),
  word: z.string(),
  sentence: z.string(),
  notes: z.array(z.string()),
  /** The promise in words: "Callbacks −0.30 by Mar 2026". */
  promise: z.string(),
  /** First month that the action could change. */
  from: monthSchema,
  by: monthSchema.nullable(),
  levels: z.object({ before: z.number(), after: z.number(), low: z.number(), high: z.number() }).nullable(),
});
export type EffectCheck = z.infer<typeof effectCheckSchema>;

export const actionRowSchema = z.object({
  code: codeSchema,
  version: z.number().int(),
  kind: actionKindSchema,
  kindWord: z.string(),
  title: z.string(),
  state: actionStateSchema,
  stateWord: z.string(),
  unit: unitRefSchema,
  owner: refSchema.nullable(),
  kpi: refSchema.nullable(),
  objective: refSchema.nullable(),
  risks: z.array(refSchema),
  decision: codeSchema.nullable(),
  startedOn: dateSchema.nullable(),
  dueOn: dateSchema.nullable(),
  late: z.boolean(),
  /** "12 days late", "due in 3 days"; empty where nothing is due. */
  dueWord: z.string(),
  progress: z.number(),
  steps: z.array(stepSchema),
  /** Null where nothing was promised. */
  promise: z.string().nullable(),
  /** The data's reading of today; null before the action starts and where nothing was promised. */
  check: effectCheckSchema.nullable(),
  /** What was recorded when it ended. */
  verification: z.string().nullable(),
  judgedBy: z.enum(["data", "person"]).nullable(),
  overrideReason: z.string().nullable(),
  /** Where it may go from here, for the reader; empty where they may not change it. */
  next: z.array(z.object({ state: actionStateSchema, word: z.string() })),
  mayEdit: z.boolean(),
});
export type ActionRow = z.infer<typeof actionRowSchema>;

export const actionsViewSchema = z.object({
  unit: unitRefSchema,
  headline: z.string(),
  /** Late ones first, then by due day, those that ended last. */
  actions: z.array(actionRowSchema),
  mayCreate: z.boolean(),
});
export type ActionsView = z.infer<typeof actionsViewSchema>;

/** What a form of an action offers to choose from. */
export const actionChoicesSchema = z.object({
  people: z.array(refSchema),
  kpis: z.array(refSchema.extend({ unitOfMeasure: z.string() })),
  objectives: z.array(refSchema),
  risks: z.array(refSchema),
});
export type ActionChoices = z.infer<typeof actionChoicesSchema>;

export const actionChoicesInput = z.object({ unit: codeSchema });

export const actionViewSchema = z.object({
  action: actionRowSchema,
  cause: z.string(),
  resources: z.string(),
  cost: z.number().nullable(),
  spent: z.number().nullable(),
  effect: expectedEffectSchema.nullable(),
  /** The promised KPI month by month, around the action; null where nothing was promised. */
  course: z
    .object({
      kpi: refSchema,
      unit: unitRefSchema,
      unitOfMeasure: z.string(),
      decimals: z.number().int(),
      title: z.string(),
      points: z.array(z.object({ month: monthSchema, value: z.number().nullable(), counts: z.boolean() })),
    })
    .nullable(),
  history: z.array(
    z.object({
      version: z.number().int(),
      at: z.iso.datetime(),
      by: z.string(),
      reason: z.string().nullable(),
      /** What changed against the version before, in words. */
      changes: z.array(z.string()),
    }),
  ),
});
export type ActionView = z.infer<typeof actionViewSchema>;

export const explainMissInput = z.object({
  kpi: codeSchema,
  unit: codeSchema,
  month: monthSchema,
  version: z.number().int().min(0),
  fact: z.string().trim().min(1).max(4000),
  whys: z.array(z.string().trim().min(1).max(1000)).max(5),
  cause: z.string().trim().max(4000),
  action: codeSchema.nullable(),
});
export type ExplainMissInput = z.infer<typeof explainMissInput>;

export const missInput = z.object({ kpi: codeSchema, unit: codeSchema, month: monthSchema });

/** What was said of a miss, and of the year, by those who own the KPI. */
export const missViewSchema = z.object({
  month: monthSchema,
  /** The fact in words, as it would stand where nothing was said yet: "2.40 against at most 1.70 in March 2026". */
  fact: z.string(),
  isMiss: z.boolean(),
  version: z.number().int(),
  whys: z.array(z.string()),
  cause: z.string(),
  action: refSchema.nullable(),
  by: z.string().nullable(),
  actions: z.array(refSchema),
  mayEdit: z.boolean(),
  confidence: z.object({
    version: z.number().int(),
    fiscalYear: z.number().int(),
    /** 0 to 10; null where nobody has said. */
    level: z.number().int().nullable(),
    note: z.string(),
    by: z.string().nullable(),
    month: monthSchema.nullable(),
    /** What was calculated when it was said, 0 to 1. */
    probability: z.number().nullable(),
    /** "Its owner gives it 7 of 10; calculated was about 35 %." */
    sentence: z.string(),
  }),
});
export type MissView = z.infer<typeof missViewSchema>;

export const sayConfidenceInput = z.object({
  kpi: codeSchema,
  unit: codeSchema,
  month: monthSchema,
  version: z.number().int().min(0),
  level: z.number().int().min(0).max(10),
  note: z.string().trim().max(2000),
});
export type SayConfidenceInput = z.infer<typeof sayConfidenceInput>;
