import { z } from "zod";
import { codeSchema } from "./primitives.ts";

export const trackRecordInput = z.object({ kpi: codeSchema.optional() });

const decileSchema = z.object({
  from: z.number(),
  to: z.number(),
  count: z.number().int(),
  said: z.number().nullable(),
  cameTrue: z.number().nullable(),
  /** "When we said 70–80 %, 74 % did, of 61." */
  sentence: z.string(),
});

/** How well forecasts of the year's end kept what they said. */
const recordSchema = z.object({
  made: z.number().int(),
  known: z.number().int(),
  scored: z.number().int(),
  deciles: z.array(decileSchema),
  brier: z.number().nullable(),
  baseRate: z.number().nullable(),
  baseBrier: z.number().nullable(),
  inside80: z.number().nullable(),
});

export const trackRecordSchema = z.object({
  /** Null: of all KPIs. */
  kpi: codeSchema.nullable(),
  headline: z.string(),
  /** Brier score beside the base rate's, and the hit rate of the 80 % interval, in sentences. */
  sentences: z.array(z.string()),
  record: recordSchema,
  /** How many of the forecasts were made at their time; the others since, from the records of that time. */
  madeThen: z.number().int(),
  years: z.array(z.number().int()),
  kpis: z.array(recordSchema.omit({ deciles: true }).extend({ kpi: codeSchema, name: z.string() })),
});
export type TrackRecordView = z.infer<typeof trackRecordSchema>;
