import { z } from "zod";
import { DIRECTIONS, ORG_RULES, TIME_RULES } from "../domain/kpi-definition.ts";
import { codeSchema, monthSchema, shownSchema, statusSchema, unitRefSchema } from "./primitives.ts";

const amount = z.number().nullable();
const aTarget = { value: amount, low: amount, high: amount };

/** A change of what figures and statuses of the past are made of. */
export const changeContentSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("move"), unit: codeSchema, parent: codeSchema, from: monthSchema }),
  z.object({ kind: z.literal("end"), unit: codeSchema, from: monthSchema }),
  z.object({ kind: z.literal("target"), kpi: codeSchema, unit: codeSchema, from: monthSchema, ...aTarget }),
  z.object({
    ...{ kind: z.literal("deviation"), kpi: codeSchema, unit: codeSchema, from: monthSchema, until: monthSchema },
    ...aTarget,
  }),
  z.object({
    kind: z.literal("tolerance"),
    kpi: codeSchema,
    from: monthSchema,
    tolerance: z.object({ kind: z.enum(["absolute", "percent"]), amount: z.number().min(0).max(1e14) }),
  }),
  z.object({
    kind: z.literal("definition"),
    kpi: codeSchema,
    from: monthSchema,
    changes: z.object({
      direction: z.enum(DIRECTIONS).optional(),
      decimals: z.number().int().min(0).max(6).optional(),
      orgRule: z.enum(ORG_RULES).optional(),
      timeRule: z.enum(TIME_RULES).optional(),
      multiplier: z.number().positive().max(1e14).optional(),
    }),
  }),
]);
export type ChangeContent = z.infer<typeof changeContentSchema>;

/** A figure or status of a locked month that a change alters. */
export const effectSchema = z.object({
  unit: codeSchema,
  kpi: codeSchema,
  month: monthSchema,
  before: shownSchema,
  after: shownSchema,
  statusBefore: statusSchema,
  statusAfter: statusSchema,
  targetBefore: shownSchema,
  targetAfter: shownSchema,
});
export type Effect = z.infer<typeof effectSchema>;

export const previewInput = z.object({ change: changeContentSchema });
export const previewViewSchema = z.object({
  /** "From 2 to 0 figures..."; says too where nothing locked changes. */
  sentence: z.string(),
  total: z.number().int(),
  effects: z.array(effectSchema),
});

export const proposeInput = z.object({ change: changeContentSchema, reason: z.string().trim().min(1).max(2000) });
export const proposeAnswerSchema = z.object({ no: z.number().int(), sentence: z.string() });

export const changeDecideInput = z.object({
  no: z.number().int().positive(),
  version: z.number().int().positive(),
  verdict: z.enum(["approve", "reject"]),
  reason: z.string().trim().max(2000).optional(),
});
export const changeDecideAnswerSchema = z.object({ sentence: z.string() });

export const changesInput = z.object({ unit: codeSchema });
export const changesViewSchema = z.object({
  headline: z.string(),
  changes: z.array(
    z.object({
      no: z.number().int(),
      version: z.number().int(),
      /** "Nanjing moves below Asia from October 2025". */
      what: z.string(),
      unit: unitRefSchema.nullable(),
      reason: z.string(),
      state: z.enum(["proposed", "approved", "rejected"]),
      proposedBy: z.string().nullable(),
      decidedBy: z.string().nullable(),
      verdictReason: z.string().nullable(),
      at: z.iso.datetime(),
      total: z.number().int(),
      /** The first of them. */
      effects: z.array(effectSchema),
      /** Why the reader may not decide it; null where they may. */
      obstacle: z.string().nullable(),
    }),
  ),
});
export type ChangesView = z.infer<typeof changesViewSchema>;
