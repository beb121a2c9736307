import { z } from "zod";
import { scopeShape } from "./insight.ts";
import { codeSchema, directionSchema, monthSchema, outlookSchema, shownSchema, targetSchema } from "./primitives.ts";

const amounts = {
  value: z.number().finite().nullable(),
  low: z.number().finite().nullable(),
  high: z.number().finite().nullable(),
};

/** A proposed target of one period: a value, or both edges of a band. */
export const workshopInput = z.object({ ...scopeShape, kpi: codeSchema, ...amounts });

export const PHASINGS = ["flat", "linear", "profile"] as const;

/** A new target from a month to the end of its fiscal year. */
export const setTargetInput = z.object({
  unit: codeSchema,
  kpi: codeSchema,
  from: monthSchema,
  ...amounts,
  phasing: z.enum(PHASINGS),
  reason: z.string().trim().min(1, "say why").max(500),
});

export const workshopViewSchema = z.object({
  direction: directionSchema,
  decimals: z.number().int(),
  unitOfMeasure: z.string(),
  /** In force in the newest period. */
  current: targetSchema.nullable(),
  proposed: targetSchema,
  process: z.object({ mean: z.number(), lower: z.number(), upper: z.number() }),
  /** 0 to 1, of a single period. */
  chanceOfMiss: z.number().nullable(),
  outlook: outlookSchema.nullable(),
  outlookWord: shownSchema,
  periods: z.number().int(),
  misses: z.object({ mean: z.number(), low: z.number(), high: z.number() }),
  /** Simulated years of the process as it runs, the same at each asking. */
  years: z.array(z.object({ values: z.array(z.number()), missed: z.array(z.boolean()) })),
  /** 0 to 1; null where it can't be told. */
  yearEnd: z.number().nullable(),
  sentences: z.array(z.string()),
  mayEdit: z.boolean(),
  /** Months that a new target may begin in: after what is locked, and no further than the next fiscal year. */
  months: z.array(monthSchema),
});
export type WorkshopView = z.infer<typeof workshopViewSchema>;
